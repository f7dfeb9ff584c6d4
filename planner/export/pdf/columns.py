"""How wide the columns of a table are: by weight, by their longest words, and by how much they hold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import pairwise
from typing import Final

from planner.export.blocks import Align, Cell, Column, Row, Table, said
from planner.export.cut import extent
from planner.export.pdf.marks import MARK_GAP, MARK_SIDE
from planner.export.pdf.style import CELL, FIGURE_CELL, HEAD_CELL, Type
from planner.export.pdf.tokens import COUNTED, DOT, EAST
from planner.export.pdf.typeset import Typesetter
from planner.export.widths.lending import lent
from planner.export.widths.row_lines import LOOKED_AT
from planner.export.widths.shares import LONGEST_WORD, MORE, shares

GUTTER: Final = 12.0
MARKED: Final = MARK_SIDE + MARK_GAP
SPARE: Final = 1.0  # wider than its words is each column
_NARROWEST: Final = 30.0
_MEASURED: Final = 3
_NEARLY: Final = 0.8
_SHORT_NAME: Final = 3  # words, which have no line each
_LOW: Final = 100  # letters
_BEGINNING: Final = 60
_ENDLESS: Final = 1e4
_NARROW: Final = dict.fromkeys(map(ord, "1fijlrtI.,:;'() "))
_WIDE: Final = dict.fromkeys(map(ord, "mwMWNOQ@%–…"))
_LONGEST_FIGURE: Final = 22  # letters; the largest amount of money has no more
# Not at a space that holds two words together, a number and what it counts, or a word and the dot after it.
_PARTED: Final = re.compile(rf"(?:[\n\t]| (?!· |(?<=[0-9] )(?:[{EAST}]|{COUNTED})))+")

Place = tuple[float, float]


def column_places(
    columns: Sequence[Column],
    width: float,
    words: Sequence[float] = (),
    texts: Sequence[float] = (),
    rows: Sequence[Row] = (),
) -> list[Place]:
    """The left edge and width of each column: by weight, but wide enough for its words if there is room.

    What a column has beyond its longest cell, as ``texts`` says, goes to those that would have many lines,
    so that all ``rows`` together have the fewest.
    """
    gutters = [_gutter(*pair) for pair in pairwise(columns)]
    room = width - sum(gutters)
    most = room / len(columns)
    leasts = _leasts(words or [_NARROWEST] * len(columns), most)
    dealt: Sequence[float] = shares(leasts, [column.weight for column in columns], room)
    if texts:
        dealt = lent(dealt, leasts, texts, [column.title for column in columns], rows)
    places, left = [], 0.0
    for share, gutter in zip(dealt, [*gutters, 0.0], strict=True):
        places.append((left, share))
        left += share + gutter
    return places


def _leasts(words: Sequence[float], most: float) -> list[float]:
    """What each column needs for its words: an equal share at most, or more where there is room."""
    wanted = [max(_NARROWEST, word) for word in words]
    shares = [min(word, most) for word in wanted]
    more = [min(word, most * MORE) - share for word, share in zip(wanted, shares, strict=True)]
    room = most * len(words) - sum(shares)
    part = min(1.0, room / sum(more)) if any(more) else 0.0
    return [share + part * over for share, over in zip(shares, more, strict=True)]


def widest_words(block: Table, setter: Typesetter) -> list[float]:
    """The width of the longest word of each column; what is longer than words are is not waited for."""
    return [_widest_word(block, place, setter) for place in range(len(block.columns))]


def _widest_word(block: Table, place: int, setter: Typesetter) -> float:
    column = block.columns[place]
    cells = [run.text[:LOOKED_AT] for row in block.rows[:LOOKED_AT] for run in row.cells[place].runs]
    styles = (replace(cell_type(column), bold=True), HEAD_CELL)
    marked = any(row.cells[place].mark for row in block.rows)
    figures = column.align is Align.RIGHT
    longest = _longest_figures(cells) if figures else _longest(_words(_texts(block, place)))
    names = _lines_of_names(dict.fromkeys(cells)) if marked and _is_low(block) else []
    texts = ([*longest, *names], [max(column.title.split(), key=len, default="")])
    pairs = [(text, style) for found, style in zip(texts, styles, strict=True) for text in found]
    widest = max(setter.one_line(text, style).width + SPARE for text, style in pairs)
    return widest + MARKED if marked else widest


def _texts(block: Table, place: int) -> Iterable[str]:
    return (said(row.cells[place].runs)[:LOOKED_AT] for row in block.rows[:LOOKED_AT])


def _is_low(block: Table) -> bool:
    """Whether most rows have no sentences, beside which the lines of a name would not count."""
    rows = block.rows[:LOOKED_AT]
    return 2 * sum(map(_has_sentences, rows)) < len(rows)


def _has_sentences(row: Row) -> bool:
    return any(extent(said(cell.runs)[: _LOW + 1]) > _LOW for cell in row.cells)


def _lines_of_names(names: Iterable[str]) -> list[str]:
    """The longest line of names of three words in two lines, and names that are no longer, which have one."""
    names = list(names)
    half = max(map(_half, names), key=extent)
    return [half, *(name for name in names if _NEARLY * extent(half) <= extent(name) <= extent(half))]


def _half(name: str) -> str:
    """The longer line of a name of three words in two lines; of any other, nothing."""
    words = name.split()
    if len(words) != _SHORT_NAME or DOT in name:
        return ""
    first, second, third = words
    ways = (first, f"{second} {third}"), (f"{first} {second}", third)
    return min((max(lines, key=extent) for lines in ways), key=extent)


def widest_cells(block: Table, setter: Typesetter) -> list[float]:
    """The width that each column needs to hold its longest cell, and its name, in one line."""
    return [_widest_cell(block, place, setter) for place in range(len(block.columns))]


def _widest_cell(block: Table, place: int, setter: Typesetter) -> float:
    column = block.columns[place]
    cells = dict.fromkeys(_text_of(row.cells[place]) for row in block.rows[:LOOKED_AT])
    style = cell_type(column)
    widths = [
        _whole_width(text, replace(style, bold=bold), setter)
        for text, bold in nlargest(_MEASURED, cells, key=lambda cell: _wide(cell[0]))
    ]
    widest = max(widths, default=0.0)
    marked = any(row.cells[place].mark for row in block.rows)
    titled = _whole_width(column.title, HEAD_CELL, setter)
    return max(_NARROWEST, titled, widest + MARKED if marked else widest)


def _wide(text: str) -> float:
    """About how wide a text is, in letters, so that “Week 20” is wider than “Week 11”."""
    beginning = text[:LOOKED_AT]
    return extent(text) + (len(beginning.translate(_NARROW)) - len(beginning.translate(_WIDE))) / 2


def _text_of(cell: Cell) -> tuple[str, bool]:
    """What a cell says, and whether any of it is bold."""
    return said(cell.runs), any(run.bold for run in cell.runs)


def _whole_width(text: str, style: Type, setter: Typesetter) -> float:
    """How wide the text is as one line, by its beginning if it is long."""
    beginning = text[:_BEGINNING]
    width = setter.one_line(beginning, style, _ENDLESS).width + SPARE
    return width * extent(text) / extent(beginning) if len(text) > _BEGINNING else width


def _words(cells: Iterable[str]) -> list[str]:
    return _PARTED.split("\n".join(cells))


def _longest_figures(cells: Iterable[str]) -> list[str]:
    """The longest figures, each one word with what is said of it, unless that is longer than words are."""
    lines = "\n".join(cells).split("\n")
    figures = (line for line in lines if len(line) <= LONGEST_WORD)
    return _longest([*figures, *_words(line for line in lines if len(line) > LONGEST_WORD)], _LONGEST_FIGURE)


def _longest(words: Iterable[str], most: int = LONGEST_WORD) -> list[str]:
    """The longest words, one of which is the widest; of one of more letters than ``most``, a part."""
    longest = nlargest(_MEASURED, dict.fromkeys(words), key=_letters)
    return [
        word if len(word) <= most else word[:LONGEST_WORD]
        for word in longest
        if _letters(word) > _NEARLY * _letters(longest[0])
    ]


def _letters(word: str) -> int:
    """About how many letters wide a word is; Chinese or Japanese longer than a name is no word."""
    wide = len(word) if word.isascii() else extent(word)
    return min(wide, LONGEST_WORD) if wide == len(word) else wide if wide <= LONGEST_WORD else 0


def _gutter(column: Column, following: Column) -> float:
    """Figures on the right of a column need more room before the text of the next."""
    return 2 * GUTTER if (column.align, following.align) == (Align.RIGHT, Align.LEFT) else GUTTER


def cell_type(column: Column) -> Type:
    """The type of a column's cells."""
    return FIGURE_CELL if column.align is Align.RIGHT else CELL
