"""Charts as tables, a row each: a screen reader reads the figures, others see the bars beside them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.core.days import day_text
from planner.export.blocks import BarChart, TimeBar, TimelineChart, WeekChart
from planner.export.chart_text import BAR_HEADS, WEEK_HEADS, beside, week_rows
from planner.export.html.markup import NO_MARKUP, Markup, joined, said, tag
from planner.export.palette import CODE
from planner.export.ticks import named

Say = Callable[[str], Markup]

WHOLE = 100.0
_BETWEEN_TICKS = 9.0
_NARROWEST = 0.6
_LAUNCH_WIDTH = 0.4


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days as shares of the chart's width, in percent."""

    first: date
    days: int

    def at(self, day: date) -> float:
        """Where the day begins, held within the chart."""
        return min(WHOLE, max(0.0, WHOLE * (day - self.first).days / self.days))

    def after(self, day: date) -> float:
        """Where the day is over."""
        return min(WHOLE, self.at(day) + WHOLE / self.days)


def timeline(chart: TimelineChart, say: Say) -> Markup:
    """Each stretch with its days and its bar, under the months; ``say`` makes markup of text."""
    axis = _Axis(chart.start, max(1, (chart.end - chart.start).days + 1))
    launch = axis.at(chart.launch.day) if chart.launch else None
    rows = [_time_row(bar, axis, launch, say) for bar in chart.bars]
    if chart.launch and launch is not None:
        day = tag("td", _day(chart.launch.day, say))
        rows.insert(0, _row(say(chart.launch.label), day, _launch(launch), strong=True))
    return _figure(chart.message, ("What", "When"), Markup("".join(_months(chart, axis))), rows, say)


def bars(chart: BarChart, say: Say) -> Markup:
    """Each amount with its bar; ``say`` makes markup of text."""
    largest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    rows = [
        _row(
            say(bar.label),
            tag("td", say(bar.text)),
            _bar(0, WHOLE * max(0.0, bar.value) / largest, bar.colour),
        )
        for bar in chart.bars
    ]
    return _figure(chart.message, BAR_HEADS, NO_MARKUP, rows, say)


def weeks(chart: WeekChart, say: Say) -> Markup:
    """Each stretch of weeks with equal hours, with its bar; ``say`` makes markup of text."""
    largest = max((week.hours for week in chart.weeks), default=0.0) or 1.0
    rows = [
        _row(say(when), tag("td", say(hours)), _bar(0, WHOLE * week.hours / largest, ""))
        for (week, _), (when, hours) in zip(chart.stretches, week_rows(chart), strict=True)
    ]
    return _figure(chart.message, WEEK_HEADS, NO_MARKUP, rows, say)


def _figure(message: str, columns: Sequence[str], axis: Markup, rows: Sequence[Markup], say: Say) -> Markup:
    heads = [tag("th", say(column), scope="col") for column in columns]
    drawn = _drawn(_drawing(axis) if axis else NO_MARKUP)
    table = tag(
        "table",
        tag("thead", tag("tr", *heads, drawn)),
        tag("tbody", joined(*rows)),
        class_="chart",
    )
    return tag("figure", table, tag("figcaption", say(message)) if message else NO_MARKUP)


def _row(label: Markup, words: Markup, drawn: Markup, *, strong: bool = False) -> Markup:
    head = tag("th", label, scope="row")
    return tag("tr", head, words, _drawn(_drawing(drawn)), class_="strong" * strong)


def _time_row(bar: TimeBar, axis: _Axis, launch: float | None, say: Say) -> Markup:
    start = axis.at(bar.start)
    drawn = _bar(start, axis.after(bar.end) - start, bar.colour)
    words = beside(bar)
    note = tag("div", say(words), class_="small") if words else NO_MARKUP
    end = say(bar.ends) if bar.ends else _day(bar.end, say)
    days = tag("td", _day(bar.start, say), said(" – "), end, note)
    return _row(say(bar.label), days, joined(drawn, _launch(launch)), strong=bar.strong)


def _day(day: date, say: Say) -> Markup:
    return tag("time", say(day_text(day)), datetime=day.isoformat())


def _months(chart: TimelineChart, axis: _Axis) -> Iterator[Markup]:
    """The names of those months that have room."""
    starts = [axis.at(tick.day) for tick in chart.ticks]
    spans = [(start, start + _BETWEEN_TICKS) for start in starts]
    for place in named(chart.ticks, spans, apart=0.0, edge=WHOLE):
        yield tag("text", said(chart.ticks[place].label), x=_share(starts[place]), y="14")


def _launch(place: float | None) -> Markup:
    if place is None:
        return NO_MARKUP
    return tag("rect", class_="launch", x=_share(place), y="0", width=_share(_LAUNCH_WIDTH), height="18")


def _bar(start: float, length: float, colour: str) -> Markup:
    width = _share(max(length, _NARROWEST))
    own = f"fill: {colour}" if CODE.fullmatch(colour) else ""
    return tag("rect", class_="bar", x=_share(start), y="4", width=width, height="10", rx="2", style=own)


def _drawn(drawing: Markup) -> Markup:
    """The cell of a drawing that repeats what its row says, hidden from those who hear the row."""
    return tag("td", drawing, class_="drawn", aria_hidden="true")


def _drawing(inside: Markup) -> Markup:
    return tag("svg", inside, height="18", aria_hidden="true")


def _share(percent: float) -> str:
    return f"{percent:.2f}%"
