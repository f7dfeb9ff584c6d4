"""A first set of channels for each phase: from book, goals, hours and money, and never over either.

Hours and money are Frontlist's own planning assumptions (``resources/lists/efforts.toml``), not facts.
Platforms are taken in an order that can be said in words (``suggest_words.ORDER``), one of a kind. While the
kind of book is not known, only what is owned or what opens a market is suggested.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from planner.core.alternatives import dependable, own_figures_count
from planner.core.catalog import (
    NEEDS_ISBN,
    NO_AUTHOR_SURFACE,
    OWNED,
    PUBLISHERS_WORK,
    SELLS_OWN,
    Catalog,
    Platform,
)
from planner.core.catalog_lists import Effort
from planner.core.facts import Confidence
from planner.core.fit import FIT_ORDER, FitKind, FitVerdict, judge_fit, spoken_in
from planner.core.ids import new_id
from planner.core.kdp_select import only_in_select
from planner.core.mailing_lists import has_foreign_list
from planner.core.money import Money
from planner.core.phase_timing import PhaseTiming, timing_of
from planner.core.plan import Book, Channel, Phase, Plan
from planner.core.situation import Situation
from planner.core.totals import money_allowed, plan_taken
from planner.core.verdicts import Verdict, any_click_counts, judge_all
from planner.core.vocabulary import Aim, Stance
from planner.core.workload import hours_left, hours_left_by_phase, phase_span

MOST_IN_A_PHASE = 6
MOST_LEFT_OUT = 5
COUNTED_BY_CLICKS = frozenset({Aim.CLICKS, Aim.SUBSCRIBERS, Aim.PREORDERS, Aim.SALES})


class Want(StrEnum):
    """What there is too little of for a channel."""

    HOURS = "hours"
    MONEY = "money"
    ROOM = "room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A platform that could be used in a phase, and what speaks for it.

    ``gateway`` is the market that it opens; ``home`` says that such books often come out on its kind first,
    ``spoken`` that it is for readers of the book's own language; ``aim`` what it would be after, ``serves``
    whether that is a goal of the plan; ``option`` counts it, "" where nothing does, ``by_link`` once a link
    carries it. ``well`` says that such books do well there, ``vaguely`` that all that is known there of kinds
    of book is held commonly; ``cost`` is None where nothing is paid for.
    """

    platform: Platform
    effort: Effort
    fit: FitKind
    gateway: str
    home: bool
    spoken: bool
    aim: Aim
    serves: bool
    option: str
    by_link: bool
    well: bool
    vaguely: bool
    cost: Money | None

    @property
    def owned(self) -> bool:
        """Whether the author owns the channel."""
        return OWNED in self.platform.traits

    @property
    def stance(self) -> Stance:
        """How much of the plan should rest on it."""
        return Stance.CORE if self.owned or self.gateway else Stance.SUPPORTING

    @property
    def order(self) -> tuple[object, ...]:
        """What comes first: the lower."""
        place = FIT_ORDER.index(self.fit)
        measured = not (self.serves and self.option)
        return (
            not self.owned,
            not self.gateway,
            not self.home,
            not self.spoken,
            place,
            not self.well,
            self.vaguely,
            not self.serves,
            measured,
            self.effort.hours,
            self.platform.name,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A candidate that the phase has no hours, money or room for, and how much of that is left."""

    candidate: Candidate
    want: Want
    hours: float | None = None
    money: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForPhase:
    """What is suggested for a phase, the best first, and what was left out; ``over`` where its days are."""

    phase: Phase
    chosen: tuple[Candidate, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    over: bool = False


def suggest(catalog: Catalog, plan: Plan, today: date | None = None) -> tuple[ForPhase, ...]:
    """A first set of channels for every phase that is not over today, beside those that the plan has."""
    made = []
    for place, phase in enumerate(plan.phases):
        if _is_over(phase, plan.launch, today):
            made.append(ForPhase(phase=phase, over=True))
            continue
        found = sorted(_candidates(catalog, plan, phase, timing_of(plan, place)), key=lambda each: each.order)
        made.append(_fill(catalog, plan, phase, found))
        plan = _with(plan, place, made[-1].chosen)
    money = money_left(plan)
    return tuple(_with_rest(*each, money) for each in zip(made, hours_left_by_phase(plan), strict=True))


def _is_over(phase: Phase, launch: date | None, today: date | None) -> bool:
    span = phase_span(phase, launch)
    return bool(span and today and span[1] < today)


def _with_rest(for_phase: ForPhase, hours: float | None, money: Money | None) -> ForPhase:
    """The same, where what was left out says what is left with all that was chosen for the plan."""
    left_out = (replace(each, hours=hours, money=money) for each in for_phase.left_out)
    return replace(for_phase, left_out=tuple(left_out))


def with_chosen(plan: Plan, chosen: Iterable[Iterable[Candidate]]) -> Plan:
    """The plan with what was chosen for each of its phases."""
    for place, each in enumerate(chosen):
        plan = _with(plan, place, each)
    return plan


def _with(plan: Plan, place: int, chosen: Iterable[Candidate]) -> Plan:
    """The plan with what was chosen for one of its phases."""
    phase = plan.phases[place]
    fuller = replace(phase, channels=(*phase.channels, *map(channel_of, chosen)))
    return replace(plan, phases=(*plan.phases[:place], fuller, *plan.phases[place + 1 :]))


def channel_of(candidate: Candidate) -> Channel:
    """A candidate as a channel of a plan; what a link counts is no aim, and not on, before there is one."""
    counted = (candidate.option,) if candidate.option and not candidate.by_link else ()
    waits = candidate.aim in COUNTED_BY_CLICKS and not counted
    return Channel(
        id=new_id(),
        platform=candidate.platform.id,
        stance=candidate.stance,
        aim=None if waits else candidate.aim,
        hours=candidate.effort.hours,
        budget=candidate.cost,
        tracking=counted,
    )


def money_left(plan: Plan) -> Money | None:
    """The brief's money that no channel has yet or has spent, None where the brief names none."""
    allowed = money_allowed(plan)
    return less(allowed, plan_taken(plan)) if allowed else None


def less(money: Money, cost: Money | None) -> Money:
    """What is left of an amount, never below nothing."""
    return Money(max(Decimal(0), money.amount - cost.amount), money.currency) if cost else money


def _candidates(catalog: Catalog, plan: Plan, phase: Phase, timing: PhaseTiming) -> Iterator[Candidate]:
    """Platforms worth beginning in a phase that suit the book, are not turned down and not used there.

    What opens a market is worth beginning at any stage, and what is paid for only where such books do well.
    """
    used = {channel.platform for channel in phase.channels}
    out = used | {skipped.platform for skipped in plan.skipped}
    barred = _barred_traits(plan.book)
    for platform in catalog.platforms.values():
        effort = catalog.efforts.get(platform.kind)
        if effort is None or platform.id in out:
            continue
        if timing.stages.isdisjoint(effort.stages) and not _gateway(catalog, plan, platform):
            continue
        if barred.intersection(platform.traits) or timing.closes(platform):
            continue
        if not timing.suits(platform, effort) or has_foreign_list(plan.account(platform.id)):
            continue
        verdict = judge_fit(catalog, platform, plan.book, plan.account(platform.id))
        if verdict.kind is FitKind.POOR or verdict.exception or verdict.is_advised_against or verdict.away:
            continue
        if effort.share and not verdict.strong:
            continue
        candidate = _candidate(catalog, plan, platform, effort, verdict, timing)
        if verdict.kind is not FitKind.UNKNOWN or candidate.owned or candidate.gateway:
            yield candidate


def _barred_traits(book: Book) -> frozenset[str]:
    """What no platform may be that is suggested for a book."""
    numbered = not book.editions or any(edition.isbn for edition in book.editions)
    return frozenset({NO_AUTHOR_SURFACE, PUBLISHERS_WORK, *(() if numbered else (NEEDS_ISBN,))})


def _candidate(
    catalog: Catalog, plan: Plan, platform: Platform, effort: Effort, verdict: FitVerdict, timing: PhaseTiming
) -> Candidate:
    situation = Situation.of(plan, platform.id)
    verdicts = judge_all(catalog, platform, situation)
    sensible = (aim for aim in effort.aims if not timing.rules_out(platform, aim))
    possible = [aim for aim in sensible if _can_be_counted(catalog, platform, verdicts, aim)]
    wanted = dict.fromkeys(goal.aim for goal in plan.goals if goal.aim is not Aim.OTHER)
    served = [aim for aim in wanted if aim in possible]
    aim = (served or possible or [Aim.AWARENESS])[0]
    good = [each for each in verdicts if dependable(catalog, each, situation)]
    if aim is Aim.SALES and SELLS_OWN in platform.traits and only_in_select(plan.book):
        good = [each for each in good if not catalog.options[each.option].inside_only]
    option = _what_counts(catalog, platform, good, aim)
    return Candidate(
        platform=platform,
        effort=effort,
        fit=verdict.kind,
        gateway=_gateway(catalog, plan, platform),
        home=not set(effort.home_of).isdisjoint(catalog.genre_line(plan.book.genre)),
        spoken=spoken_in(plan.book) in platform.languages,
        aim=aim,
        serves=bool(served),
        option=option,
        by_link=bool(option) and catalog.options[option].carried_by_link,
        well=bool(verdict.strong),
        vaguely=all(fact.confidence is Confidence.COMMON_KNOWLEDGE for fact in platform.fit.evidence),
        cost=_cost(plan, effort),
    )


def _can_be_counted(catalog: Catalog, platform: Platform, verdicts: Sequence[Verdict], aim: Aim) -> bool:
    """Whether something counts an aim, where that takes clicks or the platform's own figures."""
    return (
        aim not in COUNTED_BY_CLICKS
        or any_click_counts(catalog, verdicts)
        or any(own_figures_count(platform, verdict, aim) for verdict in verdicts)
    )


def _what_counts(catalog: Catalog, platform: Platform, good: Iterable[Verdict], aim: Aim) -> str:
    """The option that counts an aim, the platform's own figures first where they are sure to, or ""."""
    counting = [verdict for verdict in good if _counts(catalog, platform, verdict, aim)]
    options = catalog.options
    counting.sort(key=lambda each: not (options[each.option].inside_only and each.is_sure))
    return counting[0].option if counting else ""


def _counts(catalog: Catalog, platform: Platform, verdict: Verdict, aim: Aim) -> bool:
    """Whether an option counts an aim; being seen is what the figures of every platform show."""
    option = catalog.options[verdict.option]
    if option.inside_only:
        return aim is Aim.AWARENESS or own_figures_count(platform, verdict, aim)
    return option.needs_click and aim in COUNTED_BY_CLICKS


def _gateway(catalog: Catalog, plan: Plan, platform: Platform) -> str:
    """The market of the book that a platform opens, or ""."""
    known = (catalog.regions.get(market) for market in plan.book.markets)
    return next((region.id for region in known if region and region.gateway == platform.id), "")


def _cost(plan: Plan, effort: Effort) -> Money | None:
    """The share of the brief's money that such a channel gets in a phase, in whole units and rounded down."""
    if not effort.share:
        return None
    allowed, share = money_allowed(plan), Decimal(str(effort.share))
    amount = allowed.amount * share if allowed else Decimal(0)
    return Money(amount.quantize(Decimal(1), rounding=ROUND_DOWN), plan.currency)


def _fill(catalog: Catalog, plan: Plan, phase: Phase, found: Iterable[Candidate]) -> ForPhase:
    """Take candidates, one of a kind, for as long as hours, money and room last."""
    hours, money = hours_left(plan, phase), money_left(plan)
    kinds = {p.kind for c in phase.channels if (p := catalog.platforms.get(c.platform))}
    chosen: list[Candidate] = []
    left_out: list[LeftOut] = []
    for candidate in found:
        if candidate.platform.kind in kinds:
            continue
        want = _want(candidate, hours, money, len(phase.channels) + len(chosen))
        if want:
            left_out.append(LeftOut(candidate=candidate, want=want))
            continue
        chosen.append(candidate)
        kinds.add(candidate.platform.kind)
        hours = None if hours is None else hours - candidate.effort.hours
        money = None if money is None else less(money, candidate.cost)
    told = [each for each in left_out if each.candidate.platform.kind not in kinds]
    return ForPhase(phase=phase, chosen=tuple(chosen), left_out=tuple(_one_of_a_kind(told)[:MOST_LEFT_OUT]))


def _want(candidate: Candidate, hours: float | None, money: Money | None, channels: int) -> Want | None:
    """What a candidate wants more of than there is, or None."""
    if hours is not None and candidate.effort.hours > hours:
        return Want.HOURS
    cost = candidate.cost
    if cost is not None and (not cost.amount or money is None or cost.amount > money.amount):
        return Want.MONEY
    return Want.ROOM if channels >= MOST_IN_A_PHASE else None


def _one_of_a_kind(left_out: Iterable[LeftOut]) -> list[LeftOut]:
    first: dict[str, LeftOut] = {}
    for each in left_out:
        first.setdefault(each.candidate.platform.kind, each)
    return list(first.values())
