"""Words of a plan that break a rule, but for those that the words around them turn round or excuse.

A phrase such as "buy | bought … likes | reviews" stands for each of the first words with each of the second
not far behind it in the same sentence; with ".." only words that describe the second may stand between,
with "~" those too that say for whom it is.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from planner.core.checks.background import Background
from planner.core.checks.cleared import is_cleared
from planner.core.checks.denials import is_denied
from planner.core.checks.phrase_prefilter import Prefilter
from planner.core.checks.scene import Scene
from planner.core.checks.word_groups import GROUP, NO_GROUPS, WordGroups, Words
from planner.core.checks.work_words import plain
from planner.core.copy_scan.folding import Folded, compiled, fold
from planner.core.copy_scan.names import Names, Place, apart, names_of
from planner.core.facts import PromotionRule
from planner.core.plan import Activity
from planner.core.rule_ids import RuleId
from planner.core.rules import Rule

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
REMEMBERED = 50_000
ENDS = r"[.!?;\n。！？；]"
# No sentence goes on for longer before or behind a phrase.
SENTENCE = 1000

Places = list[tuple[int, int]]


def gap_of(phrase: str) -> str:
    """The sign between the two sides of a phrase, "" in one that stands whole."""
    return next((sign for sign in BETWEEN if sign in phrase), "")


class Side:
    """Words of which any may stand at one end of a phrase; they are made ready when one may in a text."""

    def __init__(self, words: Iterable[str], groups: WordGroups = NO_GROUPS) -> None:
        """Words that may name groups."""
        self.words, self._groups = tuple(map(plain, words)), groups

    @cached_property
    def each(self) -> tuple[Prefilter, ...]:
        """The prefilter of each word."""
        return tuple(Prefilter.each(self.words, self._groups))

    @cached_property
    def prefilter(self) -> Prefilter:
        """What tells soon that none of the words stands in a text."""
        return Prefilter.any_of(self.each)

    @cached_property
    def _naming(self) -> dict[str, Prefilter]:
        """The words that name groups: each may be filled in thousands of ways, of which a text has few."""
        return {word: each for word, each in zip(self.words, self.each, strict=True) if GROUP.search(word)}

    @cached_property
    def _others(self) -> Prefilter:
        """What tells that none of all others does, which are looked for together."""
        words = zip(self.words, self.each, strict=True)
        return Prefilter.any_of(each for word, each in words if word not in self._naming)

    @cached_property
    def _names(self) -> Names:
        return Names(word for word in self.words if word not in self._naming)

    def places(self, folded: Folded) -> Places:
        """Where the words stand in a text, in order; of those that begin together, the longest."""
        if not self.prefilter.may_match(folded):
            return []
        found = self._names.places(folded) if self._others.may_match(folded) else []
        for word, prefilter in self._naming.items():
            if prefilter.may_match(folded):
                found += self._filled(word, folded)
        return [folded.place(start, end) for _, start, end in apart(found)]

    def _filled(self, word: str, folded: Folded) -> list[Place]:
        """Where a word stands that names groups, filled in with what a text has of them."""
        near = tuple(map(plain, self._groups.near(folded).filled([word])))
        return names_of(near).places(folded) if near else []

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.words)

    def stands_in(self, text: str) -> bool:
        """Whether any of the words stands in a text."""
        return bool(self.places(fold(plain(text))))


class Pair(NamedTuple):
    """Words that break a rule with other words behind them, and what may stand between."""

    first: Side
    second: Side
    between: str

    def places(self, folded: Folded) -> tuple[Places, Places]:
        """Where words of each side stand in a text, by their ends, nothing where one of the sides does not.

        What has few words is looked for first: a side may have thousands.
        """
        if not self.first.prefilter.may_match(folded):
            return [], []
        few, many = sorted((self.first, self.second), key=lambda side: len(side.prefilter.latin))
        found = few.places(folded)
        others = many.places(folded) if found else []
        first, second = (found, others) if few is self.first else (others, found)
        return sorted(first, key=itemgetter(1)), second


class Phrases(NamedTuple):
    """Phrases that stand in a text whole or in pairs, the prefilter of all of them, and what excuses them.

    ``by_word`` are the numbers of the pairs by the telling words of what ends them, ``far`` those without.
    """

    whole: Side
    pairs: tuple[Pair, ...]
    prefilter: Prefilter
    by_word: Mapping[str, Sequence[int]]
    far: tuple[int, ...]
    unless: Side

    @classmethod
    def read(cls, phrases: Iterable[str], unless: Iterable[str], groups: WordGroups) -> "Phrases":
        """Read phrases and what excuses them in the same sentence; both may name groups of words."""
        whole, pairs = [], []
        for phrase in phrases:
            gap = gap_of(phrase)
            if gap:
                first, second = (Side(part.split(OR), groups) for part in phrase.split(gap, 1))
                pairs.append(Pair(first, second, BETWEEN[gap]))
            else:
                whole.append(phrase)
        alone = Side(whole, groups)
        ends = [pair.second for pair in pairs]
        _tell_together([alone, *ends], groups)
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, end in enumerate(ends):
            for word in end.prefilter.latin:
                by_word[word].append(number)
        far = tuple(number for number, end in enumerate(ends) if end.prefilter.other)
        any_of_them = Prefilter.any_of(side.prefilter for side in (alone, *ends))
        return cls(alone, tuple(pairs), any_of_them, by_word, far, Side(unless, groups))

    def pairs_in(self, folded: Folded) -> Iterator[Pair]:
        """The pairs whose ends may stand in a text, in their order."""
        near = self.by_word.keys() & folded.words
        numbers = {number for word in near for number in self.by_word[word]}
        numbers.update(number for number in self.far if self.pairs[number].second.prefilter.may_match(folded))
        return (self.pairs[number] for number in sorted(numbers))


def _tell_together(sides: Sequence[Side], groups: WordGroups) -> None:
    """Make the prefilters of the words of several sides, sooner than of each by itself."""
    each = Prefilter.each([word for side in sides for word in side.words], groups)
    for side in sides:
        side.each = tuple(islice(each, len(side.words)))


@lru_cache
def phrases_of(words: Words, unless: Words = ()) -> Phrases:
    """Phrases that name no groups of words."""
    return Phrases.read(words, unless, NO_GROUPS)


@cache
def wording_of(rule: Rule | PromotionRule) -> Phrases:
    """The phrases that break a rule, with the groups of words that they name."""
    return Phrases.read(rule.phrases, rule.unless, WordGroups(rule.words))


def planned_against(scene: Scene, phrases: Phrases) -> Iterator[tuple[Activity, Words]]:
    """The activities whose words plan some of the phrases, each once, with the words as they were found."""
    work = scene.work_words
    by_number: dict[int, dict[str, None]] = {}
    for start, end in meant_in(work.text, work.folded, phrases):
        number = work.number_at(start)
        if not is_cleared(scene.not_dropped[number], work.text, (start, end)):
            by_number.setdefault(number, {})[work.text[start:end]] = None
    return ((scene.not_dropped[number], tuple(words)) for number, words in by_number.items())


def meant(text: str, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Where phrases stand that nothing near them turns round, and no word of their sentence excuses."""
    yield from meant_in(text, fold(plain(text)), phrases)


@lru_cache(maxsize=REMEMBERED)
def is_said(title: str, words: Words) -> bool:
    """Whether names of work, a line each, say one of some words, which nothing near them turns round."""
    return any(True for _ in meant(title, phrases_of(words)))


def keeps_in_the_plan(background: Background, rule: RuleId) -> bool:
    """Whether the name of any work of the plan says some of the words that keep a rule."""
    return background.once(_keeps_in_the_plan, background, rule)


def _keeps_in_the_plan(background: Background, rule: RuleId) -> bool:
    known = background.rules.get(rule)
    return known is not None and any(is_said(found.titles, known.unless) for _, found in background.digested)


def meant_in(text: str, folded: Folded, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """The same in a text that is folded already, with its signs made plain."""
    for start, end in _spots(text, folded, phrases):
        if not is_denied(text, start, end) and not _is_excused(text, start, end, phrases.unless):
            yield start, end


def _is_excused(text: str, start: int, end: int, unless: Side) -> bool:
    if not unless:
        return False
    floor, ceiling = max(0, start - SENTENCE), end + SENTENCE
    begins = max((match.end() for match in compiled(ENDS).finditer(text, floor, start)), default=floor)
    stop = compiled(ENDS).search(text, end, ceiling)
    return unless.stands_in(text[begins : stop.start() if stop else ceiling])


def _spots(text: str, folded: Folded, phrases: Phrases) -> Iterator[tuple[int, int]]:
    if not phrases.prefilter.may_match(folded):
        return
    yield from phrases.whole.places(folded)
    for pair in phrases.pairs_in(folded):
        begun, ended = pair.places(folded)
        for start, end in ended:
            before = bisect_right(begun, start, key=itemgetter(1)) - 1
            if before >= 0 and _go_together(text, pair, begun[before][1], start):
                yield begun[before][0], end


def _go_together(text: str, pair: Pair, start: int, end: int) -> bool:
    """Whether what stands between two words of a pair lets them be one, and turns the second not round."""
    between = compiled(pair.between).fullmatch(text, start, end)
    return between is not None and not compiled(WITHOUT).search(text, start, end)
