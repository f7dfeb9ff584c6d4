"""Finds phone numbers that are spelled out, in words or in signs: "five five five, oh one", "一三八零零"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import sub

from planner.core.copy_scan.folding import Folded, compiled, places_of
from planner.core.copy_scan.names import AFTER, BEFORE
from planner.core.copy_scan.patterns import one_of

APART = "(?:[ ,./-]{1,3}| (?:y|et|and) )"
# Some of the digits may stand as figures: "oh one seven two eight, 555".
FIGURES = r"\d{1,8}"
# The words for tens to which a smaller number behind them is added, in French as far as nineteen.
TENS, TWENTIES = range(20, 100, 10), (60, 80)
JOINING = frozenset(("-", " ", " y ", " et ", " and "))
# Among the signs for each digit are those of bank notes and of soldiers.
DIGIT_SIGNS = ("〇零洞", "一幺壹", "二贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒拐", "八捌", "九玖")
SIGNS_APART = r" .,，、。・·の~/—-"
# Of so few kinds of digits a row of words is a step or a drum.
KINDS = 3
# Two words side by side are found first: so far before them a number may begin, and so far behind them
# all that begin have been found, too.
BEFORE_PAIR = 90


class SpelledDigits:
    """Finds rows of words for digits, and reads them."""

    def __init__(self, words: Sequence[str], tens: Mapping[str, int], again: Mapping[str, int]) -> None:
        """Prepare the words for each digit, joined by bars, those for tens, and those that say one again."""
        digits = {word: digit for digit, them in enumerate(words) for word in them.split("|")}
        self._numbers, self._again, self._tens = {**digits, **tens}, again, frozenset(tens)
        any_number = one_of(self._numbers)
        one = f"(?:(?:(?:{'|'.join(again)})[ -])?{any_number}|{FIGURES})"
        self._row = rf"{BEFORE}{one}(?:{APART}{one})++{AFTER}"
        self._word = rf"(?:{'|'.join(again)}|{any_number}|{FIGURES}){AFTER}"
        # A number of three kinds of digits has one beside "one" and "two", which stand often in prose.
        self._pairing = tuple(word for word, digit in digits.items() if digit not in (1, 2))
        self._next = rf"{APART}{one}{AFTER}"

    def rows(self, folded: Folded) -> Iterator[tuple[int, int, str, bool]]:
        """Each row that may be a number: its place among the signs, its digits, and whether it is sure.

        One with tens, which may be ages or scores, has to begin with a zero for that: "zéro six, douze".
        """
        reached = 0
        for pair in sorted(self._pairs_in(folded)):
            if pair < reached:
                continue
            floor, reached = max(reached, pair - BEFORE_PAIR), pair + BEFORE_PAIR
            for begun in compiled(self._row).finditer(folded.signs, floor, pair + 2 * BEFORE_PAIR):
                # What is near the end of the stretch that was searched goes on behind it.
                row = compiled(self._row).match(folded.signs, begun.start(), begun.start() + 2 * BEFORE_PAIR)
                if row is None:
                    continue
                reached = max(reached, row.end())
                numbers = self._read(row.group())
                digits = "".join(numbers)
                sure = digits[0] == "0" or self._tens.isdisjoint(compiled(r"\w+").findall(row[0]))
                if len(set(digits)) >= KINDS and not row[0].isdigit() and not _is_counting(numbers):
                    yield *row.span(), digits, sure

    def _pairs_in(self, folded: Folded) -> Iterator[int]:
        for word in self._pairing:
            if word in folded.words if word.isascii() else folded.has(word):
                for place in places_of(word, folded.signs):
                    if compiled(self._next).match(folded.signs, place + len(word)):
                        yield place

    def _read(self, row: str) -> list[str]:
        """The numbers of a row of words and figures."""
        numbers: list[str] = []
        times, last, reached = 1, 0, 0
        for word in compiled(self._word).finditer(row):
            if word[0] in self._again:
                times = self._again[word[0]]
                continue
            number = self._numbers.get(word[0], 0)
            if row[reached : word.start()] in JOINING and _is_joined(last, number):
                number += last
                numbers.pop()
            numbers += [word[0] if word[0].isdigit() else str(number)] * times
            times, last, reached = 1, number, word.end()
        return numbers


def _is_joined(ten: int, number: int) -> bool:
    """Whether a number adds to the tens before it: "trente-quatre", "soixante-douze"."""
    return ten in TENS and (0 < number < 10 or (ten in TWENTIES and 10 <= number < 20))


class SignDigits:
    """Finds rows of signs for digits in languages that part no words, also of signs that sound alike."""

    def __init__(self, alike: Sequence[str], hangul: Sequence[str]) -> None:
        """Prepare the signs for each digit that sound alike, and those of Korean."""
        self._alike = frozenset("".join(alike))
        rows = (DIGIT_SIGNS, alike, hangul)
        self._digits = {
            sign: str(digit) for signs in rows for digit, them in enumerate(signs) for sign in them
        }
        every = "".join(self._digits)
        # Numbers begin with a 0, 1, 4 or 8, mobile ones in China with a 1, in Korea with a 0.
        first = "".join((*(DIGIT_SIGNS[digit] for digit in (0, 1, 4, 8)), alike[1], hangul[0]))
        self._row = rf"[{first}0148](?<![\d{every}].)(?:[{SIGNS_APART}]{{0,2}}[\d{every}]){{8,}}+"

    def rows(self, folded: Folded) -> Iterator[tuple[int, int, str, bool]]:
        """Each row: its place among the signs, its digits, and whether no sign only sounds like a digit."""
        if folded.kinds.isdisjoint(self._digits):
            return
        for row in compiled(self._row).finditer(folded.signs):
            if not row[0].isascii():
                digits = "".join(self._digits.get(sign, sign) for sign in compiled(r"\w").findall(row[0]))
                yield *row.span(), digits.replace("の", ""), self._alike.isdisjoint(row[0])


def _is_counting(numbers: Iterable[str]) -> bool:
    """Whether numbers count up or down."""
    steps = {sub(*pair) for pair in pairwise(map(int, numbers))}
    return steps in ({1}, {-1})
