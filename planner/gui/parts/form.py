"""A form made in a loop from a table of fields."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.gui.parts.choice import Choices
from planner.gui.parts.field import Field, FieldBox
from planner.gui.parts.targets import Target
from planner.gui.session import Session

PAIRS = 2
LEAST = 20
NARROWEST = 15  # in average letters: what a field beside another one needs


class Form(QWidget):
    """Fields in a grid of columns, all bound to one target; many columns become fewer in little room."""

    def __init__(
        self,
        session: Session,
        fields: Sequence[Field],
        choices: Callable[[str], Choices],
        columns: int = 2,
    ) -> None:
        """Make all fields, each as many columns wide as its row says."""
        super().__init__()
        self.target_key = ""
        self.boxes = {field.name: FieldBox(session, field, choices) for field in fields}
        self._columns, self._shown = columns, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(9)
        self._lay_out(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        if self._columns > PAIRS:
            self._lay_out(next(each for each in (self._columns, PAIRS, 1) if self._fits(each)))

    def _fits(self, columns: int) -> bool:
        least = min(self._span(box.field, columns) for box in self.boxes.values())
        room = self.width() * least / columns
        return columns == 1 or room >= NARROWEST * self.fontMetrics().averageCharWidth()

    def _span(self, field: Field, columns: int) -> int:
        """How many of so many columns a field takes."""
        return ceil(min(field.span, self._columns) * columns / self._columns)

    def _lay_out(self, columns: int) -> None:
        if columns == self._shown:
            return
        row = column = 0
        for box in self.boxes.values():
            span = self._span(box.field, columns)
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(box, row, column, 1, span)
            column += span
        for each in range(self._columns):
            self._grid.setColumnStretch(each, int(each < columns))
            self._grid.setColumnMinimumWidth(each, LEAST if each < columns else 0)
        self._shown = columns

    def bind(self, target: Target, called: str) -> None:
        """Edit a target, which is ``called`` so in the labels of edits."""
        self.target_key = target.key
        for box in self.boxes.values():
            box.bind(target, called)

    def refresh(self) -> None:
        """Show what has changed in the plan."""
        for box in self.boxes.values():
            box.refresh()

    def leave_out(self, names: Iterable[str]) -> None:
        """Show all fields but these; the one that is typed in stays."""
        gone = {*names}
        for name, box in self.boxes.items():
            box.setVisible(name not in gone or box.editor.hasFocus())

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.boxes.values())).editor.setFocus()
