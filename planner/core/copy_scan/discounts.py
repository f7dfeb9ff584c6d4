"""Finds what a text says of money off: "50% off", "限时五折", "半額セール"."""

from collections.abc import Iterator

from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.names import AFTER, NEAR, Place
from planner.core.copy_scan.patterns import one_folded
from planner.core.copy_words import CopyWords

PERCENT = ("%", "percent", "per cent", "prozent")
SHARE = rf"(?<![0-9a-z.,])\d{{1,2}} ?(?:{'|'.join(PERCENT)})"
# In Chinese the share that is left is said in tenths, in Japanese the one that is taken off.
TENTHS = "[一二三四五六七八九1-9](?:[.点]?[一二三四五六七八九1-9])?"
STOPS = ".!?…\n。！？"
SUMS = r"满\d{2,4}元?[减送赠]\d{1,4}元?|(?:立减|立省|直降)\d{1,4}(?:元|块钱?)?"


class Discounts:
    """Finds money off as contents of one kind, but what a code is good for, which goes with the code."""

    def __init__(self, kind: str, words: CopyWords) -> None:
        """Prepare the words."""
        self._kind = kind
        off, saves, before, behind, japanese = map(
            one_folded,
            (words.money_off, words.saves, words.tenths_before, words.tenths_behind, words.tenths_off),
        )
        no_price = "|".join(words.not_off)
        share = rf"(?:{saves} )?{SHARE} ?{off}(?![a-z0-9-]| (?:{no_price}){AFTER})|{saves} {SHARE}"
        self._patterns = {
            **dict.fromkeys(PERCENT, share),
            "折": rf"{before}?{TENTHS}折{behind}+|{before}{TENTHS}折",
            "割": rf"[一二三四五六七八九1-9]割{japanese}",
            "满": SUMS,
            "立": SUMS,
            "直": SUMS,
        }
        self._codes = tuple(map(fold_word, words.bare_codes))

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each such share or sum with its place among the signs."""
        present = {pattern for sign, pattern in self._patterns.items() if folded.has(sign)}
        for pattern in sorted(present):
            for match in compiled(pattern).finditer(folded.signs):
                before = folded.signs[max(0, match.start() - 2 * NEAR) : match.start()]
                # Behind the end of a sentence only what is very near.
                within = min(max(map(before.rfind, STOPS)) + 1, max(0, len(before) - NEAR))
                if not any(code in before[within:] for code in self._codes):
                    yield self._kind, *match.span()
