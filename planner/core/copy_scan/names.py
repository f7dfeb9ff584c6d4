"""Finds names in a text: as words of their own, not inside longer words that mean something else."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache

from planner.core.catalog import App
from planner.core.copy_scan.folding import FEW, HAN, LATIN_SIGN, Folded, compiled, fold, fold_word
from planner.core.copy_scan.look_alikes import NONE_ALIKE, LookAlikes, look_alikes
from planner.core.copy_scan.offering import Offering, begins_sentence
from planner.core.copy_words import CopyWords

EDGE = LATIN_SIGN
BEFORE, AFTER = f"(?<!{EDGE})", f"(?!{EDGE})"
# How far before and after a word the words are read that say what it means.
NEAR = 20
# Names of so many letters stand in many longer words, which a pattern passes over faster.
SHORT = 3
# Names of so many letters are looked for behind signs that hide some of them.
LONG = 5
NEXT = re.compile(r" ?(?!I\b)[A-Z0-9]|-[^\W\d_]")  # another name, or "Medium-sized"
NEXT_IS_JOINED = re.compile(r"-[^\W\d_]")  # "Medium-sized"
OF_OTHERS = re.compile(r" of (?!(?:my|mine|ours?|the)\b)[a-z]")
# What is no lead among the keys of ``otherwise``.
NO_LEADS = ("sure", "proper", "placed")
HAN_BEFORE, HAN_AFTER = f"[{HAN}] ?\\Z", f" ?[{HAN}]"
LATIN = re.compile(f"{EDGE}+")
EDGES = frozenset(re.findall(EDGE, "".join(map(chr, range(0x250)))))
REMEMBERED = 1024
NOTHING = "(?!)"

# Where a name stands among folded signs, from and to, and which one.
Place = tuple[int, int, str]


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
        given = [(name, fold_word(name)) for name in names if name.strip()]
        self._latin = {alike.plain(signs): name for name, signs in given if _is_latin(signs[0])}
        self._other = {signs: name for name, signs in given if not _is_latin(signs[0])}
        self._begins = [(word, LATIN.match(word)[0]) for word in self._latin]  # type: ignore[index]
        self._not_in = tuple(not_in)
        self._by_first: dict[str, list[str]] = {}
        for word, first in self._begins:
            if len(word) >= LONG:
                self._by_first.setdefault(first, []).append(word)

    @cached_property
    def _hiding(self) -> list[str]:
        return [fold_word(word) for word in self._not_in]

    @cached_property
    def _latin_hiding(self) -> list[str]:
        return [self._alike.plain(word) for word in self._hiding]

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names stand among the folded signs."""
        # Of words that begin together, the longest comes first.
        reached = 0
        for start, before_end, name in sorted((*self._latin_places(folded), *self._other_places(folded))):
            if start >= reached:
                reached = -before_end
                yield start, reached, name

    def _latin_places(self, folded: Folded) -> Iterator[Place]:
        if self._alike is NONE_ALIKE:
            yield from self._places_of(folded.words, lambda: folded.signs)
            return
        plain, unmasked = self._alike.plain, self._alike.unmasked
        words = self._alike.words(folded.vocabulary)
        yield from self._places_of(words, lambda: plain(folded.signs))
        yield from self._places_of(self._alike.disguised(folded) - words, lambda: unmasked(folded.signs))
        yield from self._veiled_places(folded)

    def _veiled_places(self, folded: Folded) -> Iterator[Place]:
        """Names whose first word is hidden by signs between its letters or in their place."""
        found = tuple(self._alike.veiled_in(folded, self._by_first))
        signs = self._alike.unmasked(folded.signs) if found else ""
        for start, first_end, first in found:
            for word in self._by_first[first]:
                end = first_end + len(word) - len(first)
                if signs.startswith(word[len(first) :], first_end) and _ends(signs, end):
                    yield start, -end, self._latin[word]

    def _places_of(self, words: frozenset[str], read: Callable[[], str]) -> Iterator[Place]:
        """What of the Latin names is there at all is few: each is found sooner alone than all at once."""
        present = [word for word, first in self._begins if first in words]
        signs = read() if present else ""
        for word in present:
            name, size, hiding = self._latin[word], len(word), _hiding(word, self._latin_hiding)
            for start in _short_word(word, signs) if size <= SHORT else _places(word, signs):
                if not _is_hidden(signs, start, hiding, self._shown):
                    yield start, -(start + size), name

    def _other_places(self, folded: Folded) -> Iterator[Place]:
        """All other names: by the first signs of those whose signs are all there, which are few in a text."""
        signs = folded.signs
        by_sign: dict[str, list[tuple[str, Hiding]]] = {}
        for word in self._other:
            if folded.kinds.issuperset(word) and (len(signs) > FEW or word in signs):
                by_sign.setdefault(word[0], []).append((word, _hiding(word, self._hiding)))
        for sign in re.finditer(_first_sign(by_sign), signs) if by_sign else ():
            start = sign.start()
            for word, hiding in by_sign[sign[0]]:
                end = start + len(word)
                meant = signs.startswith(word, start) and (not _is_latin(word[-1]) or _ends(signs, end))
                if meant and not _is_hidden(signs, start, hiding, self._shown):
                    yield start, -end, self._other[word]


def _first_sign(by_sign: Mapping[str, Iterable[tuple[str, object]]]) -> str:
    """A pattern for the first sign of any word, where the second of any follows: few places are left."""
    first = re.escape("".join(by_sign))
    alone = re.escape(
        "".join(sign for sign, words in by_sign.items() if any(word == sign for word, _ in words))
    )
    second = re.escape("".join({word[1] for words in by_sign.values() for word, _ in words if len(word) > 1}))
    patterns = (f"[{alone}]" if alone else "", f"[{first}](?=[{second}])" if second else "")
    return "|".join(filter(None, patterns))


# For a name: longer words that hold it, each with the place where it stands in them.
Hiding = tuple[tuple[int, tuple[str, ...]], ...]


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
                and (not _is_latin(word[0]) or _begins(signs, first))
                and (not _is_latin(word[-1]) or _ends(signs, first + len(word)))
                and not compiled(shown).match(signs, first + len(word))
                for word in words
            )
    return False


def _places(word: str, signs: str) -> Iterator[int]:
    """Where a Latin name stands as a word of its own; behind one that ends in Chinese anything may stand."""
    open_end = not _is_latin(word[-1])
    start = signs.find(word)
    while start >= 0:
        end = start + len(word)
        if _begins(signs, start) and (open_end or _ends(signs, end)):
            yield start
        start = signs.find(word, end)


def _short_word(word: str, signs: str) -> Iterator[int]:
    """The same for a name that stands in many longer words."""
    after = AFTER if _is_latin(word[-1]) else ""
    pattern = compiled(f"{re.escape(word)}(?<!{EDGE}{re.escape(word)}){after}")
    return (match.start() for match in pattern.finditer(signs))


def _begins(signs: str, start: int) -> bool:
    return start == 0 or signs[start - 1] not in EDGES


def _ends(signs: str, end: int) -> bool:
    return signs[end : end + 1] not in EDGES


def _is_latin(sign: str) -> bool:
    return sign.isalnum() and sign < "\u0250"


@lru_cache(REMEMBERED)
def _names(names: tuple[str, ...]) -> Names:
    return Names(names)


def names_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands as a word of its own; Chinese, Japanese and Korean need no word edges."""
    wanted = tuple(names)
    if wanted and text:
        yield from names_in_folded(fold(text), wanted)


def names_in_folded(folded: Folded, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The same in a text that is folded already."""
    for start, end, _ in _names(names).places(folded):
        yield folded.place(start, end)


class ContextNames:
    """Names, among them ordinary words that count only where the words around say that they are names."""

    def __init__(
        self,
        names: Iterable[str],
        ambiguous: Iterable[str],
        not_in: Iterable[str],
        words: CopyWords,
        alike: LookAlikes = NONE_ALIKE,
        before: Iterable[str] = (),
        wary: Mapping[str, Iterable[str]] | None = None,
        proper: Iterable[str] = (),
        initials: Iterable[str] = (),
        joined: Iterable[str] = (),
    ) -> None:
        """Prepare names; ``ambiguous`` are those that are words too, ``before`` words that lead to them.

        Of the ambiguous, ``proper`` are sure as they are written, ``initials`` beside a Chinese sign.
        Words that are ``wary`` lead to one only where it goes on as one of theirs. With ``joined``,
        words that a name and a hyphen go before, one before another is none unless surely written as one.
        """
        self._proper, self._initials = frozenset(proper), frozenset(initials)
        self._cased = frozenset(ambiguous)
        self._joined = rf"-(?:{'|'.join((*words.after, *joined))}){AFTER}" if joined else ""
        self._ambiguous = self._cased | self._proper | self._initials
        sure = tuple(names)
        shown = rf"(?:-(?:{'|'.join(words.joined)})| (?:{'|'.join(words.shown)})){AFTER}"
        self._names = Names((*sure, *self._ambiguous), not_in, alike, shown)
        self._offering = Offering(words.offering, sure)
        self._openers = frozenset(words.before)
        self._wary = {lead: _going_on(ends) for lead, ends in (wary or {}).items()}
        self._before_places = rf"{BEFORE}(?:{'|'.join(words.before_places)}) \Z"
        self._otherwise = {lead: _going_otherwise(words, lead) for lead in words.otherwise}
        self._surely = {lead: "|".join(ends) for lead, ends in words.surely.items()}
        leads = tuple(fold_word(word) for word in (*words.before, *before, *self._wary))
        tails = tuple(fold_word(word) for word in words.after)
        # Most words have none of these near them: one sign tells so at once.
        self._leads = _by_sign(leads, -1)
        self._tails = _by_sign(tails, 0)
        self._between, self._tail_leads = words.between, words.tail_leads
        self._goes_on = _going_on(words.goes_on)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names are meant among the folded signs."""
        reached, of_others = None, compiled(self._otherwise["sure"]).match
        for start, end, name in self._names.places(folded):
            if self._joined and folded.signs.startswith("-", end) and self._is_part(folded, name, start, end):
                continue
            if of_others(folded.signs, end):
                continue
            if name not in self._ambiguous or self._is_meant(folded, name, (start, end), reached):
                reached = end
                yield start, end, name

    def _is_part(self, folded: Folded, name: str, start: int, end: int) -> bool:
        """Whether a name is part of a longer word: "kobo-dashi"."""
        written, after = folded.written(start, end), _after(folded, end)
        if not (name[0].isupper() and written.isalpha() and NEXT_IS_JOINED.match(after)):
            return False
        sure = not written.islower() and not begins_sentence(folded.signs, start)
        return not sure and not compiled(self._joined).match(after.lower())

    def _is_meant(self, folded: Folded, name: str, place: tuple[int, int], reached: int | None) -> bool:
        """Whether a word that is a name too is meant as one; ``reached`` is the end of the last that was."""
        signs, (start, end) = folded.signs, place
        written = folded.written(start, end)
        if len(name) > SHORT and name.isalpha() and not written.isalpha():
            return True  # who hides a name means it
        if name in self._proper and written == name and self._stands_alone(folded, start, end):
            return True
        if name in self._initials and not signs.isascii() and _is_beside_han(signs, start, end):
            return True
        if name in self._cased and written.isascii() and written not in self._cased:
            return False
        tail = self._tail(signs, end)
        if tail is not None:
            return not self._is_of_others(folded, start, tail)
        if reached is not None and signs[reached:start] in self._between:
            return True
        lead = self._lead(signs, start)
        if lead is None or not self._goes_well(folded, name, end, lead):
            return False
        return len(name) == 1 or not self._is_told(folded, start - len(lead) - 1, end, lead)

    def _stands_alone(self, folded: Folded, start: int, end: int) -> bool:
        """Whether a coined name is no part of a longer word, and no common word that begins a sentence."""
        after = _after(folded, end)
        if NEXT_IS_JOINED.match(after) or compiled(self._otherwise["proper"]).match(after):
            return False
        if compiled(self._surely["proper"]).match(after):
            return True
        placed = self._is_place(folded.signs, start)
        if placed and compiled(self._otherwise["placed"]).match(after):
            return False
        may_be_told = placed or begins_sentence(folded.signs, start)
        return not (may_be_told and self._offering.tells(folded, start, end))

    def _is_place(self, signs: str, start: int) -> bool:
        return compiled(self._before_places).search(signs, max(0, start - NEAR), start) is not None

    def _is_told(self, folded: Folded, start: int, end: int, lead: str) -> bool:
        """Whether a lead begins a sentence or title, where any word has a capital, that offers nothing."""
        if lead not in self._openers or not folded.written(start, start + 1).isupper():
            return False
        surely = self._surely.get(lead)
        if surely and compiled(surely).match(_after(folded, end)):
            return False
        return self._offering.tells(folded, start, end)

    def _tail(self, signs: str, end: int) -> int | None:
        """Where a word ends that says that an app is meant, Latin ones behind a blank or ": my"."""
        start = end + signs.startswith(" ", end)
        if signs.startswith(self._tail_leads, end):
            start = end + next(len(lead) for lead in self._tail_leads if signs.startswith(lead, end))
        for tail in self._tails.get(signs[start : start + 1], ()):
            tail_end = start + len(tail)
            if signs.startswith(tail, start) and (not tail.isascii() or _ends(signs, tail_end)):
                return tail_end if start > end or not tail.isascii() else None
        return None

    def _is_of_others(self, folded: Folded, start: int, end: int) -> bool:
        """Whether a group or an edition is one of other things: "the Signal group of peaks"."""
        other = OF_OTHERS.match(_after(folded, end))
        return other is not None and self._offering.tells(folded, start, end)

    def _lead(self, signs: str, start: int) -> str | None:
        """The "on", "via" or the like that stands before; Latin ones as words of their own with a blank."""
        end = start - signs.endswith(" ", 0, start)
        for lead in self._leads.get(signs[end - 1 : end], ()):
            if signs.endswith(lead, 0, end) and (not lead.isascii() or _begins(signs, end - len(lead))):
                return lead if end < start or not lead.isascii() else None
        return None

    def _goes_well(self, folded: Folded, name: str, end: int, lead: str) -> bool:
        """Whether what follows a name behind "on" or the like speaks for an app."""
        after = _after(folded, end)
        otherwise = self._otherwise.get(lead, self._otherwise["any"])
        if NEXT.match(after) or compiled(otherwise).match(after):
            return False
        needed = self._goes_on if len(name) == 1 else self._wary.get(lead)
        return needed is None or bool(compiled(needed).match(after))


def app_names(apps: Iterable[App], words: CopyWords) -> ContextNames:
    """The names of apps and shops, with the usual ways to hide them."""
    apps = tuple(apps)
    return ContextNames(
        (name for app in apps for name in (*app.names, *app.evasions)),
        (word for app in apps for word in app.words),
        (word for app in apps for word in app.not_in),
        words,
        look_alikes(words),
        proper=(name for app in apps for name in app.proper),
        initials=(name for app in apps for name in app.initials),
        joined=words.joined,
    )


def _is_beside_han(signs: str, start: int, end: int) -> bool:
    before = signs[max(0, start - 2) : start]
    return bool(compiled(HAN_BEFORE).search(before) or compiled(HAN_AFTER).match(signs, end))


def _going_on(words: Iterable[str]) -> str:
    """What follows a name of one letter that means an app: the end, a stop, another name, such a word."""
    return rf"\W*\Z|[^\w\s,-]|, [A-Z][a-z]| @| (?:and|or|&) [A-Z][a-z]|,? (?:{'|'.join(words)})\b"


def _going_otherwise(words: CopyWords, lead: str) -> str:
    """What follows a word behind a lead, or a coined one, where it means no app."""
    behind_lead = () if lead in NO_LEADS else words.otherwise["any"]
    ends = (*behind_lead, *words.otherwise[lead])
    return rf"(?:{'|'.join(ends)})\b"


def _after(folded: Folded, end: int) -> str:
    return folded.written(end, min(end + NEAR, len(folded.signs)))


def _by_sign(words: Iterable[str], place: int) -> dict[str, tuple[str, ...]]:
    """Words by the sign at a place in them, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        found[word[place]] = (*found.get(word[place], ()), word)
    return found
