"""Words of a plan that break a rule, but for those that the words around them turn round or excuse.

A phrase such as "buy | bought … likes | reviews" stands for each of the first words with each of the second
not far behind it in the same sentence; with ".." only words that describe the second may stand between,
with "~" those too that say for whom it is.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from planner.core.checks.denials import is_denied
from planner.core.checks.scene import Scene
from planner.core.checks.work_words import plain
from planner.core.copy_scan.folding import Folded, compiled, fold, fold_words
from planner.core.copy_scan.names import LATIN, names_in, names_in_folded
from planner.core.plan import Activity

# What turns the second of two words round stands right before it: "sharing is welcome, no prizes".
WITHOUT = r"(?i)\b(?:no|not|never|without)\s+(?:for\s+)?(?:any\s+|a\s+)?\Z|[不无無没沒]有?\Z"
APART, CLOSE, LOOSE, OR = " … ", " .. ", " ~ ", " | "
BETWEEN = {
    APART: r"[^.!?;\n。！？；]{0,24}",
    LOOSE: (
        r"(?i)(?:(?!\b(?:and|or|but|then|before|after|while|when|until)\b)"
        r"(?:[^.!?;,:()\n。！？；，：]|(?<=\d),(?=\d))){0,32}"
    ),
    CLOSE: (
        r"(?i)(?:(?!\b(?:and|or|but|then|to|with|so|plus|before|after|while|when|until)\b)"
        r"(?:[^.!?;,:()\n。！？；，：]|(?<=\d),(?=\d))){0,32}"
    ),
}
ENDS = r"[.!?;\n。！？；]"

# As many letters make a word long.
LONG = 5

Words = tuple[str, ...]
Places = list[tuple[int, int]]


def gap_of(phrase: str) -> str:
    """The sign between the two sides of a phrase, "" in one that stands whole."""
    return next((sign for sign in BETWEEN if sign in phrase), "")


class Signs(NamedTuple):
    """A telling Latin word of each phrase, and the phrases without one: where none is, no phrase is."""

    latin: frozenset[str]
    other: Words

    @classmethod
    def of(cls, phrases: Collection[str]) -> "Signs":
        """The signs of phrases."""
        folded = fold_words(phrases)
        latin = [_telling(word) for word in folded]
        other = (word for word, telling in zip(folded, latin, strict=True) if not telling)
        return cls(frozenset(filter(None, latin)), tuple(other))

    def are_in(self, folded: Folded) -> bool:
        """Whether any of them stands in a text."""
        if not self.latin.isdisjoint(folded.words):
            return True
        is_ascii = folded.signs.isascii()
        return any(folded.has(word) for word in self.other if word.isascii() or not is_ascii)


def _telling(phrase: str) -> str:
    """The last long word, which a phrase such as "to write five stars" is about, or else the longest."""
    last = phrase[phrase.rfind(" ") + 1 :]
    if len(last) >= LONG and last.isascii() and last.isalpha():
        return last  # as with most, of which there are thousands
    words = LATIN.findall(phrase)
    long = (word for word in reversed(words) if len(word) >= LONG)
    return next(long, "") or max(reversed(words), key=len, default="")


class Side:
    """Words of which any breaks a rule beside any of another side; their signs are found when asked for."""

    def __init__(self, names: Words) -> None:
        """Words of a phrase before or behind its gap."""
        self.names = names

    @cached_property
    def signs(self) -> Signs:
        """The signs of the words."""
        return Signs.of(self.names)

    def places(self, folded: Folded) -> Places:
        """Where the words stand in a text, by their ends."""
        return sorted(names_in_folded(folded, self.names), key=itemgetter(1))


class Pair(NamedTuple):
    """Words that break a rule with other words behind them, and what may stand between."""

    first: Side
    second: Side
    between: str

    def places(self, folded: Folded) -> tuple[Places, Places]:
        """Where words of each side stand in a text, nothing where one of the sides does not.

        What has few words is looked for first: a side may have thousands.
        """
        if not (self.second.signs.are_in(folded) and self.first.signs.are_in(folded)):
            return [], []
        few, many = sorted((self.first, self.second), key=lambda side: len(side.names))
        found = few.places(folded)
        others = many.places(folded) if found else []
        return (found, others) if few is self.first else (others, found)


class Phrases(NamedTuple):
    """The phrases that stand in a text whole, the words that come in pairs, and the signs of any of them."""

    whole: Words
    pairs: tuple[Pair, ...]
    signs: Signs


def planned_against(
    scene: Scene, phrases: Collection[str], unless: Collection[str] = ()
) -> Iterator[tuple[Activity, str]]:
    """The activities whose words plan one of the phrases, each once, with the words."""
    if not phrases:
        return
    work = scene.work_words
    told: set[int] = set()
    for start, end in _meant(work.text, work.folded, phrases, unless):
        number = work.number_at(start)
        if number not in told:
            told.add(number)
            yield scene.not_dropped[number], work.text[start:end]


def meant(text: str, phrases: Collection[str], unless: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where phrases stand that nothing near them turns round, and no word of their sentence excuses."""
    yield from _meant(text, fold(plain(text)), phrases, unless)


def _meant(
    text: str, folded: Folded, phrases: Collection[str], unless: Collection[str]
) -> Iterator[tuple[int, int]]:
    for start, end in _spots(text, folded, tuple(phrases)):
        if not is_denied(text, start, end) and not _is_excused(text, start, end, unless):
            yield start, end


def may_stand(folded: Folded, phrases: Collection[str]) -> bool:
    """Whether the signs of some phrases stand in a text, without which none of them does."""
    return _read(tuple(phrases)).signs.are_in(folded)


def _is_excused(text: str, start: int, end: int, unless: Collection[str]) -> bool:
    if not unless:
        return False
    begins = max((match.end() for match in compiled(ENDS).finditer(text, 0, start)), default=0)
    stop = compiled(ENDS).search(text, end)
    sentence = text[begins : stop.start() if stop else None]
    return any(True for _ in names_in(plain(sentence), _all_plain(tuple(unless))))


@lru_cache
def _all_plain(words: Words) -> Words:
    return tuple(map(plain, words))


def _spots(text: str, folded: Folded, phrases: Words) -> Iterator[tuple[int, int]]:
    read = _read(phrases)
    if not read.signs.are_in(folded):
        return
    yield from names_in_folded(folded, read.whole)
    for pair in read.pairs:
        begun, ended = pair.places(folded)
        for start, end in ended:
            before = bisect_right(begun, start, key=itemgetter(1)) - 1
            if before >= 0 and _go_together(text, pair, begun[before][1], start):
                yield begun[before][0], end


def _go_together(text: str, pair: Pair, start: int, end: int) -> bool:
    """Whether what stands between two words of a pair lets them be one, and turns the second not round."""
    between = compiled(pair.between).fullmatch(text, start, end)
    return between is not None and not compiled(WITHOUT).search(text, start, end)


@lru_cache
def _read(phrases: Words) -> Phrases:
    whole, pairs = [], []
    for phrase in _all_plain(phrases):
        between = gap_of(phrase)
        if between:
            first, second = (Side(tuple(part.split(OR))) for part in phrase.split(between, 1))
            pairs.append(Pair(first, second, BETWEEN[between]))
        else:
            whole.append(phrase)
    signs = [Signs.of(whole), *(pair.second.signs for pair in pairs)]
    latin = frozenset().union(*(each.latin for each in signs))
    other = tuple(dict.fromkeys(chain.from_iterable(each.other for each in signs)))
    return Phrases(tuple(whole), tuple(pairs), Signs(latin, other))
