"""Hours by week: what channels ask for on their phase's days, and what activities ask for beyond that.

Days are numbers, counted from launch; so are weeks, by their first day, unless one begins elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from planner.core.days import When, offset, resolve
from planner.core.hours import DIGITS
from planner.core.plan import Channel, Phase, Plan
from planner.core.totals import hours_a_week
from planner.core.vocabulary import OPEN_STATES

OPEN_END = 28
WEEK = 7
FINER_DIGITS = 9
LONGEST = 365
MOST_HOURS = 24.0 * LONGEST
FARTHEST = 10_000_000
ANY_LAUNCH = date(5000, 1, 6)
"""Stands in for a launch day that is not known: a Monday, and far from any day of a plan."""
DATES = -1_000_000
"""Before this day, counted from such a launch, lie days that the plan has as dates."""


class Work(NamedTuple):
    """What a channel asks for: hours a week, and hours of work without a day, due on launch day, and by week.

    ``dated`` says that some due days are dates, so that a launch on another day would change it.
    """

    hours: float
    undated: float
    on_launch: float
    by_week: Mapping[int, float]
    dated: bool


class Load(NamedTuple):
    """What a phase asks for: ``steady`` hours a week from day to day, and in some weeks ``beyond`` that.

    ``hours`` are those of its channels alone, ``on_launch`` those of launch day in work due then. Without
    days, ``first`` is after ``last``.
    """

    first: int
    last: int
    hours: float
    on_launch: float
    steady: float
    beyond: Mapping[int, float]

    def days_in(self, week: int) -> int:
        """How many of its days fall into the week that begins on a day."""
        return max(0, min(self.last, week + WEEK - 1) - max(self.first, week) + 1)

    def asked_in(self, week: int) -> float:
        """The hours that it asks for in the week that begins on a day."""
        return self.steady * self.days_in(week) / WEEK + self.beyond.get(week, 0.0)


class Weeks(NamedTuple):
    """Weeks in a row, so many from a day on, and the hours of the fullest, which begins on a day."""

    first: int
    number: int
    hours: float
    fullest: int


def phase_span(phase: Phase, launch: date | None) -> tuple[date, date] | None:
    """The first and last day of a phase; an open end lies at its last activity, or four weeks on."""

    def ordinal(when: When | None) -> int | None:
        day = resolve(when, launch)
        return day.toordinal() if day else None

    span = _span(phase, ordinal)
    last_of_all = date.max.toordinal()
    return (date.fromordinal(span[0]), date.fromordinal(min(span[1], last_of_all))) if span else None


def _span(phase: Phase, number: Callable[[When | None], int | None]) -> tuple[int, int] | None:
    """The numbers of the first and last day of a phase."""
    first, last = number(phase.starts), number(phase.ends)
    if first is None:
        return None
    if last is None:
        days = [number(each.due) for channel in phase.channels for each in channel.activities]
        last = max([first + OPEN_END, *(day for day in days if day is not None)])
    return first, max(first, last)


def day_of(number: int, launch: date | None) -> When:
    """A day as the plan says it: a date, or a number where the launch day is not known."""
    base = launch or (ANY_LAUNCH if number < DATES else None)
    return resolve(number, base) or number


def first_of_week(day: int, origin: int = 0) -> int:
    """The first day of the week that a day falls into; one week begins with ``origin``."""
    return day - (day - origin) % WEEK


def _near(when: When | None, launch: date) -> int | None:
    """Days from launch, None where that is not known or farther than any date."""
    day = offset(when, launch)
    return day if day is not None and -FARTHEST < day < FARTHEST else None


def work_of(channel: Channel, launch: date | None, origin: int = 0) -> Work:
    """What a channel and its open activities ask for, each spread over the days on which it can be done."""
    launch = launch or ANY_LAUNCH
    undated, on_launch, dated = 0.0, 0.0, False
    by_week: defaultdict[int, float] = defaultdict(float)
    for each in channel.activities:
        if not each.hours or each.state not in OPEN_STATES:
            continue
        due, hours = _near(each.due, launch), min(each.hours, MOST_HOURS)
        if due is not None:
            first = due - min(each.lead_days or 0, LONGEST)
            ends = _near(each.ends, launch)
            last = due if ends is None else min(max(due, ends), due + LONGEST)
            _spread(by_week, hours, first, last, origin)
            on_launch += 0 if due else hours / (last - first + 1)
            dated = dated or isinstance(each.due, date) or isinstance(each.ends, date)
        elif each.due is None:
            undated += hours
    return Work(channel.hours or 0.0, undated, on_launch, by_week, dated)


def _spread(by_week: defaultdict[int, float], hours: float, first: int, last: int, origin: int) -> None:
    """Add hours to the weeks of the days from one to another, equally many to each day."""
    week, last_week = first_of_week(first, origin), first_of_week(last, origin)
    if week == last_week:
        by_week[week] += hours
        return
    a_day = hours / (last - first + 1)
    by_week[week] += a_day * (week + WEEK - first)
    for between in range(week + WEEK, last_week, WEEK):
        by_week[between] += a_day * WEEK
    by_week[last_week] += a_day * (last - last_week + 1)


def load_of(phase: Phase, launch: date | None, origin: int = 0) -> Load:
    """What a phase asks for in weeks that begin with a day and every seven from there."""
    return load_with(phase, launch, [work_of(channel, launch, origin) for channel in phase.channels])


def load_with(phase: Phase, launch: date | None, works: Sequence[Work]) -> Load:
    """What a phase asks for, whose channels ask for this."""
    first, last = _span(phase, partial(_near, launch=launch or ANY_LAUNCH)) or (1, 0)
    bare = Load(first, last, hours_a_week(phase), sum(work.on_launch for work in works), 0.0, {})
    weeks = max(1.0, (last - first + 1) / WEEK)
    parts = {week: bare.days_in(week) / WEEK for week in set[int]().union(*(work.by_week for work in works))}
    beyond = dict.fromkeys(parts, 0.0)
    steady = 0.0
    for work in works:
        spread = work.undated / weeks
        own = max(0.0, work.hours - spread)
        steady += spread + own
        for week, hours in work.by_week.items():
            beyond[week] += max(0.0, hours - own * parts[week])
    return bare._replace(steady=steady, beyond=beyond)


def asked_in(loads: Iterable[Load], week: int) -> float:
    """The hours that phases ask for together in the week that begins on a day."""
    return round(_exactly(loads, week), DIGITS)


def _exactly(loads: Iterable[Load], week: int) -> float:
    return sum(load.asked_in(week) for load in loads)


def telling_weeks(loads: Iterable[Load], origin: int = 0) -> list[int]:
    """The first days of weeks of which one asks for the most: all others are like the one before them."""
    found: set[int] = set()
    for load in loads:
        edges = (load.first, load.last) if load.steady and load.first <= load.last else ()
        for start in (*(first_of_week(day, origin) for day in edges), *load.beyond):
            found |= {start, start + WEEK}
    return sorted(found)


def fullest_week(phase: Phase, launch: date | None) -> float:
    """The hours that a phase with its work asks for in the week that asks for the most."""
    loads = [load_of(phase, launch)]
    return max([asked_in(loads, week) for week in telling_weeks(loads)], default=0.0)


def stretches(loads: Sequence[Load]) -> Iterator[Weeks]:
    """The weeks from the first that asks for anything to the last, those in a row that are alike as one."""
    for week, following in pairwise(telling_weeks(loads)):
        yield Weeks(week, (following - week) // WEEK, asked_in(loads, week), week)


def crowded_weeks(loads: Sequence[Load], allowed: float) -> Iterator[Weeks]:
    """The weeks that ask for more hours than are allowed, but for those of a phase that does so by itself."""

    def is_crowded(weeks: tuple[int, int]) -> bool:
        return asked_in(loads, weeks[0]) > allowed and not _one_asks_for_too_much(loads, weeks[0], allowed)

    for crowded, group in groupby(pairwise(telling_weeks(loads)), is_crowded):
        if crowded:
            weeks, following = zip(*group, strict=True)
            fullest = max(weeks, key=partial(asked_in, loads))
            number = (following[-1] - weeks[0]) // WEEK
            yield Weeks(weeks[0], number, asked_in(loads, fullest), fullest)


def _one_asks_for_too_much(loads: Iterable[Load], week: int, allowed: float) -> bool:
    return any(load.hours > allowed and load.days_in(week) for load in loads)


def hours_left(plan: Plan, phase: Phase) -> float | None:
    """The hours a week that a phase can still be given with no week over the limit, or None without one."""
    return _left(plan, phase, cache(partial(_loads, plan)))


def hours_left_by_phase(plan: Plan) -> list[float | None]:
    """The same of each phase."""
    loads = cache(partial(_loads, plan))
    return [_left(plan, phase, loads) for phase in plan.phases]


def _left(plan: Plan, phase: Phase, loads: Callable[[int], list[Load]]) -> float | None:
    """``loads`` are those of the plan's phases in weeks that begin so many days from launch."""
    if plan.hours_a_week is None:
        return None
    here = load_of(phase, plan.launch, 0)
    left = min(chain([plan.hours_a_week - here.steady], _left_by_week(plan.hours_a_week, here, loads)))
    return max(0.0, round(left, FINER_DIGITS))


def _left_by_week(allowed: float, here: Load, loads: Callable[[int], list[Load]]) -> Iterator[float]:
    """What is left of each seven days that a phase has a part in, as hours a week of the phase.

    Where others have filled the days before or after it over the limit already, its edge counts in the weeks
    of the plan alone.
    """
    most_days = min(WEEK, here.last - here.first + 1)
    before, after = here.first - WEEK, here.last + 1
    filled = {beside: _exactly(loads(beside % WEEK), beside) > allowed for beside in (before, after)}
    for origin in range(WEEK):
        for week in telling_weeks([*loads(origin), here._replace(steady=1)], origin):
            days, asked = here.days_in(week), _exactly(loads(origin), week)
            edge = days < most_days and filled[before if week < here.first else after]
            if days and not (edge and origin):
                yield (allowed - asked) * WEEK / days


def _loads(plan: Plan, origin: int) -> list[Load]:
    return [load_of(phase, plan.launch, origin) for phase in plan.phases]
