"""Finds hints that lead readers to a link or a contact without naming it."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.look_alikes import LookAlikes, veiled
from planner.core.copy_scan.names import AFTER, BEFORE
from planner.core.copy_words import HintWords

WORKAROUND = "workaround"
POKE = "戳"


class Hints:
    """Finds hints in Chinese and in English, put together from the words for what they speak of."""

    def __init__(self, words: HintWords, alike: LookAlikes) -> None:
        """Prepare the words; in the English ones, signs that look alike are taken for each other."""
        self._alike = alike
        self._things = (POKE, *(fold_word(thing) for thing in words.things))
        self._chinese = _chinese(words)
        links = tuple(map(fold_word, words.links))
        self._english = {link: _english(words, link, _alone_behind(words, link), re.escape) for link in links}
        hidden = (_english(words, link, _alone_before(words, link), veiled) for link in links)
        self._hidden = tuple(map(alike.plain_pattern, chain.from_iterable(hidden)))
        self._telling = frozenset(alike.plain(" ".join((*links, *words.spots, *words.messages))).split())

    def places(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Each hint with its place among the signs."""
        if any(map(folded.has, self._things)):
            yield from _matches(self._chinese, folded.signs)
        if self._are_hidden(folded):
            yield from _matches(self._hidden, self._alike.unmasked(folded.signs))
            return
        for link, patterns in self._english.items():
            if folded.has(link):
                yield from _matches(patterns, folded.signs)

    def _are_hidden(self, folded: Folded) -> bool:
        """Whether a telling word stands there with signs that are no letters of its own."""
        disguised = not self._telling.isdisjoint(self._alike.disguised(folded))
        return disguised or bool(self._alike.veiled_of(folded, self._telling))


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


def _english(words: HintWords, link: str, alone: str, spelled: Callable[[str], str]) -> tuple[str, ...]:
    spots, messages = (_one_of(kind, spelled) for kind in (words.spots, words.messages))
    ordinals = _one_of(words.ordinals)
    thing = rf"(?:the |a |my )?{spelled(link)}{AFTER}"
    urging = "|".join(rf"(?<={BEFORE}{word} )" for word in words.urging)
    ends = rf"(?= ?(?:\Z|[^\w\s:-]|\n|{_one_of(words.urged)}{AFTER}))"
    to_get = "(?:for|to get|and i(?: will|['’]ll) send(?: you)?)"
    spot = rf"(?:(?:(?:my|our|the) (?:{ordinals} )?)?{spots}|(?:my|our) stor(?:y|ies)){AFTER}"
    here = rf"(?! of (?!{_one_of(words.whose)})| (?:he|she|they) )"
    return (
        rf"{alone}s?(?: is| are|['’]s)? ?in ?{spot}{here}",
        rf"{BEFORE}{messages} (?:me|us) {to_get} {thing}",
        rf"(?:(?<!\w)(?<!\w )|{urging}){messages} (?:{to_get}|4) {thing}{ends}",
        rf"{BEFORE}comment \w{{1,20}} (?:for|to get) {thing}",
    )


def _alone_behind(words: HintWords, link: str) -> str:
    """A link that is the web's, looked at behind it: those are found soonest."""
    others = "".join(rf"(?<!{other}{link})" for other in _not_before(words, link))
    return f"{link}{others}"


def _alone_before(words: HintWords, link: str) -> str:
    """The same where it may be written in many ways."""
    return "".join(rf"(?<!{other})" for other in _not_before(words, link)) + veiled(link)


def _not_before(words: HintWords, link: str) -> tuple[str, ...]:
    return (r"\w", *(f"{word} " for word in words.other_links)) if link.isascii() else ()


def _one_of(words: Iterable[str], spelled: Callable[[str], str] = re.escape) -> str:
    ordered = sorted((fold_word(word) for word in words), key=len, reverse=True)
    return f"(?:{'|'.join(map(spelled, ordered))})"
