"""Finds hints that lead readers to a link or a contact without naming it."""

import re
from collections.abc import Iterable, Iterator

from planner.core.catalog import HintWords
from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.names import AFTER, BEFORE

WORKAROUND = "workaround"
LINK, POKE = "link", "戳"


class Hints:
    """Finds hints in Chinese and in English, put together from the words for what they speak of."""

    def __init__(self, words: HintWords) -> None:
        """Prepare the words."""
        self._things = (POKE, *(fold_word(thing) for thing in words.things))
        self._chinese, self._english = _chinese(words), _english(words)

    def places(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Each hint with its place among the signs."""
        signs = folded.signs
        patterns = (self._chinese if any(map(folded.has, self._things)) else ()) + (
            self._english if folded.has(LINK) else ()
        )
        for pattern in patterns:
            yield from ((WORKAROUND, *match.span()) for match in compiled(pattern).finditer(signs))


def _chinese(words: HintWords) -> tuple[str, ...]:
    ask, fetch, thing, stand = map(_one_of, (words.ask, words.fetch, words.things, words.stand))
    place, have = map(_one_of, (words.places, words.have))
    return (
        rf"{POKE}我?的?{place}",
        rf"{ask}我?(?:{fetch}你?){{1,2}}{thing}",
        rf"{thing}[就都也已]?{stand}(?:我的?|到|了|在|给|你)?{place}了?",
        rf"{thing}(?:私信|私)(?:我|(?:发|给)你?)",
        rf"{place}[里上中的]?(?:{place}[里上中]?)?{have}我?的?{thing}",
    )


def _english(words: HintWords) -> tuple[str, ...]:
    spots, messages = _one_of(words.spots), _one_of(words.messages)
    link = rf"(?:the |a |my )?link{AFTER}"
    to_get = "(?:for|to get|and i(?: will|['’]ll) send(?: you)?)"
    spot = rf"(?:(?:(?:my|our|the) )?{spots}|(?:my|our) stor(?:y|ies)){AFTER}"
    return (
        rf"{LINK}(?<!\w{LINK})s?(?: is| are|['’]s)? ?in ?{spot}",
        rf"{BEFORE}{messages} (?:me|us) {to_get} {link}",
        rf"{BEFORE}comment \w{{1,20}} (?:for|to get) {link}",
    )


def _one_of(words: Iterable[str]) -> str:
    ordered = sorted((fold_word(word) for word in words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})"
