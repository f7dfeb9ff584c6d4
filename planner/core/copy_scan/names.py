"""Finds names in a text: as words of their own, not inside longer words that mean something else."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain, pairwise
from operator import itemgetter
from sys import intern

from planner.core.copy_scan.folding import (
    ASCII,
    FEW,
    LAST_ALPHABET,
    LATIN_SIGN,
    Folded,
    compiled,
    fold,
    fold_word,
    fold_words,
    is_han,
    plain_sign,
)
from planner.core.copy_scan.look_alikes import NONE_ALIKE, LookAlikes

EDGE = LATIN_SIGN
BEFORE, AFTER = f"(?<!{EDGE})", f"(?!{EDGE})"
# How far before and after a word the words are read that say what it means.
NEAR = 20
# Names of so many letters stand in many longer words, which a pattern passes over faster.
SHORT = 3
# So many names are not all made ready at once.
MANY = 200
# Names of so many letters are looked for behind signs that hide some of them.
LONG = 5
LATIN = re.compile(f"{EDGE}+")
EDGES = frozenset("".join(LATIN.findall("".join(map(chr, range(0x250))))))
REMEMBERED = 1024
FEW_FIRSTS = 10
NOTHING = "(?!)"
LAST_ASCII = "\x7f"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ"
# What the case of a noun adds to it.
ENDING = rf"[{CYRILLIC}]{{1,3}}(?!\w)"

# What is found among folded signs, a name or a kind of content, and where it stands, from and to.
Place = tuple[str, int, int]
# For a name: longer words that hold it, each with the place where it stands in them.
Hiding = tuple[tuple[int, tuple[str, ...]], ...]


class Names:
    """Names to look for; longer words in ``not_in`` hide the names that they hold."""

    def __init__(
        self,
        names: Iterable[str],
        not_in: Iterable[str] = (),
        alike: LookAlikes = NONE_ALIKE,
        shown: str = NOTHING,
    ) -> None:
        """Prepare names; with ``alike``, signs that it makes equal are taken for each other.

        What behind a longer word matches ``shown`` says that the name is meant all the same.
        """
        self._alike, self._shown = alike, shown
        self._not_in = tuple(not_in)
        self._by_first: dict[str, list[str]] = {}
        self._other_by_first: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._long: frozenset[str] = frozenset()  # the first words of long names
        # Of many names, those are made ready that begin as something in a text does: few do in most texts.
        self._unread: dict[str, list[str]] = {}
        self._other_unread: dict[str, list[str]] = {}
        given = [name for name in names if name.strip()]
        if len(given) < MANY:
            self._read(given)
            return
        first = cache(alike.plain)
        for name in given:
            sign = plain_sign(name[0]) or fold_word(name)[0]
            if _is_latin(sign):
                self._unread.setdefault(first(sign), []).append(name)
            else:
                self._other_unread.setdefault(sign, []).append(name)

    def _read_begun_with(self, signs: Iterable[str], unread: dict[str, list[str]]) -> None:
        """Make those names ready that begin with some signs."""
        self._read([name for sign in unread.keys() & signs for name in unread.pop(sign)])

    def _read(self, names: Iterable[str]) -> None:
        spelled = [(name, way) for name in names for way in _ways(name)]
        latin: list[tuple[str, str]] = []
        other: dict[str, str] = {}
        for signs, (name, _) in zip(fold_words(way for _, way in spelled), spelled, strict=True):
            if _is_latin(signs[0]):
                latin.append((signs, name))
            else:
                other[signs] = name
        # All at once: to make each plain alone takes ten times as long.
        plain = self._alike.plain("\n".join(signs for signs, _ in latin)).split("\n")
        words = {signs: name for signs, (_, name) in zip(plain, latin, strict=False)}
        long: set[str] = set()
        for word in words:
            first = LATIN.match(word)[0]  # type: ignore[index]
            self._by_first.setdefault(first, []).append(word)
            if len(word) >= LONG:
                long.add(first)
        self._long |= long
        for signs in sorted(other, key=len, reverse=True):  # of those that begin alike, the longest first
            self._other_by_first.setdefault(signs[0], []).append(signs)
        # Most names are written in plain signs, and stand for themselves.
        self._names.update(each for each in chain(words.items(), other.items()) if each[0] != each[1])

    @cached_property
    def _latin_hiding(self) -> list[str]:
        longer = fold_words(way for word in self._not_in for way in _ways(word))
        return [self._alike.plain(word) for word in longer]

    @cached_property
    def _hidden_in(self) -> Callable[[str], Hiding]:
        """What hides a name in other letters, which stand in longer words as they are written."""
        return cache(lambda word: _hiding(word, self._longer_with(word[0])))

    def _longer_with(self, sign: str) -> list[str]:
        return fold_words(way for word in self._not_in if sign in word.lower() for way in _ways(word))

    @cached_property
    def _latin_hidden_in(self) -> Callable[[str], Hiding]:
        return cache(lambda word: _hiding(word, self._latin_hiding))

    def _name(self, signs: str) -> str:
        return self._names.get(signs, signs)

    def places(self, folded: Folded) -> list[Place]:
        """Where the names stand among the folded signs, in order."""
        return apart(chain(self._latin_places(folded), self._other_places(folded)))

    def _latin_places(self, folded: Folded) -> Iterator[Place]:
        if self._alike is NONE_ALIKE:
            yield from self._places_of(folded.words, folded.words, folded.kinds, lambda: folded.signs)
            return
        plain, unmasked = self._alike.plain, self._alike.unmasked
        words = self._alike.words(folded.vocabulary)
        yield from self._places_of(words, words, folded.kinds, lambda: plain(folded.signs))
        disguised = self._alike.disguised(folded) - words
        if disguised:
            yield from self._places_of(
                disguised, words | disguised, folded.kinds, lambda: unmasked(folded.signs)
            )
        yield from self._veiled_places(folded)

    def _veiled_places(self, folded: Folded) -> Iterator[Place]:
        """Names whose first word is hidden by signs between its letters or in their place."""
        begun = self._alike.begin_veiled(folded)
        if begun and self._unread:
            self._read_begun_with(begun, self._unread)
        found = tuple(self._alike.veiled_in(folded, self._long))
        signs = self._alike.unmasked(folded.signs) if found else ""
        for start, first_end, first in found:
            for word in self._by_first[first]:
                end = first_end + len(word) - len(first)
                if (
                    len(word) >= LONG
                    and signs.startswith(word[len(first) :], first_end)
                    and ends_word(signs, end)
                ):
                    yield self._name(word), start, end

    def _places_of(
        self, firsts: frozenset[str], words: frozenset[str], kinds: frozenset[str], read: Callable[[], str]
    ) -> Iterator[Place]:
        """The Latin names that begin with some of the words: of all names few are there at all.

        Each of these is found sooner alone than all at once.
        """
        if self._unread:
            self._read_begun_with(map(itemgetter(0), firsts), self._unread)
        begun = (word for first in firsts & self._by_first.keys() for word in self._by_first[first])
        present = [word for word in begun if words.issuperset(_parts(word)) and _far_signs(word) <= kinds]
        signs = read() if present else ""
        there = cache(signs.__contains__)  # names with and without a blank share what is Chinese in them
        for word in present:
            if not all(map(there, _far_parts(word))):
                continue
            name, size, hiding = self._name(word), len(word), self._latin_hidden_in(word)
            for start in (_short_word if size <= SHORT else _places)(word, signs):
                if not (hiding and _is_hidden(signs, start, hiding, self._shown)):
                    yield name, start, start + size

    def _other_places(self, folded: Folded) -> Iterator[Place]:
        """All other names: by the first signs of those whose signs are all there, which are few in a text."""
        if self._other_unread:
            self._read_begun_with(folded.kinds, self._other_unread)
        signs = folded.signs
        by_begin: dict[str, list[tuple[str, str, bool, bool, Hiding]]] = {}
        present = [
            word
            for first in self._other_by_first.keys() & folded.kinds
            for word in self._other_by_first[first]
            if folded.kinds.issuperset(word) and _may_stand(word, folded)
        ]
        for word in present:
            last = word[-1]
            known = word, self._name(word), _is_latin(last), last in CYRILLIC, self._hidden_in(word)
            by_begin.setdefault(word[:2], []).append(known)
        for begin in by_begin:
            if len(begin) > 1:
                by_begin[begin] += by_begin.get(begin[0], ())
        for sign in _first_signs(present, signs):
            start = sign.start()
            begun = by_begin.get(signs[start : start + 2]) or by_begin[sign[0]]
            for word, name, latin, inflected, hiding in begun:
                end = start + len(word)
                if not signs.startswith(word, start) or (latin and signs[end : end + 1] in EDGES):
                    continue
                if not (hiding and _is_hidden(signs, start, hiding, self._shown)):
                    yield name, start, _ending(signs, end) if inflected else end
                    break


def apart(places: Iterable[Place]) -> list[Place]:
    """Places that stand behind one another, in order: of those that begin together, the longest."""
    found: list[Place] = []
    reached = 0
    for place in sorted(places, key=itemgetter(1)):
        name, start, end = place
        if start >= reached:
            found.append(place)
            reached = end
        elif start == found[-1][1] and (-end, name) < (-reached, found[-1][0]):
            found[-1] = place
            reached = end
    return found


def _may_stand(word: str, folded: Folded) -> bool:
    """Whether a name may stand among the signs, all of whose signs do."""
    if word[0] <= LAST_ALPHABET and not all(part in folded.vocabulary for part in _alphabetic(word)):
        return False
    return len(folded.signs) > FEW or word in folded.signs


@cache
def _alphabetic(word: str) -> tuple[str, ...]:
    """The parts of a name that stand in no text whose vocabulary has none of them."""
    return tuple(part for part in word.split() if max(part) <= LAST_ALPHABET)


def _first_signs(words: Collection[str], signs: str) -> Iterator[re.Match[str]]:
    """The first sign of any word, where the second of one follows: few places are left.

    Among many signs, each of a few is found sooner alone than as one of several.
    """
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[0], set()).add(word[1:2])
    firsts = [
        re.escape(first) + ("" if "" in them else f"(?=[{re.escape(''.join(sorted(them)))}])")
        for first, them in sorted(seconds.items())
    ]
    patterns = firsts if len(firsts) <= FEW_FIRSTS and len(signs) > FEW else filter(None, ("|".join(firsts),))
    return chain.from_iterable(re.finditer(pattern, signs) for pattern in patterns)


def _hiding(name: str, longer: Iterable[str]) -> Hiding:
    """The longer words that hold a name, by the place where it stands in them."""
    by_place: dict[int, list[str]] = {}
    for word in longer:
        if name in word:
            by_place.setdefault(word.find(name), []).append(word)
    return tuple((place, tuple(words)) for place, words in by_place.items())


def _is_hidden(signs: str, start: int, hiding: Hiding, shown: str) -> bool:
    """Whether a name stands within a longer word that means something else."""
    for place, words in hiding:
        first = start - place
        if first >= 0 and signs.startswith(words, first):
            return any(
                signs.startswith(word, first)
                and (not _is_latin(word[0]) or begins_word(signs, first))
                and (not _is_latin(word[-1]) or ends_word(signs, first + len(word)))
                and not compiled(shown).match(signs, first + len(word))
                for word in words
            )
    return False


def _ways(name: str) -> tuple[str, ...]:
    """How a name may be written: many set a blank between Latin signs and the Chinese ones behind them."""
    if name.isascii() or min(name) > LAST_ASCII:
        return (name,)
    spaced = "".join(
        f" {sign}" if is_han(sign) and before.isascii() and before.isalnum() else sign
        for before, sign in pairwise(f" {name}")
    )
    return (name,) if spaced == name else (name, spaced)


@cache
def _parts(word: str) -> tuple[str, ...]:
    return tuple(map(intern, LATIN.findall(word)))  # the same few words stand in thousands of names


@cache
def _far_parts(word: str) -> tuple[str, ...]:
    return tuple(part for part in LATIN.sub(" ", word).split() if not part.isascii())


@cache
def _far_signs(word: str) -> frozenset[str]:
    return frozenset(LATIN.sub("", word)) - ASCII


def _places(word: str, signs: str) -> Iterator[int]:
    """Where a Latin name stands as a word of its own; behind one that ends in Chinese anything may stand."""
    closed = _is_latin(word[-1])
    start = signs.find(word)
    while start >= 0:
        end = start + len(word)
        if not ((start and signs[start - 1] in EDGES) or (closed and signs[end : end + 1] in EDGES)):
            yield start
        start = signs.find(word, end)


def _short_word(word: str, signs: str) -> Iterator[int]:
    """The same for a name that stands in many longer words."""
    after = AFTER if _is_latin(word[-1]) else ""
    pattern = compiled(f"{re.escape(word)}(?<!{EDGE}{re.escape(word)}){after}")
    return map(re.Match.start, pattern.finditer(signs))


def begins_word(signs: str, start: int) -> bool:
    """Whether no letter of the same word stands before a place."""
    return start == 0 or signs[start - 1] not in EDGES


def ends_word(signs: str, end: int) -> bool:
    """Whether a word is over at a place."""
    return signs[end : end + 1] not in EDGES


def _ending(signs: str, end: int) -> int:
    """Where a name ends that may have an ending: "в инстаграме"."""
    ending = compiled(ENDING).match(signs, end)
    return ending.end() if ending else end


def _is_latin(sign: str) -> bool:
    return sign.isalnum() and sign < "\u0250"


@lru_cache(REMEMBERED)
def names_of(names: tuple[str, ...]) -> Names:
    """Names to look for, made ready once."""
    return Names(names)


def names_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands as a word of its own; Chinese, Japanese and Korean need no word edges."""
    wanted = tuple(names)
    if wanted and text:
        yield from names_in_folded(fold(text), wanted)


def names_in_folded(folded: Folded, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The same in a text that is folded already."""
    for _, start, end in names_of(names).places(folded):
        yield folded.place(start, end)
