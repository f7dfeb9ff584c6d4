"""Pages behind each other, and their names above them in as many rows as it takes to see them all."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.gui.parts.flow import Flow
from planner.gui.parts.labels import rule

BESIDE, GAP = 12, 5
KEYS = {QKeySequence.StandardKey.NextChild: 1, QKeySequence.StandardKey.PreviousChild: -1}


class Pages(QStackedWidget):
    """Asks for no more height than it can do with, and takes all that is left by what stands above it."""

    def sizeHint(self) -> QSize:
        """As low as it can be."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class Tabs(QWidget):
    """Shows the page whose name is chosen; ``chosen`` comes when that is another one.

    The keys stop at the chosen name alone: from there the arrows choose another.
    """

    chosen = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        """Make an empty page for each name, and show the first."""
        super().__init__()
        self._pages = Pages()
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self.buttons = [self._add(place, name) for place, name in enumerate(names)]
        names_in_rows = Flow(GAP)
        names_in_rows.add(*self.buttons)
        above = QHBoxLayout()
        above.setContentsMargins(BESIDE, 0, BESIDE, 0)
        above.addLayout(names_in_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(rule())
        column.addWidget(self._pages, 1)
        for key, step in KEYS.items():
            shortcut = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._go_on, step))
        self.choose(0)

    @property
    def place(self) -> int:
        """Which page is shown."""
        return self._pages.currentIndex()

    def choose(self, place: int) -> None:
        """Show a page."""
        self.buttons[place].setChecked(True)

    def put(self, widget: QWidget) -> None:
        """Fill the page that is shown."""
        page = self._pages.currentWidget()
        layout = page.layout() if page else None
        assert layout
        layout.addWidget(widget)

    def let_through(self, places: Collection[int]) -> None:
        """Leave out the names of all other pages."""
        for place, button in enumerate(self.buttons):
            button.setVisible(place in places)

    def _add(self, place: int, name: str) -> QPushButton:
        button = QPushButton()
        button.setText(name)
        button.setCheckable(True)
        button.setAutoExclusive(True)  # by which a screen reader tells it from a box to tick
        button.setProperty("part", "tab")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._group.addButton(button, place)
        page = QWidget()
        QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(page)
        return button

    def _toggled(self, place: int, on: bool) -> None:
        self._group.button(place).setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)
        if on and place != self.place:
            self._pages.setCurrentIndex(place)
            self.chosen.emit()

    def _go_on(self, step: int) -> None:
        seen = [place for place, button in enumerate(self.buttons) if not button.isHidden()]
        self.choose(seen[(seen.index(self.place) + step) % len(seen)])
