"""An editor of one line."""

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit

from planner.gui.parts.dropped_files import holds_files


class ShortText(QLineEdit):
    """A text of one line, whose own typing can be forgotten."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take texts, and no files."""
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def can_undo(self) -> bool:
        """Whether something that was typed can be taken back here."""
        return self.isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether something that was taken back can be typed anew here."""
        return self.isRedoAvailable()

    def forget_typing(self) -> None:
        """Take nothing back here that was typed until now."""
        place, start, length = self.cursorPosition(), self.selectionStart(), self.selectionLength()
        self.setText(self.text())
        self.setCursorPosition(place)
        if length:
            self.setSelection(start, length)
