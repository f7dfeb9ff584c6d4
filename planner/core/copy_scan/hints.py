"""Finds hints that lead readers to a link or a contact without naming it."""

from collections.abc import Iterable, Iterator
from functools import cache, partial

from planner.core.copy_scan.folding import Folded, compiled, fold_word, fold_words
from planner.core.copy_scan.link_hints import LinkHints
from planner.core.copy_scan.look_alikes import LookAlikes
from planner.core.copy_scan.names import AFTER, BEFORE, Place
from planner.core.copy_scan.offering import Offering
from planner.core.copy_scan.patterns import one_folded
from planner.core.copy_words import HintWords

WORKAROUND = "workaround"
POKE = "戳"


class Hints:
    """Finds hints, put together from the words of many languages for what they speak of."""

    def __init__(self, words: HintWords, alike: LookAlikes, offering: Offering) -> None:
        """Prepare the words; in the Latin ones, signs that look alike are taken for each other."""
        self._alike, self._offering = alike, offering
        self._things = tuple(fold_words((POKE, *words.things)))
        self._own_places, self._own = tuple(fold_words(words.own_places)), _own(words)
        self._chinese = _chinese(words)
        self._far_links, self._far = tuple(fold_words(words.far_links)), (_far(words),)
        links = tuple(fold_words(words.links))
        self._latin = {link: cache(partial(LinkHints, words, link)) for link in links}
        self._hidden = {alike.plain(link): cache(partial(LinkHints, words, link, alike)) for link in links}
        self._profiles = frozenset(fold_word(profile).split()[-1] for profile in words.profiles)
        self._looks = (rf"{BEFORE}{one_folded(words.looks)} {one_folded(words.profiles)}{AFTER}",)
        self._telling = frozenset(alike.plain(" ".join((*links, *words.spots, *words.messages))).split())

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each hint with its place among the signs, but what somebody in a story says."""
        for hint in self._hints(folded):
            if not self._offering.is_said(folded, hint[2]):
                yield hint

    def _hints(self, folded: Folded) -> Iterator[Place]:
        if any(map(folded.has, self._things)):
            chinese = (pattern for pattern, needed in self._chinese.items() if any(map(folded.has, needed)))
            yield from _matches(chinese, folded.signs)
        if any(map(folded.has, self._own_places)):
            own = (pattern for look, pattern in self._own.items() if folded.kinds.issuperset(look))
            yield from _matches(own, folded.signs)
        if any(map(folded.has, self._far_links)):
            yield from _matches(self._far, folded.signs)
        if not self._profiles.isdisjoint(folded.words):
            yield from _matches(self._looks, folded.signs)
        veiled_words = self._alike.veiled_of(folded, self._telling).values()
        if veiled_words or not self._telling.isdisjoint(self._alike.disguised(folded)):
            signs = self._alike.unmasked(folded.signs)
            of_links = [
                hints() for link, hints in self._hidden.items() if link in signs or link in veiled_words
            ]
        else:
            signs = folded.signs
            of_links = [hints() for link, hints in self._latin.items() if folded.has(link)]
        for hints in of_links:
            yield from ((WORKAROUND, *place) for place in hints.places(signs))


def _matches(patterns: Iterable[str], signs: str) -> Iterator[Place]:
    for pattern in patterns:
        yield from ((WORKAROUND, *match.span()) for match in compiled(pattern).finditer(signs))


def _chinese(words: HintWords) -> dict[str, list[str]]:
    """Hints in Chinese that name a thing, each with words of which it needs one."""
    ask, fetch, thing, stand = map(one_folded, (words.ask, words.fetch, words.things, words.stand))
    place, have = map(one_folded, (words.places, words.have))
    answer = "(?:我|回复?|发){0,3}+"
    asks, places = fold_words(words.ask), fold_words(words.places)
    return {
        rf"{POKE}我?的?{place}": places,
        rf"{ask}我?(?:{fetch}你?){{1,2}}{thing}": asks,
        rf"{ask}你(?:{fetch}你?)?{thing}": asks,
        rf"{ask}{answer}[“「『\"]?[^\s，。！？,.!?]{{1,8}}[”」』\"]?(?:自动)?{fetch}你?{thing}": asks,
        rf"{thing}[就都也已]?{stand}(?:我的?|到|了|在|给|你)?{place}{{1,2}}了?": places,
        rf"{thing}(?:私信|私)(?:我|(?:发|给)你?)": ["私"],
        rf"{place}[里上中的]?(?:{place}[里上中]?)?[，,]?{have}我?的?{thing}": places,
    }


def _own(words: HintWords) -> dict[str, str]:
    """Calls to look at one's own page in Chinese, unless others do, by what begins them."""
    place, ends = one_folded(words.own_places), one_folded(words.own_ends)
    return {
        f"{look}我": rf"{look}我(?<![他她它们]{look}我)的?{place}{{1,2}}(?!的?时){ends}?"
        for look in words.look_at
    }


def _far(words: HintWords) -> str:
    """Where a link stands, in Japanese and Korean."""
    link, spot = map(one_folded, (words.far_links, words.far_spots))
    return rf"{spot}(?:の|に|에|의)? ?(?:ある|있는)? ?{link}|{link}(?:は|も|を|는|은|도|를)? ?{spot}"
