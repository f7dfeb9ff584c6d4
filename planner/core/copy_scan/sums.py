"""Tells the sums in a story from the prices at which something is offered."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from planner.core.copy_scan.folding import Folded, compiled, fold_words, latin_words
from planner.core.copy_scan.names import AFTER, BEFORE, LATIN, NOTHING
from planner.core.copy_scan.offering import AROUND
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_words import OfferingWords

# So many stretches are remembered with what was found in them.
REMEMBERED = 256
# A point within a sum ends no sentence.
FIRST_FAR = "\u0400"  # languages from here on part or end words otherwise
STOP = r"[!?…\n。！？]|\.(?!\d)"
STOP_BACK = r"[!?…\n。！？]|(?<!\d)\."


class _AnyWord:
    """Some words, the Latin ones as words of their own."""

    def __init__(self, words: Iterable[str]) -> None:
        folded = frozenset(fold_words(words))
        latin = frozenset(word for word in folded if word[-1] < FIRST_FAR)
        far = folded - latin
        self._latin, self._far = f"{BEFORE}{one_of(latin)}{AFTER}", one_of(far) if far else NOTHING
        # Most sentences have none of these, which is seen many times sooner than all is searched.
        self._firsts = frozenset(LATIN.match(word)[0] for word in latin)  # type: ignore[index]
        # In a text that says the same over and over, each stretch is searched once.
        self._stands_in = lru_cache(REMEMBERED)(self._search)
        # What is sooner looked up in a whole text than searched, and all others.
        self._alone = frozenset(word for word in latin if word.isascii() and word.isalpha())
        self._others = folded - self._alone

    def may_stand_in(self, folded: Folded) -> bool:
        """Whether any may stand in a text."""
        return not self._alone.isdisjoint(folded.words) or any(map(folded.may_have, self._others))

    def stands_in(self, signs: str, begun: int, ends: int) -> bool:
        """Whether any stands in a stretch of signs."""
        edge = min(begun, 1)  # the sign before tells whether a word begins there
        return self._stands_in(signs[begun - edge : ends], edge)

    def _search(self, signs: str, begun: int) -> bool:
        begins = not self._firsts.isdisjoint(latin_words(signs))
        if begins and compiled(self._latin).search(signs, begun):
            return True
        return not signs.isascii() and compiled(self._far).search(signs, begun) is not None


class Selling:
    """Knows the words of a sentence that sells something."""

    def __init__(self, sells: Iterable[str]) -> None:
        """Prepare the words."""
        self._sells = _AnyWord(sells)

    def may_sell(self, folded: Folded) -> bool:
        """Whether any word stands in a text that sells something."""
        return self._sells.may_stand_in(folded)

    def sold(self, folded: Folded, start: int, end: int) -> bool:
        """Whether the sentence around a place sells something."""
        return self._sells.stands_in(folded.signs, *_sentence(folded.signs, 0, start, end))

    def offers(self, folded: Folded, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of some places, in their order, in whose sentence something is sold."""
        if not self.may_sell(folded):
            return
        ends, sold = 0, False
        for start, end in places:
            if start >= ends:
                begun, ends = _sentence(folded.signs, ends, start, end)
                sold = self._sells.stands_in(folded.signs, begun, ends)
            if sold:
                yield start, end


class Sums(Selling):
    """Knows the words of a sentence that tells of a sum, and those of one that sells."""

    def __init__(self, words: OfferingWords) -> None:
        """Prepare the words."""
        super().__init__((*words.calls, *words.sells))
        self._tells = _AnyWord(words.of_sums)

    def prices(self, folded: Folded, sums: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of some sums, in their order, that are no story's: "with $20 in her pocket"."""
        if not self._tells.may_stand_in(folded):
            yield from sums
            return
        signs, ends, told = folded.signs, 0, False
        for start, end in sums:
            if start >= ends:  # sums of one sentence are judged at once
                begun, ends = _sentence(signs, ends, start, end)
                tells, sells = (words.stands_in(signs, begun, ends) for words in (self._tells, self._sells))
                told = tells and not sells
            if not told:
                yield start, end


def _sentence(signs: str, floor: int, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a sum begins and ends, as far as it is near."""
    floor = max(floor, start - AROUND)
    stop = compiled(STOP_BACK).search(signs[floor:start][::-1])
    over = compiled(STOP).search(signs, end, end + AROUND)
    return start - stop.start() if stop else floor, over.end() if over else end + AROUND
