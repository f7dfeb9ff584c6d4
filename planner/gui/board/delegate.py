"""How a card looks."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.core.writing_direction import begins_leftwards
from planner.gui.board.cards import Card
from planner.gui.board.model import CARD_ROLE
from planner.gui.paint import frame_pen, lines_of, paint_badge, paint_tile, place_badges, write
from planner.gui.theme import Theme, scaled

TILE = 24
PAD = 10
GAP = 7
TEXT_FONT = 0.92
TEXT_LINES = 3
NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class Laid:
    """A card's lines and badge places, measured from the card's own corner, and its height."""

    name: tuple[str, ...]
    text: tuple[str, ...]
    badges: tuple[QRect, ...]
    name_height: int
    height: int


class CardDelegate(QStyledItemDelegate):
    """Paints channels as cards; measures each card once a width."""

    def __init__(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        super().__init__()
        self._theme = theme
        self._laid: dict[tuple[Card, int, str], Laid] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room for a card at the lane's width, with the gap below it."""
        width = option.rect.width() or 180
        card = index.data(CARD_ROLE)
        return QSize(width, self._lay(card, width, option.font).height + GAP if card else TILE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a card."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        laid = self._lay(card, option.rect.width(), option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(1, 1, -1, -GAP)
        self._paint_ground(painter, rect, option)
        painter.translate(rect.topLeft())
        self._paint_card(painter, card, laid, rect.width(), option.font)
        painter.restore()

    def _lay(self, card: Card, width: int, font: QFont) -> Laid:
        key = (card, width, font.key())
        if key not in self._laid:
            if len(self._laid) > 5000:
                self._laid.clear()
            self._laid[key] = lay(card, width - 2 - 2 * PAD, font)
        return self._laid[key]

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        colours = self._theme.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        frame = colours.accent if chosen or focused else colours.frame if hovered else colours.line
        painter.setPen(frame_pen(frame, 2.0 if chosen else 1.0))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if focused and chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(frame_pen(colours.accent, 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(rect).adjusted(3.5, 3.5, -3.5, -3.5), 6, 6)

    def _paint_card(self, painter: QPainter, card: Card, laid: Laid, width: int, font: QFont) -> None:
        colours = self._theme.palette
        room = width - 2 * PAD
        paint_tile(painter, QRect(PAD, PAD, TILE, TILE), card.mark, card.colour, font)
        bold, small = scaled(font, 1.0, QFont.Weight.DemiBold), scaled(font, TEXT_FONT)
        line = QRect(PAD + TILE + 8, PAD, room - TILE - 8, QFontMetrics(bold).height())
        line.translate(0, max(0, (TILE - laid.name_height) // 2))
        for row, text in enumerate(laid.name):
            native = row > 0 and text == card.native
            write(painter, line, text, font if native else bold, colours.muted if native else colours.text)
            line.translate(0, line.height())
        y = PAD + max(TILE, laid.name_height) + 5
        height = QFontMetrics(small).height()
        if begins_leftwards(card.text):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for text in laid.text:
            write(painter, QRect(PAD, y, room, height), text, small, colours.muted)
            y += height
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for place, badge in zip(laid.badges, card.badges, strict=False):
            paint_badge(painter, place, badge, self._theme.tone(badge.tone), font)


def lay(card: Card, room: int, font: QFont) -> Laid:
    """Break a card's texts into lines of a width, and find its height."""
    bold, small = scaled(font, 1.0, QFont.Weight.DemiBold), scaled(font, TEXT_FONT)
    name = lines_of(card.name, bold, room - TILE - 8, NAME_LINES)
    if card.native:
        name = [*name, *lines_of(card.native, font, room - TILE - 8, 1)][: NAME_LINES + 1]
    name_height = len(name) * QFontMetrics(bold).height()
    text = lines_of(card.text, small, room, TEXT_LINES)
    y = PAD + max(TILE, name_height) + 5 + len(text) * QFontMetrics(small).height()
    badges, height = place_badges(card.badges, font, room)
    top = y + (5 if text else 2)
    places = tuple(rect.translated(PAD, top) for rect in badges)
    bottom = top + height if places else y if text else PAD + max(TILE, name_height)
    return Laid(tuple(name), tuple(text), places, name_height, bottom + PAD + 1)
