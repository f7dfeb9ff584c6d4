"""Finds names in a text: as words of their own, not inside longer words that mean something else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from planner.core.catalog import App, CopyWords
from planner.core.copy_scan.folding import HAN, Folded, compiled, fold

EDGE = r"[0-9a-z_\u00e0-\u024f]"
BEFORE, AFTER = f"(?<!{EDGE})", f"(?!{EDGE})"
# How far before and after a word the words are read that say what it means.
NEAR = 20
NEXT_IS_NAME = re.compile(r" ?[A-Z0-9]")
NEXT_IS_JOINED = re.compile(r"-[^\W\d_]")  # "Medium-sized"
HAN_BEFORE, HAN_AFTER = f"[{HAN}] ?\\Z", f" ?[{HAN}]"
LATIN = re.compile(f"{EDGE}+")
REMEMBERED = 1024

# Where a name stands among folded signs, from and to, and which one.
Place = tuple[int, int, str]


class Names:
    """Names to look for; longer words in ``not_in`` hide the names that they hold."""

    def __init__(
        self, names: Iterable[str], not_in: Iterable[str] = (), alike: Mapping[str, str] | None = None
    ) -> None:
        """Prepare names; with ``alike``, signs that it makes equal are taken for each other."""
        self._alike = alike or {}
        given = [(name, fold(name).signs) for name in names if name.strip()]
        hiding = [fold(word).signs for word in not_in]
        self._latin = {self._plain(signs): name for name, signs in given if _is_latin(signs[0])}
        self._latin_hiding = frozenset(self._plain(word) for word in hiding if _is_latin(word[0]))
        self._other = {signs: name for name, signs in given if not _is_latin(signs[0])}
        self._begins = [
            (word, first.group())
            for word in (*self._latin, *self._latin_hiding)
            if (first := LATIN.match(word))
        ]
        self._names = self._latin | self._other
        self._other_pattern = _pattern((*self._other, *(word for word in hiding if not _is_latin(word[0]))))

    def _plain(self, signs: str) -> str:
        for sign, letter in self._alike.items():
            signs = signs.replace(sign, letter)  # many times faster than translating
        return signs

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names stand among the folded signs."""
        # Of words that begin together, the longest comes first.
        found = [*self._latin_places(folded), *_spans(self._other_pattern, folded.signs)]
        reached = 0
        for start, before_end, word in sorted(found):
            if start >= reached:
                reached = -before_end
                if word in self._names:
                    yield start, reached, self._names[word]

    def _latin_places(self, folded: Folded) -> Iterator[Place]:
        """What of the Latin names is there at all is few: each is found sooner alone than all at once."""
        vocabulary = self._plain(folded.vocabulary)
        present = [
            word for word, first in self._begins if first in vocabulary and _word(first).search(vocabulary)
        ]
        signs = self._plain(folded.signs) if present else ""
        for word in present:
            if word in signs:
                yield from _spans(_pattern((word,)), signs)


def _spans(pattern: re.Pattern[str] | None, signs: str) -> Iterator[Place]:
    """Each find: where it begins, its end as a negative number, and the words."""
    for match in pattern.finditer(signs) if pattern else ():
        yield match.start(), -match.end(), match.group()


@lru_cache(REMEMBERED)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(word)}(?<!{EDGE}{re.escape(word)})(?!{EDGE})")


@lru_cache(REMEMBERED)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all words, the longest first; letters of Latin need the edges of a word."""
    edged = (
        re.escape(word)
        + (f"(?<!{EDGE}{re.escape(word)})" if _is_latin(word[0]) else "")
        + (f"(?!{EDGE})" if _is_latin(word[-1]) else "")
        for word in sorted(words, key=len, reverse=True)
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
        for start, end, _ in _names(wanted).places(folded):
            yield folded.place(start, end)


class ContextNames:
    """Names, among them ordinary words that count only where the words around say that they are names."""

    def __init__(
        self,
        names: Iterable[str],
        ambiguous: Iterable[str],
        not_in: Iterable[str],
        words: CopyWords,
        alike: Mapping[str, str] | None = None,
        before: Iterable[str] = (),
        proper: Iterable[str] = (),
        initials: Iterable[str] = (),
    ) -> None:
        """Prepare names; ``ambiguous`` are those that are words too, ``before`` words that lead to them.

        Of the ambiguous, ``proper`` are sure as they are written, ``initials`` beside a Chinese sign.
        """
        self._proper, self._initials = frozenset(proper), frozenset(initials)
        self._cased = frozenset(ambiguous)
        self._ambiguous = self._cased | self._proper | self._initials
        self._names = Names((*names, *self._ambiguous), not_in, alike)
        leads = tuple(fold(word).signs for word in (*words.before, *before))
        # Most words are led by none: the ends tell so sooner than the pattern.
        self._lead_ends = (*leads, *(f"{lead} " for lead in leads))
        self._leads = _leading(leads)
        self._tails = _following(words.after)
        self._between = words.between
        self._goes_on = _going_on(words.goes_on)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names are meant among the folded signs."""
        reached = None
        for start, end, name in self._names.places(folded):
            if name not in self._ambiguous or self._is_meant(folded, name, (start, end), reached):
                reached = end
                yield start, end, name

    def _is_meant(self, folded: Folded, name: str, place: tuple[int, int], reached: int | None) -> bool:
        """Whether a word that is a name too is meant as one; ``reached`` is the end of the last that was."""
        signs, (start, end) = folded.signs, place
        written = folded.written(start, end)
        if name in self._proper and written == name and not NEXT_IS_JOINED.match(signs, end):
            return True
        if name in self._initials and _is_beside_han(signs, start, end):
            return True
        if name in self._cased and written.isascii() and written not in self._cased:
            return False
        if compiled(self._tails).match(signs, end, end + NEAR):
            return True
        if reached is not None and signs[reached:start] in self._between:
            return True
        before = signs[max(0, start - NEAR) : start]
        if not before.endswith(self._lead_ends) or not compiled(self._leads).search(before):
            return False
        after = folded.written(end, min(end + NEAR, len(signs)))
        if NEXT_IS_NAME.match(after) or NEXT_IS_JOINED.match(after):
            return False
        return len(name) > 1 or bool(compiled(self._goes_on).match(after))


def app_names(apps: Iterable[App], words: CopyWords) -> ContextNames:
    """The names of apps and shops, with the usual ways to hide them."""
    apps = tuple(apps)
    return ContextNames(
        (name for app in apps for name in (*app.names, *app.evasions)),
        (word for app in apps for word in app.words),
        (word for app in apps for word in app.not_in),
        words,
        {sign: letter for letter, signs in words.alike.items() for sign in signs},
        proper=(name for app in apps for name in app.proper),
        initials=(name for app in apps for name in app.initials),
    )


def _is_beside_han(signs: str, start: int, end: int) -> bool:
    before = signs[max(0, start - 2) : start]
    return bool(compiled(HAN_BEFORE).search(before) or compiled(HAN_AFTER).match(signs, end))


def _going_on(words: Iterable[str]) -> str:
    """What follows a name of one letter that means an app: the end, a stop, another name, such a word."""
    return rf"\W*\Z|[^\w\s,-]|, [A-Z][a-z]| @|,? (?:{'|'.join(words)})\b(?! [A-Z]\b)"


def _leading(plain: Iterable[str]) -> str:
    return "|".join(f"{BEFORE}{re.escape(word)} \\Z" if word.isascii() else f"{word} ?\\Z" for word in plain)


def _following(words: Iterable[str]) -> str:
    plain = [fold(word).signs for word in words]
    return "|".join(f" {re.escape(word)}{AFTER}" if word.isascii() else f" ?{word}" for word in plain)
