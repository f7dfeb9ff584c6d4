"""What the facts say of one tracking option at one placement of one platform, for this account and book."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeVar

from planner.core.catalog import MAIL, Catalog, Platform
from planner.core.facts import (
    ANYWHERE,
    DOUBTFUL,
    Clickable,
    Condition,
    Fact,
    Need,
    Policy,
    TrackingFact,
    VerdictKind,
)
from planner.core.plan import Account, Book, Channel, Link, Plan

T = TypeVar("T")

GREY = frozenset({VerdictKind.NOT_YET, VerdictKind.FORBIDDEN, VerdictKind.IMPOSSIBLE})


@dataclass(frozen=True, slots=True)
class Situation:
    """For whom a verdict is asked: the author's account on the platform, and the book.

    ``accounts`` are those on all platforms, by platform, ``skipped`` the platforms that were turned down.
    """

    account: Account | None = None
    book: Book | None = None
    accounts: Mapping[str, Account] = field(default_factory=dict)
    skipped: Collection[str] = ()

    @classmethod
    def of(cls, plan: Plan, platform: str) -> "Situation":
        """The situation of a plan's author on a platform."""
        skipped = tuple(each.platform for each in plan.skipped)
        return cls(plan.account(platform), plan.book, by_platform(plan.accounts), skipped)

    def on(self, platform: str) -> "Situation":
        """The same author and book on another platform."""
        return replace(self, account=self.accounts.get(platform))

    def once(self, _key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What ``make`` works out for this situation; one with a memory works it out once for a key."""
        return make()


def by_platform(accounts: Iterable[Account]) -> dict[str, Account]:
    """Accounts by the platform that each is on; the first where there are several."""
    found: dict[str, Account] = {}
    for account in accounts:
        found.setdefault(account.platform, account)
    return found


NOBODY = Situation()


class Verdict(NamedTuple):
    """An answer, the facts it rests on, and the conditions that it hangs on.

    ``rule`` names the rule that decided; ``met`` is None while the author has not said enough.
    ``only_at`` names the placements to which the option is limited; ``advice`` is what to mind there.
    """

    option: str
    platform: str
    kind: VerdictKind
    rule: str
    facts: tuple[Fact, ...]
    placement: str = ""
    only_at: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    advice: str = ""
    met: bool | None = None

    @property
    def usable(self) -> bool:
        """Whether the option may be switched on."""
        return self.kind not in GREY

    @property
    def certain(self) -> bool:
        """Whether nothing that it rests on is disputed or uncertain."""
        return not any(fact.confidence in DOUBTFUL for fact in self.facts)

    @property
    def counts(self) -> bool:
        """Whether the option can be relied on to measure something."""
        return self.kind in (VerdictKind.AVAILABLE, VerdictKind.LIMITED) and self.met is not False


def judge(
    catalog: Catalog, platform: Platform, option: str, situation: Situation = NOBODY, placement: str = ""
) -> Verdict:
    """The verdict on a tracking option; without a placement, on the best one that the platform has."""
    key = ("verdict", option, placement)
    return situation.once(key, partial(_judged, catalog, platform, option, situation, placement))


def _judged(
    catalog: Catalog, platform: Platform, option: str, situation: Situation, placement: str
) -> Verdict:
    fact = platform.tracking_fact(option)
    if fact is None:
        return Verdict(
            option=option, platform=platform.id, kind=VerdictKind.UNKNOWN, rule="option-unknown", facts=()
        )
    if fact.verdict in GREY:
        return _verdict(platform, fact, fact.verdict, placement=placement)
    known = catalog.options.get(option)
    if known is None or not known.needs_click:
        return _anywhere(platform, fact, situation, placement)
    if placement:
        return _at(platform, fact, situation, placement)
    return _at_best(platform, fact, situation)


def judge_all(catalog: Catalog, platform: Platform, situation: Situation = NOBODY) -> tuple[Verdict, ...]:
    """The verdicts on every tracking option of the catalog, in its order."""
    return tuple(judge(catalog, platform, option, situation) for option in catalog.options)


def any_click_counts(catalog: Catalog, verdicts: Iterable[Verdict]) -> bool:
    """Whether any option that counts clicks can be relied on."""
    return any(verdict.counts for verdict in verdicts if catalog.options[verdict.option].needs_click)


def facts_behind(platform: Platform, channel: Channel) -> list[Fact]:
    """The facts of its platform that a channel rests on, by its own options and those of its links."""
    options = {*channel.tracking, *chain.from_iterable(link.options for link in channel.links)}
    tracking = [fact for fact in platform.tracking if fact.option in options]
    placements = {link.placement for link in channel.links}
    spots = [fact for fact in platform.placements if fact.placement in placements]
    return [platform.links, *tracking, *spots]


def dead_at(catalog: Catalog, platform: Platform, link: Link) -> Fact | None:
    """The fact that makes a link useless where it stands, or None; a link to be scanned needs no click."""
    if platform.links.policy is Policy.BLOCKED:
        return platform.links
    spot = platform.placement_fact(link.placement)
    if spot and spot.clickable is Clickable.NO and not is_scanned(catalog, link):
        return spot
    return None


def has_list(catalog: Catalog, platform: Platform) -> bool:
    """Whether a platform sends links to people in messages, so that who uses it keeps a list of them."""
    spots = (spot for spot in platform.placements if spot.clickable is not Clickable.NO)
    known = (catalog.placements.get(spot.placement) for spot in spots)
    return any(placement is not None and placement.medium == MAIL for placement in known)


def is_scanned(catalog: Catalog, link: Link) -> bool:
    """Whether a link carries an option that counts without a click, such as a QR code."""
    return any(
        option in catalog.options and not catalog.options[option].needs_click for option in link.options
    )


def _verdict(
    platform: Platform,
    fact: TrackingFact,
    kind: VerdictKind,
    *,
    rule: str = "",
    placement: str = "",
    facts: Sequence[Fact] = (),
    conditions: Sequence[str] = (),
    met: bool | None = None,
) -> Verdict:
    return Verdict(
        option=fact.option,
        platform=platform.id,
        kind=kind,
        rule=rule or f"option-{kind.replace(' ', '-')}",
        facts=(*facts, fact),
        placement=placement,
        only_at=fact.where,
        conditions=tuple(conditions),
        advice=fact.condition if fact.condition not in conditions else "",
        met=met,
    )


def _anywhere(platform: Platform, fact: TrackingFact, situation: Situation, placement: str) -> Verdict:
    """The verdict on an option that counts something without a click."""
    if placement and fact.where and placement not in fact.where:
        return _verdict(
            platform, fact, VerdictKind.LIMITED, rule="placement-not-served", placement=placement, met=False
        )
    texts = (fact.condition,) if fact.condition else ()
    return _verdict(
        platform, fact, fact.verdict, placement=placement, conditions=texts, met=_ticked(texts, situation)
    )


def _at(platform: Platform, fact: TrackingFact, situation: Situation, placement: str) -> Verdict:
    """The verdict on an option that needs a click, at one placement."""
    spot = platform.placement_fact(placement)
    if spot is None:
        return _verdict(
            platform, fact, VerdictKind.UNKNOWN, rule="placement-not-offered", placement=placement
        )
    if spot.clickable is Clickable.NO:
        return _verdict(
            platform,
            fact,
            VerdictKind.IMPOSSIBLE,
            rule="placement-not-clickable",
            placement=placement,
            facts=(spot,),
        )
    if fact.where and placement not in fact.where:
        return _verdict(
            platform, fact, VerdictKind.LIMITED, rule="placement-not-served", placement=placement, met=False
        )
    if spot.clickable is Clickable.UNKNOWN or fact.verdict is VerdictKind.UNKNOWN:
        doubt = (spot,) if spot.clickable is Clickable.UNKNOWN else ()
        return _verdict(platform, fact, VerdictKind.UNKNOWN, placement=placement, facts=doubt)
    return _under_conditions(platform, fact, situation, placement)


def _under_conditions(
    platform: Platform, fact: TrackingFact, situation: Situation, placement: str
) -> Verdict:
    """The verdict at a placement whose links can be clicked, if the account is as it must be."""
    conditions = [c for c in platform.conditions if c.placement in (placement, ANYWHERE)]
    texts = [c.text for c in conditions]
    answers = [condition_met(c, situation) for c in conditions]
    if fact.condition and fact.verdict is VerdictKind.LIMITED and not fact.where:
        texts.append(fact.condition)
        answers.append(_ticked((fact.condition,), situation))
    met = all_of(answers)
    return _verdict(
        platform,
        fact,
        VerdictKind.AVAILABLE if met else VerdictKind.LIMITED,
        rule="" if met is not False else "condition-not-met",
        placement=placement,
        facts=[c for c, answer in zip(conditions, answers, strict=False) if not answer],
        conditions=texts,
        met=met,
    )


def _at_best(platform: Platform, fact: TrackingFact, situation: Situation) -> Verdict:
    """The verdict on the platform as a whole: its best placement's, under the platform's own limits."""
    places = [p.placement for p in platform.placements if not fact.where or p.placement in fact.where]
    best = min(_until_available(platform, fact, situation, places), key=_rank, default=None)
    if best is None:
        return _verdict(platform, fact, fact.verdict, conditions=[fact.condition] if fact.condition else ())
    if not best.usable:
        return best._replace(placement="")
    limited = fact.verdict is VerdictKind.LIMITED and best.kind is VerdictKind.AVAILABLE
    unknown = fact.verdict is VerdictKind.UNKNOWN
    kind = VerdictKind.LIMITED if limited else VerdictKind.UNKNOWN if unknown else best.kind
    return best._replace(kind=kind, placement="")


def _until_available(
    platform: Platform, fact: TrackingFact, situation: Situation, places: Iterable[str]
) -> Iterator[Verdict]:
    """The verdicts at one placement after another, up to the first that nothing can be better than."""
    for place in places:
        verdict = _at(platform, fact, situation, place)
        yield verdict
        if verdict.kind is VerdictKind.AVAILABLE:
            return


def _rank(verdict: Verdict) -> int:
    order = (
        verdict.kind is VerdictKind.AVAILABLE,
        verdict.kind is VerdictKind.LIMITED and verdict.met is not False,
        verdict.kind is VerdictKind.UNKNOWN,
        verdict.usable,
        True,
    )
    return order.index(True)


def _ticked(texts: Iterable[str], situation: Situation) -> bool | None:
    """Whether the author has said that conditions without a check of their own are met."""
    said = situation.account.met if situation.account else ()
    return True if all(text in said for text in texts) else None


def condition_met(condition: Condition, situation: Situation) -> bool | None:
    """Whether one of a condition's alternatives is met, or None while that is not known."""
    if _ticked((condition.text,), situation):
        return True
    return any_of([need_met(need, situation) for need in condition.any_of])


def need_met(need: Need, situation: Situation) -> bool | None:
    """Whether all that a need asks for is given, or None while the author has not said enough."""
    return all_of([*_account_answers(need, situation.account), *_book_answers(need, situation.book)])


def _account_answers(need: Need, account: Account | None) -> Iterable[bool | None]:
    if need.account_type:
        yield account.type in need.account_type if account and account.type else None
    if need.followers_at_least is not None:
        yield _at_least(account, need.followers_at_least)
    if need.followers_by_region:
        fewest = need.followers_by_region.get(account.region) if account and account.region else None
        yield None if fewest is None else _at_least(account, fewest)
    if need.author_language:
        yield need.author_language in account.languages if account and account.languages else None
    if need.local_help is not None:
        yield _same(account.local_help if account else None, need.local_help)
    if need.opt_in is not None:
        yield _same(account.opt_in if account else None, need.opt_in)
    if need.asks:
        yield True if account and need.asks in account.met else None


def _book_answers(need: Need, book: Book | None) -> Iterable[bool | None]:
    if need.kdp_select is not None:
        yield _same(book.kdp_select if book else None, need.kdp_select)
    if need.genres:
        yield book.genre in need.genres if book and book.genre else None


def _at_least(account: Account | None, fewest: int) -> bool | None:
    return None if account is None or account.followers is None else account.followers >= fewest


def _same(said: bool | None, wanted: bool) -> bool | None:
    return None if said is None else said is wanted


def all_of(answers: Iterable[bool | None]) -> bool | None:
    """Three-valued "and": False if any is False, else None if any is unknown, else True."""
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def any_of(answers: Iterable[bool | None]) -> bool | None:
    """Three-valued "or": True if any is True, else None if any is unknown, else False."""
    answers = list(answers)
    return True if True in answers else None if None in answers else False
