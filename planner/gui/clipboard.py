"""What is copied from a label is its text alone, without the marks at which its long words may be broken."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from planner.gui.parts.labels import unbroken


class CleanClipboard(QObject):
    """Follows a clipboard, and cleans what comes there while this program is the active one."""

    def __init__(self, clipboard: QClipboard, parent: QObject) -> None:
        """Follow a clipboard for as long as the parent lives."""
        super().__init__(parent)
        self._clipboard = clipboard
        clipboard.changed.connect(self._clean)

    @Slot(QClipboard.Mode)
    def _clean(self, mode: QClipboard.Mode) -> None:
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            return
        text = self._clipboard.text(mode)
        if unbroken(text) != text:
            self._clipboard.setText(unbroken(text), mode)
