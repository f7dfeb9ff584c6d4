"""What the author has looked up on the platform: notes that keep old facts from being told again."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core import edits
from planner.core.changes import Edit
from planner.core.ids import new_id
from planner.core.plan import Node, Recheck
from planner.core.plan_words import recheck_text
from planner.gui.inspector.subject import NOTHING, View
from planner.gui.inspector.tables import RECHECK
from planner.gui.parts.choice import Choices
from planner.gui.parts.form import Form
from planner.gui.parts.labels import heading, shortened
from planner.gui.parts.record_book import Book, RecordBook
from planner.gui.session import Session

NOTHING_YET = "When you have looked up what is said here, note it: the checks take it as fresh from that day."


class RechecksPart(QWidget):
    """The notes on a platform, with the fields of the current one."""

    def __init__(self, session: Session, choices: Callable[[str], Choices]) -> None:
        """Begin empty; ``show_view`` says for which platform."""
        super().__init__()
        self.setObjectName("rechecks_part")
        self._session = session
        self._view = View(session, NOTHING)
        book = Book(
            one="note",
            title="What you checked",
            nothing=NOTHING_YET,
            records=self._records,
            describe=lambda node: shortened(recheck_text(node)) if isinstance(node, Recheck) else "",
            add=self._add,
        )
        self.book = RecordBook(session, book, Form(session, RECHECK, choices))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading("What you checked yourself"))
        column.addWidget(self.book)

    def show_view(self, view: View) -> None:
        """Show the notes on a subject's platform."""
        self._view = view
        self.book.refresh()

    def _records(self) -> Sequence[Node]:
        platform = self._view.subject.platform
        return [each for each in self._session.plan.rechecks if each.platform == platform]

    def _add(self) -> Edit:
        tree, view = self._session.document.tree, self._view
        note = Recheck(id=new_id(), platform=view.subject.platform, on=self._session.today)
        return edits.add(tree, tree.plan.id, note, f"Note that I checked {view.name}")
