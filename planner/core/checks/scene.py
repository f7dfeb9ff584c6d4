"""What a check may look at: one channel with all that bears on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from planner.core.catalog import MAIL, Catalog, Platform
from planner.core.checks.background import Reader
from planner.core.days import When, offset, resolve
from planner.core.facts import Limit
from planner.core.plan import OPEN_STATES, Account, Activity, ActivityKind, Channel, Phase, State
from planner.core.rules import RuleBook
from planner.core.verdicts import Situation, Verdict, judge
from planner.core.words import Explanation, explain

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One channel, its platform, and the background, which notes what is read of it and of the phase."""

    catalog: Catalog
    rules: RuleBook
    background: Reader
    channel: Channel
    platform: Platform | None

    @property
    def account(self) -> Account | None:
        """The author's account on the channel's platform."""
        return self.background.account(self.channel.platform)

    @property
    def phase(self) -> Phase:
        """The channel's phase, whose channels no check reads."""
        return self.background.phase

    @property
    def open_work(self) -> Iterator[Activity]:
        """The activities that are still to be done."""
        return (each for each in self.channel.activities if each.state in OPEN_STATES)

    def open_of(self, kind: ActivityKind) -> Iterator[Activity]:
        """The activities of a kind that are still to be done."""
        return (each for each in self.open_work if each.kind is kind)

    @property
    def not_dropped(self) -> Iterator[Activity]:
        """The activities that are done or still to be done."""
        return (each for each in self.channel.activities if each.state is not State.DROPPED)

    def planned(self, kind: ActivityKind) -> Iterator[Activity]:
        """The activities of a kind that were not dropped."""
        return (each for each in self.not_dropped if each.kind is kind)

    def medium(self, placement: str) -> str:
        """What rules on texts, mail, print and ads go by, of a placement."""
        known = self.catalog.placements.get(placement)
        return known.medium if known else ""

    @property
    def writes_to_a_list(self) -> bool:
        """Whether messages to many are planned here, or links in them."""
        mailed = any(self.medium(link.placement) == MAIL for link in self.channel.links)
        return mailed or any(True for _ in self.planned(ActivityKind.SEND))

    @property
    def markets(self) -> frozenset[str]:
        """The markets that the channel is for: its own, else those of the book that the platform is in."""
        if self.channel.region:
            return frozenset({self.channel.region})
        regions = frozenset(self.platform.regions if self.platform else ())
        return regions & frozenset(self.background.book.markets) or (
            regions if len(regions) == 1 else frozenset()
        )

    @property
    def situation(self) -> Situation:
        """For whom verdicts are asked here."""
        return self.background.situation(self.channel.platform)

    def once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """What is the same for every channel on this platform, made when it is first asked for.

        ``make`` has to ask for everything that it rests on itself, so that it is noted.
        """
        return self.background.once((self.channel.platform, *key), make)

    def verdict(self, option: str, placement: str = "") -> Verdict:
        """The verdict on an option of the channel's platform, which the catalog must know."""
        platform = self.platform
        assert platform is not None
        key = ("verdict", option, placement)
        return self.once(key, lambda: judge(self.catalog, platform, option, self.situation, placement))

    def words(self, verdict: Verdict) -> Explanation:
        """The words for a verdict of this scene."""
        platform, asked = self.platform, (verdict.option, verdict.placement)
        assert platform is not None
        return self.once(
            ("words", *asked),
            lambda: explain(self.catalog, platform, self.verdict(*asked), self.situation),
        )

    def days_between(self, first: When | None, second: When | None) -> int | None:
        """Whole days from one day of the plan to another, or None where one is not known."""
        one, two = offset(first, self.background.launch), offset(second, self.background.launch)
        return None if one is None or two is None else two - one

    def limits(self, *measures: str) -> Iterator[Limit]:
        """The numbers of the platform that are of these measures."""
        limits = self.platform.limits if self.platform else ()
        return (limit for limit in limits if limit.measure in measures)

    def day(self, when: When | None) -> date | None:
        """The calendar day of ``when`` in this plan."""
        return resolve(when, self.background.launch)


def called(activity: Activity) -> str:
    """What an activity is called in a sentence."""
    return activity.title or "An activity without a name"
