"""What stands on a card: texts and badges of a channel, made once and kept until something changes."""

from dataclasses import dataclass

from planner.core.catalog import Platform
from planner.core.facts import VerdictKind
from planner.core.names import option_name
from planner.core.plan import Channel
from planner.core.situation import Situation
from planner.core.verdict_words import MARKS
from planner.core.verdicts import any_click_counts, judge, judge_all
from planner.gui.checks.severities import count_text, counts
from planner.gui.paint import UNKNOWN_COLOUR, Badge
from planner.gui.session import Session

UNTRACKED = Badge(str(VerdictKind.IMPOSSIBLE), f"{MARKS[VerdictKind.IMPOSSIBLE]} No click can be tracked")


@dataclass(frozen=True, slots=True)
class Card:
    """A card's tile (mark and colour), name, native name, text and badges."""

    mark: str
    colour: str
    name: str
    native: str
    text: str
    badges: tuple[Badge, ...]

    @property
    def spoken(self) -> str:
        """Everything on the card, as a screen reader says it."""
        parts = (f"{self.name} {self.native}".strip(), self.text, *(badge.text for badge in self.badges))
        return ", ".join(filter(None, parts))


class Cards:
    """Makes cards, and keeps each as long as its channel and findings are the same."""

    def __init__(self, session: Session) -> None:
        """Make cards of a session's channels."""
        self._session = session
        self._kept: dict[str, tuple[Channel, Card]] = {}
        self._judged: dict[tuple[str, str], Badge] = {}

    def forget(self) -> None:
        """Make all cards anew when they are next asked for."""
        self._kept.clear()
        self._judged.clear()

    def forget_one(self, channel_id: str) -> None:
        """Make a card anew when it is next asked for."""
        self._kept.pop(channel_id, None)

    def card(self, channel: Channel) -> Card:
        """The card of a channel."""
        kept = self._kept.get(channel.id)
        if kept is None or kept[0] is not channel:
            kept = self._kept[channel.id] = (channel, self._make(channel))
        return kept[1]

    def _make(self, channel: Channel) -> Card:
        platform = self._session.catalog.platforms.get(channel.platform)
        text = ". ".join(part.strip().rstrip(".") for part in (channel.role, channel.cadence) if part.strip())
        found = self._finding_badges(channel.id)
        if platform is None:
            badges = (Badge(str(VerdictKind.UNKNOWN), "? Not in this catalog"), *found)
            return Card("?", UNKNOWN_COLOUR, channel.platform, "", text, badges)
        badges = (*self._tracking_badges(channel, platform), *found)
        return Card(platform.mark, platform.colour, platform.name, platform.native_name, text, badges)

    def _tracking_badges(self, channel: Channel, platform: Platform) -> list[Badge]:
        catalog = self._session.catalog
        if not channel.tracking and not any_click_counts(catalog, judge_all(catalog, platform)):
            return [UNTRACKED]
        return [self._option_badge(platform, option) for option in channel.tracking]

    def _option_badge(self, platform: Platform, option: str) -> Badge:
        if (platform.id, option) not in self._judged:
            self._judged[platform.id, option] = self._judge(platform, option)
        return self._judged[platform.id, option]

    def _judge(self, platform: Platform, option: str) -> Badge:
        catalog = self._session.catalog
        kind = judge(catalog, platform, option, Situation.of(self._session.plan, platform.id)).kind
        known = catalog.options.get(option)
        name = known.short if known else option_name(catalog, option)
        words = name if kind is VerdictKind.AVAILABLE else f"{name} {kind}"
        return Badge(str(kind), f"{MARKS[kind]} {words}")

    def _finding_badges(self, channel_id: str) -> list[Badge]:
        numbers = counts(self._session.checking.of(channel_id))
        return [Badge(str(severity), count_text(severity, number)) for severity, number in numbers.items()]
