"""What a check may look at: one channel with all that bears on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from planner.core.catalog import Catalog, Platform
from planner.core.days import When, offset, resolve
from planner.core.facts import Limit
from planner.core.plan import Account, Activity, ActivityKind, Book, Channel, Phase, Plan, Recheck, State
from planner.core.rules import RuleBook
from planner.core.verdicts import MAIL, Situation, Verdict, judge
from planner.core.words import Explanation, explain

T = TypeVar("T")
OPEN_STATES = (State.TO_DO, State.DOING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """All that bears on every channel alike; channels are judged again when it changes.

    ``book`` is without the texts that no check of a channel reads. ``verdicts`` and ``words`` remember what
    was judged and worded under it, by platform, option and placement, ``known`` all else that depends on the
    platform alone: channels share a few platforms.
    """

    book: Book
    accounts: tuple[Account, ...]
    skipped: tuple[str, ...]
    rechecks: tuple[Recheck, ...]
    time_zone: str
    launch: date | None
    today: date
    verdicts: dict[tuple[str, str, str], Verdict] = field(default_factory=dict, compare=False, repr=False)
    words: dict[tuple[str, str, str], Explanation] = field(default_factory=dict, compare=False, repr=False)
    known: dict[tuple[str, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, plan: Plan, today: date) -> "Background":
        """The background that a plan gives its channels on a day."""
        book = replace(plan.book, title="", subtitle="", hook="", blurb="", comps=(), bisac=())
        return cls(
            book=book,
            accounts=plan.accounts,
            skipped=tuple(each.platform for each in plan.skipped),
            rechecks=plan.rechecks,
            time_zone=plan.author.time_zone,
            launch=plan.launch,
            today=today,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One channel, its phase (without channels), its platform, and the background."""

    catalog: Catalog
    rules: RuleBook
    background: Background
    phase: Phase
    channel: Channel
    platform: Platform | None

    @property
    def account(self) -> Account | None:
        """The author's account on the channel's platform."""
        accounts = self.background.accounts
        return next((account for account in accounts if account.platform == self.channel.platform), None)

    @property
    def open_work(self) -> Iterator[Activity]:
        """The activities that are still to be done."""
        return (each for each in self.channel.activities if each.state in OPEN_STATES)

    def open_of(self, kind: ActivityKind) -> Iterator[Activity]:
        """The activities of a kind that are still to be done."""
        return (each for each in self.open_work if each.kind is kind)

    def planned(self, kind: ActivityKind) -> Iterator[Activity]:
        """The activities of a kind that were not dropped."""
        return (
            each for each in self.channel.activities if each.kind is kind and each.state is not State.DROPPED
        )

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
        background = self.background
        return Situation(self.account, background.book, background.accounts, background.skipped)

    def verdict(self, option: str, placement: str = "") -> Verdict:
        """The verdict on an option of the channel's platform, which the catalog must know."""
        assert self.platform is not None
        known, key = self.background.verdicts, (self.platform.id, option, placement)
        if key not in known:
            known[key] = judge(self.catalog, self.platform, option, self.situation, placement)
        return known[key]

    def words(self, verdict: Verdict) -> Explanation:
        """The words for a verdict of this scene."""
        assert self.platform is not None
        known, key = self.background.words, (verdict.platform, verdict.option, verdict.placement)
        if key not in known:
            known[key] = explain(self.catalog, self.platform, verdict, self.situation)
        return known[key]

    def once(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """What is the same for every channel on this platform, made when it is first asked for."""
        known, key = self.background.known, (self.channel.platform, *key)
        if key not in known:
            known[key] = make()
        made: T = known[key]
        return made

    @property
    def where(self) -> str:
        """The place in the plan, as people name it."""
        name = self.platform.full_name if self.platform else self.channel.platform
        return f"{name} · {self.phase.name}" if self.phase.name else name

    def days_between(self, first: When | None, second: When | None) -> int | None:
        """Whole days from one day of the plan to another, or None where one is not known."""
        one, two = offset(first, self.background.launch), offset(second, self.background.launch)
        return None if one is None or two is None else two - one

    def limits(self, prefix: str) -> Iterator[Limit]:
        """The numbers of the platform whose measure begins so."""
        limits = self.platform.limits if self.platform else ()
        return (limit for limit in limits if limit.measure.startswith(prefix))

    def day(self, when: When | None) -> date | None:
        """The calendar day of ``when`` in this plan."""
        return resolve(when, self.background.launch)
