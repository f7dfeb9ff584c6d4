"""Hours a week: what the plan asks for in each week, against what the brief allows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from planner.core.days import resolve, when_text
from planner.core.hours import hours_number, with_hours
from planner.core.phrasing import counted
from planner.core.plan import Plan
from planner.core.workload import (
    ANY_LAUNCH,
    DATES,
    WEEK,
    Load,
    Weeks,
    asked_in,
    day_of,
    first_of_week,
    load_of,
    phase_span,
    stretches,
)
from planner.export.blocks import Bar, BarChart, Heading, Paragraph, Section, Tick, Week, WeekChart, plain
from planner.export.outline.context import Context, hours_text
from planner.export.outline.marks import channel_name, look_of, most_of
from planner.export.outline.timeline import month_ticks

LEAD = (
    "What all channels ask for together, week by week; a phase that begins within a week counts by its days, "
    "and activities count where they ask for more than their channel."
)
OPEN_END = "A phase without an end counts up to its last activity, and for four weeks at least."
MOST_WEEKS = 260


def hours(context: Context) -> Section | None:
    """A column for each week, where days and hours are known."""
    plan = context.plan
    loads = [load_of(phase, plan.launch) for phase in plan.phases]
    asked = [each for each in stretches(loads) if each.hours and _has_days(plan, each)]
    if not asked:
        return None
    weeks = tuple(_weeks(plan, loads, asked))
    launch = plan.launch
    first, last = weeks[0].first, weeks[-1].first + timedelta(days=6)
    chart = WeekChart(
        weeks=weeks,
        ticks=tuple(month_ticks(first, last)),
        allowed=plan.hours_a_week,
        launch=Tick(launch, "Launch") if launch and first <= launch <= last else None,
        message=_message(plan, asked, weeks),
    )
    lead = f"{LEAD} {OPEN_END}" if any(phase.ends is None for phase in context.plan.phases) else LEAD
    blocks = (Paragraph(plain(lead), lead=True), chart, *_by_channel(_bars(context)))
    return Section("Hours a week", blocks, eyebrow="Work")


def _by_channel(bars: tuple[Bar, ...]) -> tuple[Heading, BarChart] | tuple[()]:
    """Nothing where activities alone ask for hours."""
    if not bars:
        return ()
    return Heading("By channel"), BarChart(bars, f"The most goes to {most_of(bars)}.")


def _bars(context: Context) -> tuple[Bar, ...]:
    """The hours a week of each channel, the most first."""
    bars = (
        Bar(
            channel_name(context, phase, channel),
            channel.hours,
            hours_text(channel.hours),
            *look_of(context, channel),
        )
        for phase, channel in context.channels()
        if channel.hours
    )
    return tuple(sorted(bars, key=lambda bar: -bar.value))


def _weeks(plan: Plan, loads: Sequence[Load], asked: Sequence[Weeks]) -> Iterator[Week]:
    """The weeks of all phases and all work, each begun on the weekday of the launch."""
    launch = plan.launch or ANY_LAUNCH
    spans = chain.from_iterable(span for phase in plan.phases if (span := phase_span(phase, plan.launch)))
    days = [*((day - launch).days for day in spans), asked[0].first, _last_week(asked)]
    drawn = WEEK * MOST_WEEKS
    begins = max(first_of_week(min(days)), asked[0].first - drawn + WEEK)
    for week in range(begins, min(max(days) + 1, begins + drawn), WEEK):
        if day := _whole_week(week, launch):
            yield Week(day, asked_in(loads, week))


def _whole_week(week: int, launch: date) -> date | None:
    """The first day of a week that the calendar has whole."""
    day = resolve(week, launch)
    return day if day and resolve(WEEK, day) else None


def _has_days(plan: Plan, weeks: Weeks) -> bool:
    """Whether weeks are days of the calendar; without a launch day, only those of dates are."""
    return _whole_week(weeks.first, plan.launch or ANY_LAUNCH) is not None and (
        plan.launch is not None or weeks.first < DATES
    )


def _last_week(asked: Sequence[Weeks]) -> int:
    return asked[-1].first + WEEK * (asked[-1].number - 1)


def _message(plan: Plan, asked: Sequence[Weeks], shown: Sequence[Week]) -> str:
    most, allowed = max(asked, key=attrgetter("hours")), plan.hours_a_week
    day = when_text(day_of(most.first, plan.launch), plan.launch)
    peak = f"At most {with_hours(hours_number(most.hours))} a week, in the week of {day}"
    return f"{peak}; {_against(asked, allowed)}.{_not_shown(plan, asked, shown)}"


def _against(asked: Iterable[Weeks], allowed: float | None) -> str:
    if allowed is None:
        return "the brief does not say how many there are"
    over = sum(weeks.number for weeks in asked if weeks.hours > allowed)
    if not over:
        return f"no week asks for more than the {hours_number(allowed)} that the brief allows"
    asks = f"{counted(over, 'week')} {'asks' if over == 1 else 'ask'}"
    return f"{asks} for more than the {hours_number(allowed)} that the brief allows"


def _not_shown(plan: Plan, asked: Sequence[Weeks], shown: Sequence[Week]) -> str:
    last = resolve(_last_week(asked), plan.launch or ANY_LAUNCH)
    cut = last is None or last > shown[-1].first
    return f" Only the first {len(shown)} weeks are drawn." if cut else ""
