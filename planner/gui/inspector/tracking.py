"""The Tracking tab: what can be measured here, what cannot and why, and what to use instead."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core import edits
from planner.core.citations import together
from planner.core.freshness import NOTHING_OLD, with_age
from planner.gui.chips import chip
from planner.gui.commands import add_platforms
from planner.gui.inspector.links import LinksPart
from planner.gui.inspector.option_row import OptionWidget
from planner.gui.inspector.options import OptionRow, add_beside, closed, option_rows, switch
from planner.gui.inspector.subject import NOTHING, View
from planner.gui.inspector.way_cards import WayCards
from planner.gui.parts.choice import Choices
from planner.gui.parts.labels import Words, boxed
from planner.gui.parts.scroll import Column
from planner.gui.session import Session

NO_PLATFORM = "This catalog does not know the platform, so nothing can be said of what works there."


class TrackingTab(Column):
    """Ten rows in the catalog's order, under the reason why nothing works where that is so."""

    def __init__(self, session: Session, choices: Callable[[str], Choices]) -> None:
        """Begin empty; ``show_view`` fills it."""
        super().__init__()
        self.setObjectName("tracking_tab")
        self._view = View(session, NOTHING)
        self._title = Words("", bold=True)
        self._reason = Words("", small=True)
        self._source = Words("", "quiet", small=True)
        self._callout = boxed("callout", self._title, self._reason, self._source)
        self._unknown = Words(NO_PLATFORM, "quiet")
        self._in_full = chip("Sources in full", "sources_in_full", self._show_again)
        self._options = QWidget()
        self._list = QVBoxLayout(self._options)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._rows: list[OptionWidget] = []
        self._common = Words("", "quiet", small=True)
        self._ways = WayCards()
        self._ways.replacing.connect(self._replace)
        self._ways.adding.connect(self._add)
        self.links = LinksPart(session, choices)
        self.add(self._callout, self._unknown, self._in_full)
        self.add(self._options, self._common, self._ways, self.links)
        self.rows.addStretch(1)

    def show_view(self, view: View) -> None:
        """Show what can be tracked for a subject."""
        self._view = view
        reason = closed(view)
        self._callout.setVisible(reason is not None)
        if reason:
            self._title.say(reason.title)
            self._reason.say(reason.reason)
            self._source.say(reason.source)
        rows = option_rows(view)
        self._unknown.setVisible(view.platform is None)
        self._show_rows(rows, reason.sources if reason else frozenset())
        self._ways.show_view(view)
        self.links.setVisible(view.channel is not None)
        if view.channel:
            self.links.show_view(view)

    def show_record(self, id: str) -> None:
        """Go to a link."""
        self.links.book.show_record(id)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(self.links.y()))

    def _show_rows(self, rows: tuple[OptionRow, ...], said: frozenset[str]) -> None:
        """Show the rows; a way on that several share is said once below them, a source never twice."""
        while len(self._rows) < len(rows):
            self._rows.append(self._new_row())
        shared, old = shared_ways(rows), self._view.old if rows else NOTHING_OLD
        cited = together(way.source for row in rows for way in row.words.ways if way.text in shared)
        for widget, row in zip(self._rows, rows, strict=False):
            editable = self._view.channel is not None
            source, in_full = not row.sources <= said, self._in_full.isChecked()
            widget.show_row(row, old, said=shared, source=source, in_full=in_full, editable=editable)
        self._in_full.setVisible(bool(rows))
        for place, widget in enumerate(self._rows):
            widget.setVisible(place < len(rows))
        lines = (*(f"→ {text}" for text in shared), with_age(cited, old))
        self._common.say("\n".join(filter(None, lines)))

    def _show_again(self) -> None:
        self.show_view(self._view)

    def _new_row(self) -> OptionWidget:
        widget = OptionWidget()
        widget.wanted.connect(self._switch)
        widget.refused.connect(self._say_why)
        widget.box.step.connect(lambda step: self._step(widget, step))
        widget.box.reached.connect(lambda: self.ensureWidgetVisible(widget, 0, 8))
        self._list.addWidget(widget)
        return widget

    def _switch(self, option: str, on: bool) -> None:
        if not switch(self._view, option, on):
            self.show_view(self._view)

    def _say_why(self, option: str) -> None:
        switch(self._view, option, on=True)

    def _step(self, widget: OptionWidget, step: int) -> None:
        shown = [row for row in self._rows if not row.isHidden()]
        place = shown.index(widget) + step
        if 0 <= place < len(shown):
            shown[place].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _replace(self, platform: str) -> None:
        """Put another platform into the channel's place."""
        session, channel = self._view.session, self._view.channel
        if channel:
            label = f"Replace {self._view.name} with {session.catalog.platforms[platform].name}"
            session.do(edits.set_field(session.document.tree, channel.id, "platform", platform, label))

    def _add(self, platform: str) -> None:
        """Add another platform beside the channel, or to the current phase."""
        session = self._view.session
        if self._view.channel:
            session.do(add_beside(self._view, session.catalog.platforms[platform]))
        else:
            add_platforms(session, [platform])


def shared_ways(rows: Sequence[OptionRow]) -> list[str]:
    """The ways on that several options share, in the order in which they are met."""
    times = Counter(way.text for row in rows for way in row.words.ways)
    return [text for text, count in times.items() if count > 1]
