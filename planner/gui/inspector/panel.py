"""The panel on the right: all about the selected channel or platform, tab by tab."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.gui.inspector.header import Header
from planner.gui.inspector.subject import NOTHING, Subject, View, subject_of
from planner.gui.parts.labels import Words, heading
from planner.gui.parts.look import Dress
from planner.gui.parts.scroll import Column
from planner.gui.parts.tabs import Tabs
from planner.gui.session import Session
from planner.gui.theme import Theme

if TYPE_CHECKING:
    from planner.gui.inspector.tabs import Tab, TabOfRecords

HELP = (
    "Select a channel on the board to see and change all about it.",
    "Select a platform on the left to read what works there, what does not, and why.",
    "Drag a platform into a phase to use it, or press Enter.",
)
BEGIN = (
    "Say in the brief what the book is: the platforms on the left are then sorted by how well they suit it.",
    "Then let channels be suggested for each phase, within your hours and your money.",
    "Or begin with a template or the sample: File, New plan.",
)
TABS = ("overview", "tracking", "activities", "copy", "notes")
TAB_OF = {"links": "tracking"}
OF_RECORDS = ("links", "activities")
FOR_SEVERAL = ("overview",)
FOR_PLATFORMS = ("overview", "tracking")


class Inspector(QWidget):
    """Follows the selection; a tab is made when it is first shown, and kept fresh while it is seen."""

    def __init__(self, session: Session, theme: Theme) -> None:
        """Follow a session."""
        super().__init__()
        self.setObjectName("inspector")
        self._session = session
        self._theme = theme
        self._subject = NOTHING
        self._header = Header()
        self._begin = self._make_begin()
        self.tabs = Tabs([name.capitalize() for name in TABS])
        self.tabs.setObjectName("inspector_tabs")
        self.tabs.setAccessibleName("Parts of the inspector")
        self._made: dict[str, QWidget] = {}
        self._shown: dict[str, Subject] = {}
        self._lay_out()
        Dress(self, theme)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the selection as it is now."""
        session = self._session
        subject = subject_of(session, session.selection, session.looked_at)
        if subject != self._subject:
            session.end_run()
        self._subject = subject
        self._stack.setCurrentIndex(0 if subject == NOTHING else 1)
        self._begin.setVisible(not session.plan.channels)
        if subject == NOTHING:
            return
        self._offer(subject)
        view = View(session, subject)
        self._header.show_view(view, reasons=self.tabs.place == 0)
        self._show_tab(view)

    def reveal(self, record_id: str, place: str) -> None:
        """Open the tab of a place, at a record in it."""
        self.refresh()
        if place == "brief" or self._subject == NOTHING:
            return
        name = TAB_OF.get(place, place)
        if name in TABS:
            self.tabs.choose(TABS.index(name))
            if place in OF_RECORDS and name in self._made:
                tab: TabOfRecords = self._made[name]  # type: ignore[assignment]  # so it is in these places
                tab.show_record(record_id)

    @cached_property
    def _makers(self) -> Mapping[str, Callable[[], QWidget]]:
        from planner.gui.inspector.tabs import makers

        return makers(self._session, self._theme)

    def _make_begin(self) -> QWidget:
        """What an empty plan begins with."""
        begin = QWidget()
        rows = QVBoxLayout(begin)
        rows.setContentsMargins(0, 0, 0, 18)
        rows.setSpacing(10)
        brief = QPushButton("Fill in the brief")
        brief.setObjectName("begin_brief")
        brief.setProperty("primary", "true")
        brief.clicked.connect(lambda: self._session.reveal.emit(self._session.plan.id, "brief"))
        suggest = QPushButton("Suggest channels…")
        suggest.setObjectName("begin_suggest")
        suggest.clicked.connect(lambda: self._session.reveal.emit(self._session.plan.id, "suggest"))
        for each in (heading("Begin with the book"), *(Words(text, "quiet") for text in BEGIN)):
            rows.addWidget(each)
        for button in (brief, suggest):
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return begin

    def _show_tab(self, view: View) -> None:
        name = TABS[self.tabs.place]
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.tabs.put(self._made[name])
        made = self._made[name]
        tab: Tab = made  # type: ignore[assignment]  # every maker makes a tab
        anew = self._shown.get(name) != view.subject
        self._shown[name] = view.subject
        with made.filled_at_once() if anew and isinstance(made, Column) else nullcontext():
            tab.show_view(view)

    def _offer(self, subject: Subject) -> None:
        """Let through the tabs that make sense for a subject."""
        several = len(subject.channels) > 1
        allowed = FOR_SEVERAL if several else TABS if subject.channel else FOR_PLATFORMS
        if TABS[self.tabs.place] not in allowed:
            self.tabs.choose(0)
        self.tabs.let_through({TABS.index(name) for name in allowed})

    def _connect(self) -> None:
        session = self._session
        session.selection_changed.connect(self._late.start)
        session.plan_changed.connect(self._late.start)
        session.opened.connect(self._late.start)
        session.reveal.connect(self.reveal)
        self.tabs.chosen.connect(self.refresh)

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self.tabs, 1)
        help_page = Column(spacing=10)
        help_page.add(self._begin, heading("Nothing is selected"), *(Words(text, "quiet") for text in HELP))
        help_page.rows.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(help_page)
        self._stack.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
