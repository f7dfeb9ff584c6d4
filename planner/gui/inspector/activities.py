"""The Activities tab: the dated work of the channel."""

from collections.abc import Callable, Sequence
from datetime import date

from planner.core import edits
from planner.core.days import day_text, offset, resolve, t_minus
from planner.core.plan import Activity, Node
from planner.gui.inspector.subject import NOTHING, View
from planner.gui.inspector.tables import ACTIVITY
from planner.gui.parts.choice import Choices
from planner.gui.parts.form import Form
from planner.gui.parts.labels import shortened
from planner.gui.parts.record_book import Book, RecordBook
from planner.gui.parts.scroll import Column
from planner.gui.session import Session

NO_TASKS = "No activities yet. Add the first one: what has to be done, and when."


class ActivitiesTab(Column):
    """The list of activities with the fields of the current one."""

    def __init__(self, session: Session, choices: Callable[[str], Choices]) -> None:
        """Begin empty; ``show_view`` fills it."""
        super().__init__()
        self.setObjectName("activities_tab")
        self._session = session
        self._view = View(session, NOTHING)
        book = Book(
            one="activity",
            title="Activities",
            nothing=NO_TASKS,
            records=self._records,
            describe=self._describe,
            add=lambda: edits.add_activity(session.document.tree, self._view.subject.channel),
        )
        self.book = RecordBook(session, book, Form(session, ACTIVITY, choices))
        self.add(self.book)
        self.rows.addStretch(1)

    def show_view(self, view: View) -> None:
        """Show the activities of a channel."""
        self._view = view
        self.book.refresh()

    def show_record(self, id: str) -> None:
        """Go to an activity."""
        self.book.show_record(id)

    def _records(self) -> Sequence[Node]:
        return self._view.channel.activities if self._view.channel else ()

    def _describe(self, node: Node) -> str:
        assert isinstance(node, Activity)
        plan = self._session.plan
        owner = next((person.name for person in plan.people if person.id == node.owner), node.owner)
        about = (due_text(node, plan.launch), owner, node.state.value)
        return f"{shortened(node.title) or 'Without a title'}\n{' · '.join(filter(None, about))}"


def due_text(activity: Activity, launch: date | None) -> str:
    """When an activity is due, as T-minus and as a date, as far as both are known."""
    days, day = offset(activity.due, launch), resolve(activity.due, launch)
    return ", ".join(filter(None, (t_minus(days) if days is not None else "", day_text(day) if day else "")))
