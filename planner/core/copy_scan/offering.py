"""Tells a sentence that offers readers something from one that tells a story."""

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from planner.core.copy_scan.folding import Folded, compiled, fold_words
from planner.core.copy_words import OfferingWords

# So many sentences are remembered with what they tell.
REMEMBERED = 256
# How far around a place the words are read that say what it means.
AROUND = 80
# Up to where speech ends: at a comma, or at any stop before the sign that closes it.
UP_TO_QUOTE = rf"[^.!?…\n]{{0,{AROUND}}}?(?:,|[,.!?…][\"'”’»])"
STOP = r"[.!?…\n。！？]"
BEGINS = rf"(?:\A|{STOP})[ \"'“„«(*-]*\Z"


class Told(IntEnum):
    """Whether a sentence tells something: not at all, as far as it offers nothing, or what was."""

    NOT = 0
    PERHAPS = 1
    SURELY = 2


class Offering:
    """Knows the words with which authors offer something, and those with which they tell something."""

    def __init__(self, words: OfferingWords, names: Iterable[str] = ()) -> None:
        """Prepare the words; ``names`` of apps near a place offer something, as calls do."""
        self._calls = frozenset(fold_words((*words.calls, *names)))
        self._things = frozenset(fold_words(words.things))
        self._tells = frozenset(words.tells)
        self._says = frozenset(words.says)
        # In a text that says the same over and over, each sentence is judged once.
        self._told = lru_cache(REMEMBERED)(self._judge)
        says, he, the = map("|".join, (words.says, words.pronouns, words.before_nouns))
        self._said = rf"{UP_TO_QUOTE} (?:(?:{says}) (?:{the}|{he}) |(?:(?:{the}) \w+|{he}) (?:{says})[,.:;])"

    def is_said(self, folded: Folded, end: int) -> bool:
        """Whether somebody in a story says what ends at a place: "..., said the jeweller"."""
        if self._says.isdisjoint(folded.words):
            return False
        return compiled(self._said).match(folded.signs, end) is not None

    def tells(self, folded: Folded, start: int, end: int) -> Told:
        """Whether the sentence around a place goes on behind it, and nothing there or near is an offer."""
        first, last = max(0, start - AROUND), end + AROUND
        return self._told(folded.signs[first:last], folded.spaced[first:last], start - first, end - first)

    def _judge(self, signs: str, words: str, start: int, end: int) -> Told:
        """The same of the signs around a place, with blanks for all that are no letters or digits."""
        ends = compiled(STOP).search(signs, end)
        stop = ends.start() if ends else len(signs)
        rest = words[end:stop].split()
        if len(rest) < 2 or not self._calls.isdisjoint(rest):
            return Told.NOT
        begins = compiled(STOP).search(signs[:start][::-1])
        begun = start - begins.start() if begins else 0
        sentence = [*words[begun:start].split(), *rest]
        surely = not self._tells.isdisjoint(sentence)
        if not (surely or self._things.isdisjoint(sentence)):
            return Told.NOT
        if not self._calls.isdisjoint([*words[:start].split(), *words[stop:].split()]):
            return Told.NOT
        return Told.SURELY if surely else Told.PERHAPS


def begins_sentence(signs: str, start: int) -> bool:
    """Whether a place stands where a sentence begins."""
    return compiled(BEGINS).search(signs, max(0, start - 4), start) is not None
