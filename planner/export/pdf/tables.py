"""Tables without boxes: hairlines between the rows, a firm line under the head, figures on the right."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from planner.export.blocks import Align, Cell, Column, Fact, Row, Run, Runs, Table, Tone
from planner.export.pdf.boxes import Box, Rows, Side
from planner.export.pdf.structure import Element, column_head, list_of_items, row_head
from planner.export.pdf.style import (
    CELL,
    FIGURE_CELL,
    FIRM,
    HAIRLINE,
    HEAD_CELL,
    LABEL,
    PANEL,
    RULE,
    THIN,
    Type,
)
from planner.export.pdf.typeset import Typesetter

GUTTER: Final = 12.0
ROW_PADDING: Final = 4.6
_WHOLE: Final = 220.0
_NARROWEST: Final = 30.0
_FACT_LABEL: Final = 0.24

Place = tuple[float, float]


def table(block: Table, setter: Typesetter) -> Box:
    """The table as rows under a head that is repeated on each page."""
    places = column_places(block.columns, setter.width)
    head = _head(block.columns, places, setter)
    rows = [_row(row, block.columns, places, setter) for row in block.rows]
    return Rows([head], rows, _WHOLE, before=6, after=16, tag=Element("Table"))


def facts(items: Sequence[Fact], setter: Typesetter) -> Box:
    """Labels on the left, and what is known on the right."""
    label_width = setter.width * _FACT_LABEL
    label_type = replace(LABEL, leading=CELL.leading)
    rows: list[Box] = [
        Side(
            [
                (0.0, setter.text(fact.label, label_type, label_width - GUTTER, tag=Element("Lbl"))),
                (label_width, setter.text(fact.runs, CELL, setter.width - label_width, tag=Element("LBody"))),
            ],
            width=setter.width,
            padding=ROW_PADDING - 1,
            line=(THIN, HAIRLINE),
            tag=Element("LI"),
        )
        for fact in items
    ]
    return Rows([], rows, _WHOLE, before=4, after=16, tag=list_of_items())


def column_places(columns: Sequence[Column], width: float) -> list[Place]:
    """The left edge and width of each column: by weight, but not too narrow to read while there is room."""
    gutters = [_gutter(*pair) for pair in pairwise(columns)]
    room = width - sum(gutters)
    least = min(_NARROWEST, room / len(columns))
    total = sum(column.weight for column in columns) or 1.0
    wanted = [max(least, room * column.weight / total) for column in columns]
    above = sum(share - least for share in wanted) or 1.0
    fitting = (room - least * len(columns)) / above
    places, left = [], 0.0
    for share, gutter in zip(wanted, [*gutters, 0.0], strict=True):
        places.append((left, least + (share - least) * fitting))
        left += places[-1][1] + gutter
    return places


def _gutter(column: Column, following: Column) -> float:
    """Figures on the right of a column need more room before the text of the next."""
    return 2 * GUTTER if (column.align, following.align) == (Align.RIGHT, Align.LEFT) else GUTTER


def _head(columns: Sequence[Column], places: Sequence[Place], setter: Typesetter) -> Box:
    cells = [
        (x, setter.text(column.title, HEAD_CELL, width, align=column.align, tag=column_head()))
        for column, (x, width) in zip(columns, places, strict=True)
    ]
    return Side(cells, width=setter.width, padding=ROW_PADDING - 1, line=(FIRM, RULE), tag=Element("TR"))


def _row(row: Row, columns: Sequence[Column], places: Sequence[Place], setter: Typesetter) -> Box:
    """A row; its first cell is its head, if that column has a name."""
    cells: list[tuple[float, Box]] = []
    for cell, column, (x, width) in zip(row.cells, columns, places, strict=True):
        tag = Element("TD") if cells or not column.title else row_head()
        runs = _runs(cell, row)
        cells.append((x, setter.text(runs, _cell_type(column), width, align=column.align, tag=tag)))
    panel = PANEL if row.muted else None
    line = (FIRM, RULE) if row.strong else (THIN, HAIRLINE)
    return Side(cells, width=setter.width, padding=ROW_PADDING, panel=panel, line=line, tag=Element("TR"))


def _runs(cell: Cell, row: Row) -> Runs:
    if row.muted:
        return tuple(_quiet(run) for run in cell.runs)
    if row.strong:
        return tuple(replace(run, bold=True) for run in cell.runs)
    return cell.runs


def _quiet(run: Run) -> Run:
    return replace(run, tone=Tone.OFF) if run.tone is Tone.PLAIN and not run.link else run


def _cell_type(column: Column) -> Type:
    return FIGURE_CELL if column.align is Align.RIGHT else CELL
