"""Hours by week: what channels ask for on their phase's days, and what activities ask for beyond that."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from planner.core.days import resolve
from planner.core.plan import OPEN_STATES, Activity, Channel, Phase, Plan

OPEN_END = 28
WEEK = 7
DIGITS = 6
FINER_DIGITS = 9
LONGEST_LEAD = 365
MOST_HOURS = 24.0 * LONGEST_LEAD
ANY_LAUNCH = date(2000, 1, 1)
"""Stands in for a launch day that is not known, so that days counted from it can be told apart."""


class Load(NamedTuple):
    """What a phase asks for: ``steady`` hours a week from day to day, and in some weeks ``beyond`` that.

    Days are ordinal numbers, ``beyond`` is by a week's first day; without days, ``first`` is after ``last``.
    """

    first: int
    last: int
    steady: float
    beyond: Mapping[int, float]

    def days_in(self, week: int) -> int:
        """How many of its days fall into the week that begins on a day."""
        return max(0, min(self.last, week + WEEK - 1) - max(self.first, week) + 1)

    def asked_in(self, week: int) -> float:
        """The hours that it asks for in the week that begins on a day."""
        return self.steady * self.days_in(week) / WEEK + self.beyond.get(week, 0.0)


def phase_span(phase: Phase, launch: date | None) -> tuple[date, date] | None:
    """The first and last day of a phase; an open end lies at its last activity, or four weeks on."""
    first = resolve(phase.starts, launch)
    if first is None:
        return None
    last = resolve(phase.ends, launch)
    if last is None:
        days = [resolve(a.due, launch) for channel in phase.channels for a in channel.activities]
        last = max([resolve(OPEN_END, first) or date.max, *(day for day in days if day)])
    return first, max(first, last)


def first_day(plan: Plan) -> int:
    """The day from which a plan's weeks are counted: the first of its phases, or else the launch."""
    launch = plan.launch or ANY_LAUNCH
    spans = (phase_span(phase, launch) for phase in plan.phases)
    return min((span[0] for span in spans if span), default=launch).toordinal()


def load_of(phase: Phase, launch: date | None, origin: int) -> Load:
    """What a phase asks for in weeks that begin with a day and every seven from there."""
    launch = launch or ANY_LAUNCH
    span = phase_span(phase, launch)
    first, last = (span[0].toordinal(), span[1].toordinal()) if span else (1, 0)
    bare = Load(first, last, 0, {})
    weeks = max(1.0, (last - first + 1) / WEEK)
    beyond: defaultdict[int, float] = defaultdict(float)
    steady = 0.0
    for channel in phase.channels:
        work = _work(channel)
        spread = sum(_hours(each) for each in work if each.due is None) / weeks
        own = max(0.0, (channel.hours or 0) - spread)
        steady += spread + own
        for week, hours in _by_week(work, launch, origin).items():
            beyond[week] += max(0.0, hours - own * bare.days_in(week) / WEEK)
    return bare._replace(steady=steady, beyond=beyond)


def asked_in(loads: Iterable[Load], week: int) -> float:
    """The hours that phases ask for together in the week that begins on a day."""
    return round(_exactly(loads, week), DIGITS)


def _exactly(loads: Iterable[Load], week: int) -> float:
    return sum(load.asked_in(week) for load in loads)


def telling_weeks(loads: Iterable[Load], origin: int) -> list[int]:
    """The first days of weeks of which one asks for the most: all others are like the one before them."""
    found: set[int] = set()
    for load in loads:
        edges = (load.first, load.last) if load.steady and load.first <= load.last else ()
        starts = [day - (day - origin) % WEEK for day in edges]
        for start in (*starts, *load.beyond):
            found |= {start, start + WEEK}
    return sorted(found)


def hours_left(plan: Plan, phase: Phase) -> float | None:
    """The hours a week that a phase can still be given with no week over the limit, or None without one."""
    if plan.hours_a_week is None:
        return None
    here = load_of(phase, plan.launch, 0)
    left = min(chain([plan.hours_a_week - here.steady], _left_by_week(plan, here)))
    return max(0.0, round(left, FINER_DIGITS))


def _left_by_week(plan: Plan, here: Load) -> Iterator[float]:
    """What is left of each seven days that a phase has a part in, as hours a week of the phase.

    Where others have filled the days before or after it over the limit already, its edge does not count.
    """
    allowed, most_days = plan.hours_a_week or 0, min(WEEK, here.last - here.first + 1)
    before, after = here.first - WEEK, here.last + 1
    filled = {beside: _exactly(_loads(plan, beside), beside) > allowed for beside in (before, after)}
    for origin in range(WEEK):
        loads = _loads(plan, origin)
        for week in telling_weeks([*loads, here._replace(steady=1)], origin):
            days = here.days_in(week)
            edge = days < most_days and filled[before if week < here.first else after]
            if days and not edge:
                yield (allowed - _exactly(loads, week)) * WEEK / days


def _loads(plan: Plan, origin: int) -> list[Load]:
    return [load_of(phase, plan.launch, origin) for phase in plan.phases]


def _work(channel: Channel) -> list[Activity]:
    """The activities that still ask for hours."""
    return [each for each in channel.activities if each.hours and each.state in OPEN_STATES]


def _hours(activity: Activity) -> float:
    return min(activity.hours or 0, MOST_HOURS)


def _by_week(work: Iterable[Activity], launch: date, origin: int) -> Mapping[int, float]:
    """The hours of dated activities by week, each spread over the days on which it can be done."""
    found: defaultdict[int, float] = defaultdict(float)
    for activity in work:
        due = resolve(activity.due, launch)
        if due is None:
            continue
        last, lead = due.toordinal(), min(activity.lead_days or 0, LONGEST_LEAD)
        done = Load(last - lead, last, _hours(activity) * WEEK / (lead + 1), {})
        for week in range(done.first - (done.first - origin) % WEEK, last + 1, WEEK):
            found[week] += done.asked_in(week)
    return found
