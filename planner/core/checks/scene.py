"""What a check may look at: one channel with all that bears on it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from planner.core.affiliates import AFFILIATE
from planner.core.catalog import Catalog, Platform
from planner.core.checks.background import Background
from planner.core.checks.link_marks import marks_of
from planner.core.checks.work_words import WorkWords, plain
from planner.core.copy_scan.folding import Folded, fold
from planner.core.days import When, days_before
from planner.core.facts import Condition, Fact, Limit
from planner.core.languages import Evidence, base, evidence_of, written_in
from planner.core.mailing_lists import writes_to_a_list
from planner.core.plan import Account, Activity, Book, Channel, Link, Phase
from planner.core.rules import RuleBook
from planner.core.situation import Situation
from planner.core.verdict_words import Explanation, explain
from planner.core.verdicts import Verdict, facts_behind, judge
from planner.core.vocabulary import OPEN_STATES, ActivityKind, Aim, State

LETTERS_ENOUGH = 20
REMEMBERED = 1000
BUYING = (Aim.SALES, Aim.PREORDERS)


@dataclass(frozen=True, kw_only=True, eq=False)
class Scene:
    """One channel, its platform and phase, and the background; what is read of phase and background is noted.

    What is kept here rests on the channel alone, and so for as long as the channel is the same.
    """

    catalog: Catalog
    rules: RuleBook
    background: Background
    phase: Phase
    phase_id: str
    channel: Channel
    platform: Platform | None

    @property
    def account(self) -> Account | None:
        """The author's account on the channel's platform."""
        return self.background.account(self.channel.platform)

    @cached_property
    def situation(self) -> Situation:
        """For whom verdicts are asked here."""
        return self.background.situation(self.channel.platform)

    @cached_property
    def open_work(self) -> tuple[Activity, ...]:
        """The activities that are still to be done."""
        return tuple(each for each in self.channel.activities if each.state in OPEN_STATES)

    @cached_property
    def selling(self) -> tuple[Activity, ...]:
        """What of that is after sales or pre-orders, or changes the price."""
        cut = ActivityKind.PRICE_PROMOTION
        return tuple([each for each in self.open_work if each.aim in BUYING or each.kind is cut])

    @cached_property
    def promotions(self) -> tuple[Activity, ...]:
        """What of that changes the price, or runs under the terms of a promotion."""
        cut = ActivityKind.PRICE_PROMOTION
        return tuple([each for each in self.open_work if each.promo or each.kind is cut])

    @cached_property
    def marks(self) -> Mapping[str, Set[str]]:
        """What each link carries, by its id."""
        return {link.id: marks_of(self.catalog, link) for link in self.channel.links}

    @cached_property
    def earning(self) -> tuple[Link, ...]:
        """The links that carry a tag which earns the author a share."""
        return tuple([link for link in self.channel.links if AFFILIATE in self.marks[link.id]])

    @cached_property
    def folded_copy(self) -> Folded:
        """The copy text folded, with its signs made plain."""
        return fold(plain(self.channel.copy))

    @cached_property
    def language(self) -> Evidence:
        """What the copy text shows of its language."""
        return evidence_of(self.channel.copy)

    @cached_property
    def unread(self) -> bool:
        """Whether the copy text is in letters that no reader of the platform reads."""
        languages, text = self.platform.languages if self.platform else (), self.channel.copy
        if not languages or len(text) < LETTERS_ENOUGH:
            return False
        return not any(written_in(text, language) for language in languages)

    @cached_property
    def foreign(self) -> str:
        """The language that the copy seems to be in, where the platform does not name it; "" in doubt."""
        if self.unread or len(self.channel.copy) < LETTERS_ENOUGH:
            return ""
        languages, seems = self.platform.languages if self.platform else (), self.language.seems
        return "" if seems in map(base, languages) else seems

    @cached_property
    def begins(self) -> tuple[When, ...]:
        """The earliest days on which work has to be begun: one that counts from launch, and one a date."""
        waiting = [each for each in self.open_work if each.state is State.TO_DO]
        counted = [each.due - (each.lead_days or 0) for each in waiting if isinstance(each.due, int)]
        dated = [days_before(each.due, each.lead_days or 0) for each in waiting if isinstance(each.due, date)]
        return (*sorted(counted)[:1], *sorted(dated)[:1])

    def open_of(self, kind: ActivityKind) -> Iterator[Activity]:
        """The activities of a kind that are still to be done."""
        return (each for each in self.open_work if each.kind is kind)

    @cached_property
    def not_dropped(self) -> tuple[Activity, ...]:
        """The activities that are done or still to be done."""
        return tuple(each for each in self.channel.activities if each.state is not State.DROPPED)

    @cached_property
    def work_words(self) -> WorkWords:
        """What those say."""
        return WorkWords(self.not_dropped)

    @cached_property
    def _by_kind(self) -> Mapping[ActivityKind, Sequence[Activity]]:
        found: defaultdict[ActivityKind, list[Activity]] = defaultdict(list)
        for each in self.not_dropped:
            found[each.kind].append(each)
        return dict(found)

    def planned(self, kind: ActivityKind) -> Sequence[Activity]:
        """The activities of a kind that were not dropped."""
        return self._by_kind.get(kind, ())

    def medium(self, placement: str) -> str:
        """What rules on texts, mail, print and ads go by, of a placement."""
        known = self.catalog.placements.get(placement)
        return known.medium if known else ""

    @cached_property
    def writes_to_a_list(self) -> bool:
        """Whether messages to many are planned here, or links in them."""
        return writes_to_a_list(self.catalog, self.channel)

    @cached_property
    def resting_on(self) -> tuple[Fact, ...]:
        """What the channel rests on, with the conditions and limits of the placements of its links."""
        if self.platform is None:
            return ()
        placements = {link.placement for link in self.channel.links}
        bounds: tuple[Condition | Limit, ...] = (*self.platform.conditions, *self.platform.limits)
        here = (fact for fact in bounds if fact.placement in placements)
        return (*facts_behind(self.platform, self.channel), *here)

    @property
    def markets(self) -> frozenset[str]:
        """The markets that the channel is for: its own, else those of the book that the platform is in."""
        if self.channel.region:
            return frozenset({self.channel.region})
        return self.background.once(_markets, self.platform, self.background.book)

    def verdict(self, option: str, placement: str = "") -> Verdict:
        """The verdict on an option of the channel's platform, which the catalog must know."""
        assert self.platform is not None
        return judge(self.catalog, self.platform, option, self.situation, placement)

    def words(self, verdict: Verdict) -> Explanation:
        """The words for a verdict of this scene."""
        assert self.platform is not None
        return explain(self.catalog, self.platform, verdict, self.situation)

    def offset(self, when: When | None) -> int | None:
        """Whole days from launch to a day of the plan; only for a date is the launch day asked for."""
        return self.background.offset(when)

    def days_between(self, first: When | None, second: When | None) -> int | None:
        """Whole days from one day of the plan to another, or None where that is not known."""
        return self.background.days_between(first, second)

    def limits(self, *measures: str) -> Iterator[Limit]:
        """The numbers of the platform that are of these measures."""
        return iter(_limits(self.platform, measures) if self.platform else ())

    def day(self, when: When | None) -> date | None:
        """The calendar day of ``when`` in this plan; only for a number is the launch day asked for."""
        return self.background.day(when)


def _markets(platform: Platform | None, book: Book) -> frozenset[str]:
    regions = frozenset(platform.regions if platform else ())
    alone = regions if len(regions) == 1 else frozenset()
    return regions & frozenset(book.markets) or alone


@lru_cache(maxsize=REMEMBERED)
def _limits(platform: Platform, measures: tuple[str, ...]) -> tuple[Limit, ...]:
    return tuple(limit for limit in platform.limits if limit.measure in measures)


def called(activity: Activity) -> str:
    """What an activity is called in a sentence."""
    return activity.title or "An activity without a name"
