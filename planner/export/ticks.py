"""Which days on an axis of time are named: all, or every second, third or sixth month, or some years."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from planner.export.blocks import Tick

_EVERY: Final = (1, 2, 3, 6, 12)  # months, counted from January, which says its year

Span = tuple[float, float]


def named(ticks: Sequence[Tick], spans: Sequence[Span], *, apart: float, edge: float) -> list[int]:
    """The places of those ticks that are named: as many as have room, at equal distances.

    Each has its name on its span, which ends before the ``edge``, and so far ``apart`` from the next.
    """
    within = [place for place, (_, end) in enumerate(spans) if end <= edge]
    return next(
        places
        for places in _ways(ticks, within)
        if all(spans[one][1] + apart <= spans[other][0] for one, other in pairwise(places))
    )


def _ways(ticks: Sequence[Tick], within: Sequence[int]) -> Iterator[list[int]]:
    for months in _EVERY:
        yield [place for place in within if (ticks[place].day.month - 1) % months == 0]
    years = [place for place in within if ticks[place].day.month == 1]
    for some in range(2, len(years) + 1):
        yield years[::some]
