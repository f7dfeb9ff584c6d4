"""Finds the words that say of a book that it is new or free: "the latest Inspector Vane mystery"."""

import re
from collections.abc import Iterator

from planner.core.copy_scan.folding import LAST_ALPHABET, Folded, compiled, fold_word
from planner.core.copy_scan.names import AFTER, BEFORE, EDGE, NEAR, Place
from planner.core.copy_scan.offering import AROUND, begins_sentence
from planner.core.copy_scan.patterns import one_folded
from planner.core.copy_scan.sums import Sums
from planner.core.copy_words import CopyWords

# Between "latest" and what it is said of stand at most so many words, all with capitals.
NAMED = 4


class Claims:
    """Finds such words as contents of one kind: each alone has to go, and the text may stand without it."""

    def __init__(self, kind: str, words: CopyWords) -> None:
        """Prepare the words."""
        self._kind, claims = kind, words.claims
        self._sums = Sums(words.offering)
        self._joining = frozenset(claims.joining)
        self._dated = tuple(map(fold_word, claims.dated))
        things = one_folded(claims.things)
        self._of_things = rf"(?= (?P<name>(?:[\w'’.&]{{1,30}}[ -]){{1,{NAMED}}}?){things}{AFTER})"
        self._free = tuple(map(fold_word, claims.free))
        self._none = rf"{BEFORE}{one_folded(claims.none)}{AFTER}"
        self._defined = rf" {one_folded(claims.defined)}{AFTER}"
        led, goes_on = one_folded(claims.free_behind), one_folded(claims.free_before)
        freed = "".join(rf"(?<!{word} )(?<!{word} the )" for word in claims.frees)
        self._led = rf"{BEFORE}{freed}(?:{led}|(?:{things}|{led}) (?:is|are)(?: \w+)?) \Z"
        self._with = rf" \w+ {one_folded(claims.free_with)}{AFTER}"
        self._goes_on = rf" {goes_on}{AFTER}|[.!,;:)]|\s*\Z| [–—-] "

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each such word with its place among the signs."""
        for word in self._dated:
            if folded.may_have(word):
                for match in compiled(f"{_whole(word)}{self._of_things}").finditer(folded.signs):
                    if self._is_name(folded, *match.span("name")):
                        yield self._kind, *match.span()
        for word in self._free:
            if folded.may_have(word):
                yield from ((self._kind, *place) for place in self._free_places(folded, word))

    def _is_name(self, folded: Folded, start: int, end: int) -> bool:
        """Whether all words at a place have a capital: "Inspector Vane"."""
        words = folded.written(start, end).split()
        return all(word[0].isupper() or word in self._joining for word in words)

    def _free_places(self, folded: Folded, word: str) -> Iterator[tuple[int, int]]:
        """Where something that is offered is said to be free."""
        places = map(re.Match.span, compiled(_whole(word)).finditer(folded.signs))
        for start, end in self._sums.offers(folded, places):
            if compiled(self._defined).match(folded.signs, end):
                continue
            if word == "free" and not self._is_of_thing(folded.signs, start, end):
                continue
            near = folded.signs[max(0, start - AROUND) : end + NEAR]
            if not compiled(self._none).search(near):
                yield start, end

    def _is_of_thing(self, signs: str, start: int, end: int) -> bool:
        """Whether "free" is said of a thing that is read: "Read it free with", "the prequel is free"."""
        if begins_sentence(signs, start) and compiled(self._with).match(signs, end):
            return True
        if compiled(self._goes_on).match(signs, end) is None:
            return False
        return compiled(self._led).search(signs, max(0, start - 2 * NEAR), start) is not None


def _whole(word: str) -> str:
    """A pattern for a word of its own, which begins with its letters and is found the sooner for that."""
    return rf"{word}(?<!{EDGE}{word}){AFTER}" if word[0] <= LAST_ALPHABET else word
