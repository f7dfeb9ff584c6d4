"""Tells a sentence that offers readers something from one that tells a story."""

from collections.abc import Iterable

from planner.core.catalog import OfferingWords
from planner.core.copy_scan.folding import LATIN, compiled, fold_word

# How far around a place the words are read that say what it means.
AROUND = 80
STOPS = frozenset(".!?…\n。！？")
STOP = f"[{''.join(STOPS)}]"
BEGINS = rf"(?:\A|{STOP})[ \"'“„«(*-]*\Z"


class Offering:
    """Knows the words with which authors offer something, and those with which they tell something."""

    def __init__(self, words: OfferingWords, names: Iterable[str] = ()) -> None:
        """Prepare the words; ``names`` of apps near a place offer something, as calls do."""
        self._calls = frozenset(map(fold_word, (*words.calls, *names)))
        self._things = frozenset(map(fold_word, words.things))
        self._tells = frozenset(words.tells)

    def tells(self, signs: str, start: int, end: int, past: bool = False) -> bool:
        """Whether the sentence around a place goes on behind it, and nothing there or near is an offer.

        With ``past``, it has to tell what was.
        """
        stop = _stop(signs, end)
        rest = _words(signs[end:stop])
        if len(rest) < 2 or not self._calls.isdisjoint(rest):
            return False
        before = signs[max(0, start - AROUND) : start]
        sentence = (*_words(_sentence(before)), *rest)
        if self._tells.isdisjoint(sentence) and (past or not self._things.isdisjoint(sentence)):
            return False
        return self._calls.isdisjoint((*_words(before), *_words(signs[stop : end + AROUND])))


def begins_sentence(signs: str, start: int) -> bool:
    """Whether a place stands where a sentence begins."""
    return compiled(BEGINS).search(signs, max(0, start - 4), start) is not None


def _stop(signs: str, end: int) -> int:
    """Where the sentence ends that goes on behind a place, if it is near."""
    stop = compiled(STOP).search(signs, end, end + AROUND)
    return stop.start() if stop else end + AROUND


def _sentence(before: str) -> str:
    """What of the signs before a place is of its own sentence."""
    return before if STOPS.isdisjoint(before) else compiled(STOP).split(before)[-1]


def _words(signs: str) -> list[str]:
    return compiled(LATIN).findall(signs)
