"""Widgets beside each other, which go on in another row where one is full."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Rows that are filled like lines of a text."""

    def __init__(self, gap: int) -> None:
        """Begin empty, with a gap between widgets and between rows."""
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item by its place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """An item by its place, which stands here no longer."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """It has: a narrow flow has more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all rows are together."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Put all items into their places."""
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(max(0, width), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Each in a row of its own."""
        hints = [item.minimumSize() for item in self._items]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((h.height() for h in hints), default=0)
        )

    def add(self, *widgets: QWidget) -> None:
        """Put widgets behind the others."""
        for widget in widgets:
            self.addWidget(widget)

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        at, high = QPoint(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if at.x() and at.x() + size.width() > width:
                at, high = QPoint(0, at.y() + high + self._gap), 0
            yield item, QRect(at, size)
            at += QPoint(size.width() + self._gap, 0)
            high = max(high, size.height())
