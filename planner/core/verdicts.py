"""What the facts say of one tracking option at one placement of one platform, for this account and book."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from planner.core.catalog import Catalog, Platform
from planner.core.conditions import condition_met, option_met
from planner.core.facts import (
    ANYWHERE,
    DOUBTFUL,
    Clickable,
    Fact,
    PlacementFact,
    Policy,
    TrackingFact,
    VerdictKind,
)
from planner.core.needs import all_of
from planner.core.plan import Channel, Link
from planner.core.rule_ids import RuleId
from planner.core.situation import NOBODY, Situation

F = TypeVar("F", bound=Fact)
GREY = frozenset({VerdictKind.NOT_YET, VerdictKind.FORBIDDEN, VerdictKind.IMPOSSIBLE})
COUNTING = frozenset({VerdictKind.AVAILABLE, VerdictKind.LIMITED})
# What ``Verdict.rule`` says where a placement or an account decides.
CONDITION_NOT_MET: RuleId = "condition-not-met"
NOT_SERVED: RuleId = "placement-not-served"
NOT_OFFERED = "placement-not-offered"
NOT_CLICKABLE, IN_DOUBT, UNSETTLED = "placement-not-clickable", "placement-in-doubt", "placement-unsettled"


class Verdict(NamedTuple):
    """An answer, the facts it rests on, and the conditions that it hangs on.

    ``rule`` names the rule that decided, ``deciding`` the facts; ``met`` is None while the author has not
    said enough, and ``conditions`` are those that make it so.
    ``only_at`` names the placements to which the option is limited; ``advice`` is what to mind there.
    """

    option: str
    platform: str
    kind: VerdictKind
    rule: str
    facts: tuple[Fact, ...]
    deciding: tuple[Fact, ...] = ()
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
        """Whether nothing that decided it is disputed or uncertain."""
        return not any(fact.confidence in DOUBTFUL for fact in self.deciding)

    @property
    def counts(self) -> bool:
        """Whether the option can be relied on to measure something."""
        return self.kind in COUNTING and self.met is not False

    @property
    def is_sure(self) -> bool:
        """Whether it can be relied on and hangs on nothing that is not known to be met."""
        return self.counts and (self.met is True or not self.conditions)


def judge(
    catalog: Catalog, platform: Platform, option: str, situation: Situation = NOBODY, placement: str = ""
) -> Verdict:
    """The verdict on a tracking option; without a placement, on the best one that the platform has."""
    return situation.once(_judged, catalog, platform, option, situation, placement)


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
    deciding: Sequence[Fact] = (),
    conditions: Sequence[str] = (),
    met: bool | None = None,
) -> Verdict:
    return Verdict(
        option=fact.option,
        platform=platform.id,
        kind=kind,
        rule=rule or f"option-{kind.replace(' ', '-')}",
        facts=(*facts, fact),
        deciding=(*deciding,) or (fact,),
        placement=placement,
        only_at=fact.where,
        conditions=tuple(conditions),
        advice=fact.condition if fact.condition not in conditions else "",
        met=met,
    )


def _anywhere(platform: Platform, fact: TrackingFact, situation: Situation, placement: str) -> Verdict:
    """The verdict on an option that counts something without a click."""
    if placement in fact.unsettled:
        return _unsettled(platform, fact, placement)
    if placement and fact.where and placement not in fact.where:
        return _not_served(platform, fact, placement)
    met = option_met(platform, fact, situation)
    if met is False and fact.unsettled and not placement:
        return _unsettled(platform, fact, conditions=(fact.condition,))
    return _verdict(
        platform,
        fact,
        _kind_anywhere(fact, met),
        rule=CONDITION_NOT_MET if met is False else "",
        placement=placement,
        conditions=(fact.condition,) if fact.condition and not fact.for_all else (),
        met=met,
    )


def _kind_anywhere(fact: TrackingFact, met: bool | None) -> VerdictKind:
    """What an option is, by its own condition: met in full it is available, however limited for others."""
    if fact.verdict is VerdictKind.LIMITED and met:
        return VerdictKind.AVAILABLE
    if fact.verdict is VerdictKind.AVAILABLE and fact.any_of and not met:
        return VerdictKind.LIMITED
    return fact.verdict


def _unsettled(
    platform: Platform, fact: TrackingFact, placement: str = "", conditions: Sequence[str] = ()
) -> Verdict:
    """The verdict at placements of which no source says whether the option works there.

    ``conditions`` are those that keep the account from the others.
    """
    return _verdict(
        platform, fact, VerdictKind.UNKNOWN, rule=UNSETTLED, placement=placement, conditions=conditions
    )


def _not_served(platform: Platform, fact: TrackingFact, placement: str) -> Verdict:
    """The verdict at a placement that is none of those at which the option works."""
    return _verdict(platform, fact, VerdictKind.LIMITED, rule=NOT_SERVED, placement=placement, met=False)


def _at(platform: Platform, fact: TrackingFact, situation: Situation, placement: str) -> Verdict:
    """The verdict on an option that needs a click, at one placement."""
    spot = platform.placement_fact(placement)
    if spot is None:
        return _verdict(platform, fact, VerdictKind.UNKNOWN, rule=NOT_OFFERED, placement=placement)
    if spot.clickable is Clickable.NO:
        return _verdict(
            platform,
            fact,
            VerdictKind.IMPOSSIBLE,
            rule=NOT_CLICKABLE,
            placement=placement,
            facts=(spot,),
            deciding=(spot,),
        )
    if placement in fact.unsettled:
        open_here = _under_conditions(platform, fact, situation, spot)
        return open_here if open_here.met is False else _unsettled(platform, fact, placement)
    if fact.where and placement not in fact.where:
        return _not_served(platform, fact, placement)
    if spot.clickable is Clickable.UNKNOWN or fact.verdict is VerdictKind.UNKNOWN:
        doubt, rule = ((spot,), IN_DOUBT) if spot.clickable is Clickable.UNKNOWN else ((), "")
        return _verdict(platform, fact, VerdictKind.UNKNOWN, rule=rule, placement=placement, facts=doubt)
    return _under_conditions(platform, fact, situation, spot)


def _under_conditions(
    platform: Platform, fact: TrackingFact, situation: Situation, spot: PlacementFact
) -> Verdict:
    """The verdict at a placement whose links can be clicked, if the account is as it must be."""
    placement = spot.placement
    conditions = (c for c in platform.conditions if c.placement in (placement, ANYWHERE))
    asked: list[tuple[Fact, str, bool | None]]
    asked = [(each, each.text, condition_met(platform, each, situation)) for each in conditions]
    if fact.any_of or (fact.condition and fact.verdict is VerdictKind.LIMITED and not fact.where):
        asked.append((fact, fact.condition, option_met(platform, fact, situation)))
    met = all_of(answer for _, _, answer in asked)
    standing = [(each, text) for each, text, answer in asked if answer is met]
    if met is False:
        sure = surest(each for each, _ in standing)
        standing = [(each, text) for each, text in standing if each in sure]
    return _verdict(
        platform,
        fact,
        VerdictKind.AVAILABLE if met else VerdictKind.LIMITED,
        rule=CONDITION_NOT_MET if met is False else "",
        placement=placement,
        facts=[spot, *(each for each, _ in standing if each is not fact)],
        deciding=surest(each for each, _ in standing),
        conditions=[text for _, text in standing],
        met=met,
    )


def surest(facts: Iterable[F]) -> tuple[F, ...]:
    """Those of the facts that are beyond doubt, or all where none is: of what is not met, one is enough."""
    facts = tuple(facts)
    return tuple(fact for fact in facts if fact.confidence not in DOUBTFUL) or facts


def _at_best(platform: Platform, fact: TrackingFact, situation: Situation) -> Verdict:
    """The verdict on the platform as a whole: its best placement's, under the platform's own limits.

    An account that meets all that this placement asks for is under none.
    """
    asked = (*fact.where, *fact.unsettled) if fact.where else ()
    places = [p.placement for p in platform.placements if not asked or p.placement in asked]
    found = [*_until_available(platform, fact, situation, places)]
    best = min(found, key=rank, default=None)
    if best is None:
        return _verdict(platform, fact, fact.verdict, conditions=[fact.condition] if fact.condition else ())
    if not best.usable:
        return best._replace(placement="")
    if best.rule == UNSETTLED:
        closed = min((each for each in found if each.met is False), key=rank, default=best)
        return _unsettled(platform, fact, conditions=closed.conditions)
    limited = fact.verdict is VerdictKind.LIMITED and not (best.met and best.conditions)
    limited = limited and best.kind is VerdictKind.AVAILABLE
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


def rank(verdict: Verdict) -> tuple[int, int]:
    """How good a verdict is, the best first; of equally good ones, the one that hangs on less."""
    order = (
        verdict.kind is VerdictKind.AVAILABLE,
        verdict.kind is VerdictKind.LIMITED and verdict.met is not False,
        verdict.kind is VerdictKind.UNKNOWN,
        verdict.usable,
        True,
    )
    return order.index(True), len(verdict.conditions)
