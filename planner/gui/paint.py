"""What several delegates paint: tiles, badges, and text in lines that end in an ellipsis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from planner.gui.palette import Tone, readable_on
from planner.gui.theme import scaled

ENDLESS = 100_000.0
BADGE_FONT = 0.86
BADGE_GAP = 4
BADGE_PAD = 11
LONGEST_PAINTED = 400
UNKNOWN_COLOUR = "#6b6f75"


@dataclass(frozen=True, slots=True)
class Badge:
    """A mark and a few words, in the colours of a tone."""

    tone: str
    text: str


def lines_of(text: str, font: QFont, width: int, at_most: int) -> list[str]:
    """A text broken into lines of a width; the last one is cut with an ellipsis where there is more."""
    text = " ".join(text[:LONGEST_PAINTED].split())
    if not text or width <= 0:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = list(_line_starts(layout, width, at_most))
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these: an emoji is two
    parts = pairwise([*starts, len(units) // 2])
    lines = [units[2 * a : 2 * b].decode("utf-16-le", "surrogatepass") for a, b in parts]
    last = QFontMetrics(font).elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return [*(line.strip() for line in lines[:-1]), last]


def _line_starts(layout: QTextLayout, width: int, at_most: int) -> Iterator[int]:
    layout.beginLayout()
    for _ in range(at_most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        yield line.textStart()
    layout.endLayout()


def badge_lines(badge: Badge, font: QFont, width: int) -> list[str]:
    """A badge's words, in two lines where one would be too long for a width."""
    return lines_of(badge.text, scaled(font, BADGE_FONT, QFont.Weight.Medium), width - BADGE_PAD, 2)


def badge_size(badge: Badge, font: QFont, width: int) -> QSize:
    """How much room a badge takes, at most a width."""
    metrics = QFontMetrics(scaled(font, BADGE_FONT, QFont.Weight.Medium))
    lines = badge_lines(badge, font, width)
    wide = max((metrics.horizontalAdvance(line) for line in lines), default=0)
    return QSize(min(width, wide + BADGE_PAD), metrics.height() * len(lines) + 4)


def place_badges(badges: Sequence[Badge], font: QFont, width: int) -> tuple[list[QRect], int]:
    """Where badges stand in rows of a width, and how high they are in all."""
    rects: list[QRect] = []
    x = y = height = 0
    for badge in badges:
        size = badge_size(badge, font, width)
        if x and x + size.width() > width:
            x, y, height = 0, y + height + BADGE_GAP, 0
        rects.append(QRect(x, y, size.width(), size.height()))
        x, height = x + size.width() + BADGE_GAP, max(height, size.height())
    return rects, y + height


def paint_badge(painter: QPainter, rect: QRect, badge: Badge, tone: Tone, font: QFont) -> None:
    """Paint a badge into its place."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(rect, 4, 4)
    small = scaled(font, BADGE_FONT, QFont.Weight.Medium)
    lines = badge_lines(badge, font, rect.width() + 1)
    line = QRect(rect.left() + BADGE_PAD // 2, rect.top() + 2, rect.width(), QFontMetrics(small).height())
    for text in lines:
        write(painter, line, text, small, tone.words)
        line.translate(0, line.height())


def paint_tile(painter: QPainter, rect: QRect, mark: str, colour: str, font: QFont) -> None:
    """Paint a platform's tile: its mark on its colour."""
    ground = colour if QColor.isValidColorName(colour) else UNKNOWN_COLOUR
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(rect), 6, 6)
    shown = mark[:2]
    factor = rect.height() / 29 if len(shown) < 2 else rect.height() / 34
    big = scaled(font, factor, QFont.Weight.Bold)
    write(painter, rect, shown, big, readable_on(ground), Qt.AlignmentFlag.AlignCenter)


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Write one line of plain text into a place."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), text)


def frame_pen(colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen for a frame."""
    return QPen(QColor(colour), width, style)
