"""Small round buttons to filter by."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from planner.gui.menu_text import as_menu_text

LONGEST = 150

Changed = Callable[[], None]
Choices = Callable[[], Mapping[str, str]]


def chip(text: str, name: str, changed: Changed) -> QToolButton:
    """A chip that is on or off."""
    made = QToolButton()
    made.setObjectName(name)
    made.setProperty("chip", "true")
    made.setText(text)
    made.setCheckable(True)
    made.toggled.connect(lambda _on: changed())
    return made


class ChoiceChip(QToolButton):
    """A chip that opens a menu of choices, one of which can be chosen; "" is none."""

    def __init__(
        self, title: str, name: str, choices: Choices, changed: Changed, *, none: str = "", tip: str = ""
    ) -> None:
        """Offer choices, asked for when they are first needed; ``none`` is what no choice means."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("chip", "true")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chosen = ""
        self._title = title
        self._choices = choices
        self._changed = changed
        self._none = none
        self._tip = tip
        self.setAccessibleDescription(tip)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._show()

    def choose(self, choice: str) -> None:
        """Take a choice, "" for none."""
        self.chosen = choice
        self._show()
        self._changed()

    def _fill(self) -> None:
        self.menu().clear()
        for choice, name in {"": self._none or f"Any {self._title.lower()}", **self._choices()}.items():
            action = self.menu().addAction(as_menu_text(name), partial(self.choose, choice))
            action.setCheckable(True)
            action.setChecked(choice == self.chosen)

    def _show(self) -> None:
        shown = self._choices().get(self.chosen, self._title) if self.chosen else self._title
        short = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, LONGEST)
        self.setText(as_menu_text(f"{short} ▾"))
        self.setToolTip(shown if short != shown else self._tip)
        self.setAccessibleName(f"{self._title}: {shown if self.chosen else self._none.lower() or 'any'}")
        self.setProperty("chosen", "true" if self.chosen else "false")
        self.style().polish(self)
