"""Finds phrases that sell or call, but those that the words around make something else."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from planner.core.copy_scan.folding import Folded, compiled, fold_word, fold_words
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.names import AFTER, BEFORE, NEAR, Names, Place
from planner.core.copy_scan.offering import Offering, Told
from planner.core.copy_scan.telling import Telling
from planner.core.copy_words import CopyWords

LIKENESS, JOINED = rf" (?:of|after){AFTER}", r"-[^\W\d_]"


class Phrases:
    """Finds phrases as contents of one kind."""

    def __init__(self, kind: str, phrases: Iterable[str], words: CopyWords) -> None:
        """Prepare the phrases, and the words around them that matter."""
        self._kind = kind
        plain = tuple(fold_words(phrases))
        self._names = Names(plain, alike=look_alikes(words))
        self._unless = ("'s", "’s", *(f" {word}" for word in words.unless))
        self._in_general = rf"{BEFORE}(?:{'|'.join(words.in_general)}) \Z"
        self._general_ends = rf" (?:{'|'.join(words.general_ends)}){AFTER}"
        self._defined = rf"(?! is an? (?!(?:sort|kind) of )){self._general_ends}"
        self._orders = frozenset(words.orders)
        self._doubtful = self._orders.union(words.doubtful)
        self._subjects = frozenset(words.subjects)
        self._spoken_of = rf" (?:{'|'.join(words.spoken_of)}){AFTER}"
        self._before_orders = frozenset(words.before_orders)
        self._words = words
        # Of a "free copy" only one word has to go.
        first, last = (tuple(map(fold_word, them)) for them in (words.banned_first, words.banned_last))
        banned = frozenset(plain) - frozenset(words.whole)
        self._firsts = {
            phrase: word.count(" ") + 1
            for phrase in banned
            for word in first
            if phrase.startswith(f"{word} ")
        }
        self._lasts = {phrase: len(word) for phrase in banned for word in last if phrase.endswith(f" {word}")}

    @cached_property
    def _offering(self) -> Offering:
        return Offering(self._words.offering)

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self._words.told)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each phrase with its place among the signs."""
        signs = folded.signs
        for phrase, start, end in self._names.places(folded):
            # Who hides a phrase means it.
            if not signs.startswith(phrase, start) or not self._is_otherwise(folded, start, end, phrase):
                first, last = end - self._lasts.get(phrase, end - start), end
                if phrase in self._firsts:
                    last = start + len(" ".join(signs[start:end].split(" ")[: self._firsts[phrase]]))
                yield self._kind, first, last

    def _is_otherwise(self, folded: Folded, start: int, end: int, phrase: str) -> bool:
        """Whether the words around a phrase make it something else."""
        if folded.signs.startswith(self._unless, end) or self._is_general(folded.signs, start, end):
            return True
        if self._offering.is_said(folded, end) or self._telling.is_of(folded.signs, start, end):
            return True
        return phrase in self._doubtful and self._is_told(folded, start, end, phrase)

    def _is_general(self, signs: str, start: int, end: int) -> bool:
        """Whether a sentence speaks of such a thing in general."""
        return bool(
            compiled(self._general_ends).match(signs, end)
            and compiled(self._in_general).search(signs, max(0, start - NEAR), start)
        )

    def _is_told(self, folded: Folded, start: int, end: int, phrase: str) -> bool:
        """Whether a sentence tells of such a thing, or of a likeness: "a free copy of Eden"."""
        if compiled(JOINED).match(folded.signs, end):
            return True
        told = self._offering.tells(folded, start, end)
        return told is Told.SURELY or (bool(told) and self._is_doubted(folded.signs, start, end, phrase))

    def _is_doubted(self, signs: str, start: int, end: int, phrase: str) -> bool:
        """Whether a phrase stands as a likeness, as what is defined, or otherwise than an order does."""
        if compiled(LIKENESS).match(signs, end):
            return True
        if signs.endswith("the ", 0, start) and compiled(self._defined).match(signs, end):
            return True
        before = signs[max(0, start - NEAR) : start]
        word = before[:-1].rpartition(" ")[2]
        if word in self._subjects and before.endswith(" "):
            return True
        spoken_of = compiled(self._spoken_of).match(signs, end)
        return phrase in self._orders and bool(spoken_of or not self._is_order(before, word))

    def _is_order(self, before: str, word: str) -> bool:
        """Whether an order begins a sentence, or stands behind a stop or a word that leads to it."""
        if not before.endswith(" "):
            return not before.endswith("-")
        return word in self._before_orders or not (word and (word[-1].isalnum() or word[-1] in "-_"))
