"""The timeline: phases and channels around launch day."""

from collections.abc import Iterator
from datetime import date

from planner.core.days import day_text, month_text
from planner.core.phrasing import counted, listed
from planner.core.plan import Channel, Phase
from planner.core.plan_words import phase_label, phase_said
from planner.core.vocabulary import State
from planner.core.workload import phase_span
from planner.export.blocks import Block, Paragraph, Section, Tick, TimeBar, TimelineChart, plain
from planner.export.outline.context import NOTHING, Context, unbroken
from planner.export.outline.marks import look_of

MOST_TICKS = 60
_MONTHS_BETWEEN = (1, 12, 120, 1200, 12_000)
OPEN = "open"
NOT_DRAWN = "Not drawn, as the first day is not known: {}."
DAYS = "A dot is a day on which something is due."


def timeline(context: Context) -> Section | None:
    """A chart of the phases with their channels, where the days are known."""
    if not context.plan.phases:
        return None
    chart = phases_chart(context, channels=True)
    blocks: list[Block] = [Paragraph(plain(_message(context)), lead=True), *([chart] if chart else ())]
    if not_drawn := [_phase_text(context, phase) for phase in undated_phases(context)]:
        blocks.append(Paragraph(plain(NOT_DRAWN.format(listed(not_drawn)))))
    return Section("Timeline", tuple(blocks), "Dates", new_page=True)


def undated_phases(context: Context) -> list[Phase]:
    """The phases that no chart can show, as their first day is not known."""
    launch = context.plan.launch
    return [phase for phase in context.plan.phases if phase_span(phase, launch) is None]


def _phase_text(context: Context, phase: Phase) -> str:
    days = unbroken(context.stretch(phase.starts, phase.ends))
    return phase_said(phase) + ("" if days == NOTHING else f" ({days})")


def phases_chart(context: Context, *, channels: bool = False) -> TimelineChart | None:
    """The phases as bars over the months, each with its channels below it if asked; None without days."""
    bars = tuple(_bars(context, channels=channels))
    if not bars:
        return None
    days = [day for bar in bars for day in (bar.start, *bar.days, bar.end)]
    start, end = min(days), max(days)
    launch = context.plan.launch
    return TimelineChart(
        start=start,
        end=end,
        ticks=tuple(month_ticks(start, end)),
        bars=bars,
        launch=Tick(launch, "Launch day") if launch and start <= launch <= end else None,
        key=DAYS if channels and any(bar.days for bar in bars) else "",
        in_full=channels,
    )


def _message(context: Context) -> str:
    phases = counted(len(context.plan.phases), "phase")
    return (
        f"{phases}; launch day is {day_text(context.plan.launch)}." if context.plan.launch else f"{phases}."
    )


def _bars(context: Context, *, channels: bool) -> Iterator[TimeBar]:
    for phase in context.plan.phases:
        span = phase_span(phase, context.plan.launch)
        if span is None:
            continue
        days = context.stretch(phase.starts, phase.ends)
        whole = TimeBar(
            phase_label(phase), *span, ends=_other_end(context, phase, span[0]), note=days, strong=True
        )
        yield whole
        for channel in phase.channels if channels else ():
            yield _bar(context, channel, whole)


def _other_end(context: Context, phase: Phase, first: date) -> str:
    """How the end of a phase is told where it has no day, or one before its ``first``, else nothing."""
    if ends := context.day_of(phase.ends):
        return day_text(ends) if ends < first else ""
    return OPEN if phase.ends is None else context.when(phase.ends)


def _bar(context: Context, channel: Channel, phase: TimeBar) -> TimeBar:
    colour, mark = look_of(context, channel)
    wanted = (activity for activity in channel.activities if activity.state is not State.DROPPED)
    due = (context.day_of(activity.due) for activity in wanted)
    return TimeBar(
        context.platform_name(channel.platform),
        phase.start,
        phase.end,
        channel.cadence,
        colour,
        ends=phase.ends,
        mark=mark,
        days=tuple(sorted({day for day in due if day})),
    )


def month_ticks(start: date, end: date) -> Iterator[Tick]:
    """The first days of months, or of years where months would be too many to tell apart.

    January says its year instead, which is no longer than a month.
    """
    first, last = 12 * start.year + start.month - 1, 12 * end.year + end.month
    step = next(step for step in _MONTHS_BETWEEN if last - first <= step * MOST_TICKS)
    for month in range(-(-first // step) * step, last, step):
        day = date(month // 12, month % 12 + 1, 1)
        if day >= start:
            yield Tick(day, str(day.year) if day.month == 1 else month_text(day))
