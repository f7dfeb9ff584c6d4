"""Finds prices and promotion codes in a text."""

import re
from collections.abc import Iterator

from planner.core.copy_scan.context_names import ContextNames
from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.names import AFTER, EDGE
from planner.core.copy_scan.offering import Offering
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_scan.sums import Sums
from planner.core.copy_words import CopyWords

PRICE, PROMO_CODE = "price", "promo-code"
AMOUNT = r"\d(?:[\d.,]*\d)?"
CODE = r"[a-z0-9]{3,20}+(?![a-z0-9])"


class Prices:
    """Finds amounts of money, but the sums in a story."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the signs and words for money."""
        self._sums = Sums(words.offering)
        signs = "".join(map(re.escape, {fold_word(sign) for sign in words.money_signs}))
        plain = {fold_word(word) for word in words.money_words}
        latin = one_of(word for word in plain if word.isascii())
        other = one_of(word for word in plain if not word.isascii())
        codes = "|".join(word for word in plain if word.isascii() and len(word) == len("usd"))
        self._signed = re.compile(rf"[{signs}] ?{AMOUNT}")
        self._named = re.compile(
            rf"\d(?<![\w.,{signs}]\d)(?:[\d.,]*+(?<=\d))? ?(?:{latin}{AFTER}|{other}|[{signs}])"
        )
        self._coded = re.compile(rf"(?:{codes})(?<!{EDGE}...) ?{AMOUNT}")
        off = "|".join(fold_word(word) for word in words.money_off)
        no_price = "|".join(words.not_off)
        self._off = re.compile(rf"\d(?<![\w.,]\d)\d? ?% ?(?:{off})(?![\w-]| (?:{no_price}){AFTER})")
        self._pence = re.compile(r"\d(?<![\w.,]\d)\d?p(?!\w|\.\w)")

    def places(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Each price with its place among the signs."""
        for pattern in (self._signed, self._named, self._coded, self._off, self._pence):
            for place in self._sums.prices(folded, map(re.Match.span, pattern.finditer(folded.signs))):
                yield PRICE, *place


class PromoCodes:
    """Finds promotion codes, and the words that say that there is one."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the words for codes."""
        alike = look_alikes(words)
        self._names = ContextNames(words.codes, words.code_words, (), words, alike)
        self._offering = Offering(words.offering)
        self._behind = f" ?:? ?({CODE})"
        self._bare = {word: _followed_by_code(word) for word in words.bare_codes}
        self._other = tuple(f"{word} " for word in words.other_codes)

    def places(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Each code with its place among the signs, with the words that say that it is one."""
        for start, end, _ in self._names.places(folded):
            code = compiled(self._behind).match(folded.signs, end)
            yield PROMO_CODE, start, code.end() if code and _is_code(folded, *code.span(1)) else end
        for match in self._behind_word(folded):
            sure = ":" in match["colon"] or any(map(str.isdigit, match[2]))
            other = folded.signs.endswith(self._other, 0, match.start())
            if sure and not other and _is_code(folded, *match.span(2)) and not self._is_told(folded, match):
                yield PROMO_CODE, *match.span()

    def _is_told(self, folded: Folded, code: re.Match[str]) -> bool:
        """Whether a story holds a code: "Code: RED, shouted the speaker"."""
        return self._offering.tells(folded, *code.span(), past=True)

    def _behind_word(self, folded: Folded) -> Iterator[re.Match[str]]:
        """What may be a code behind a word that is otherwise none."""
        for word, pattern in self._bare.items():
            if folded.has(word):
                yield from compiled(pattern).finditer(folded.signs)


def _followed_by_code(word: str) -> str:
    edge, blank = (f"(?<!{EDGE}{word})", " ") if word.isascii() else ("", " ?")
    return rf"{word}{edge}(?P<colon> ?: ?|{blank})({CODE})"


def _is_code(folded: Folded, start: int, end: int) -> bool:
    """Whether a word is written as codes are: in capitals and digits."""
    return not any(map(str.islower, folded.written(start, end)))
