"""A list in the brief: each record or item in a line of fields, with buttons to add, move and remove."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.core.changes import Edit
from planner.gui.brief.lists import account_of, adding, lifting, removing, targets
from planner.gui.brief.tables import SIX, Rows
from planner.gui.inspector.asks import moot_fields
from planner.gui.parts.buttons import flat_button
from planner.gui.parts.choice import Choices
from planner.gui.parts.form import Form
from planner.gui.parts.labels import Words
from planner.gui.parts.targets import Target
from planner.gui.session import Session

AT_MOST = 60
MORE = "Only the first {} are shown here."


class RowList(QWidget):
    """Follows a list of the plan; lines are made when they are needed and kept."""

    def __init__(self, session: Session, rows: Rows, choices: Callable[[str], Choices]) -> None:
        """Begin empty; ``refresh`` fills it."""
        super().__init__()
        self.setObjectName(f"{rows.slot}_rows")
        self._session = session
        self._rows = rows
        self._choices = choices
        self._lines: list[tuple[QFrame, Form, QToolButton]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._more = Words("", "quiet", small=True)
        self._add = QPushButton(f"Add {rows.one}")
        self._add.setObjectName(f"add_{rows.slot}")
        self._add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the list as it is now."""
        found = targets(self._session.document.tree, self._rows)
        shown = found[:AT_MOST]
        while len(self._lines) < len(shown):
            self._lines.append(self._make_line(len(self._lines)))
        for place, (frame, form, up) in enumerate(self._lines):
            frame.setVisible(place < len(shown))
            up.setEnabled(0 < place < len(shown) and not self._session.read_only)
            if place >= len(shown):
                form.target_key = ""
                continue
            if form.target_key == shown[place].key:
                form.refresh()
            else:
                form.bind(shown[place], f"{self._rows.one} {place + 1}")
            self._leave_out_moot(form, shown[place])
        self._more.say(MORE.format(AT_MOST) if len(found) > AT_MOST else "")
        self._add.setEnabled(not self._session.read_only)

    def _leave_out_moot(self, form: Form, target: Target) -> None:
        """Ask of an account only what can change something on its platform."""
        session = self._session
        if account := account_of(session.document.tree, target):
            platform = session.catalog.platforms.get(account.platform)
            form.leave_out(moot_fields(session.catalog, platform, session.plan, account))

    def add(self) -> None:
        """Add a line and go to its first field."""
        first = next(iter(self._session.catalog.platforms), "")
        if self._session.do(adding(self._session.document.tree, self._rows, first)):
            self.refresh()
            place = len(targets(self._session.document.tree, self._rows)) - 1
            if place < len(self._lines):
                self._lines[place][1].focus_first()

    def _change(self, how: Callable[..., Edit], place: int) -> None:
        self._session.do(how(self._session.document.tree, self._rows, place))
        self._add.setFocus()

    def _make_line(self, place: int) -> tuple[QFrame, Form, QToolButton]:
        frame = QFrame()
        frame.setProperty("part", "card")
        form = Form(self._session, self._rows.fields, self._choices, SIX)
        up = flat_button("↑", f"Move {self._rows.one} {place + 1} up", lambda: self._change(lifting, place))
        out = flat_button("✕", f"Remove {self._rows.one} {place + 1}", lambda: self._change(removing, place))
        tools = QVBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(up)
        tools.addWidget(out)
        tools.addStretch()
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 10, 6, 12)
        row.addWidget(form, 1)
        row.addLayout(tools)
        self._list.addWidget(frame)
        return frame, form, up
