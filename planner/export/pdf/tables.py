"""Tables without boxes: hairlines between the rows, a firm line under the head, figures on the right."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planner.export.blocks import (
    Align,
    Cell,
    Column,
    Fact,
    Mark,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    head_of,
    said,
)
from planner.export.cut import extent
from planner.export.pdf.boxes import Again, Box, Drawing, Padding, Side, Stack, Text
from planner.export.pdf.columns import (
    GUTTER,
    MARKED,
    SPARE,
    Place,
    cell_type,
    column_places,
    widest_cells,
    widest_words,
)
from planner.export.pdf.marks import MARK_SIDE, mark_drawing
from planner.export.pdf.rows import Rows
from planner.export.pdf.structure import Element, column_head, list_of_items, row_head
from planner.export.pdf.style import (
    CELL,
    FIRM,
    HAIRLINE,
    HEAD_CELL,
    LABEL,
    PANEL,
    RULE,
    THIN,
)
from planner.export.pdf.typeset import RUNNING, Typesetter
from planner.export.widths.row_lines import LOOKED_AT, cell_widths, lines_taken
from planner.export.widths.shares import FACT_LABEL, READABLE

ROW_PADDING: Final = 4.6
_SENTENCES: Final = 60  # letters; a cell of more holds sentences
_BELOW: Final = 3.0  # points between a row and its sentences below it
_TALL: Final = 4.0  # lines of the longest cell at least, where a column of sentences could stand wider
_SHORTER: Final = 0.56  # of the lines of all rows, so that it does


def table(block: Table, setter: Typesetter, like: Table | None = None) -> Box:
    """The table as rows under a head that each page repeats, its columns as wide as those of ``like``."""
    places, below = _measured(like or block, setter)
    head = _head(block, places, below, setter)
    rows = [_row(row, block.columns, places, below, setter) for row in block.rows]
    words = [place for place, column in zip(places, block.columns, strict=True) if column.align is Align.LEFT]
    _make_even([head, *rows], words, setter)
    return Rows([_on_its_rule(head)], rows, before=6, after=16, tag=Element("Table"))


def _measured(block: Table, setter: Typesetter) -> tuple[list[Place], int | None]:
    """The places of the columns, and which of them stands below the others in each row."""
    words, texts = widest_words(block, setter), widest_cells(block, setter)
    places = column_places(block.columns, setter.width, words, texts, block.rows)
    cuts = _cuts_figures(block.columns, places, words)
    below = _widest_column(block) if cuts else _column_of_sentences(block)
    if below is not None:
        deep = _places_above(block, below, words, texts, setter)
        if cuts or places[below][1] < READABLE or _shorter(block, below, texts, places, deep):
            return deep, below
    return places, None


def facts(items: Sequence[Fact], setter: Typesetter) -> Box:
    """Labels on the left, and what is known on the right: even where most of it is running text."""
    label_width = setter.width * FACT_LABEL
    label_type = replace(LABEL, leading=CELL.leading)
    rows = [
        Side(
            [
                (0.0, setter.text(fact.label, label_type, label_width - GUTTER, tag=Element("Lbl"))),
                (label_width, _fact(fact.runs, setter.width - label_width, setter)),
            ],
            width=setter.width,
            padding=ROW_PADDING - 1,
            line=(THIN, HAIRLINE),
            again=_again(fact.label, (0.0, label_width - GUTTER), setter),
            spared=setter.spared,
            tag=Element("LI"),
        )
        for fact in items
    ]
    values = [box for row in rows for x, box in row.boxes if x]
    if 2 * sum(isinstance(box, Text) and len(box.lines) >= RUNNING for box in values) > len(values):
        _make_even(rows, [(label_width, setter.width - label_width)], setter)
    return Rows([], rows, before=4, after=16, tag=list_of_items())


def _make_even(rows: Sequence[Side], places: Sequence[Place], setter: Typesetter) -> None:
    """Make columns of running text even; names stay beside their marks."""
    for left, width in places if setter.book.leftwards else ():
        boxes = [(x, box) for row in rows for x, box in row.boxes if left <= x < left + width]
        column = [(x, box) for x, box in boxes if isinstance(box, Text)]
        if len(column) == len(boxes):
            setter.make_even(column, left + width)


def _fact(runs: Runs, width: float, setter: Typesetter) -> Box:
    return setter.text(runs, CELL, width, tag=Element("LBody"), close=True)


def _cuts_figures(columns: Sequence[Column], places: Sequence[Place], words: Sequence[float]) -> bool:
    """Whether a column is too narrow for its figures."""
    return any(
        column.align is Align.RIGHT and width + SPARE < word
        for column, (_, width), word in zip(columns, places, words, strict=True)
    )


def _widest_column(block: Table) -> int | None:
    """The column of text that is meant to be the widest, but for the first, which names its rows."""
    texts = [place for place, column in enumerate(block.columns) if place and column.align is Align.LEFT]
    return max(texts, key=lambda place: block.columns[place].weight, default=None)


def _column_of_sentences(block: Table) -> int | None:
    """The widest column if it holds sentences, which may stand below the others in each row."""
    widest = _widest_column(block)
    if widest is None:
        return None
    long = (extent(said(row.cells[widest].runs)) for row in block.rows[:LOOKED_AT])
    return widest if any(letters > _SENTENCES for letters in long) else None


def _shorter(
    block: Table, below: int, texts: Sequence[float], beside: Sequence[Place], deep: Sequence[Place]
) -> bool:
    """Whether rows are much shorter with that column below the others than with it beside them."""
    if texts[below] < _TALL * beside[below][1]:
        return False
    _, *cells = cell_widths([column.title for column in block.columns], block.rows[:LOOKED_AT], texts)
    widths = [width for _, width in deep]
    others = [(*row[:below], *row[below + 1 :]) for row in cells]
    above, *_ = lines_taken(others, (*widths[:below], *widths[below + 1 :]))
    under, *_ = lines_taken([(row[below],) for row in cells], (widths[below],))
    whole, *_ = lines_taken(cells, [width for _, width in beside])
    return above + under < _SHORTER * whole


def _places_above(
    block: Table, below: int, words: Sequence[float], texts: Sequence[float], setter: Typesetter
) -> list[Place]:
    """The places of the columns that stay side by side, and the whole width for the one below them."""
    side_by_side = [place for place in range(len(words)) if place != below]
    others = [block.columns[place] for place in side_by_side]
    needed, whole = ([widths[place] for place in side_by_side] for widths in (words, texts))
    places = column_places(others, setter.width, needed, whole)
    indent = MARKED if any(row.cells[0].mark for row in block.rows) else 0.0
    places.insert(below, (indent, setter.width - indent))
    return places


def _head(block: Table, places: Sequence[Place], below: int | None, setter: Typesetter) -> Side:
    cells: list[tuple[float, Box]] = [
        (
            x,
            setter.text(
                column.title, HEAD_CELL, width, align=_side(block, number, setter), tag=column_head()
            ),
        )
        for number, (column, (x, width)) in enumerate(zip(block.columns, places, strict=True))
    ]
    cells = cells if below is None else _two_deep(cells, below, None)
    return Side(cells, width=setter.width, padding=ROW_PADDING - 1, line=(FIRM, RULE), tag=Element("TR"))


def _on_its_rule(head: Side) -> Side:
    """The head, in which names of fewer lines than others stand at its foot as well."""
    tallest = max(box.height for _, box in head.boxes)
    return replace(
        head,
        boxes=[
            (x, box if box.height == tallest else Stack([box], Padding(top=tallest - box.height)))
            for x, box in head.boxes
        ],
    )


def _two_deep(cells: list[tuple[float, Box]], below: int, again: Again | None) -> list[tuple[float, Box]]:
    """The cells with one of them below the others."""
    x, last = cells.pop(below)
    boxes = [Side(cells, keep=True, spared=0.0), Stack([last], Padding(left=x), before=_BELOW)]
    return [(0.0, Stack(boxes, again=again.make if again else None))]


def _again(name: str, place: Place, setter: Typesetter) -> Again:
    """How a row is named once more where it goes on over a page."""
    return Again(*place, lambda: setter.continued(name, place[1]))


def _side(block: Table, place: int, setter: Typesetter) -> Align:
    """The side of a column's name: that on which most of its cells begin."""
    texts = [said(row.cells[place].runs) for row in block.rows[:LOOKED_AT]]
    leftwards = sum(map(setter.turned, texts))
    return Align.RIGHT if 2 * leftwards > len(texts) else block.columns[place].align


def _row(
    row: Row, columns: Sequence[Column], places: Sequence[Place], below: int | None, setter: Typesetter
) -> Side:
    """A row; its first cell that says anything is its head, if the first column has a name."""
    cells: list[tuple[float, Box]] = []
    named = 0 if columns[0].title or len(columns) == 1 else 1
    name = said(row.cells[named].runs)
    again = _again(name, places[named], setter)
    head = head_of(row) if columns[0].title else None
    for number, (cell, column, (x, width)) in enumerate(zip(row.cells, columns, places, strict=True)):
        tag = row_head() if number == head else Element("TD")
        indent = MARKED if cell.mark else 0.0
        if cell.mark:
            cells.append((x, _mark(cell.mark, setter)))
        words = setter.text(_runs(cell, row), cell_type(column), width - indent, align=column.align, tag=tag)
        cells.append((x + indent, words))
    panel = PANEL if row.muted else None
    line = (FIRM, RULE) if row.strong else (THIN, HAIRLINE)
    made = Side(
        cells,
        width=setter.width,
        padding=ROW_PADDING,
        panel=panel,
        line=line,
        again=again,
        spared=setter.spared,
        tag=Element("TR"),
    )
    if below is None:
        return made
    marks = sum(bool(cell.mark) for cell in row.cells[: below + 1])
    return replace(made, boxes=_two_deep(cells, below + marks, again), again=None)


def _mark(mark: Mark, setter: Typesetter) -> Box:
    """A platform's mark as high as a line."""
    draw = mark_drawing(mark, setter)
    above = (CELL.leading - MARK_SIDE) / 2
    return Drawing(CELL.leading, lambda pen, x, top: draw(pen, x, top - above))


def _runs(cell: Cell, row: Row) -> Runs:
    if row.muted:
        return tuple(_quiet(run) for run in cell.runs)
    if row.strong:
        return tuple(replace(run, bold=True) for run in cell.runs)
    return cell.runs


def _quiet(run: Run) -> Run:
    return replace(run, tone=Tone.OFF) if run.tone is Tone.PLAIN and not run.link else run
