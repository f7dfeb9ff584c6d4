"""About how many lines the rows of a table take, in columns so wide: told from letters, before any is set."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from planner.export.blocks import Row, said
from planner.export.cut import extent

LOOKED_AT: Final = 200  # rows of a table, and letters of a cell, by which its columns are measured
_RAGGED: Final = 1.1  # as much wider is text that is set in lines
_ROUNDED: Final = 0.01

Widths = Sequence[float]


def cell_widths(head: Sequence[str], rows: Sequence[Row], texts: Widths) -> list[tuple[float, ...]]:
    """About how wide the cells of the head and of each row are in one line, by their letters."""
    columns = []
    for place, widest in enumerate(texts):
        letters = [extent(head[place]), *(extent(said(row.cells[place].runs)) for row in rows)]
        of_one = widest / max(1, *letters)
        columns.append([count * of_one for count in letters])
    return list(zip(*columns, strict=True))


def lines_taken(cells: Sequence[Widths], widths: Widths) -> tuple[int, int, int]:
    """About how many lines all rows take, and the names that they begin with, and all cells."""
    rows = [list(map(_lines_of, row, widths)) for row in cells]
    return sum(map(max, rows)), sum(row[0] for row in rows), sum(map(sum, rows))


def _lines_of(cell: float, width: float) -> int:
    return 1 if cell <= width + _ROUNDED else ceil(cell * _RAGGED / width)
