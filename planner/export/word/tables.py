"""Tables of a Word file: columns as wide as their words ask for, and a head that each page repeats."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from planner.export.blocks import Align, Column, Runs
from planner.export.widths.shares import LONGEST_WORD, MORE, shares
from planner.export.word.look import CELL, GRID, HEAD, TEXT_WIDTH
from planner.export.word.text import WordText, within

# Widths are in twentieths of a point.
_LETTER: Final = 110  # about what a letter of a bold head takes
_GAP: Final = 220  # the room between columns, and a little more
_LOOKED_AT: Final = 300  # rows of a table, and letters of a run
_KEPT_WHOLE: Final = 1200  # letters of a row that has room on any page
_BETWEEN: Final = re.compile(r"[\s\u200b/]+|(?<=[^\W\d])-(?=[^\W\d])")


class Tables:
    """Puts tables into one document, whose paragraphs ``text`` makes in the ``styles`` of these ids."""

    def __init__(self, text: WordText, styles: Mapping[str, str], *, leftwards: bool) -> None:
        """Have columns begin at the right in a document that is written from right to left."""
        self._text = text
        self._styles = styles
        self._leftwards = leftwards

    def fill(self, table: Any, columns: Sequence[Column], rows: Sequence[Sequence[Runs]]) -> None:
        """Give an empty table its columns and rows, of which the first are the columns' heads."""
        widths = _widths(columns, rows[: _LOOKED_AT + 1])
        self._begin(table, widths)
        right = [column.align is Align.RIGHT for column in columns]
        for place, row in enumerate(rows):
            self._row(table, row, widths, right, head=not place)

    def _begin(self, table: Any, widths: Sequence[int]) -> None:
        looks = within(table, "w:tblPr")
        within(looks, "w:tblStyle", val=self._styles[GRID])
        if self._leftwards:
            within(looks, "w:bidiVisual")
        within(looks, "w:tblW", type="dxa", w=str(sum(widths)))
        within(looks, "w:tblLayout", type="fixed")
        within(looks, "w:tblLook", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1")
        grid = within(table, "w:tblGrid")
        for width in widths:
            within(grid, "w:gridCol", w=str(width))

    def _row(
        self,
        table: Any,
        cells: Sequence[Runs],
        widths: Sequence[int],
        right: Sequence[bool],
        *,
        head: bool = False,
    ) -> None:
        made = within(table, "w:tr")
        looks = within(made, "w:trPr")
        if sum(len(run.text) for cell in cells for run in cell) <= _KEPT_WHOLE:
            within(looks, "w:cantSplit")
        if head:
            within(looks, "w:tblHeader")
        style = self._styles[HEAD if head else CELL]
        for runs, width, at_right in zip(cells, widths, right, strict=True):
            cell = within(made, "w:tc")
            within(within(cell, "w:tcPr"), "w:tcW", type="dxa", w=str(width))
            self._text.paragraph(within(cell, "w:p"), runs, style, right=at_right)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Runs]]) -> list[int]:
    """Columns by weight, but wide enough for the words of these rows."""
    words = [max(map(_longest_word, cells)) for cells in zip(*rows, strict=True)]
    most = TEXT_WIDTH / len(columns) * MORE
    leasts = [min(_LETTER * word + _GAP, most) for word in words]
    return [round(each) for each in shares(leasts, [column.weight for column in columns], TEXT_WIDTH)]


def _longest_word(runs: Runs) -> int:
    """The letters of the longest word; what is longer than words are is not waited for."""
    words = (word for run in runs for word in _BETWEEN.split(run.text[:_LOOKED_AT]))
    return min(LONGEST_WORD, max(map(len, words), default=0))
