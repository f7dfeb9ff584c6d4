"""How a row of the platforms looks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.core.catalog import Platform
from planner.gui.paint import frame_pen, lines_of, paint_tile, write
from planner.gui.platforms.model import DETAIL_ROLE, ROW_ROLE
from planner.gui.theme import Theme, scaled

TILE = 30
INSET = 6
SMALL = 0.87
HEADING = 0.8
DETAIL_LINES = 2


class PlatformDelegate(QStyledItemDelegate):
    """Paints headings and platforms."""

    def __init__(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room for a row at the view's width."""
        row = index.data(ROW_ROLE)
        width = option.rect.width() or 220
        if not isinstance(row, Platform):
            return QSize(width, QFontMetrics(option.font).height() + 12)
        lines = max(1, len(self._detail_lines(option.font, index, width)))
        name = QFontMetrics(option.font).height()
        small = QFontMetrics(scaled(option.font, SMALL)).height()
        return QSize(width, max(TILE, name + lines * small) + 2 * INSET + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(ROW_ROLE)
        if isinstance(row, Platform):
            self._paint_ground(painter, option)
            self._paint_platform(painter, option, row, index)
        else:
            font = scaled(option.font, HEADING, QFont.Weight.DemiBold)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
            rect = option.rect.adjusted(INSET - 2, 5, 0, 0)
            write(painter, rect, str(row).upper(), font, self._theme.palette.faint)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = self._theme.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or hovered or focused:
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.setPen(frame_pen(colours.accent) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_platform(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        platform: Platform,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect, colours = option.rect, self._theme.palette
        tile = QRect(rect.left() + INSET, rect.top() + INSET + 2, TILE, TILE)
        paint_tile(painter, tile, platform.mark, platform.colour, option.font)
        left, right = tile.right() + 10, rect.right() - INSET
        bold = scaled(option.font, 1.0, QFont.Weight.DemiBold)
        line = QRect(left, rect.top() + INSET, right - left, QFontMetrics(bold).height())
        name = QFontMetrics(bold).elidedText(platform.name, Qt.TextElideMode.ElideRight, line.width())
        write(painter, line, name, bold, colours.text)
        used = QFontMetrics(bold).horizontalAdvance(name) + 6
        native = QFontMetrics(option.font).elidedText(
            platform.native_name, Qt.TextElideMode.ElideRight, line.width() - used
        )
        write(painter, line.adjusted(used, 0, 0, 0), native, option.font, colours.muted)
        small = scaled(option.font, SMALL)
        line.moveTop(line.bottom() + 1)
        line.setHeight(QFontMetrics(small).height())
        for text in self._detail_lines(option.font, index, rect.width()):
            write(painter, line, text, small, colours.muted)
            line.translate(0, line.height())

    @staticmethod
    def _detail_lines(font: QFont, index: QModelIndex | QPersistentModelIndex, width: int) -> list[str]:
        room = width - TILE - 10 - 2 * INSET
        return lines_of(str(index.data(DETAIL_ROLE)), scaled(font, SMALL), room, DETAIL_LINES)
