"""Marks without end on one letter cost no more than the same number of letters."""

import sys
import unicodedata
from collections.abc import Callable
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.copy_scan.counting import weighted
from planner.core.normalization import JOINER, MOST_MARKS, composed, folded
from planner.core.printable import without_font
from planner.export.text import clean

MARKS = [sign for sign in map(chr, range(sys.maxunicode)) if unicodedata.combining(sign)]
ANY = st.text(st.one_of(st.characters(), st.sampled_from(MARKS), st.sampled_from("ae=盐…")), max_size=80)


def tower(count: int) -> str:
    return "a" + "".join(Random(1).choices(MARKS, k=count))


@given(ANY)
def test_it_is_nfc_and_nothing_but_joiners_is_new(text: str) -> None:
    made = composed(text)
    assert unicodedata.is_normalized("NFC", made)
    assert composed(made) == made
    if JOINER not in made:
        assert made == unicodedata.normalize("NFC", text)


def test_ordinary_rows_of_signs_stay_as_they_are() -> None:
    for text in ("…" * 99, "盐。" * 99, "★" * 99, "e\u0301" * 99, "🎉" * 99, "–" * 99, "§" * 99, "ก็" * 99):
        assert composed(text) == unicodedata.normalize("NFC", text)


def test_marks_in_the_wrong_order_are_put_in_order_as_far_as_thirty() -> None:
    text = "q" + "\u0301\u0323" * (MOST_MARKS // 2)
    assert composed(text) == unicodedata.normalize("NFC", text)
    assert composed(tower(100)).count(JOINER) == 3


@given(ANY)
def test_folding_is_what_it_was(text: str) -> None:
    apart = unicodedata.normalize("NFKD", text)
    assert folded(text) == "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


@pytest.mark.parametrize("work", [clean, folded, weighted, without_font])
def test_a_tower_of_marks_takes_no_long_time(work: Callable[[str], object]) -> None:
    begun = process_time()
    work(tower(100_000))
    assert process_time() - begun < 2
