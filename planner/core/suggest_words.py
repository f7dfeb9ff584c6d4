"""The words for what is suggested; the dialog and the command line both print these."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from planner.core.catalog import Catalog
from planner.core.fit_words import explain_fit
from planner.core.freshness import Outdated, with_age
from planner.core.hours import exact_hours, spare_hours
from planner.core.markets import known_markets
from planner.core.money import Money, total
from planner.core.names import markets_said, option_name
from planner.core.phrasing import counted, listed, lower_first
from planner.core.plan import Phase, Plan
from planner.core.suggest import MOST_IN_A_PHASE, Candidate, ForPhase, LeftOut, Want, with_chosen
from planner.core.totals import hours_a_week, money_allowed, plan_budget
from planner.core.vocabulary import Aim
from planner.core.workload import hours_left_by_phase

ASSUMED = (
    "Hours and money are Frontlist's own planning assumptions, not facts from a source: "
    "change them in each channel as you know better."
)
ORDER = (
    "First comes what you own, then what opens a market of the book, then where such books often come out "
    "first, then what is for readers of the book's own language, then the better fit, one that sources tell "
    "of before one that is held commonly, then what serves a goal and can be measured for it, then what "
    "takes less time. Of each kind of platform there is one, and money goes only where such books are known "
    "to do well."
)
NO_PHASES = "The plan has no phases yet. Add a phase first: channels are suggested for phases."
NOTHING = "Nothing more is suggested here."
OVER = "This phase is over."
NO_GENRE = "Say in the brief which kind of book it is: then more can be suggested."
NO_MARKETS = "Say in the brief for which markets it is: then platforms without readers there are left out."
NO_LIMITS = "The brief names neither hours nor money, so nothing that is paid for is suggested."
_WAITS = f"can wait: a first set has {counted(MOST_IN_A_PHASE, 'channel')} a phase at most."
NO_MONEY = "the brief names no money in {currency}"


def asks_text(candidate: Candidate) -> str:
    """What a channel asks for: "2 h a week, $290"."""
    hours = f"{exact_hours(candidate.effort.hours)} h a week"
    return f"{hours}, {candidate.cost.text}" if candidate.cost else hours


def reasons(catalog: Catalog, plan: Plan, candidate: Candidate, old: Outdated) -> Iterator[tuple[str, str]]:
    """Why a platform is suggested, a sentence each, with who says so where that is a source."""
    if candidate.owned:
        yield "It is yours, and you take its readers along.", ""
    if candidate.gateway:
        (market,) = markets_said(catalog, [candidate.gateway])
        yield f"Without it {market} is hardly reached.", ""
    if candidate.home:
        yield "Books of this kind often come out on such platforms first.", ""
    if candidate.spoken:
        yield "It is for readers of the book's own language.", ""
    words = explain_fit(catalog, candidate.platform, plan)
    yield f"{words.label}. {words.why}", with_age(words.source, old)
    yield _goal(catalog, candidate), ""


def _goal(catalog: Catalog, candidate: Candidate) -> str:
    """Which goal it serves, and what counts that."""
    aim = str(candidate.aim)
    told = f"It serves a goal of the plan, {aim}" if candidate.serves else f"It can be after {aim}"
    if not candidate.option:
        return f"{told}; nothing here counts that."
    once = ", once a link carries it" if candidate.by_link else ""
    return f"{told}; what counts that here{once}: {lower_first(option_name(catalog, candidate.option))}."


def left_out_text(left_out: LeftOut, plan: Plan) -> str:
    """Why a platform was left out: what it asks for, and what is left."""
    candidate = left_out.candidate
    name, asked = candidate.platform.full_name, candidate.effort.hours
    if left_out.want is Want.HOURS:
        return f"{name} asks for {exact_hours(asked)} h a week, and {_hours_left(left_out.hours or 0)}."
    if left_out.want is Want.ROOM:
        return f"{name} {_WAITS}"
    if not left_out.money or not candidate.cost:
        return f"{name} has to be paid for, and {NO_MONEY.format(currency=plan.currency)}."
    if not candidate.cost.amount and plan.budget:
        return f"{name} has to be paid for, and its share of {plan.budget.text} would be nothing."
    return f"{name} asks for {candidate.cost.text}, and {left_out.money.text} is left."


def _hours_left(hours: float) -> str:
    number = spare_hours(hours)
    return f"{number} h {'is' if number == '1' else 'are'} left"


def nothing_text(for_phase: ForPhase, plan: Plan) -> str:
    """Why nothing more is suggested for a phase, in a sentence for each reason."""
    if for_phase.over:
        return OVER
    wanting: dict[Want, list[LeftOut]] = {}
    for each in for_phase.left_out:
        wanting.setdefault(each.want, []).append(each)
    said = [NOTHING]
    for want, left_out in wanting.items():
        names = listed(each.candidate.platform.full_name for each in left_out)
        if want is Want.HOURS:
            said.append(f"{names} {'asks' if len(left_out) == 1 else 'ask'} for more hours than are left.")
        elif want is Want.ROOM:
            said.append(f"{names} {_WAITS}")
        else:
            said += [left_out_text(each, plan) for each in left_out]
    return " ".join(said)


def basis_text(catalog: Catalog, plan: Plan) -> str:
    """What the suggestions go by: goals, kind of book and markets, or that the brief does not say them."""
    kind = "" if plan.book.genre in catalog.genres else NO_GENRE
    markets = "" if known_markets(catalog, plan.book) else NO_MARKETS
    return " ".join(filter(None, (_aims_text(plan), kind, markets)))


def left_text(plan: Plan) -> str:
    """What the brief allows: "The brief allows 14 h a week and $1,450."."""
    hours = "" if plan.hours_a_week is None else f"{exact_hours(plan.hours_a_week)} h a week"
    money = plan.budget.text if plan.budget else ""
    allowed = " and ".join(filter(None, (hours, money)))
    if not allowed:
        return NO_LIMITS
    unlimited = "" if hours else " It limits no hours."
    return f"The brief allows {allowed}.{unlimited}"


def phase_totals(plan: Plan, chosen: Sequence[Sequence[Candidate]]) -> list[str]:
    """What each phase of a plan asks for with what was chosen for it: "9.5 of 14 h a week, $290 more"."""
    full = with_chosen(plan, chosen)
    parts = zip(full.phases, chosen, hours_left_by_phase(full), strict=True)
    return [_phase_total(full, *each) for each in parts]


def _phase_total(plan: Plan, phase: Phase, chosen: Iterable[Candidate], left: float | None) -> str:
    asked = hours_a_week(phase)
    limit = "" if plan.hours_a_week is None else f" of {exact_hours(plan.hours_a_week)}"
    more = total((each.cost for each in chosen), plan.currency)
    money = f", {more.text} more" if more.amount else ""
    return f"{exact_hours(asked)}{limit} h a week{money}{_rest(plan, asked, left)}"


def _rest(plan: Plan, asked: float, left: float | None) -> str:
    """By how much a phase is over the limit, or what its fullest week leaves where others leave more."""
    if plan.hours_a_week is None or left is None:
        return ""
    spare = plan.hours_a_week - asked
    if spare < 0:
        return f": {exact_hours(-spare)} h too many"
    return f"; {_hours_left(left)} in its fullest week" if spare_hours(left) != spare_hours(spare) else ""


def money_total(plan: Plan, chosen: Iterable[Candidate]) -> str:
    """What the plan spends with the chosen channels, against the brief's money."""
    planned = plan_budget(plan).amount + sum((c.cost.amount for c in chosen if c.cost), Decimal(0))
    spent = Money(planned, plan.currency).text
    allowed = money_allowed(plan)
    if allowed is None:
        return f"{spent} planned"
    over = planned - allowed.amount
    too_much = f": {Money(over, plan.currency).text} too much" if over > 0 else ""
    return f"{spent} of {allowed.text} planned{too_much}"


def _aims_text(plan: Plan) -> str:
    aims = dict.fromkeys(str(goal.aim) for goal in plan.goals if goal.aim is not Aim.OTHER)
    if not aims:
        return "The brief names no goals yet, so every aim counts alike."
    return f"Goals: {', '.join(aims)}."
