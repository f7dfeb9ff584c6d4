"""The room that the checks leave to what stands above them while they are folded."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from planner.gui.memory import Memory

NO_LIMIT = 16_777_215


class Folding(QObject):
    """Leaves a place at a splitter's end the room that it needs while a button is down, and remembers all."""

    def __init__(self, splitter: QSplitter, place: QWidget, button: QAbstractButton, memory: Memory) -> None:
        """Begin as it was left the last time."""
        super().__init__(splitter)
        self._splitter, self._place = splitter, place
        self._memory = memory
        button.setChecked(bool(memory.height_before_folding))
        if button.isChecked():
            QTimer.singleShot(0, self, self._fit)  # not before what is in it is shown
        button.toggled.connect(self._toggled)

    def _toggled(self, folded: bool) -> None:
        if folded:
            self._memory.height_before_folding = self._place.height()
            self._fit()
            return
        self._place.setMaximumHeight(NO_LIMIT)
        self._give(self._memory.height_before_folding)
        self._memory.height_before_folding = 0

    def _fit(self) -> None:
        least = self._place.minimumSizeHint().height()
        self._place.setMaximumHeight(least)
        self._give(least)

    def _give(self, height: int) -> None:
        self._splitter.setSizes([sum(self._splitter.sizes()) - height, height])
