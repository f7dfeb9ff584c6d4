"""Amounts as bars, each row with its words: the part that is there is full, the rest pale."""

from typing import Final

from planner.export.blocks import Bar, BarChart
from planner.export.chart_text import bars_text
from planner.export.isolates import SEPARATOR
from planner.export.pdf.boxes import Box, Drawing
from planner.export.pdf.line import Line
from planner.export.pdf.marks import MARK_GAP, MARK_SIDE, mark_drawing
from planner.export.pdf.pen import Pen
from planner.export.pdf.rows import Rows
from planner.export.pdf.structure import figure
from planner.export.pdf.style import ACCENT, CHART, CHART_BEGUN, CHART_NEAR, CHART_ROW, Type, on_white, pale
from planner.export.pdf.typeset import Typesetter

_LABELS: Final = 0.45
_LEAST: Final = 0.15  # of the width, for the longest bar
_GAP: Final = 12.0
_ROUNDED: Final = 0.01
_SPACE: Final = 2.3
_BAR: Final = 10.0
_WHOLE: Final = 300.0
_AMOUNT: Final = Type(CHART.size, CHART.leading, bold=True, tabular=True)


def bars(chart: BarChart, setter: Typesetter) -> Box:
    """One row an amount: its label, its bar, and the amount as text."""
    largest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    left = max((setter.one_line(bar.label, CHART).width + _indent(bar) for bar in chart.bars), default=0.0)
    left = min(left + _ROUNDED, setter.width * _LABELS) + _GAP
    most = setter.width * (1 - _LEAST) - left - CHART_NEAR
    amounts = [setter.one_line(bar.text, _AMOUNT, most) for bar in chart.bars]
    room = setter.width - left - CHART_NEAR - max((amount.width for amount in amounts), default=0.0)
    rows = [
        _row(bar, amount, left, room * max(0.0, bar.value) / largest, setter)
        for bar, amount in zip(chart.bars, amounts, strict=True)
    ]
    tag = figure(bars_text(chart), setter.width, setter.languages.ours)
    after = 6 if chart.message or chart.key else 18
    return Rows([], rows, whole=_WHOLE, fewest=CHART_BEGUN, before=6, after=after, tag=tag)


def _row(bar: Bar, amount: Line, left: float, length: float, setter: Typesetter) -> Box:
    indent = _indent(bar)
    label = label_parts(bar, left - _GAP - indent, setter)
    mark = mark_drawing(bar.mark, setter) if bar.mark else None
    ink = on_white(bar.colour) if bar.colour else ACCENT
    part = length if bar.part is None or not bar.value else length * min(1.0, bar.part / bar.value)

    def draw(pen: Pen, x: float, top: float) -> None:
        if mark:
            mark(pen, x, top - (CHART_ROW - MARK_SIDE) / 2)
        for place, line in label:
            pen.line(line, x + indent + place, top - (CHART_ROW - CHART.leading) / 2, CHART)
        for width, colour in ((length, pale(ink)), (part, ink)):
            if width:
                pen.fill_round(x + left, top - (CHART_ROW + _BAR) / 2, max(width, 1.0), _BAR, 2.0, colour)
        pen.line(amount, x + left + length + CHART_NEAR, top - (CHART_ROW - CHART.leading) / 2, _AMOUNT)

    return Drawing(CHART_ROW, draw)


def label_parts(bar: Bar, width: float, setter: Typesetter) -> list[tuple[float, Line]]:
    """The label in its width, with the place of each part: what stands beside a name keeps half of it."""
    name, dot, beside = bar.label.partition(SEPARATOR)
    whole = setter.one_line(bar.label, CHART)
    if not dot or whole.width <= width:
        return [(0.0, setter.one_line(bar.label, CHART, width))]
    free = width - setter.one_line(name, CHART).width - _SPACE
    last = setter.one_line(f"· {beside}", CHART, max(width / 2, free))
    first = setter.one_line(name, CHART, width - last.width - _SPACE)
    return [(0.0, first), (first.width + _SPACE, last)]


def _indent(bar: Bar) -> float:
    return MARK_SIDE + MARK_GAP if bar.mark else 0.0
