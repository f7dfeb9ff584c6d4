"""Lends room between the columns of a table, in whichever way its rows take the fewest lines."""

from collections.abc import Sequence
from typing import Final

from planner.export.blocks import Row
from planner.export.widths.row_lines import LOOKED_AT, Widths, cell_widths, lines_taken
from planner.export.widths.shares import READABLE
from planner.export.widths.trading import traded

_SENTENCES: Final = 3.0  # as many lines of readable width at least
_KEPT: Final = 0.75  # of what it has, by a column that lends
_NEARLY_WHOLE: Final = 0.4  # more than it has makes a column wide enough for one line
_TRIFLE: Final = 3.0  # points that the column with most to spare gives to one that lacks no more for one line
_HALVINGS: Final = 20  # by which the number of lines is found, far closer than a point
_MANY: Final = 2.5  # lines of a usual name
_TWO_LINES: Final = 0.62  # of a short text, such as a date, which has two lines at most


def lent(
    shares: Widths,
    leasts: Widths,
    texts: Widths,
    head: Sequence[str] = (),
    rows: Sequence[Row] = (),
) -> Widths:
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
    by_usual = _even(_lean(_filled(shares, usual), leasts, usual), usual, room, fewest=1.0)
    ways = (
        _even(whole, texts, room),
        late,
        _even(early, texts, room),
        _even(by_usual, texts, room),
    )
    way = min(ways, key=lambda way: lines_taken(cells, way))
    _, names, _ = lines_taken(cells, way)
    return way if names < _MANY * len(cells) else traded(way, _floors(way, leasts, texts), cells)


def _floors(way: Widths, leasts: Widths, texts: Widths) -> list[float]:
    """What each column keeps where room is traded: its cells in one line, or two, or readable sentences."""
    return [
        text if text <= width else min(width, max(least, _floor(text)))
        for width, least, text in zip(way, leasts, texts, strict=True)
    ]


def _floor(text: float) -> float:
    return text * _TWO_LINES if text <= READABLE else min(text / _SENTENCES, READABLE)


def _filled(shares: Widths, texts: Widths) -> list[float]:
    """What each column has, or less where its cells do not fill that."""
    return [min(pair) for pair in zip(shares, texts, strict=True)]


def _usual(cells: Sequence[Widths], leasts: Widths, texts: Widths) -> list[float]:
    """How wide a usual cell of each column is, or its name; none of sentences gets too narrow to be read."""
    head, *rows = cells
    usual = [sorted(column)[len(column) // 2] for column in zip(*rows, strict=True)]
    readable = [min(text / _SENTENCES, READABLE) for text in texts]
    return [max(each) for each in zip(leasts, head, usual, readable, strict=True)]


def _even(kept: Widths, texts: Widths, room: float, fewest: float = 0.0) -> list[float]:
    """What is left of the room goes to the longest cells, until all have the ``fewest`` lines."""
    most = max(text / keep for text, keep in zip(texts, kept, strict=True))
    for _ in range(_HALVINGS):
        lines = (fewest + most) / 2
        fewest, most = (lines, most) if sum(_of_lines(kept, texts, lines)) > room else (fewest, lines)
    return _of_lines(kept, texts, most)


def _lean(kept: Widths, leasts: Widths, texts: Widths) -> Widths:
    """What each column keeps where those of more than a line lend of theirs."""
    return [
        keep if text <= keep else min(keep, max(least, READABLE, keep * _KEPT))
        for keep, least, text in zip(kept, leasts, texts, strict=True)
    ]


def _whole(kept: Widths, leasts: Widths, texts: Widths, room: float) -> Widths:
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


def _of_lines(kept: Widths, texts: Widths, lines: float) -> list[float]:
    """How wide columns are if no cell has more lines, and none is narrower than it was."""
    return [max(keep, text / lines) for keep, text in zip(kept, texts, strict=True)]
