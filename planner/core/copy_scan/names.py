"""Finds names in a text: as words of their own, not inside longer words that mean something else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from planner.core.catalog import App, CopyWords
from planner.core.copy_scan.folding import Folded, fold

EDGE = r"[0-9a-z_\u00e0-\u024f]"
BEFORE, AFTER = f"(?<!{EDGE})", f"(?!{EDGE})"
# How far before and after a word the words are read that say what it means.
NEAR = 20
NEXT_IS_NAME = re.compile(r" ?[A-Z0-9]")
REMEMBERED = 256


class Place(NamedTuple):
    """Where a name stands among folded signs, and which one."""

    start: int
    end: int
    name: str


class Names:
    """Names to look for; longer words in ``not_in`` hide the names that they hold."""

    def __init__(
        self, names: Iterable[str], not_in: Iterable[str] = (), alike: Mapping[int, str] | None = None
    ) -> None:
        """Prepare names; with ``alike``, signs that it makes equal are taken for each other."""
        self._alike = alike or {}
        self._names = {self._plain(name): name for name in names if name.strip()}
        self._not_in = frozenset(self._plain(word) for word in not_in)
        words = (*self._names, *self._not_in)
        self._latin = tuple(word for word in words if _is_latin(word[0]))
        self._other = _pattern(tuple(word for word in words if not _is_latin(word[0])))

    def _plain(self, name: str) -> str:
        return fold(name).signs.translate(self._alike)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names stand among the folded signs."""
        signs, vocabulary = folded.signs.translate(self._alike), folded.vocabulary.translate(self._alike)
        # What of the Latin names is there at all is few, and soon found: patterns of many words are slow.
        latin = _pattern(tuple(word for word in self._latin if word.partition(" ")[0] in vocabulary))
        for pattern in filter(None, (latin, self._other)):
            for match in pattern.finditer(signs):
                if match.group() not in self._not_in:
                    yield Place(*match.span(), self._names[match.group()])


@lru_cache(REMEMBERED)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all words, the longest first; letters of Latin need the edges of a word."""
    ordered = sorted(words, key=len, reverse=True)
    edged = (
        re.escape(word)
        + (f"(?<!{EDGE}{re.escape(word)})" if _is_latin(word[0]) else "")
        + (f"(?!{EDGE})" if _is_latin(word[-1]) else "")
        for word in ordered
    )
    return re.compile("|".join(edged)) if words else None


def _is_latin(sign: str) -> bool:
    return sign.isalnum() and sign < "\u0250"


@lru_cache(REMEMBERED)
def _names(names: tuple[str, ...]) -> Names:
    return Names(names)


def names_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands as a word of its own; Chinese, Japanese and Korean need no word edges."""
    wanted = tuple(names)
    if wanted and text:
        folded = fold(text)
        for place in _names(wanted).places(folded):
            yield folded.place(place.start, place.end)


class ContextNames:
    """Names, among them ordinary words that count only where the words around say that they are names."""

    def __init__(
        self,
        names: Iterable[str],
        ambiguous: Iterable[str],
        not_in: Iterable[str],
        words: CopyWords,
        alike: Mapping[int, str] | None = None,
        before: Iterable[str] = (),
    ) -> None:
        """Prepare names; ``ambiguous`` are those that are words too, ``before`` words that lead to them."""
        self._ambiguous = frozenset(ambiguous)
        self._names = Names((*names, *self._ambiguous), not_in, alike)
        self._leads = _leading((*words.before, *before))
        self._tails = _following(words.after)
        self._between = words.between

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names are meant among the folded signs."""
        reached = None
        for place in self._names.places(folded):
            if place.name not in self._ambiguous or self._is_meant(folded, place, reached):
                reached = place.end
                yield place

    def _is_meant(self, folded: Folded, place: Place, reached: int | None) -> bool:
        """Whether a word that is a name too is meant as one."""
        if place.name.isascii() and folded.written(place.start, place.end) != place.name:
            return False
        signs = folded.signs
        if self._tails.match(signs, place.end, place.end + NEAR):
            return True
        if reached is not None and signs[reached : place.start] in self._between:
            return True
        led = self._leads.search(signs[max(0, place.start - NEAR) : place.start])
        return bool(led) and not NEXT_IS_NAME.match(folded.written_after(place.end))


def app_names(apps: Iterable[App], words: CopyWords) -> ContextNames:
    """The names of apps and shops, with the usual ways to hide them."""
    apps = tuple(apps)
    return ContextNames(
        (name for app in apps for name in (*app.names, *app.evasions)),
        (word for app in apps for word in app.words),
        (word for app in apps for word in app.not_in),
        words,
        {ord(sign): letter for letter, signs in words.alike.items() for sign in signs},
    )


def _leading(words: Iterable[str]) -> re.Pattern[str]:
    plain = [fold(word).signs for word in words]
    return re.compile(
        "|".join(f"{BEFORE}{re.escape(word)} \\Z" if word.isascii() else f"{word} ?\\Z" for word in plain)
    )


def _following(words: Iterable[str]) -> re.Pattern[str]:
    plain = [fold(word).signs for word in words]
    return re.compile(
        "|".join(f" {re.escape(word)}{AFTER}" if word.isascii() else f" ?{word}" for word in plain)
    )
