"""What makes each tab of the inspector; this is imported when something is first selected."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from planner.gui.inspector.activities import ActivitiesTab
from planner.gui.inspector.overview import OverviewTab
from planner.gui.inspector.subject import View
from planner.gui.inspector.texts import CopyTab, TextTab
from planner.gui.inspector.tracking import TrackingTab
from planner.gui.parts.choices import chooser
from planner.gui.session import Session
from planner.gui.theme import Theme

ABOUT_NOTES = "Anything worth keeping about this channel"


class Tab(Protocol):
    """What each tab can do."""

    def show_view(self, view: View) -> None:
        """Show a subject."""


class TabOfRecords(Tab, Protocol):
    """What a tab with a list of records can do."""

    def show_record(self, id: str) -> None:
        """Go to a record."""


def makers(session: Session, theme: Theme) -> Mapping[str, Callable[[], QWidget]]:
    """What makes each tab, by its name."""
    choices = chooser(session)
    return {
        "overview": partial(OverviewTab, session, choices),
        "tracking": partial(TrackingTab, session, choices),
        "activities": partial(ActivitiesTab, session, choices),
        "copy": partial(CopyTab, session, theme),
        "notes": partial(TextTab, session, "notes", "Notes", ABOUT_NOTES),
    }
