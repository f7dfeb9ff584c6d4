"""A check box for an option that may be unavailable: it can be reached and read, but not switched on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from planner.gui.parts.tick import TickBox


class SoftCheckBox(TickBox):
    """Stays enabled when unavailable, so that its reason can be read; refuses to be checked.

    ``wanted`` comes when the user switches it, ``refused`` when it would not be switched on,
    ``step`` with -1 or 1 for the arrow keys, and ``reached`` when the keys have come to it.
    """

    wanted = Signal(bool)
    refused = Signal()
    step = Signal(int)
    reached = Signal()

    def __init__(self) -> None:
        """Begin as available and off."""
        super().__init__()
        self.reason = ""
        self._quiet = False
        self.toggled.connect(self._toggled)

    @property
    def grey(self) -> bool:
        """Whether the option is unavailable; the box itself stays enabled."""
        return bool(self.reason) or super().grey

    def show_state(self, on: bool, reason: str) -> None:
        """Show whether the option is on, and why it is unavailable ("" when it is not)."""
        self._quiet = True
        self.reason = reason
        self.setChecked(on)
        self._quiet = False
        self.update()

    def nextCheckState(self) -> None:
        """Go on to the other state, unless that is not to be had."""
        if self.reason and not self.isChecked():
            self.refused.emit()
        else:
            super().nextCheckState()

    def _toggled(self, on: bool) -> None:
        if self._quiet:
            return
        if on and self.reason:  # a screen reader's "toggle" does not pass nextCheckState
            self.show_state(False, self.reason)
            self.refused.emit()
        else:
            self.wanted.emit(on)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keys have come here, once whoever led them has scrolled."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.reached.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the up and down arrows go on to the neighbours, and Enter switch like Space."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
