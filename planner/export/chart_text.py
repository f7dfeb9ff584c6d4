"""What a chart shows, in words: for those who hear a document, and for formats without pictures."""

from planner.core.days import brief_day_text, day_text, short_day_text
from planner.core.hours import exact_hours
from planner.core.phrasing import counted, listed, some
from planner.export.blocks import BarChart, TimeBar, TimelineChart, WeekChart

MOST_TOLD = 60
MOST_DAYS = 12
# The heads of charts in formats that have them as tables.
TIMELINE_HEADS = ("What", "From", "To", "Note")
BAR_HEADS = ("What", "Amount")
WEEK_HEADS = ("Weeks from", "Hours a week")


def timeline_text(chart: TimelineChart) -> str:
    """The message, then each stretch with its days and what is said of it, and launch day."""
    told = [
        ", ".join(filter(None, (f"{bar.label}: {day_text(bar.start)} – {_end(bar)}", beside(bar))))
        for bar in chart.bars
    ]
    if chart.launch:
        told.insert(0, f"{chart.launch.label}: {day_text(chart.launch.day)}")
    return _joined(chart.message or "Timeline.", told)


def timeline_rows(chart: TimelineChart) -> list[tuple[str, str, str, str]]:
    """Launch day, then each stretch with its days and its note; a strong one's note says its days again."""
    rows = [(bar.label, day_text(bar.start), _end(bar), beside(bar)) for bar in chart.bars]
    if chart.launch:
        day = day_text(chart.launch.day)
        rows.insert(0, (chart.launch.label, day, day, ""))
    return rows


def strong_rows(chart: TimelineChart) -> list[bool]:
    """Which rows of :func:`timeline_rows` are of launch day or of a whole phase."""
    return [*([True] if chart.launch else []), *(bar.strong for bar in chart.bars)]


def _end(bar: TimeBar) -> str:
    return bar.ends or day_text(bar.end)


def beside(bar: TimeBar) -> str:
    """What is said of a stretch, but for its days, and when something is due in it, with years if several."""
    note = "" if bar.strong else bar.note
    one_year = len({day.year for day in (bar.start, bar.end, *bar.days)}) == 1
    days = [(short_day_text if one_year else brief_day_text)(day) for day in bar.days]
    return ", ".join(filter(None, (note, f"due {listed(some(days, MOST_DAYS))}" if days else "")))


def bars_text(chart: BarChart) -> str:
    """The message, then each amount."""
    return _joined(chart.message or "Amounts.", [f"{bar.label}: {bar.text}" for bar in chart.bars])


def weeks_text(chart: WeekChart) -> str:
    """The message, then the hours of each stretch of weeks."""
    return _joined(chart.message or "Hours a week.", [f"{when}: {hours}" for when, hours in week_rows(chart)])


def week_rows(chart: WeekChart) -> list[tuple[str, str]]:
    """Each stretch of weeks with equal hours: from when on for how long, and how many hours a week."""
    return [
        (f"{day_text(week.first)}, {counted(count, 'week')}", f"{exact_hours(week.hours)} h")
        for week, count in chart.stretches
    ]


def _joined(message: str, told: list[str]) -> str:
    rest = len(told) - MOST_TOLD
    listed = "; ".join(told[:MOST_TOLD]) + (f"; and {rest} more" if rest > 0 else "")
    return f"{message} {listed}." if listed else message
