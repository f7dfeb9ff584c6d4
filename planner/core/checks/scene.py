"""What a check may look at: one channel with all that bears on it."""

from dataclasses import dataclass, field, replace
from datetime import date

from planner.core.catalog import Catalog, Platform
from planner.core.days import When, resolve
from planner.core.plan import Account, Book, Channel, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.verdicts import Situation, Verdict, judge
from planner.core.words import Explanation, explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """All that bears on every channel alike; channels are judged again when it changes.

    ``book`` is without the texts that no check of a channel reads. ``verdicts`` and ``words`` remember what
    was judged and worded under it, by platform, option and placement: channels share a few platforms.
    """

    book: Book
    accounts: tuple[Account, ...]
    launch: date | None
    today: date
    verdicts: dict[tuple[str, str, str], Verdict] = field(default_factory=dict, compare=False, repr=False)
    words: dict[tuple[str, str, str], Explanation] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, plan: Plan, today: date) -> "Background":
        """The background that a plan gives its channels on a day."""
        book = replace(plan.book, title="", subtitle="", series="", hook="", blurb="", comps=(), bisac=())
        return cls(book=book, accounts=plan.accounts, launch=plan.launch, today=today)


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
    def situation(self) -> Situation:
        """For whom verdicts are asked here."""
        return Situation(self.account, self.background.book)

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

    @property
    def where(self) -> str:
        """The place in the plan, as people name it."""
        name = self.platform.full_name if self.platform else self.channel.platform
        return f"{name} · {self.phase.name}" if self.phase.name else name

    def day(self, when: When | None) -> date | None:
        """The calendar day of ``when`` in this plan."""
        return resolve(when, self.background.launch)
