"""A list of records: each row a name, and below it, small and quiet, what there is to say about it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.gui.parts.look import SMALL
from planner.gui.theme import scaled

SHOWN_ROWS = 5
FRAME = 8  # pixels above and below the rows
SIDE, PAD = 8, 5  # pixels beside the words of a row, and above and below them
ENDLESS = 100_000
WRAPPED = Qt.TextFlag.TextWordWrap

Index = QModelIndex | QPersistentModelIndex
Words = tuple[str, QFont, QPalette.ColorRole]


class RecordDelegate(QStyledItemDelegate):
    """Paints rows whose words wrap: the first line of a text is the name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room for a row at the list's width."""
        view = self.parent()
        assert isinstance(view, QListWidget)
        width = view.viewport().width()
        heights = (_height(text, font, width - 2 * SIDE) for text, font, _ in _words(option.font, index))
        return QSize(width, sum(heights) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row: its ground as the style has it, then its words."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget
        )
        painter.save()
        place = option.rect.adjusted(SIDE, PAD, -SIDE, 0)
        for text, font, role in _words(option.font, index):
            place.setHeight(_height(text, font, place.width()))
            painter.setFont(font)
            painter.setPen(option.palette.color(role))
            painter.drawText(place, WRAPPED, text)
            place.translate(0, place.height())
        painter.restore()


class RecordList(QListWidget):
    """A list that Delete removes from, as high as its first few rows are."""

    def __init__(self, remove: Callable[[], None]) -> None:
        """Call ``remove`` for the Delete key."""
        super().__init__()
        self._remove = remove
        self.setProperty("part", "boxed")
        self.setItemDelegate(RecordDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width: the words of a row may take more lines, or fewer."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as the first rows are at this width, which is less where the others are scrolled to."""
        scrolls = self.count() > SHOWN_ROWS
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        rows = range(min(SHOWN_ROWS, self.count()))
        self.setFixedHeight(sum(map(self.sizeHintForRow, rows)) + FRAME)


def _words(font: QFont, index: Index) -> Iterator[Words]:
    """The parts of a row's text, each with its font and the role of its colour."""
    name, _, about = str(index.data()).partition("\n")
    yield name, font, QPalette.ColorRole.Text
    if about:
        yield about, scaled(font, SMALL), QPalette.ColorRole.PlaceholderText


def _height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, ENDLESS), WRAPPED, text).height()
