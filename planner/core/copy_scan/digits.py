"""Finds phone numbers that are spelled out in words: "five five five, oh one double two"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import sub

from planner.core.copy_scan.folding import Folded, compiled
from planner.core.copy_scan.names import AFTER, BEFORE
from planner.core.copy_scan.patterns import one_of

APART = "[ ,.-]{1,2}"
# Of so few kinds of digits a row of words is a step or a drum.
KINDS = 3
# Two words side by side are found first: so far before them a number may begin.
BEFORE_PAIR = 90


class SpelledDigits:
    """Finds rows of words for digits, and reads them."""

    def __init__(self, words: Sequence[str], again: Mapping[str, int]) -> None:
        """Prepare the words for each digit, those for one joined by bars, and those that say one again."""
        self._digits = {word: str(digit) for digit, them in enumerate(words) for word in them.split("|")}
        self._again = again
        any_digit = one_of(self._digits)
        one = f"(?:(?:{'|'.join(again)}) )?{any_digit}"
        self._row = rf"{BEFORE}{one}(?:{APART}{one})++{AFTER}"
        # A number of three kinds of digits has one beside "one" and "two", which stand often in prose.
        self._pairs = {
            word: rf"{word}{APART}{one}{AFTER}"
            for word, digit in self._digits.items()
            if digit not in ("1", "2")
        }

    def rows(self, folded: Folded) -> Iterator[tuple[int, int, str]]:
        """Each row that may be a number: its place among the signs, and its digits."""
        reached = 0
        for pair in sorted(self._pairs_in(folded)):
            if pair < reached:
                continue
            floor = max(reached, pair - BEFORE_PAIR)
            for row in compiled(self._row).finditer(folded.signs, floor, pair + 2 * BEFORE_PAIR):
                reached = max(reached, row.end())
                digits = self._read(row.group())
                if len(set(digits)) >= KINDS and not _is_counting(digits):
                    yield *row.span(), digits

    def _pairs_in(self, folded: Folded) -> Iterator[int]:
        for word, pattern in self._pairs.items():
            if folded.has(word):
                yield from (match.start() for match in compiled(pattern).finditer(folded.signs))

    def _read(self, row: str) -> str:
        """The digits of a row of words."""
        digits, times = "", 1
        for word in compiled("[a-z]+").findall(row):
            if word in self._again:
                times = self._again[word]
            else:
                digits, times = digits + self._digits[word] * times, 1
        return digits


def _is_counting(digits: str) -> bool:
    """Whether digits count up or down."""
    steps = {sub(*pair) for pair in pairwise(map(int, digits))}
    return steps in ({1}, {-1})
