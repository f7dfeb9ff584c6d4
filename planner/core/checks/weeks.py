"""The check of the plan's weeks: what phases that overlap, and work that falls together, ask for in each."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice
from typing import Final

from planner.core.checks.overview import Overview
from planner.core.days import when_text
from planner.core.findings import Hit
from planner.core.hours import exact_hours, with_hours
from planner.core.phrasing import counted, listed
from planner.core.plan_words import phase_said
from planner.core.workload import Weeks, asked_in, crowded_weeks, day_of

MOST_TOLD: Final = 3
LAUNCH_WEEK: Final = (0, 1)
"""The week that launch day begins, of which a check of its own tells that the day alone is too full."""


def crowded(overview: Overview) -> Iterator[Hit]:
    """Weeks that ask for more hours than the brief allows, though no phase in them does by itself."""
    weeks = overview.background.once(_crowded, overview)
    if weeks:
        values = (
            ("allowed", _allowed(overview)),
            ("weeks", _told(overview, weeks)),
            ("shares", _shares(overview, weeks)),
        )
        yield Hit(rule="weeks-crowded", subject=overview.plan.id, values=values)


def _crowded(overview: Overview) -> tuple[Weeks, ...]:
    allowed = overview.plan.hours_a_week
    if allowed is None:
        return ()
    full_day = sum(load.on_launch for load in overview.loads) > allowed
    weeks = crowded_weeks(overview.loads, allowed)
    return tuple(each for each in weeks if not (full_day and (each.first, each.number) == LAUNCH_WEEK))


def _hours(weeks: Weeks) -> float:
    return weeks.hours


def _told(overview: Overview, weeks: Sequence[Weeks]) -> str:
    """The fullest weeks in their order, with their hours, and how many others there are."""
    told = sorted(nlargest(MOST_TOLD, weeks, key=_hours))
    others = sum(each.number for each in weeks) - sum(each.number for each in told)
    rest = [f"more than {_allowed(overview)} in {counted(others, 'other week')}"] if others else []
    return listed([*(_one_told(overview, each) for each in told), *rest])


def _one_told(overview: Overview, weeks: Weeks) -> str:
    hours = with_hours(exact_hours(weeks.hours))
    day = _day(overview, weeks.first)
    if weeks.number == 1:
        return f"{hours} in the week of {day}"
    return f"up to {hours} a week in the {weeks.number} weeks from {day}"


def _shares(overview: Overview, weeks: Sequence[Weeks]) -> str:
    """What each phase asks for in the fullest of some weeks, the most first."""
    week = max(weeks, key=_hours).fullest
    alone = len(weeks) == 1 and weeks[0].number == 1
    when = "In that week" if alone else f"In the week of {_day(overview, week)}"
    asked = (asked_in([load], week) for load in overview.loads)
    named = zip(asked, map(phase_said, overview.plan.phases), strict=True)
    asking = sorted((each for each in named if each[0]), key=lambda each: -each[0])
    if len(asking) == 1:
        return f"{when}, {asking[0][1]} alone asks for all of them."
    told = len(asking) if len(asking) <= MOST_TOLD + 1 else MOST_TOLD
    shares = [f"{name} asks for {exact_hours(hours)}" for hours, name in islice(asking, told)]
    rest = ["others ask for the rest"] if len(asking) > told else []
    return f"{when}, {listed([*shares, *rest])}."


def _allowed(overview: Overview) -> str:
    return exact_hours(overview.plan.hours_a_week or 0)


def _day(overview: Overview, number: int) -> str:
    launch = overview.plan.launch
    return when_text(day_of(number, launch), launch)


CHECKS = (crowded,)
