"""What the inspector is about: channels of the plan, or a platform that is only being looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.core.catalog import Platform
from planner.core.freshness import Outdated
from planner.core.plan import Account, Channel, Phase
from planner.core.situation import Situation
from planner.gui.session import Session


@dataclass(frozen=True, slots=True)
class Subject:
    """The ids of the selected channels, and the platform that they (or the first of them) use."""

    channels: tuple[str, ...] = ()
    platform: str = ""

    @property
    def channel(self) -> str:
        """The one channel that can be edited, or ""."""
        return self.channels[0] if len(self.channels) == 1 else ""


NOTHING = Subject()


def subject_of(session: Session, selection: Sequence[str], looked_at: str = "") -> Subject:
    """What a selection is about; a platform that is looked at counts where no channel is selected."""
    tree = session.document.tree
    found = [tree.find(id) for id in selection if tree.has(id)]
    channels = [node for node in found if isinstance(node, Channel)]
    if channels:
        return Subject(tuple(channel.id for channel in channels), channels[0].platform)
    return Subject((), looked_at) if looked_at else NOTHING


class View:
    """A subject in a session, with short ways to all that the tabs ask for."""

    def __init__(self, session: Session, subject: Subject) -> None:
        """Look at a subject."""
        self.session = session
        self.subject = subject

    @property
    def channel(self) -> Channel | None:
        """The one selected channel as it is now, or None."""
        id, tree = self.subject.channel, self.session.document.tree
        return tree.get(id, Channel) if id and tree.has(id) else None

    @property
    def phase(self) -> Phase | None:
        """The phase of the one selected channel."""
        channel, tree = self.channel, self.session.document.tree
        return tree.get(tree.parent(channel.id), Phase) if channel else None

    @property
    def platform(self) -> Platform | None:
        """The platform, or None when the catalog does not know it."""
        return self.session.catalog.platforms.get(self.subject.platform)

    @property
    def account(self) -> Account | None:
        """The author's account on the platform, or None."""
        return self.session.plan.account(self.subject.platform)

    @property
    def situation(self) -> Situation:
        """For whom verdicts are asked."""
        return Situation.of(self.session.plan, self.subject.platform)

    @property
    def old(self) -> Outdated:
        """What of all that is known is old."""
        return self.session.old

    @property
    def name(self) -> str:
        """What the subject is called in labels."""
        return self.platform.name if self.platform else self.subject.platform
