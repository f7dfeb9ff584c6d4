"""The check of the plan's weeks: what phases that overlap, and work that falls together, ask for in each."""

from collections.abc import Iterator, Sequence
from functools import partial
from heapq import nlargest
from itertools import islice
from typing import Final

from planner.core.checks.frequencies import UNNAMED
from planner.core.checks.overview import Overview
from planner.core.days import when_text
from planner.core.findings import Hit
from planner.core.words import counted, listed
from planner.core.workload import Weeks, crowded_weeks, day_of

MOST_TOLD: Final = 3


def crowded(overview: Overview) -> Iterator[Hit]:
    """Weeks that ask for more hours than the brief allows, though no phase in them does by itself."""
    weeks = overview.background.memory.once(("crowded weeks",), partial(_crowded, overview))
    if weeks:
        values = (
            ("allowed", _allowed(overview)),
            ("weeks", _told(overview, weeks)),
            ("shares", _shares(overview, _fullest(weeks, 1)[0].fullest)),
        )
        yield Hit(rule="weeks-crowded", subject=overview.plan.id, values=values)


def _crowded(overview: Overview) -> tuple[Weeks, ...]:
    allowed = overview.plan.hours_a_week
    return () if allowed is None else tuple(crowded_weeks(overview.loads, allowed))


def _fullest(weeks: Sequence[Weeks], number: int) -> list[Weeks]:
    return nlargest(number, weeks, key=lambda each: each.hours)


def _told(overview: Overview, weeks: Sequence[Weeks]) -> str:
    """The fullest weeks in their order, with their hours, and how many others there are."""
    told = sorted(_fullest(weeks, MOST_TOLD))
    others = sum(each.number for each in weeks) - sum(each.number for each in told)
    rest = [f"more than {_allowed(overview)} in {counted(others, 'other week')}"] if others else []
    return listed([*(_one_told(overview, each) for each in told), *rest])


def _one_told(overview: Overview, weeks: Weeks) -> str:
    hours = f"{_number(weeks.hours)} hour{'' if weeks.hours == 1 else 's'}"
    day = _day(overview, weeks.first)
    if weeks.number == 1:
        return f"{hours} in the week of {day}"
    return f"up to {hours} a week in the {weeks.number} weeks from {day}"


def _shares(overview: Overview, week: int) -> str:
    """What each phase asks for in a week, the most first."""
    asked = (load.asked_in(week) for load in overview.loads)
    named = zip(asked, (phase.name or UNNAMED for phase in overview.plan.phases), strict=True)
    asking = sorted((each for each in named if each[0]), key=lambda each: -each[0])
    shares = [f"{name} asks for {_number(hours)}" for hours, name in islice(asking, MOST_TOLD)]
    rest = ["others ask for the rest"] if len(asking) > MOST_TOLD else []
    return f"In the week of {_day(overview, week)}, {listed([*shares, *rest])}."


def _allowed(overview: Overview) -> str:
    return f"{overview.plan.hours_a_week:g}"


def _day(overview: Overview, number: int) -> str:
    launch = overview.plan.launch
    return when_text(day_of(number, launch), launch)


def _number(hours: float) -> str:
    return f"{round(hours, 1):g}"


CHECKS = (crowded,)
