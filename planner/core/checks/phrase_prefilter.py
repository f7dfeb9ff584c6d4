"""Words without which none of some phrases stands in a text: sooner looked for than the phrases."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from planner.core.checks.word_groups import GROUP, NO_GROUPS, WordGroups, Words
from planner.core.copy_scan.folding import Folded, fold_words
from planner.core.copy_scan.names import LATIN

# As many letters make a word long.
LONG = 5
REMEMBERED = 1000


class Prefilter(NamedTuple):
    """A telling Latin word of each phrase, and the phrases without one: where none is, no phrase is."""

    latin: frozenset[str]
    other: Words

    @classmethod
    def of(cls, phrases: Collection[str], groups: WordGroups = NO_GROUPS) -> "Prefilter":
        """The prefilter of phrases, which may name groups of words."""
        return cls.any_of(cls.each(phrases, groups))

    @classmethod
    def each(cls, phrases: Collection[str], groups: WordGroups = NO_GROUPS) -> Iterator["Prefilter"]:
        """The prefilter of each phrase, made sooner together than one by one."""
        parts = [GROUP.split(phrase) for phrase in phrases]  # by turns a text and a name
        texts = iter(fold_words(text for each in parts for text in each[::2]))
        for phrase, each in zip(phrases, parts, strict=True):
            each[::2] = islice(texts, len(each[::2]))
            telling = _telling(each, groups)
            yield cls(telling, () if telling else tuple(fold_words(groups.filled([phrase]))))

    @classmethod
    def any_of(cls, prefilters: Iterable["Prefilter"]) -> "Prefilter":
        """One for all that some are of."""
        found = tuple(prefilters)
        latin = frozenset().union(*(each.latin for each in found))
        return cls(latin, tuple(dict.fromkeys(chain.from_iterable(each.other for each in found))))

    def may_match(self, folded: Folded) -> bool:
        """Whether a text has any of them, so that a phrase may stand there."""
        if not self.latin.isdisjoint(folded.words):
            return True
        is_ascii = folded.signs.isascii()
        return any(folded.has(word) for word in self.other if word.isascii() or not is_ascii)


def _telling(parts: list[str], groups: WordGroups) -> frozenset[str]:
    """A telling word of the part of a phrase that tells most, which the last long words do.

    The end of one such as "to write five stars" is what it is about. None where no part needs a Latin word.
    """
    told = (
        _each_telling(groups.signs(part)) if n % 2 else _each_telling((part,)) for n, part in enumerate(parts)
    )
    _, best = max(reversed(tuple(told)), key=itemgetter(0))
    return frozenset() if "" in best else best


@lru_cache(maxsize=REMEMBERED)
def _each_telling(signs: Words) -> tuple[int, frozenset[str]]:
    """A telling word of each of some texts, and how long these are at least; long ones tell no more."""
    told = frozenset(map(_telling_word, signs))
    return min(LONG, *map(len, told)), told


def _telling_word(signs: str) -> str:
    """The last long Latin word, or else the longest, "" where there is none."""
    words: list[str] = LATIN.findall(signs)
    for word in reversed(words):
        if len(word) >= LONG:
            return word
    return max(reversed(words), key=len, default="")
