"""The sections of a document to be ticked, in a menu that stays open meanwhile."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from planner.export.presets import SECTION_NAMES

PRESSED = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SectionsMenu(QMenu):
    """Ticks sections one by one, all or none; ``changed`` comes when others are ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin without sections."""
        super().__init__(parent)
        self._boxes: list[QAction] = []

    def offer(self, sections: Iterable[str], without: frozenset[str]) -> None:
        """Offer sections, of which some are left out."""
        self.clear()
        for name, on in (("All sections", True), ("No section", False)):
            self.addAction(name).triggered.connect(lambda _checked, on=on: self._tick_all(on=on))
        self.addSeparator()
        self._boxes = [self._box(id, on=id not in without) for id in sections]

    @property
    def offered(self) -> frozenset[str]:
        """The sections that can be ticked."""
        return frozenset(box.data() for box in self._boxes)

    @property
    def left_out(self) -> frozenset[str]:
        """Those of them that are not ticked."""
        return frozenset(box.data() for box in self._boxes if not box.isChecked())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked, and stay open."""
        action = self.actionAt(event.position().toPoint())
        if action in self.actions() and not action.isSeparator():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys are at, and stay open."""
        action = self.activeAction()
        if action in self.actions() and event.key() in PRESSED:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _box(self, id: str, *, on: bool) -> QAction:
        box = self.addAction(SECTION_NAMES[id])
        box.setCheckable(True)
        box.setChecked(on)
        box.setData(id)
        box.triggered.connect(self.changed)
        return box

    def _tick_all(self, *, on: bool) -> None:
        for box in self._boxes:
            box.setChecked(on)
        self.changed.emit()
