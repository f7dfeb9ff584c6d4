"""A list of records with the form of the current one below it, and buttons to add, move and remove."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.core import edits
from planner.core.changes import Edit, Insert, Move
from planner.core.plan import Node
from planner.gui.parts.buttons import flat_button
from planner.gui.parts.form import Form
from planner.gui.parts.labels import Words, breakable
from planner.gui.parts.record_list import RecordList
from planner.gui.parts.targets import RecordTarget
from planner.gui.session import Session


@dataclass(frozen=True, slots=True)
class Book:
    """What a list of records is about: how they are called, found, described and made."""

    one: str
    title: str
    nothing: str
    records: Callable[[], Sequence[Node]]
    describe: Callable[[Node], str]
    add: Callable[[], Edit]


class RecordBook(QWidget):
    """Shows a book of records and edits the current one."""

    def __init__(self, session: Session, book: Book, form: Form) -> None:
        """Begin empty; ``refresh`` fills it."""
        super().__init__()
        self._session = session
        self._book = book
        self.form = form
        self._ids: list[str] = []
        self.list = RecordList(self.remove)
        self.list.setObjectName(f"{book.one}_list")
        self.list.setAccessibleName(book.title)
        self.list.currentRowChanged.connect(self._show_current)
        self._nothing = Words(book.nothing, "quiet")
        self._add = QPushButton(f"Add {book.one}")
        self._add.setObjectName(f"add_{book.one}")
        self._add.clicked.connect(self.add)
        self._tools = [
            self._tool("↑", f"Move {book.one} up", lambda: self.move_by(-1)),
            self._tool("↓", f"Move {book.one} down", lambda: self.move_by(1)),
            self._tool("✕", f"Remove {book.one}", self.remove),
        ]
        self._lay_out()

    def current(self) -> str:
        """The id of the current record, or ""."""
        row = self.list.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def show_record(self, id: str) -> None:
        """Make a record the current one."""
        if id in self._ids:
            self.list.setCurrentRow(self._ids.index(id))

    def refresh(self) -> None:
        """Show the records as they are now, and keep the current one."""
        records = self._book.records()
        kept = self.current()
        row = max(0, self.list.currentRow())
        ids = [record.id for record in records]
        texts = [breakable(self._book.describe(record)) for record in records]
        with QSignalBlocker(self.list):
            if ids == self._ids:
                for place, text in enumerate(texts):
                    self.list.item(place).setText(text)
            else:
                self._ids = ids
                self.list.clear()
                self.list.addItems(texts)
                self.list.setCurrentRow(ids.index(kept) if kept in ids else min(row, len(ids) - 1))
        self._show_current()

    def add(self) -> None:
        """Add a record and go to its first field."""
        edit = self._book.add()
        if self._session.do(edit):
            self.refresh()
            self.show_record(next((c.record.id for c in edit.changes if isinstance(c, Insert)), ""))
            self.form.focus_first()

    def remove(self) -> None:
        """Remove the current record."""
        if self.current():
            tree = self._session.document.tree
            self._session.do(edits.remove(tree, [self.current()], self._book.one))

    def move_by(self, step: int) -> None:
        """Move the current record up (-1) or down (1)."""
        place = self.list.currentRow() + step
        if self.current() and 0 <= place < len(self._ids):
            id, tree = self.current(), self._session.document.tree
            where = "up" if step < 0 else "down"
            self._session.do(Edit(f"Move {self._book.one} {where}", (Move(id, tree.parent(id), place),)))

    def _show_current(self) -> None:
        id = self.current()
        self._nothing.setVisible(not self._ids)
        self.list.setVisible(bool(self._ids))
        self.list.fit()
        self.form.setVisible(bool(id))
        may = not self._session.read_only
        self._add.setEnabled(may)
        for tool in self._tools:
            tool.setEnabled(bool(id) and may)
            tool.setVisible(bool(self._ids))
        if id and self.form.target_key != id:
            self.form.bind(RecordTarget(id), self._book.one)
        elif id:
            self.form.refresh()

    def _tool(self, sign: str, name: str, slot: Callable[[], None]) -> QToolButton:
        button = flat_button(sign, name, slot)
        button.setObjectName(name.lower().replace(" ", "_"))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._add)
        row.addStretch()
        for tool in self._tools:
            row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self.form)
