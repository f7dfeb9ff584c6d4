"""Paints a finding: its mark, its place, what is wrong, and the fix; the current one in full."""

import re
from collections.abc import Container
from itertools import accumulate
from unicodedata import bidirectional

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.core.finding_words import SEVERITY_MARKS
from planner.core.findings import Finding
from planner.gui.checks.model import FINDING
from planner.gui.paint import write
from planner.gui.parts.utf16 import utf16_places
from planner.gui.theme import Theme, scaled

Index = QModelIndex | QPersistentModelIndex

SIDE = 16
MARK, MARK_GAP = 30, 10
GAP = 24
PAD = 7
LONGEST = 3000
NARROWEST = 240
SEPARATOR = "\u2028"
PART_GAP = 5
WITHIN = re.compile(r"[^·]+(?<! )")
QUOTED = re.compile(r"(?<=“)[^”]+")
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"


class FindingDelegate(QStyledItemDelegate):
    """Rows as high as their words."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Paint in a theme's colours."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are at the view's width."""
        finding = index.data(FINDING)
        width = option.widget.width()
        if not isinstance(finding, Finding):
            return super().sizeHint(option, index)
        row = QRect(0, 0, width - 14, 0)
        width = words_rect(row, finding, option.font).width()
        layout = sentences(finding, option.font, width, "#000000", full=is_current(option, index))
        return QSize(row.width(), round(layout.boundingRect().height()) + 2 * PAD + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        finding = index.data(FINDING)
        if not isinstance(finding, Finding):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_mark(painter, option, finding)
        rect = words_rect(option.rect, finding, option.font)
        painter.setPen(QColor(self._theme.palette.text))
        full = is_current(option, index)
        layout = sentences(finding, option.font, rect.width(), self._theme.palette.muted, full=full)
        layout.draw(painter, QPointF(rect.left(), rect.top() + PAD))
        if finding.fix:
            colour = self._theme.palette.accent_text
            where = fix_rect(option.rect, finding, option.font)
            write(painter, where, finding.fix.label, fix_font(option.font), colour)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = self._theme.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(palette.accent_soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(palette.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(palette.line))
        painter.drawLine(
            option.rect.left() + SIDE, option.rect.bottom(), option.rect.right(), option.rect.bottom()
        )

    def _paint_mark(self, painter: QPainter, option: QStyleOptionViewItem, finding: Finding) -> None:
        tone = self._theme.tone(finding.severity)
        box = mark_rect(option.rect, option.font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.ground))
        painter.drawRoundedRect(box, 4, 4)
        write(
            painter,
            box,
            SEVERITY_MARKS[finding.severity],
            option.font,
            tone.words,
            Qt.AlignmentFlag.AlignCenter,
        )


def is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether a row is the current one, which is shown in full."""
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.currentIndex() == index


def fix_font(font: QFont) -> QFont:
    """The font of a fix."""
    return scaled(font, 1.0, QFont.Weight.DemiBold)


def mark_rect(row: QRect, font: QFont) -> QRect:
    """Where a row's mark stands."""
    height = QFontMetrics(font).height()
    return QRect(row.left() + SIDE - 4, row.top() + PAD - 1, height + 3, height + 2)


def fix_rect(row: QRect, finding: Finding, font: QFont) -> QRect:
    """Where a row's fix stands."""
    metrics = QFontMetrics(fix_font(font))
    width = min(metrics.horizontalAdvance(finding.fix.label) + 2, row.width() // 3) if finding.fix else 0
    return QRect(row.right() - SIDE - width, row.top() + PAD, width, metrics.height())


def words_rect(row: QRect, finding: Finding, font: QFont) -> QRect:
    """Where a row's words stand: between the mark and the fix."""
    left = max(row.left() + SIDE + MARK, mark_rect(row, font).right() + MARK_GAP)
    right = fix_rect(row, finding, font).left() - GAP if finding.fix else row.right() - SIDE
    return QRect(left, row.top(), max(NARROWEST, right - left), row.height())


def apart(text: str, words: re.Pattern[str]) -> str:
    """A text whose author's words, where some run from right to left, turn nothing around them."""
    if not any(bidirectional(sign) in ("R", "AL") for sign in text):
        return text
    return words.sub(f"{ISOLATE}\\g<0>{END_OF_ISOLATE}", text)


def _ended(text: str) -> str:
    """A text that ends where nobody would read on."""
    return f"{text[:LONGEST]}…" if len(text) > LONGEST else text


def sentences(finding: Finding, font: QFont, width: int, quiet: str, *, full: bool) -> QTextLayout:
    """The words of a finding, set to a width: the place bold, the source in a quiet colour and set apart."""
    where, text = apart(finding.where, WITHIN), apart(finding.text if full else finding.gist, QUOTED)
    said = [f"{where} — {text}", apart(finding.instead, QUOTED)] if full else [f"{where} — {text}"]
    parts = [_ended(each) for each in (*said, finding.source if full else "") if each]
    whole = SEPARATOR.join(parts)
    starts = list(accumulate((len(each) + 1 for each in parts), initial=0))
    there = utf16_places(whole, (len(where), *starts))
    layout = QTextLayout(whole, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    bold, muted = QTextCharFormat(), QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    muted.setForeground(QColor(quiet))
    source = there[starts[-2]] if full and finding.source else there[starts[-1]]
    layout.setFormats([_range(0, there[len(where)], bold), _range(source, there[starts[-1]] - source, muted)])
    _set_lines(layout, width, {there[start] for start in starts[1:]})
    return layout


def _set_lines(layout: QTextLayout, width: int, starts: Container[int]) -> None:
    """Set the lines below each other, with a gap before those that start a part."""
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height += PART_GAP if line.textStart() in starts else 0
        line.setPosition(QPointF(0, height))
        height += line.height() + 1
    layout.endLayout()


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made
