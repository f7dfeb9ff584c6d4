"""The Overview tab: what the channel is for, the account, and what the catalog knows of the platform."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from planner.core.catalog import Platform
from planner.gui.inspector.account import AccountPart
from planner.gui.inspector.facts import Section, fact_sections
from planner.gui.inspector.fit import FitPart
from planner.gui.inspector.rechecks import RechecksPart
from planner.gui.inspector.subject import View
from planner.gui.inspector.tables import CHANNEL, SEVERAL
from planner.gui.parts.choice import Choices
from planner.gui.parts.form import Form
from planner.gui.parts.labels import WebLink, Words, heading, rule
from planner.gui.parts.scroll import Column, empty
from planner.gui.parts.targets import ManyTarget, RecordTarget
from planner.gui.session import Session


class OverviewTab(Column):
    """The channel's fields, how well the platform suits, the account's fields, and the facts."""

    def __init__(self, session: Session, choices: Callable[[str], Choices]) -> None:
        """Begin empty; ``show_view`` fills it."""
        super().__init__(spacing=12)
        self.setObjectName("overview_tab")
        self._form = Form(session, CHANNEL, choices)
        self._fit = FitPart()
        self._several = Form(session, SEVERAL, choices)
        self._account = AccountPart(session, choices)
        self._rechecks = RechecksPart(session, choices)
        self._rules = (rule(), rule(), rule())
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        self._known: Platform | None = None
        self.add(self._form, self._several, self._fit, self._rules[0], self._account, self._rules[1])
        self.add(self._rechecks, self._rules[2])
        self.rows.addLayout(self._facts)
        self.rows.addStretch(1)

    def show_view(self, view: View) -> None:
        """Show all there is to know of a subject."""
        channel, several = view.channel, len(view.subject.channels) > 1
        self._form.setVisible(channel is not None)
        self._several.setVisible(several)
        self._account.setVisible(not several)
        self._rechecks.setVisible(not several and view.platform is not None)
        for line, shown in zip(self._rules, (view.platform is not None,) * 3, strict=True):
            line.setVisible(shown and not several)
        if several:
            self._several.bind(ManyTarget(view.subject.channels), "the selected channels")
        elif channel and self._form.target_key != channel.id:
            self._form.bind(RecordTarget(channel.id), view.name)
        elif channel:
            self._form.refresh()
        self._fit.setVisible(not several and view.platform is not None)
        if not several:
            self._account.show_view(view)
            self._rechecks.show_view(view)
            self._fit.show_view(view)
        self._show_facts(view, None if several else view.platform)

    def _show_facts(self, view: View, platform: Platform | None) -> None:
        if platform is self._known:
            return
        self._known = platform
        empty(self._facts)
        for section in fact_sections(view.session.catalog, platform) if platform else ():
            self._show_section(section)

    def _show_section(self, section: Section) -> None:
        title = heading(section.title)
        title.setContentsMargins(0, 6, 0, 0)
        self._facts.addWidget(title)
        for text, address in section.sources:
            self._facts.addWidget(WebLink(text, address))
        for sentence in section.sentences:
            self._facts.addWidget(Words(sentence, "quiet", small=True))
