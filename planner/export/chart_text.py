"""What a chart shows, in words: for those who hear a document, and for formats without pictures."""

from planner.core.days import day_text
from planner.export.blocks import BarChart, TimelineChart

MOST_TOLD = 60


def timeline_text(chart: TimelineChart) -> str:
    """The message, then each stretch with its days, and launch day."""
    told = [f"{bar.label}: {day_text(bar.start)} – {day_text(bar.end)}" for bar in chart.bars]
    if chart.launch:
        told.insert(0, f"{chart.launch.label}: {day_text(chart.launch.day)}")
    return _joined(chart.message or "Timeline.", told)


def bars_text(chart: BarChart) -> str:
    """The message, then each amount."""
    return _joined(chart.message or "Amounts.", [f"{bar.label}: {bar.text}" for bar in chart.bars])


def _joined(message: str, told: list[str]) -> str:
    rest = len(told) - MOST_TOLD
    listed = "; ".join(told[:MOST_TOLD]) + (f"; and {rest} more" if rest > 0 else "")
    return f"{message} {listed}." if listed else message
