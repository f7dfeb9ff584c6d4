"""Hours a week: what the plan asks for in each week, against what the brief allows."""

from collections.abc import Iterator
from datetime import timedelta

from planner.core.days import day_text, resolve
from planner.core.plan import Plan
from planner.core.words import counted
from planner.core.workload import ANY_LAUNCH, WEEK, asked_in, first_of_week, hours_number, load_of, phase_span
from planner.export.blocks import Bar, BarChart, Heading, Paragraph, Section, Tick, Week, WeekChart, plain
from planner.export.outline.context import Context, hours_text
from planner.export.outline.marks import channel_name, look_of
from planner.export.outline.timeline import month_ticks

LEAD = (
    "What all channels ask for together, week by week; a phase that begins within a week counts by its days, "
    "and activities count where they ask for more than their channel."
)
MOST_WEEKS = 260


def hours(context: Context) -> Section | None:
    """A column for each week, where days and hours are known."""
    weeks = tuple(_weeks(context.plan))
    if not any(week.hours for week in weeks):
        return None
    launch = context.plan.launch
    first, last = weeks[0].first, weeks[-1].first + timedelta(days=6)
    chart = WeekChart(
        weeks=weeks,
        ticks=tuple(month_ticks(first, last)),
        allowed=context.plan.hours_a_week,
        launch=Tick(launch, "Launch") if launch and first <= launch <= last else None,
        message=_message(weeks, context.plan.hours_a_week),
    )
    blocks = (Paragraph(plain(LEAD), lead=True), chart, *_by_channel(_bars(context)))
    return Section("Hours a week", blocks, eyebrow="Work")


def _by_channel(bars: tuple[Bar, ...]) -> tuple[Heading, BarChart] | tuple[()]:
    """Nothing where activities alone ask for hours."""
    if not bars:
        return ()
    most = bars[0]
    return Heading("By channel"), BarChart(bars, f"The most goes to {most.label} ({most.text}).")


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


def _weeks(plan: Plan) -> Iterator[Week]:
    """The weeks from the first phase to the last, each begun on the weekday of the launch."""
    spans = [span for phase in plan.phases if (span := phase_span(phase, plan.launch))]
    if not spans:
        return
    launch = plan.launch or ANY_LAUNCH
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    loads = [load_of(phase, plan.launch) for phase in plan.phases]
    begins = first_of_week((first - launch).days)
    for week in range(begins, min((last - launch).days + 1, begins + WEEK * MOST_WEEKS), WEEK):
        if (day := resolve(week, launch)) and resolve(WEEK, day):
            yield Week(day, asked_in(loads, week))


def _message(weeks: tuple[Week, ...], allowed: float | None) -> str:
    most = max(weeks, key=lambda week: week.hours)
    peak = f"At most {hours_number(most.hours)} hours a week, in the week of {day_text(most.first)}"
    if allowed is None:
        return f"{peak}; the brief does not say how many there are."
    over = sum(week.hours > allowed for week in weeks)
    if not over:
        return f"{peak}; no week asks for more than the {hours_number(allowed)} that the brief allows."
    asks = f"{counted(over, 'week')} {'asks' if over == 1 else 'ask'}"
    return f"{peak}; {asks} for more than the {hours_number(allowed)} that the brief allows."
