"""The time of the copy checks grows with the text and no faster, whatever the text is."""

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.copy_scan.scan import REMOVABLE, scan
from planner.core.facts import ANYWHERE, CopyRule
from tests.core.copy_scan.hard import NUMBERED, PIECES, numbered, repeated

SMALL, FACTOR = 4_000, 8
# What is linear takes 8 times as long, what is quadratic 64 times.
MOST = 24


@pytest.fixture(scope="module")
def least(catalog: Catalog) -> Callable[[str], float]:
    """The least time of a few that a platform which removes all there is takes to read a text."""
    rule = CopyRule(text="", source=(), removes=tuple(REMOVABLE), apps=(ANYWHERE,), phrases=("link in bio",))
    platform = replace(catalog.platforms["own-website"], copy=rule)

    def time(text: str) -> float:
        start = process_time()
        scan(catalog, platform, text)
        return process_time() - start

    return lambda text: min(time(text) for _ in range(3))


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_a_text_eight_times_as_long_takes_about_eight_times_as_long(
    least: Callable[[str], float], piece: str
) -> None:
    small = max(least(repeated(piece, SMALL)), 0.0005)
    assert least(repeated(piece, SMALL * FACTOR)) < small * MOST


@pytest.mark.parametrize("piece", NUMBERED)
def test_nothing_has_to_be_known_from_the_time_before(least: Callable[[str], float], piece: str) -> None:
    small = max(least(numbered(piece, SMALL)), 0.0005)
    assert least(numbered(piece, SMALL * FACTOR)) < small * MOST


def test_a_word_of_many_parts_that_ends_in_a_digit_is_read_once(least: Callable[[str], float]) -> None:
    small = max(least(repeated("li-nk-", SMALL) + "a1"), 0.0005)
    assert least(repeated("li-nk-", SMALL * FACTOR) + "a1") < small * MOST


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
def test_pieces_together_are_no_slower(least: Callable[[str], float], pieces: list[str]) -> None:
    mixed = "".join(pieces)
    small = max(least(repeated(mixed, SMALL)), 0.0005)
    assert least(repeated(mixed, SMALL * FACTOR)) < small * MOST
