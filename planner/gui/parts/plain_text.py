"""An editor of plain text that Qt never takes minutes to wrap."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from planner.gui.parts.dropped_files import holds_files

LONGEST_WORD = 5000


class PlainText(QPlainTextEdit):
    """A text that is never taken for markup; Tab goes on to the next widget. ``left`` ends the editing."""

    left = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setTabChangesFocus(True)
        self._wrap_for("")

    def setPlainText(self, text: str) -> None:
        """Show a text."""
        self.clear()  # what is still there would be wrapped anew
        self._wrap_for(text)
        super().setPlainText(text)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take texts, and no files."""
        return not holds_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste a text."""
        self._wrap_for(self.toPlainText() + source.text())
        super().insertFromMimeData(source)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the editing is over, unless a menu of the text's own has come up."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def can_undo(self) -> bool:
        """Whether something that was typed can be taken back here."""
        return self.document().isUndoAvailable()

    def can_redo(self) -> bool:
        """Whether something that was taken back can be typed anew here."""
        return self.document().isRedoAvailable()

    def forget_typing(self) -> None:
        """Take nothing back here that was typed until now."""
        self.document().clearUndoRedoStacks()

    def _wrap_for(self, text: str) -> None:
        """Wrap the lines, unless the text is about to hold a word that is longer than several pages.

        Qt's time to wrap a single word grows with the square of its length.
        """
        longest = max(map(len, text.split()), default=0)
        modes = QTextOption.WrapMode
        self.setWordWrapMode(
            modes.NoWrap if longest > LONGEST_WORD else modes.WrapAtWordBoundaryOrAnywhere,
        )
