"""Finds hints that lead readers to a link or a contact without naming it."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from planner.core.catalog import HintWords
from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.look_alikes import LookAlikes
from planner.core.copy_scan.names import AFTER, BEFORE

WORKAROUND = "workaround"
POKE = "戳"


class Hints:
    """Finds hints in Chinese and in English, put together from the words for what they speak of."""

    def __init__(self, words: HintWords, alike: LookAlikes) -> None:
        """Prepare the words; in the English ones, signs that look alike are taken for each other."""
        self._alike = alike
        self._things = (POKE, *(fold_word(thing) for thing in words.things))
        self._chinese = _chinese(words)
        self._english = {fold_word(link): _english(words, fold_word(link)) for link in words.links}
        self._telling = frozenset(
            alike.plain(" ".join((*self._english, *words.spots, *words.messages))).split()
        )

    def places(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Each hint with its place among the signs."""
        if any(map(folded.has, self._things)):
            yield from _matches(self._chinese, folded.signs)
        if not self._telling.isdisjoint(self._alike.disguised(folded)):
            plain = map(self._alike.plain_pattern, chain.from_iterable(self._english.values()))
            yield from _matches(plain, self._alike.unmasked(folded.signs))
            return
        for link, patterns in self._english.items():
            if folded.has(link):
                yield from _matches(patterns, folded.signs)


def _matches(patterns: Iterable[str], signs: str) -> Iterator[tuple[str, int, int]]:
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


def _english(words: HintWords, link: str) -> tuple[str, ...]:
    spots, messages, ordinals = map(_one_of, (words.spots, words.messages, words.ordinals))
    others = "".join(rf"(?<!{word} {link})" for word in words.other_links)
    alone = rf"(?<!\w{link}){others}" if link.isascii() else ""
    thing = rf"(?:the |a |my )?{link}{AFTER}"
    to_get = "(?:for|to get|and i(?: will|['’]ll) send(?: you)?)"
    spot = rf"(?:(?:(?:my|our|the) (?:{ordinals} )?)?{spots}|(?:my|our) stor(?:y|ies)){AFTER}"
    here = rf"(?! of (?!{_one_of(words.whose)})| (?:he|she|they) )"
    return (
        rf"{link}{alone}s?(?: is| are|['’]s)? ?in ?{spot}{here}",
        rf"{BEFORE}{messages} (?:me|us) {to_get} {thing}",
        rf"{BEFORE}comment \w{{1,20}} (?:for|to get) {thing}",
    )


def _one_of(words: Iterable[str]) -> str:
    ordered = sorted((fold_word(word) for word in words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})"
