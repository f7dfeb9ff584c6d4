"""Hours a week as columns over the weeks of the plan, against what the brief allows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, log10
from typing import Final

from planner.core.hours import exact_hours
from planner.export.blocks import Tick, WeekChart
from planner.export.chart_text import weeks_text
from planner.export.pdf.boxes import Box, Elastic
from planner.export.pdf.line import Line
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import figure
from planner.export.pdf.style import (
    ACCENT,
    CHART_LAUNCH,
    CHART_QUIET,
    CHART_STRONG,
    FIRM,
    HAIRLINE,
    INK,
    LAUNCH,
    RULE,
    THIN,
    WHITE,
    pale,
)
from planner.export.pdf.typeset import Typesetter
from planner.export.ticks import named

_HEIGHT: Final = 1 / 3  # of the width
_LOWEST: Final = 0.22
_HEAD: Final = 18.0
_FOOT: Final = 18.0
_LEFT: Final = 30.0
_RIGHT: Final = 66.0
_STEPS: Final = 4
_STRIPE: Final = 2.4
_TICK_GAP: Final = 3.0
_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where weeks and hours lie, from the upper left corner of the chart."""

    chart: WeekChart
    width: float
    height: float
    most: float

    @property
    def step(self) -> float:
        """The width of a week."""
        return self.width / len(self.chart.weeks)

    def x(self, tick: Tick) -> float:
        """Where a day begins."""
        return _LEFT + (tick.day - self.chart.weeks[0].first).days / _DAYS * self.step

    def y(self, hours: float) -> float:
        """How far below the top so many hours lie."""
        return self.height - _FOOT - (self.height - _HEAD - _FOOT) * hours / self.most


def weeks(chart: WeekChart, setter: Typesetter) -> Box:
    """The columns; what is over the hours allowed is striped, so that no colour is needed to see it."""
    highest = max([week.hours for week in chart.weeks] + [chart.allowed or 0.0])
    step = _nice(highest / _STEPS)
    width = setter.width
    full = _Plot(chart, width - _LEFT - _RIGHT, width * _HEIGHT, step * ceil(highest / step))
    marks = [step * number for number in range(round(full.most / step) + 1)]
    labels = [(hours, setter.one_line(f"{exact_hours(hours)} h", CHART_QUIET)) for hours in marks]
    months = [*_months(full, setter)]
    launch = setter.one_line(chart.launch.label, CHART_LAUNCH, _RIGHT) if chart.launch else None
    allowed = None
    if chart.allowed is not None:
        allowed = setter.one_line(f"{exact_hours(chart.allowed)} h allowed", CHART_STRONG, _RIGHT - 6)

    def draw(pen: Pen, x: float, top: float, height: float) -> None:
        plot = replace(full, height=height)
        for hours, label in labels:
            pen.rule(x + _LEFT, top - plot.y(hours), plot.width, THIN, HAIRLINE)
            pen.line(label, x, top - plot.y(hours) + CHART_QUIET.leading / 2, CHART_QUIET)
        _columns(pen, plot, x, top)
        pen.rule(x + _LEFT, top - plot.y(0), plot.width, FIRM, RULE)
        for place, month in months:
            pen.upright(x + place, top - plot.y(0) - 5, 5, THIN, RULE)
            pen.line(month, x + place + _TICK_GAP, top - plot.y(0) - 3, CHART_QUIET)
        if allowed and chart.allowed is not None:
            y = top - plot.y(chart.allowed)
            pen.rule(x + _LEFT, y, plot.width + 4, FIRM, INK)
            pen.line(allowed, x + _LEFT + plot.width + 6, y + CHART_STRONG.leading / 2, CHART_STRONG)
        if launch and chart.launch:
            place = x + plot.x(chart.launch)
            pen.upright(place, top - plot.y(0), plot.y(0) - _HEAD + 6, 0.8, LAUNCH, "2 2")
            pen.line(launch, place - launch.width / 2, top, CHART_LAUNCH)

    tag = figure(weeks_text(chart), width, setter.languages.ours)
    after = 6 if chart.message else 18
    return Elastic(full.height, width * _LOWEST, draw, before=6, after=after, tag=tag)


def _columns(pen: Pen, plot: _Plot, x: float, top: float) -> None:
    gap = min(1.5, plot.step * 0.2)
    base, limit = plot.y(0), plot.chart.allowed
    for number, week in enumerate(plot.chart.weeks):
        left, wide = x + _LEFT + number * plot.step + gap / 2, plot.step - gap
        within = week.hours if limit is None else min(week.hours, limit)
        pen.fill(left, top - base, wide, base - plot.y(within), pale(ACCENT) if limit is None else ACCENT)
        if week.hours > within:
            _striped(pen, left, top - plot.y(within), wide, plot.y(within) - plot.y(week.hours))


def _striped(pen: Pen, x: float, y: float, width: float, height: float) -> None:
    """A column of level stripes."""
    pen.fill(x, y, width, height, LAUNCH)
    stripes = int(height / _STRIPE)
    rows = [(x, y + (number + 0.6) * _STRIPE, width, _STRIPE * 0.4) for number in range(stripes)]
    if rows:
        pen.fill_many(rows, WHITE, (x, width))


def _months(plot: _Plot, setter: Typesetter) -> Iterator[tuple[float, Line]]:
    """Where the months begin that are named, and their names."""
    ticks = plot.chart.ticks
    lines = [setter.one_line(tick.label, CHART_QUIET) for tick in ticks]
    spans = [
        (plot.x(tick), plot.x(tick) + _TICK_GAP + line.width) for tick, line in zip(ticks, lines, strict=True)
    ]
    for place in named(ticks, spans, apart=_TICK_GAP, edge=_LEFT + plot.width):
        yield spans[place][0], lines[place]


def _nice(step: float) -> float:
    """The next number up of 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** (ceil(log10(step)) - 1) if step > 0 else 1.0
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= step)
