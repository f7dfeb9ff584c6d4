"""Small buttons that the panels share."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from planner.gui.menu_text import as_menu_text

LETTERS = 28  # how many widths of an average letter the words of a button may take
QUOTE = re.compile("(.*“)(.*)(”.*)", re.DOTALL)


class CalmButton(QPushButton):
    """A button that takes a double click for one click, and shortens words that have no room."""

    def __init__(self, letters: int = LETTERS) -> None:
        """Leave room for so many letters."""
        super().__init__()
        self._letters = letters

    def say(self, words: str, name: str = "") -> None:
        """Show other words, and be called by a name where that is another."""
        self.setText(as_menu_text(self._fitting(words)))
        self.setAccessibleName(name or words)

    def _fitting(self, words: str) -> str:
        """Words as short as there is room, of a quote in them only its beginning."""
        metrics, right = self.fontMetrics(), Qt.TextElideMode.ElideRight
        room = self._letters * metrics.averageCharWidth()
        if metrics.horizontalAdvance(words) > room and (quote := QUOTE.fullmatch(words)):
            before, quoted, after = quote.groups()
            left = room - metrics.horizontalAdvance(before + after)
            words = f"{before}{metrics.elidedText(quoted, right, max(0, left))}{after}"
        return metrics.elidedText(words, right, room)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing: what stands under the pointer by now is not what was clicked."""
        event.accept()


def flat_button(sign: str, name: str, slot: Callable[[], None]) -> QToolButton:
    """A button that shows a sign, and says its name to the eye that rests on it and to the ear."""
    button = QToolButton()
    button.setText(sign)
    button.setProperty("flat", "true")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(slot)
    return button
