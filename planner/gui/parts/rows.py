"""What a model has to tell of its rows when the list that it shows becomes another."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter


def runs(marked: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last row of each run of marked rows."""
    for is_marked, run in groupby(enumerate(marked), key=itemgetter(1)):
        if is_marked:
            rows = [row for row, _ in run]
            yield rows[0], rows[-1]


def replacements(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[slice, slice]]:
    """Which slices of a list to replace by which of another to make it that one, the last first.

    As many keys as can be stay where they are; in each list no key stands twice.
    """
    places = {key: place for place, key in enumerate(new)}
    rise = set(longest_rise(places[key] for key in old if key in places))
    stay = [(row, place) for row, key in enumerate(old) if (place := places.get(key)) in rise]
    edges = [(-1, -1), *stay, (len(old), len(new))]
    for (row, place), (next_row, next_place) in reversed(list(pairwise(edges))):
        if next_row - row > 1 or next_place - place > 1:
            yield slice(row + 1, next_row), slice(place + 1, next_place)


def longest_rise(numbers: Iterable[int]) -> list[int]:
    """As many of the numbers as can be, so that each is larger than the one before; no number comes twice."""
    ends: list[int] = []  # the least number that a rise of each length can end with
    before: dict[int, int] = {}
    for number in numbers:
        length = bisect_left(ends, number)
        if length:
            before[number] = ends[length - 1]
        ends[length : length + 1] = [number]
    rise = ends[-1:]
    while rise and rise[-1] in before:
        rise.append(before[rise[-1]])
    return rise[::-1]
