"""A form made in a loop from a table of fields."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from planner.gui.parts.choice import Choices
from planner.gui.parts.field import Field, FieldBox
from planner.gui.parts.targets import Target
from planner.gui.session import Session


class Form(QWidget):
    """Fields in a grid of columns, all bound to one target."""

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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(9)
        row = column = 0
        for field in fields:
            span = min(field.span, columns)
            if column + span > columns:
                row, column = row + 1, 0
            grid.addWidget(self.boxes[field.name], row, column, 1, span)
            column += span
        for each in range(columns):
            grid.setColumnStretch(each, 1)
            grid.setColumnMinimumWidth(each, 20)

    def bind(self, target: Target, called: str) -> None:
        """Edit a target, which is ``called`` so in the labels of edits."""
        self.target_key = target.key
        for box in self.boxes.values():
            box.bind(target, called)

    def refresh(self) -> None:
        """Show what has changed in the plan."""
        for box in self.boxes.values():
            box.refresh()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.boxes.values())).editor.setFocus()
