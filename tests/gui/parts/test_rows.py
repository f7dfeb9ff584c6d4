"""Two lists are told apart by as few rows as can be."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.gui.parts.rows import longest_rise, replacements, runs

lists = st.lists(st.integers(0, 12), unique=True)


@given(lists, lists)
def test_replacements_make_the_other_list(old: list[int], new: list[int]) -> None:
    made = old.copy()
    for gone, come in replacements(old, new):
        assert made[gone] or new[come]
        made[gone] = new[come]
    assert made == new


@given(lists, lists)
def test_as_many_as_can_be_stay(old: list[int], new: list[int]) -> None:
    gone = sum(len(old[rows]) for rows, _ in replacements(old, new))
    places = [new.index(key) for key in old if key in new]
    assert len(old) - gone == len(longest_rise(places))


@given(st.lists(st.integers(0, 99), unique=True, max_size=8))
def test_no_rise_is_longer(numbers: list[int]) -> None:
    rise = longest_rise(numbers)
    rising = [
        some
        for length in range(len(numbers) + 1)
        for some in combinations(numbers, length)
        if all(one < other for one, other in pairwise(some))
    ]
    assert tuple(rise) in rising
    assert len(rise) == max(map(len, rising))


def test_a_row_that_moved_far_leaves_the_others_alone() -> None:
    assert list(replacements("dabc", "abcd")) == [(slice(4, 4), slice(3, 4)), (slice(0, 1), slice(0, 0))]


@given(st.lists(st.booleans()))
def test_runs_hold_what_is_marked(marked: list[bool]) -> None:
    found = list(runs(marked))
    rows = [row for first, last in found for row in range(first, last + 1)]
    assert rows == [row for row, is_marked in enumerate(marked) if is_marked]
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(found))
