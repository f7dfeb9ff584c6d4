"""Rows of words for digits are read as numbers, unless they count or beat time."""

import pytest

from planner.core.catalog import Catalog
from planner.core.copy_scan.contacts import Phones
from planner.core.copy_scan.digits import SpelledDigits
from planner.core.copy_scan.folding import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five five five one two three four", ["5551234"]),
        ("call FIVE-five-five, oh one four three!", ["5550143"]),
        ("two one two, triple five, oh one double nine", ["2125550199"]),
        ("five five five one two three", ["555123"]),
        ("one two three four five six seven", []),
        ("nine eight seven six five four three", []),
        ("three four three four three four three four", []),
        ("seven one x nine five three one two", ["95312"]),
        ("fivefive five one two three four", ["51234"]),
        ("three four, they said, and six one eight five five two nine it was", ["6185529"]),
    ],
)
def test_rows_are_read(catalog: Catalog, text: str, expected: list[str]) -> None:
    words = catalog.copy_words
    rows = SpelledDigits(words.digit_words, words.digit_again).rows(fold(text))
    assert [digits for _, _, digits in rows] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call five five five one two three four", ["five five five one two three four"]),
        ("five five five one two three four", []),
        (
            "zero two zero seven nine four six zero nine five eight",
            ["zero two zero seven nine four six zero nine five eight"],
        ),
        ("call five five one two three four", []),
        ("call " + "four nine seven " * 300, []),
    ],
)
def test_a_number_has_its_digits_or_a_word_before_it(
    catalog: Catalog, text: str, expected: list[str]
) -> None:
    folded = fold(text)
    phones = [text[start:end] for _, start, end in Phones(catalog.copy_words).places(folded)]
    assert phones == expected
