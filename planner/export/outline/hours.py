"""Hours a week: what the plan asks for in each week, against what the brief allows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from operator import attrgetter

from planner.core.days import resolve, when_text
from planner.core.hours import exact_hours, with_hours
from planner.core.phrasing import counted, listed
from planner.core.plan import Phase, Plan
from planner.core.plan_words import phase_said
from planner.core.totals import hours_a_week
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
from planner.export.outline.timeline import month_ticks, undated_phases

LEAD = (
    "What all channels ask for together, week by week; a phase that begins within a week counts by its days, "
    "and activities count where they ask for more than their channel."
)
OPEN_END = "A phase without an end counts up to its last activity, and for four weeks at least."
NOT_COUNTED = "In no week, as the first day is not known: {}."
MOST_WEEKS = 260
TITLE = "Hours a week"


def hours(context: Context) -> Section | None:
    """A column for each week, where days and hours are known."""
    plan = context.plan
    loads = [load_of(phase, plan.launch) for phase in plan.phases]
    asked = [each for each in stretches(loads) if each.hours and _has_days(plan, each)]
    by_channel = _by_channel(_bars(context))
    not_counted = [_phase_text(phase) for phase in undated_phases(context) if _asks(plan, phase)]
    left_out = [Paragraph(plain(NOT_COUNTED.format(listed(not_counted))))] if not_counted else []
    if not asked:
        return Section(TITLE, (*left_out, *by_channel), eyebrow="Work") if left_out else None
    weeks = tuple(_weeks(plan, loads, asked))
    launch = plan.launch
    first, last = weeks[0].first, weeks[-1].first + timedelta(days=6)
    chart = WeekChart(
        weeks=weeks,
        ticks=tuple(month_ticks(first, last)),
        allowed=plan.hours_a_week,
        launch=Tick(launch, "Launch") if launch and first <= launch <= last else None,
        message=_message(plan, asked, weeks, whole=not not_counted),
    )
    lead = f"{LEAD} {OPEN_END}" if any(phase.ends is None for phase in context.plan.phases) else LEAD
    blocks = (Paragraph(plain(lead), lead=True), chart, *left_out, *by_channel)
    return Section(TITLE, blocks, eyebrow="Work")


def _asks(plan: Plan, phase: Phase) -> bool:
    """Whether a phase without days asks for hours that fall into no week."""
    return load_of(phase, plan.launch).steady > 0


def _phase_text(phase: Phase) -> str:
    name, hours = phase_said(phase), hours_a_week(phase)
    return f"{name} ({exact_hours(hours)} h a week)" if hours else name


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


def _message(plan: Plan, asked: Sequence[Weeks], shown: Sequence[Week], *, whole: bool) -> str:
    most, allowed = max(asked, key=attrgetter("hours")), plan.hours_a_week
    day = when_text(day_of(most.first, plan.launch), plan.launch)
    peak = f"At most {with_hours(exact_hours(most.hours))} a week, in the week of {day}"
    return f"{peak}; {_against(asked, allowed, whole=whole)}.{_not_shown(plan, asked, shown)}"


def _against(asked: Iterable[Weeks], allowed: float | None, *, whole: bool) -> str:
    """What weeks ask for against what is allowed; not ``whole`` where some hours are in no week."""
    if allowed is None:
        return "the brief does not say how many there are"
    over = sum(weeks.number for weeks in asked if weeks.hours > allowed)
    if not over:
        week = "no week" if whole else "no week drawn"
        return f"{week} asks for more than the {exact_hours(allowed)} that the brief allows"
    asks = f"{counted(over, 'week')} {'asks' if over == 1 else 'ask'}"
    return f"{asks} for more than the {exact_hours(allowed)} that the brief allows"


def _not_shown(plan: Plan, asked: Sequence[Weeks], shown: Sequence[Week]) -> str:
    last = resolve(_last_week(asked), plan.launch or ANY_LAUNCH)
    cut = last is None or last > shown[-1].first
    return f" Only the first {len(shown)} weeks are drawn." if cut else ""
