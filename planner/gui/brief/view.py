"""The Brief view: all that the plan is about, in sections with a list of them at the left."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from planner.gui.brief.cover import CoverBox
from planner.gui.brief.lists import holder_of
from planner.gui.brief.row_list import RowList
from planner.gui.brief.tables import PARTS, SIX, Cover, Rows, Section
from planner.gui.parts.choices import chooser
from planner.gui.parts.form import Form
from planner.gui.parts.labels import Words, heading
from planner.gui.parts.look import Dress
from planner.gui.parts.scroll import Column
from planner.gui.parts.targets import RecordTarget
from planner.gui.session import Session
from planner.gui.theme import Theme

WIDEST = 760
LETTERS = 23  # that a line of a page has room for at least
INDEX, LETTERS_OF_INDEX = 150, 11
PAGES: Mapping[str, str] = {
    **{slot: slot.capitalize() for slot in ("goals", "people", "accounts", "skipped", "phases")},
    "rechecks": "Checked",
}


class Page(Column):
    """One page of the brief: its forms and lists below each other."""

    def __init__(self, session: Session, parts: tuple[Section | Rows | Cover, ...]) -> None:
        """Make the page; ``refresh`` fills it."""
        super().__init__(margin=28, spacing=12)
        self._session = session
        self._forms: list[tuple[Section, Form]] = []
        self._lists: list[RowList | CoverBox] = []
        choices = chooser(session)
        for part in parts:
            title = heading(part.title, large=True)
            title.setContentsMargins(0, 10, 0, 0)
            self.add(title, Words(part.about, "quiet"))
            if isinstance(part, Rows):
                self._lists.append(RowList(session, part, choices))
                self.add(self._lists[-1])
            elif isinstance(part, Cover):
                self._lists.append(CoverBox(session))
                self.add(self._lists[-1])
            else:
                self._forms.append((part, Form(session, part.fields, choices, SIX)))
                self.add(self._forms[-1][1])
        self.rows.addStretch(1)
        self.inside.setMaximumWidth(WIDEST)

    def minimumSizeHint(self) -> QSize:
        """So wide that a field can be filled in."""
        margins = self.rows.contentsMargins()
        line = LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(margins.left() + line + margins.right(), super().minimumSizeHint().height())

    def refresh(self) -> None:
        """Show what the plan says now."""
        for part, form in self._forms:
            target = RecordTarget(holder_of(self._session.plan, part.record).id)
            if form.target_key == target.key:
                form.refresh()
            else:
                form.bind(target, "" if part.record == "plan" else f"the {part.record}")
        for each in self._lists:
            each.refresh()


class BriefView(QWidget):
    """Pages of the brief, each made when it is first shown."""

    def __init__(self, session: Session, theme: Theme) -> None:
        """Follow a session."""
        super().__init__()
        self.setObjectName("brief")
        self._session = session
        self._pages: dict[str, Page] = {}
        self.index = QListWidget()
        self.index.setObjectName("brief_index")
        self.index.setAccessibleName("Parts of the brief")
        self.index.setProperty("part", "index")
        self.index.addItems(list(PARTS))
        letters = LETTERS_OF_INDEX * self.index.fontMetrics().averageCharWidth()
        self.index.setFixedWidth(max(INDEX, letters))
        self.index.currentRowChanged.connect(self.refresh)
        self._place = QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 14, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.index)
        row.addLayout(self._place, 1)
        Dress(self, theme)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.refresh)
        session.plan_changed.connect(self._late.start)
        session.opened.connect(self._late.start)
        session.reveal.connect(self.reveal)
        self.index.setCurrentRow(0)

    def refresh(self) -> None:
        """Show the chosen page as the plan is now."""
        name = list(PARTS)[max(0, self.index.currentRow())]
        if name not in self._pages:
            self._pages[name] = Page(self._session, PARTS[name])
            self._place.addWidget(self._pages[name])
        for other, page in self._pages.items():
            page.setVisible(other == name)
        self._pages[name].refresh()

    def reveal(self, record_id: str, place: str) -> None:
        """Show the page that a record stands on."""
        plan = self._session.plan
        pages = {plan.book.id: "Book", plan.author.id: "Author"}
        for slot, page in PAGES.items():
            pages.update({record.id: page for record in getattr(plan, slot)})
        if record_id in pages or place == "brief":
            self.index.setCurrentRow(list(PARTS).index(pages.get(record_id, "Launch")))
