"""Trades room between columns of a table whose names take many lines, as long as that saves some."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from planner.export.widths.row_lines import Widths, lines_taken

_STEPS: Final = (24.0, 12.0, 6.0)  # points that change hands
_MOST: Final = 12  # trades in one table
_LOOKED_AT: Final = 24  # rows, spread over the table


def traded(widths: Widths, floors: Widths, cells: Sequence[Widths]) -> Widths:
    """The widths after those trades that save most lines; no column gets narrower than its floor."""
    looked_at = cells[:: -(-len(cells) // _LOOKED_AT)]
    for _ in range(_MOST):
        best = min((widths, *_offers(widths, floors)), key=lambda offer: lines_taken(looked_at, offer))
        if best is widths:
            break
        widths = best
    return widths


def _offers(widths: Widths, floors: Widths) -> Iterator[Widths]:
    for giver, taker in permutations(range(len(widths)), 2):
        for step in _STEPS:
            if widths[giver] - step >= floors[giver]:
                made = list(widths)
                made[giver] -= step
                made[taker] += step
                yield made
