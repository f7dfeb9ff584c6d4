"""Tells the sums in a story from the prices at which something is offered."""

from collections.abc import Iterable, Iterator

from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.names import AFTER, BEFORE
from planner.core.copy_scan.offering import AROUND
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_words import OfferingWords

# A point within a sum ends no sentence.
FIRST_FAR = "\u0400"  # languages from here on part or end words otherwise
STOP = r"[!?…\n。！？]|\.(?!\d)"
STOP_BACK = r"[!?…\n。！？]|(?<!\d)\."


class Selling:
    """Knows the words of a sentence that sells something."""

    def __init__(self, sells: Iterable[str]) -> None:
        """Prepare the words."""
        words = tuple(sells)
        self._sells, self._may_sell = _any_word(words), _alone(words)

    def may_sell(self, folded: Folded) -> bool:
        """Whether any word stands in a text that sells something."""
        return _has_any(folded, self._may_sell)

    def sold(self, folded: Folded, start: int, end: int) -> bool:
        """Whether the sentence around a place sells something."""
        return compiled(self._sells).search(folded.signs, *_sentence(folded.signs, 0, start, end)) is not None

    def offers(self, folded: Folded, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of some places, in their order, in whose sentence something is sold."""
        if not self.may_sell(folded):
            return
        ends, sold = 0, False
        for start, end in places:
            if start >= ends:
                begun, ends = _sentence(folded.signs, ends, start, end)
                sold = compiled(self._sells).search(folded.signs, begun, ends) is not None
            if sold:
                yield start, end


class Sums(Selling):
    """Knows the words of a sentence that tells of a sum, and those of one that sells."""

    def __init__(self, words: OfferingWords) -> None:
        """Prepare the words."""
        super().__init__((*words.calls, *words.sells))
        self._tells, self._may_tell = _any_word(words.of_sums), _alone(words.of_sums)

    def prices(self, folded: Folded, sums: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of some sums, in their order, that are no story's: "with $20 in her pocket"."""
        if not _has_any(folded, self._may_tell):
            yield from sums
            return
        ends, told = 0, False
        for start, end in sums:
            if start >= ends:  # sums of one sentence are judged at once
                begun, ends = _sentence(folded.signs, ends, start, end)
                told = self._is_told(folded.signs, begun, ends)
            if not told:
                yield start, end

    def _is_told(self, signs: str, begun: int, ends: int) -> bool:
        tells = compiled(self._tells).search(signs, begun, ends)
        return tells is not None and compiled(self._sells).search(signs, begun, ends) is None


def _sentence(signs: str, floor: int, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a sum begins and ends, as far as it is near."""
    floor = max(floor, start - AROUND)
    stop = compiled(STOP_BACK).search(signs[floor:start][::-1])
    over = compiled(STOP).search(signs, end, end + AROUND)
    return start - stop.start() if stop else floor, over.end() if over else end + AROUND


def _alone(words: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Some words in plain signs: those that are sooner looked up than searched, and all others."""
    folded = frozenset(map(fold_word, words))
    latin = frozenset(word for word in folded if word.isascii() and word.isalpha())
    return latin, folded - latin


def _has_any(folded: Folded, words: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether any of such words may stand in a text."""
    latin, others = words
    return not latin.isdisjoint(folded.words) or any(map(folded.may_have, others))


def _any_word(words: Iterable[str]) -> str:
    folded = tuple(map(fold_word, words))
    latin = one_of(word for word in folded if word[-1] < FIRST_FAR)
    far = tuple(word for word in folded if word[-1] >= FIRST_FAR)
    return f"{BEFORE}{latin}{AFTER}" + (f"|{one_of(far)}" if far else "")
