"""The timeline: stretches of days over an axis of time, each row with its words, around launch day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from planner.export.blocks import Run, Runs, Tick, TimeBar, TimelineChart
from planner.export.chart_text import timeline_text
from planner.export.cut import cut
from planner.export.isolates import SEPARATOR
from planner.export.pdf.boxes import Box, Drawing
from planner.export.pdf.line import Line
from planner.export.pdf.marks import MARK_GAP, MARK_SIDE, mark_drawing
from planner.export.pdf.notes_beside import Noted, Plot, notes_beside
from planner.export.pdf.pen import Pen
from planner.export.pdf.rows import Rows
from planner.export.pdf.structure import figure
from planner.export.pdf.style import (
    CHART,
    CHART_BEGUN,
    CHART_LAUNCH,
    CHART_NEAR,
    CHART_QUIET,
    CHART_ROW,
    CHART_STRONG,
    CHART_WHOLE,
    FIRM,
    HAIRLINE,
    INK,
    LAUNCH,
    QUIET,
    RULE,
    THIN,
    WHITE,
    Type,
    on_white,
)
from planner.export.pdf.typeset import CONTINUED, Typesetter
from planner.export.ticks import named

# As much of the width is for labels, and as much more as they need up to the second share.
_LABELS: Final = 0.29
_MOST_LABELS: Final = 0.34
_LABEL_GAP: Final = 12.0
_AXIS: Final = 17.0
_LAUNCH_AXIS: Final = 14.0
_PHASE_GAP: Final = 6.0
_BAR: Final = 8.0
_STRONG_BAR: Final = 10.0
_SHORTEST: Final = 3.0
_TICK_GAP: Final = 3.0
_DOT: Final = 3.4
_CLOSE: Final = 3.0  # so much nearer to the bar are words below it
_PHASE: Final = 40  # letters of a phase's name behind a channel's
_ANY_WIDTH: Final = 1e6

# The whole words of a row that have no room in it, and whether it is a phase or a channel in one.
Lost = tuple[Runs, bool]


@dataclass(frozen=True, slots=True)
class Axis:
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


def timeline(chart: TimelineChart, setter: Typesetter) -> tuple[Box, Sequence[Lost]]:
    """The chart as rows under its axis, which is repeated on each page; and what is to stand below it."""
    left = labels_width(chart.bars, setter)
    axis = Axis(chart.start, max(1, (chart.end - chart.start).days + 1), left, setter.width - left)
    ticks = [tick for tick in chart.ticks if chart.start <= tick.day <= chart.end]
    launch = (
        axis.at(chart.launch.day) if chart.launch and chart.start <= chart.launch.day <= chart.end else None
    )
    grid = _Grid([axis.at(tick.day) for tick in ticks], launch)
    head: list[Box] = [_axis_head(ticks, axis, grid, setter)]
    if chart.launch and launch is not None:
        head.insert(0, _launch_head(chart.launch, launch, setter))
    parted = [False, *(bar.strong > before.strong for before, bar in pairwise(chart.bars))]
    shapes = [*_shapes(chart.bars, axis, launch, setter)]
    rows = [
        _time_row(bar, shape, grid, setter, parted=begins)
        for (bar, shape), begins in zip(shapes, parted, strict=True)
    ]
    for row, bar, following in zip(rows, chart.bars, chart.bars[1:], strict=False):
        row.keep = bar.strong and not following.strong
        row.group = _again(bar, axis, grid, setter) if bar.strong else None
    tag = figure(timeline_text(chart), setter.width, setter.languages.ours)
    rows.append(_foot(setter, grid))
    after = 6 if chart.message or chart.key else 18
    made = Rows(head, rows, whole=CHART_WHOLE, fewest=CHART_BEGUN, before=6, after=after, tag=tag)
    return made, [*_without_room(shapes, setter)] if chart.in_full else ()


def labels_width(bars: Sequence[TimeBar], setter: Typesetter) -> float:
    """Where the axis begins: beyond the longest label of a channel, or where they would take too much."""
    most = setter.width * _MOST_LABELS
    indent = _LABEL_GAP + MARK_SIDE + MARK_GAP
    labels = {bar.label for bar in bars if not bar.strong}
    widths = [setter.one_line(label, CHART).width for label in labels]
    needed = [width + indent for width in widths if width + indent <= most]
    return max([setter.width * _LABELS, *needed])


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


def _axis_head(ticks: Sequence[Tick], axis: Axis, grid: _Grid, setter: Typesetter) -> Box:
    lines = [setter.one_line(tick.label, CHART_QUIET, axis.width) for tick in ticks]
    starts = [axis.at(tick.day) + _TICK_GAP for tick in ticks]
    spans = [(start, start + line.width) for start, line in zip(starts, lines, strict=True)]
    places = named(ticks, spans, apart=_TICK_GAP, edge=axis.left + axis.width)
    labels = [(starts[place], lines[place]) for place in places]

    def draw(pen: Pen, x: float, top: float) -> None:
        grid.draw(pen, x, top, _AXIS)
        for start, line in labels:
            pen.fill(x + start - 1, top - _AXIS + 3, line.width + 2, _AXIS - 4, WHITE)
            pen.line(line, x + start, top - 2, CHART_QUIET)
        pen.rule(x, top - _AXIS, setter.width, FIRM, RULE)

    return Drawing(_AXIS, draw)


def _launch_head(launch: Tick, place: float, setter: Typesetter) -> Box:
    line = setter.one_line(launch.label, CHART_LAUNCH, setter.width / 2)
    start = min(max(0.0, place - line.width / 2), setter.width - line.width)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(line, x + start, top, CHART_LAUNCH)

    return Drawing(_LAUNCH_AXIS, draw)


@dataclass(frozen=True, slots=True)
class _Shape:
    """From where on and how long a bar is, the middles of its dots, and its words with their place.

    Words that have no room beside the bar, or are whole only below it, stand ``below`` it.
    """

    left: float
    start: float
    length: float
    dots: Sequence[float]
    note: tuple[float, Line] | None = None
    below: tuple[float, Line] | None = None

    @property
    def words(self) -> Line | None:
        """What is said of the bar, wherever that stands."""
        _, line = self.note or self.below or (0.0, None)
        return line

    @property
    def first(self) -> float:
        """Where the bar or a dot before it begins."""
        return min([self.start, *(dot - _DOT for dot in self.dots)])

    @property
    def last(self) -> float:
        """Where the bar or a dot after it ends."""
        return max([self.start + self.length, *(dot + _DOT for dot in self.dots)])


def _shapes(
    bars: Sequence[TimeBar], axis: Axis, launch: float | None, setter: Typesetter
) -> Iterator[tuple[TimeBar, _Shape]]:
    """Each bar with its shape; the words of a phase and its channels are placed together."""
    plot = Plot(axis.left, axis.left + axis.width, launch)
    starts = [place for place, bar in enumerate(bars) if bar.strong]
    for begin, end in pairwise([*dict.fromkeys([0, *starts]), len(bars)]):
        phase = bars[begin:end]
        shapes = [_shape(bar, axis) for bar in phase]
        noted = [Noted(bar.note, shape.first, shape.last) for bar, shape in zip(phase, shapes, strict=True)]
        for bar, shape, note in zip(phase, shapes, notes_beside(noted, plot, setter), strict=True):
            below = _below(bar, shape.start, axis, setter)
            whole_below = below and not _is_cut(bar.note, CHART_QUIET, below[1], setter)
            stays = note and not (whole_below and _is_cut(bar.note, CHART_QUIET, note[1], setter))
            yield bar, replace(shape, note=note) if stays else replace(shape, below=below)


def _below(bar: TimeBar, start: float, axis: Axis, setter: Typesetter) -> tuple[float, Line] | None:
    """The words of a bar under its beginning, or as near as they have room."""
    line = setter.one_line(bar.note, CHART_QUIET, axis.width)
    return (min(start, axis.left + axis.width - line.width), line) if line.width else None


def _shape(bar: TimeBar, axis: Axis) -> _Shape:
    start = axis.at(bar.start)
    length = max(_SHORTEST, axis.after(bar.end) - start) if axis.shows(bar) else 0.0
    days = (day for day in bar.days if axis.first <= day and (day - axis.first).days < axis.days)
    return _Shape(axis.left, start, length, [(axis.at(day) + axis.after(day)) / 2 for day in days])


def _without_room(shapes: Sequence[tuple[TimeBar, _Shape]], setter: Typesetter) -> Iterator[Lost]:
    """The whole words of each row of which some were cut."""
    phase = ""
    for bar, shape in shapes:
        phase = bar.label if bar.strong else phase
        label = _is_cut(bar.label, _style(bar), _label(bar, shape, setter), setter)
        words = _is_cut(bar.note, CHART_QUIET, shape.words, setter)
        if not (label or words):
            continue
        name = bar.label if bar.strong else SEPARATOR.join(filter(None, (bar.label, cut(phase, _PHASE))))
        note = bar.note if words or not bar.strong else ""
        runs = (Run(f"{name}: ", bold=True), Run(note)) if note else (Run(name, bold=True),)
        yield runs, bar.strong


def _is_cut(text: str, style: Type, line: Line | None, setter: Typesetter) -> bool:
    """Whether a line is less than all of its text."""
    whole = setter.one_line(text, style, _ANY_WIDTH).width
    return whole > (line.width if line else 0.0)


def _style(bar: TimeBar) -> Type:
    return CHART_STRONG if bar.strong else CHART


def _label(bar: TimeBar, shape: _Shape, setter: Typesetter) -> Line:
    """The name of a row in the room before the axis, behind its mark."""
    indent = 0.0 if bar.strong else MARK_SIDE + MARK_GAP
    return setter.one_line(bar.label, _style(bar), shape.left - _LABEL_GAP - indent)


def _time_row(bar: TimeBar, shape: _Shape, grid: _Grid, setter: Typesetter, *, parted: bool) -> Box:
    style, label = _style(bar), _label(bar, shape, setter)
    indent = 0.0 if bar.strong else MARK_SIDE + MARK_GAP
    thick = _STRONG_BAR if bar.strong else _BAR
    ink = on_white(bar.colour) if bar.colour else INK if bar.strong else QUIET
    mark = mark_drawing(bar.mark, setter) if bar.mark else None
    above = _PHASE_GAP if parted else 0.0
    height = CHART_ROW + above + (CHART_QUIET.leading if shape.below else 0.0)

    def draw(pen: Pen, x: float, top: float) -> None:
        grid.draw(pen, x, top, height)
        top -= above
        if mark:
            mark(pen, x, top - (CHART_ROW - MARK_SIDE) / 2)
        pen.line(label, x + indent, top - (CHART_ROW - style.leading) / 2, style)
        if shape.note:
            place, note = shape.note
            pen.fill(x + place - 1, top - CHART_ROW + 3, note.width + 2, CHART_ROW - 6, WHITE)
            pen.line(note, x + place, top - (CHART_ROW - CHART_QUIET.leading) / 2, CHART_QUIET)
        if shape.below:
            place, note = shape.below
            under = top - CHART_ROW + _CLOSE
            pen.fill(x + place - 1, under - CHART_QUIET.leading, note.width + 2, CHART_QUIET.leading, WHITE)
            pen.line(note, x + place, under, CHART_QUIET)
        if shape.length:
            pen.fill_round(x + shape.start, top - (CHART_ROW + thick) / 2, shape.length, thick, 2.0, ink)
        for dot in shape.dots:
            edge = _DOT + 1.2
            pen.fill_round(x + dot - edge / 2, top - (CHART_ROW + edge) / 2, edge, edge, edge / 2, ink)
            pen.fill_round(x + dot - _DOT / 2, top - (CHART_ROW + _DOT) / 2, _DOT, _DOT, _DOT / 2, WHITE)

    return Drawing(height, draw)


def _again(bar: TimeBar, axis: Axis, grid: _Grid, setter: Typesetter) -> Callable[[], Box]:
    """Makes the row that names a phase on a later page."""

    def make() -> Box:
        room = axis.left - _LABEL_GAP
        mark = setter.one_line(CONTINUED, CHART_QUIET, room)
        name = setter.one_line(bar.label, CHART_QUIET, room - mark.width - CHART_NEAR)

        def draw(pen: Pen, x: float, top: float) -> None:
            grid.draw(pen, x, top, CHART_ROW)
            top -= (CHART_ROW - CHART_QUIET.leading) / 2
            pen.line(name, x, top, CHART_QUIET)
            pen.line(mark, x + name.width + CHART_NEAR / 2, top, CHART_QUIET)

        return Drawing(CHART_ROW, draw, group=make)

    return make


def _foot(setter: Typesetter, grid: _Grid) -> Box:
    def draw(pen: Pen, x: float, top: float) -> None:
        grid.draw(pen, x, top, CHART_NEAR)
        pen.rule(x, top - CHART_NEAR, setter.width, THIN, HAIRLINE)

    return Drawing(CHART_NEAR, draw)
