"""Tells a sentence that offers readers something from one that tells a story."""

from collections.abc import Iterable

from planner.core.copy_scan.folding import Folded, compiled, fold_words
from planner.core.copy_words import OfferingWords

# How far around a place the words are read that say what it means.
AROUND = 80
# Up to where speech ends: at a comma, or at any stop before the sign that closes it.
UP_TO_QUOTE = rf"[^.!?…\n]{{0,{AROUND}}}?(?:,|[,.!?…][\"'”’»])"
STOP = r"[.!?…\n。！？]"
BEGINS = rf"(?:\A|{STOP})[ \"'“„«(*-]*\Z"


class Offering:
    """Knows the words with which authors offer something, and those with which they tell something."""

    def __init__(self, words: OfferingWords, names: Iterable[str] = ()) -> None:
        """Prepare the words; ``names`` of apps near a place offer something, as calls do."""
        self._calls = frozenset(fold_words((*words.calls, *names)))
        self._things = frozenset(fold_words(words.things))
        self._tells = frozenset(words.tells)
        self._says = frozenset(words.says)
        says, he, the = map("|".join, (words.says, words.pronouns, words.before_nouns))
        self._said = rf"{UP_TO_QUOTE} (?:(?:{says}) (?:{the}|{he}) |(?:(?:{the}) \w+|{he}) (?:{says})[,.:;])"

    def is_said(self, folded: Folded, end: int) -> bool:
        """Whether somebody in a story says what ends at a place: "..., said the jeweller"."""
        if self._says.isdisjoint(folded.words):
            return False
        return compiled(self._said).match(folded.signs, end) is not None

    def tells(self, folded: Folded, start: int, end: int, past: bool = False) -> bool:
        """Whether the sentence around a place goes on behind it, and nothing there or near is an offer.

        With ``past``, it has to tell what was.
        """
        signs, words, first, last = folded.signs, folded.spaced, max(0, start - AROUND), end + AROUND
        ends = compiled(STOP).search(signs, end, last)
        stop = ends.start() if ends else last
        rest = words[end:stop].split()
        if len(rest) < 2 or not self._calls.isdisjoint(rest):
            return False
        begins = compiled(STOP).search(signs[first:start][::-1])
        begun = start - begins.start() if begins else first
        sentence = (*words[begun:start].split(), *rest)
        if self._tells.isdisjoint(sentence) and (past or not self._things.isdisjoint(sentence)):
            return False
        return self._calls.isdisjoint((*words[first:start].split(), *words[stop:last].split()))


def begins_sentence(signs: str, start: int) -> bool:
    """Whether a place stands where a sentence begins."""
    return compiled(BEGINS).search(signs, max(0, start - 4), start) is not None
