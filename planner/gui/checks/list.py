"""The list of findings: Enter goes to the place of one, a click on its fix mends it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from planner.core.findings import Finding
from planner.gui.checks.delegate import FindingDelegate, fix_rect
from planner.gui.checks.model import FindingModel
from planner.gui.theme import Theme

TALLEST = 180


class FindingList(QListView):
    """Lists findings; ``fix_clicked`` comes when a fix is clicked, and once for a double click."""

    fix_clicked = Signal(object)

    def __init__(self, model: FindingModel, theme: Theme) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("finding_list")
        self.setAccessibleName("Findings")
        self._findings = model
        self._pressed: Finding | None = None
        self._mending = False
        self.painter = FindingDelegate(theme, self)
        self.setItemDelegate(self.painter)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat Enter as a double click, on every system; the row that the keys go to is seen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
        self._show_current()

    def setSelection(self, _rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the current row: it becomes higher, so that its neighbour may stand where it was."""
        self.selectionModel().select(self.currentIndex(), command)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave all rows where they are when a fix is pressed."""
        self._pressed = self._fix_at(event)
        self._mending = self._pressed is not None
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on a fix."""
        pressed, self._pressed = self._pressed, None
        if not pressed:
            super().mouseReleaseEvent(event)
        elif self._fix_at(event) == pressed:
            self.fix_clicked.emit(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where the first click has led, but for a fix: another row may be under the pointer by now."""
        if not self._mending and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(self.currentIndex())

    def _fix_at(self, event: QMouseEvent) -> Finding | None:
        """The finding whose fix is under the left button."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        finding = self._findings.finding(index)
        if finding is None or not finding.fix or event.button() != Qt.MouseButton.LeftButton:
            return None
        return finding if fix_rect(self.visualRect(index), finding, self.font()).contains(place) else None

    def grow_for(self, index: QModelIndex) -> None:
        """Be high enough to read a row, and stay so: what is below the pointer moves as little as can be."""
        wanted = min(TALLEST, self.sizeHintForIndex(index).height())
        self.setMinimumHeight(max(self.minimumHeight(), wanted))

    def _show_current(self) -> None:
        """Bring the row in full into view, from its beginning where it is higher than the list.

        Qt has scrolled to where it was before the heights of the rows were others.
        """
        self.executeDelayedItemsLayout()
        row = self.visualRect(self.currentIndex())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        below = min(row.top(), row.bottom() + 1 - height)
        bar.setValue(bar.value() + (row.top() if row.top() < 0 else max(0, below)))

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Keep the topmost row where it is while others change; at the top, new ones may come above it."""
        bar, top = self.verticalScrollBar(), QPersistentModelIndex(self.indexAt(QPoint(1, 1)))
        if not bar.value():
            yield
            return
        offset = self.visualRect(top).top()
        yield
        if top.isValid():
            self.executeDelayedItemsLayout()
            bar.setValue(bar.value() + self.visualRect(top).top() - offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
