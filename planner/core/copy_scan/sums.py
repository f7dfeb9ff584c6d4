"""Tells the sums in a story from the prices at which something is offered."""

from collections.abc import Iterable, Iterator

from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.names import AFTER, BEFORE
from planner.core.copy_scan.offering import AROUND
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_words import OfferingWords

# A point within a sum ends no sentence.
STOP = r"[!?…\n。！？]|\.(?!\d)"


class Sums:
    """Knows the words of a sentence that tells of a sum, and those of one that sells."""

    def __init__(self, words: OfferingWords) -> None:
        """Prepare the words."""
        self._of_sums = frozenset(map(fold_word, words.of_sums))
        self._tells, self._sells = _any_word(words.of_sums), _any_word((*words.calls, *words.sells))

    def prices(self, folded: Folded, sums: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of some sums, in their order, that are no story's: "with $20 in her pocket"."""
        if self._of_sums.isdisjoint(folded.words):
            yield from sums
            return
        ends, told = 0, False
        for start, end in sums:
            if start >= ends:  # sums of one sentence are judged at once
                begun = max(ends, start - AROUND)
                for stop in compiled(STOP).finditer(folded.signs, begun, start):
                    begun = stop.end()
                over = compiled(STOP).search(folded.signs, end, end + AROUND)
                ends = over.end() if over else end + AROUND
                told = self._is_told(folded.signs, begun, ends)
            if not told:
                yield start, end

    def _is_told(self, signs: str, begun: int, ends: int) -> bool:
        tells = compiled(self._tells).search(signs, begun, ends)
        return tells is not None and compiled(self._sells).search(signs, begun, ends) is None


def _any_word(words: Iterable[str]) -> str:
    return f"{BEFORE}{one_of(map(fold_word, words))}{AFTER}"
