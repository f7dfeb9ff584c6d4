"""Charts: stretches of days over an axis of time, and amounts as bars, each row with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planner.export.blocks import Bar, BarChart, Tick, TimeBar, TimelineChart
from planner.export.chart_text import bars_text, timeline_text
from planner.export.pdf.boxes import Box, Drawing, Rows
from planner.export.pdf.canvas import Pen
from planner.export.pdf.lines import Line, one_line
from planner.export.pdf.structure import figure
from planner.export.pdf.style import (
    CHART,
    CHART_COLOURS,
    CHART_LAUNCH,
    CHART_QUIET,
    CHART_STRONG,
    CODE,
    FIRM,
    HAIRLINE,
    LAUNCH,
    RULE,
    THIN,
    WHITE,
    Colour,
    Type,
    colour,
)
from planner.export.pdf.typeset import Typesetter

_WHOLE: Final = 560.0
_LABELS: Final = 0.29
_AXIS: Final = 17.0
_LAUNCH_AXIS: Final = 14.0
_ROW: Final = 18.0
_PHASE_GAP: Final = 6.0
_BAR: Final = 8.0
_STRONG_BAR: Final = 10.0
_NEAR: Final = 5.0
_SHORTEST: Final = 3.0


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days as distances from the left edge of the chart."""

    first: date
    days: int
    left: float
    width: float

    def at(self, day: date) -> float:
        """Where the day begins, held within the axis."""
        share = (day - self.first).days / self.days
        return self.left + self.width * min(1.0, max(0.0, share))

    def shows(self, bar: TimeBar) -> bool:
        """Whether any day of the bar lies on the axis."""
        return bar.end >= self.first and (bar.start - self.first).days < self.days

    def after(self, day: date) -> float:
        """Where the day is over."""
        return min(self.left + self.width, self.at(day) + self.width / self.days)


def timeline(chart: TimelineChart, setter: Typesetter) -> Box:
    """The chart as rows under its axis, which is repeated on each page."""
    left = setter.width * _LABELS
    axis = _Axis(chart.start, max(1, (chart.end - chart.start).days + 1), left, setter.width - left)
    ticks = [tick for tick in chart.ticks if chart.start <= tick.day <= chart.end]
    launch = (
        axis.at(chart.launch.day) if chart.launch and chart.start <= chart.launch.day <= chart.end else None
    )
    grid = _Grid([axis.at(tick.day) for tick in ticks], launch)
    head: list[Box] = [_axis_head(ticks, axis, grid, setter)]
    if chart.launch and launch is not None:
        head.insert(0, _launch_head(chart.launch, launch, setter))
    rows = [_time_row(bar, number, axis, grid, setter) for number, bar in enumerate(chart.bars)]
    tag = figure(timeline_text(chart), setter.width)
    rows.append(_foot(setter, grid))
    return Rows(head, rows, whole=_WHOLE, before=6, after=_after(chart.message), tag=tag)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The upright lines behind the rows."""

    ticks: Sequence[float]
    launch: float | None

    def draw(self, pen: Pen, x: float, top: float, height: float) -> None:
        """Draw the lines through one row."""
        for tick in self.ticks:
            pen.upright(x + tick, top - height, height, THIN, HAIRLINE)
        if self.launch is not None:
            pen.upright(x + self.launch, top - height, height, 0.8, LAUNCH, "2 2")


def _axis_head(ticks: Sequence[Tick], axis: _Axis, grid: _Grid, setter: Typesetter) -> Box:
    labels: list[tuple[float, Line]] = []
    clear, end = 0.0, axis.left + axis.width
    for tick in ticks:
        start = axis.at(tick.day) + 3
        line = one_line(tick.label, CHART_QUIET, axis.width, setter.book)
        if clear <= start and start + line.width <= end:
            labels.append((start, line))
            clear = start + line.width + _NEAR

    def draw(pen: Pen, x: float, top: float) -> None:
        grid.draw(pen, x, top, _AXIS)
        for start, line in labels:
            pen.fill(x + start - 1, top - _AXIS + 3, line.width + 2, _AXIS - 4, WHITE)
            pen.text([line], x + start, top - 2, CHART_QUIET)
        pen.rule(x, top - _AXIS, setter.width, FIRM, RULE)

    return Drawing(_AXIS, draw)


def _launch_head(launch: Tick, place: float, setter: Typesetter) -> Box:
    line = one_line(launch.label, CHART_LAUNCH, setter.width / 2, setter.book)
    start = min(max(0.0, place - line.width / 2), setter.width - line.width)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.text([line], x + start, top, CHART_LAUNCH)

    return Drawing(_LAUNCH_AXIS, draw)


def _time_row(bar: TimeBar, number: int, axis: _Axis, grid: _Grid, setter: Typesetter) -> Box:
    style = CHART_STRONG if bar.strong else CHART
    label = one_line(bar.label, style, axis.left - 12, setter.book)
    thick = _STRONG_BAR if bar.strong else _BAR
    start = axis.at(bar.start)
    length = max(_SHORTEST, axis.after(bar.end) - start) if axis.shows(bar) else 0.0
    note = _note_beside(bar.note, start, length, axis, setter, grid.launch)
    ink = _bar_colour(bar.colour, number)

    above = _PHASE_GAP if bar.strong and number else 0.0

    def draw(pen: Pen, x: float, top: float) -> None:
        grid.draw(pen, x, top, _ROW + above)
        top -= above
        pen.text([label], x, top - (_ROW - style.leading) / 2, style)
        if note:
            pen.fill(x + note[0] - 1, top - _ROW + 3, note[1].width + 2, _ROW - 6, WHITE)
            pen.text([note[1]], x + note[0], top - (_ROW - CHART_QUIET.leading) / 2, CHART_QUIET)
        if length:
            pen.fill_round(x + start, top - (_ROW + thick) / 2, length, thick, 2.0, ink)

    return Drawing(_ROW + above, draw, keep=bar.strong)


def _note_beside(
    text: str, start: float, length: float, axis: _Axis, setter: Typesetter, launch: float | None
) -> tuple[float, Line] | None:
    """The note after the bar, or before it where it would cross launch day or there is more room."""
    after, before = axis.left + axis.width - start - length - _NEAR, start - axis.left - _NEAR
    room = max(after, before)
    if not text or room < 2 * CHART_QUIET.size:
        return None
    whole = one_line(text, CHART_QUIET, axis.width, setter.book)
    place = start + length + _NEAR
    crosses = launch is not None and place - _NEAR <= launch <= place + whole.width
    if crosses and whole.width <= before:
        return start - _NEAR - whole.width, whole
    if whole.width <= after:
        return place, whole
    line = one_line(text, CHART_QUIET, room, setter.book)
    if before >= after:
        return start - _NEAR - line.width, line
    return start + length + _NEAR, line


def _foot(setter: Typesetter, grid: _Grid) -> Box:
    def draw(pen: Pen, x: float, top: float) -> None:
        grid.draw(pen, x, top, _NEAR)
        pen.rule(x, top - _NEAR, setter.width, THIN, HAIRLINE)

    return Drawing(_NEAR, draw)


def bars(chart: BarChart, setter: Typesetter) -> Box:
    """One row an amount: its label, its bar, and the amount as text."""
    largest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    left = setter.width * _LABELS
    amounts = [one_line(bar.text, _AMOUNT, setter.width / 4, setter.book) for bar in chart.bars]
    room = setter.width - left - _NEAR - max((amount.width for amount in amounts), default=0.0)
    rows = [
        _amount_row(bar, amount, left, room * max(0.0, bar.value) / largest, setter)
        for bar, amount in zip(chart.bars, amounts, strict=True)
    ]
    tag = figure(bars_text(chart), setter.width)
    return Rows([], rows, whole=_WHOLE, before=6, after=_after(chart.message), tag=tag)


def _amount_row(bar: Bar, amount: Line, left: float, length: float, setter: Typesetter) -> Box:
    label = one_line(bar.label, CHART, left - 12, setter.book)
    ink = _bar_colour(bar.colour, 0)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.text([label], x, top - (_ROW - CHART.leading) / 2, CHART)
        if length:
            pen.fill_round(x + left, top - (_ROW + _STRONG_BAR) / 2, max(length, 1.0), _STRONG_BAR, 2.0, ink)
        pen.text([amount], x + left + length + _NEAR, top - (_ROW - CHART.leading) / 2, _AMOUNT)

    return Drawing(_ROW, draw)


_AMOUNT: Final = Type(CHART.size, CHART.leading, bold=True, tabular=True)


def _after(message: str) -> float:
    return 6.0 if message else 18.0


def _bar_colour(code: str, number: int) -> Colour:
    return colour(code) if CODE.fullmatch(code) else CHART_COLOURS[number % len(CHART_COLOURS)]
