"""Lends room between the columns of a table, in whichever way its rows take the fewest lines."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from planner.export.blocks import Row
from planner.export.cut import extent
from planner.export.pdf.trading import traded

LOOKED_AT: Final = 200
READABLE: Final = 96.0  # as wide as a column of sentences is at least
_SENTENCES: Final = 3.0  # as many lines of readable width at least
_KEPT: Final = 0.75
_NEARLY_WHOLE: Final = 0.4  # more than it has makes a column wide enough for one line
_TRIFLE: Final = 3.0  # points that the column with most to spare gives to one that lacks no more for one line
_RAGGED: Final = 1.1  # as much wider is text that is set in lines
_HALVINGS: Final = 20
_MANY: Final = 2.5  # lines of a usual name


def lent(
    shares: Sequence[float],
    leasts: Sequence[float],
    texts: Sequence[float],
    head: Sequence[str] = (),
    rows: Sequence[Row] = (),
) -> Sequence[float]:
    """The shares, of which each keeps what its cells fill: the rest makes the longest cells shorter.

    Where ``rows`` and their ``head`` then have fewer lines, no column of many lines lends of its own, or all
    do so first for those that lack little for one line, or usual cells are made shorter, not the longest.
    Where names still take many, columns trade room.
    """
    if all(text <= share for text, share in zip(texts, shares, strict=True)):
        return shares
    kept = _filled(shares, texts)
    room = sum(shares)
    whole = _whole(kept, leasts, texts, room)
    late = _even(_lean(whole, leasts, texts), texts, room)
    if not rows:
        return late
    cells = cell_widths(head, rows[:LOOKED_AT], texts)
    early = _whole(_lean(kept, leasts, texts), leasts, texts, room)
    usual = _usual(cells, leasts, texts)
    ways = (
        _even(whole, texts, room),
        late,
        _even(early, texts, room),
        _even(_even(_lean(_filled(shares, usual), leasts, usual), usual, room, fewest=1.0), texts, room),
    )
    way = min(ways, key=lambda way: lines_taken(cells, way))
    _, names, _ = lines_taken(cells, way)
    return way if names < _MANY * len(cells) else traded(way, _floors(way, leasts, texts), cells, lines_taken)


def _floors(way: Sequence[float], leasts: Sequence[float], texts: Sequence[float]) -> list[float]:
    """What each column keeps where room is traded: its cells in one line, or readable sentences."""
    return [
        text if text <= width else min(width, max(least, min(text / _SENTENCES, READABLE)))
        for width, least, text in zip(way, leasts, texts, strict=True)
    ]


def _filled(shares: Sequence[float], texts: Sequence[float]) -> list[float]:
    """What each column has, or less where its cells do not fill that."""
    return [min(pair) for pair in zip(shares, texts, strict=True)]


def _usual(cells: Sequence[Sequence[float]], leasts: Sequence[float], texts: Sequence[float]) -> list[float]:
    """How wide a usual cell of each column is, or its name; none of sentences gets too narrow to be read."""
    head, *rows = cells
    usual = [sorted(column)[len(column) // 2] for column in zip(*rows, strict=True)]
    readable = [min(text / _SENTENCES, READABLE) for text in texts]
    return [max(each) for each in zip(leasts, head, usual, readable, strict=True)]


def _even(kept: Sequence[float], texts: Sequence[float], room: float, fewest: float = 0.0) -> list[float]:
    """What is left of the room goes to the longest cells, until all have the ``fewest`` lines."""
    most = max(text / keep for text, keep in zip(texts, kept, strict=True))
    for _ in range(_HALVINGS):
        lines = (fewest + most) / 2
        fewest, most = (lines, most) if sum(_of_lines(kept, texts, lines)) > room else (fewest, lines)
    return _of_lines(kept, texts, most)


def _lean(kept: Sequence[float], leasts: Sequence[float], texts: Sequence[float]) -> Sequence[float]:
    """What each column keeps where those of more than a line lend of theirs."""
    return [
        keep if text <= keep else min(keep, max(least, READABLE, keep * _KEPT))
        for keep, least, text in zip(kept, leasts, texts, strict=True)
    ]


def _whole(
    kept: Sequence[float], leasts: Sequence[float], texts: Sequence[float], room: float
) -> Sequence[float]:
    """What each column keeps where those that lack little for one line are given it."""
    made, spare = list(kept), room - sum(kept)
    giver = max(range(len(made)), key=lambda place: made[place] - leasts[place])
    trifle = min(_TRIFLE, (made[giver] - leasts[giver]) / len(made))
    for place in sorted(range(len(made)), key=lambda place: texts[place] - made[place]):
        lack = texts[place] - made[place]
        if lack <= max(min(spare, made[place] * _NEARLY_WHOLE), trifle):
            made[place], spare = texts[place], spare - lack
    made[giver] += min(spare, 0.0)
    return made


def _of_lines(kept: Sequence[float], texts: Sequence[float], lines: float) -> list[float]:
    """How wide columns are if no cell has more lines, and none is narrower than it was."""
    return [max(keep, text / lines) for keep, text in zip(kept, texts, strict=True)]


def cell_widths(head: Sequence[str], rows: Sequence[Row], texts: Sequence[float]) -> list[tuple[float, ...]]:
    """About how wide the cells of the head and of each row are in one line, by their letters."""
    columns = []
    for place, widest in enumerate(texts):
        letters = [sum(extent(run.text) for run in row.cells[place].runs) for row in rows]
        of_one = widest / max(1, *letters)
        columns.append([len(head[place]) * of_one, *(count * of_one for count in letters)])
    return list(zip(*columns, strict=True))


def lines_taken(cells: Sequence[Sequence[float]], widths: Sequence[float]) -> tuple[int, int, int]:
    """About how many lines all rows take, and the names that they begin with, and all cells."""
    rows = [list(map(_lines_of, row, widths)) for row in cells]
    return sum(map(max, rows)), sum(row[0] for row in rows), sum(map(sum, rows))


def _lines_of(cell: float, width: float) -> int:
    return 1 if cell <= width else ceil(cell * _RAGGED / width)
