"""A box to choose one of several values by their names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from planner.gui.parts.keys import opens

GROUP = "# "
NOT_SAID = "Not said"
ARROW_PLACE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Choices = Mapping[Any, str]
NOTHING: Choices = MappingProxyType({})


class Choice(QComboBox):
    """A combo box that the wheel does not change by accident, with headings that cannot be chosen."""

    def __init__(self, choices: Choices = NOTHING) -> None:
        """Offer choices, of which none is chosen."""
        super().__init__()
        self.setPlaceholderText("Different")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offered: dict[object, str] = {}
        self.offer(choices)

    def offer(self, choices: Choices) -> None:
        """Offer values under their names; a key that begins with ``# `` is a heading."""
        if self._offered == dict(choices):
            return
        self._offered = dict(choices)
        self.clear()
        for value, name in choices.items():
            self.addItem(name)
            model = self.model()
            item = model.item(self.count() - 1) if isinstance(model, QStandardItemModel) else None
            if isinstance(item, QStandardItem) and str(value).startswith(GROUP):
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def choose(self, value: object) -> None:
        """Show a value as the chosen one; nothing is shown for one that is not offered."""
        self.setCurrentIndex(list(self._offered).index(value) if value in self._offered else -1)

    def value(self, index: int = -1) -> object:
        """The value at an index, or the chosen one; kept here, as Qt would make plain text of it."""
        place = self.currentIndex() if index < 0 else index
        return list(self._offered)[place] if 0 <= place < len(self._offered) else None

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Let a name that is too long end in an ellipsis; Qt would cut it."""
        super().initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, with a sign that it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(self.rect().adjusted(0, 0, -9, 0), int(ARROW_PLACE), "▾")
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Take the key that opens the list before the window's menus do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and opens(event):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around the box."""
        event.ignore()
