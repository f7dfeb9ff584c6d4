"""How columns share the width of a table, on paper and in a Word file."""

from collections.abc import Sequence
from typing import Final

LONGEST_WORD: Final = 18  # letters; a column is not made wider for what is longer than words are
MORE: Final = 1.4  # equal shares, which a column has for its words at most
READABLE: Final = 96.0  # points, as wide as a column of sentences is at least
FACT_LABEL: Final = 0.24  # of the width, for the labels on the left of facts


def shares(leasts: Sequence[float], weights: Sequence[float], room: float) -> list[float]:
    """The width of each column: by weight, but no less than its least, if there is room for all of these."""
    total = sum(weights) or 1.0
    wanted = [max(least, room * weight / total) for least, weight in zip(leasts, weights, strict=True)]
    above = sum(wanted) - sum(leasts)
    fitting = (room - sum(leasts)) / above if above else 1.0
    return [least + (share - least) * fitting for share, least in zip(wanted, leasts, strict=True)]
