"""Finds names that are ordinary words too, where the words around say that they are meant as names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from planner.core.catalog_lists import App
from planner.core.copy_scan.folding import HAN, Folded, compiled, fold_words
from planner.core.copy_scan.look_alikes import NONE_ALIKE, LookAlikes, look_alikes
from planner.core.copy_scan.names import AFTER, BEFORE, NEAR, NOTHING, SHORT, Names, Place, begins_word
from planner.core.copy_scan.offering import Offering, begins_sentence
from planner.core.copy_scan.parted import parted, spaced
from planner.core.copy_scan.patterns import every, one_of
from planner.core.copy_scan.sums import Sums
from planner.core.copy_words import CopyWords

NEXT = r" ?(?!I\b)[A-Z0-9]|-[^\W\d_]"  # another name, or "Medium-sized"
NEXT_IS_JOINED = r"-[^\W\d_]"  # "Medium-sized"
OF_OTHERS = r" of (?!(?:my|mine|ours?|the)\b)[a-z]"
CLAUSE_ENDS = r"[了啦吧]?(?:[^\w\s]|\Z|\n| [^a-z])"
# How far around a name in Chinese the words are read that say what it is for.
AROUND = 40
# What is no lead among the keys of ``otherwise``.
NO_LEADS = ("sure", "proper", "placed")
UNPARTED = str.maketrans("", "", " -")
FAR = f"[{HAN}\u3040-\u30ff\uac00-\ud7a3]"
FAR_BEFORE, FAR_AFTER = f"{FAR} ?\\Z", f" ?{FAR}"


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
        coined: Iterable[str] = (),
        joined: Iterable[str] = (),
    ) -> None:
        """Prepare names; ``ambiguous`` are those that are words too, ``before`` words that lead to them.

        Of the ambiguous, ``coined`` are sure as they are written, ``proper`` too but for places and stories,
        ``initials`` beside a sign of a language without Latin ones.
        Words that are ``wary`` lead to one only where it goes on as one of theirs. With ``joined``,
        words that a name and a hyphen go before, one before another is none unless surely written as one.
        """
        self._proper, self._initials, self._coined = map(frozenset, (proper, initials, coined))
        self._cased = frozenset(ambiguous)
        self._joined = rf"-(?:{'|'.join((*words.after, *joined))}){AFTER}" if joined else ""
        self._ambiguous = self._cased | self._proper | self._initials | self._coined
        self._words, self._sure, self._before = words, tuple(names), tuple(before)
        shown = rf"(?:-(?:{'|'.join(words.joined)})| (?:{'|'.join(words.shown)})){AFTER}"
        self._names = Names((*self._sure, *self._ambiguous), not_in, alike, shown)
        self._openers, self._of_shops = frozenset(words.before), frozenset(words.shop_before)
        self._wary = {
            lead: _going_on(ends) if lead.isascii() else _far_going_on(ends)
            for lead, ends in (wary or {}).items()
        }
        self._before_places = rf"{BEFORE}(?:{'|'.join(words.before_places)}) \Z"
        self._otherwise = {lead: _going_otherwise(words, lead) for lead in words.otherwise}
        self._surely = {lead: "|".join(ends) for lead, ends in words.surely.items()}
        self._between = words.between
        self._goes_on = _going_on(words.goes_on)
        self._far_leads = frozenset((*words.far_leads, *words.far_senders)) if wary else frozenset()

    # What tells whether a word is meant as a name is made ready when one stands in a text: few have any.

    @cached_property
    def _offering(self) -> Offering:
        return Offering(self._words.offering, self._sure)

    @cached_property
    def _sums(self) -> Sums:
        return Sums(self._words.offering)

    @cached_property
    def _tail(self) -> str:
        return _tail(self._words)

    @cached_property
    def _leads(self) -> dict[str, tuple[str, ...]]:
        words = (*self._words.before, *self._words.shop_before, *self._before, *self._wary)
        return _by_last_sign(fold_words(words))

    @cached_property
    def _lead_signs(self) -> frozenset[str]:
        """Most words have none of these before them: one sign tells so at once."""
        return frozenset((" ", *self._leads))

    @cached_property
    def _topics(self) -> str:
        return one_of(self._words.far_topics)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Where the names are meant among the folded signs."""
        signs = folded.signs
        reached, of_others = None, compiled(self._otherwise["sure"]).match
        doubted: Place | None = None
        for place in self._names.places(folded):
            name, start, end = place
            sure = name not in self._ambiguous
            if not sure and not self._is_meant(folded, place, reached):
                doubted = place
                continue
            if of_others(signs, end) or (
                signs.startswith("-", end) and self._is_part(folded, name, start, end)
            ):
                continue
            if sure and doubted and self._is_joined(folded, doubted, start):
                yield doubted
            reached, doubted = end, None
            yield place

    def _is_part(self, folded: Folded, name: str, start: int, end: int) -> bool:
        """Whether a name is part of a longer word: "kobo-dashi"."""
        if not self._joined:
            return False
        written, after = folded.written(start, end), _after(folded, end)
        if not (name[0].isupper() and written.isalpha() and compiled(NEXT_IS_JOINED).match(after)):
            return False
        sure = not written.islower() and not begins_sentence(folded.signs, start)
        return not sure and not compiled(self._joined).match(after.lower())

    def _is_meant(self, folded: Folded, place: Place, reached: int | None) -> bool:
        """Whether a word that is a name too is meant as one; ``reached`` is the end of the last that was."""
        signs, (name, start, end) = folded.signs, place
        if name in self._initials:
            if not signs.isascii() and _is_beside_far(signs, start, end):
                return True
        elif (told := self._is_written_so(folded, name, start, end)) is not None:
            return told
        if tail := compiled(self._tail).match(signs, end):
            return not self._is_of_others(folded, start, tail.end())
        if reached is not None and signs[reached:start] in self._between:
            return True
        lead = self._lead(signs, start)
        if lead is None or not self._goes_well(folded, name, end, lead):
            return False
        if lead in self._of_shops and len(name) > 1:
            return self._sums.sold(folded, start, end)
        return len(name) == 1 or not self._is_told(folded, start - len(lead) - 1, end, lead)

    def _is_written_so(self, folded: Folded, name: str, start: int, end: int) -> bool | None:
        """Whether a word is written as a name is, or as only a word is; None where that tells nothing."""
        written = folded.written(start, end)
        if not name.isascii() and folded.is_parted(start, end):
            return True
        if written == name:
            sure = name in self._coined or (name in self._proper and self._stands_alone(folded, start, end))
            return sure or None
        if len(name) > SHORT and not written.isalpha() and _is_spoilt(name, written):
            return True  # who hides a name means it
        return False if self._is_uncased(name, written) else None

    def _has_topic(self, folded: Folded, end: int) -> bool:
        """Whether a name in Chinese ends a clause of a sentence on what apps and shops are for."""
        if not compiled(CLAUSE_ENDS).match(folded.signs, end):
            return False
        sentence = compiled(f"[^。！？!?\\n]{{0,{AROUND}}}\\Z"), compiled(f"[^。！？!?\\n]{{0,{AROUND}}}")
        before = sentence[0].search(folded.signs, max(0, end - AROUND), end)
        after = sentence[1].match(folded.signs, end)
        return any(part and compiled(self._topics).search(part[0]) for part in (before, after))

    def _is_joined(self, folded: Folded, place: Place, following: int) -> bool:
        """Whether a word in doubt is joined to a sure name behind it: "Nook and Kobo"."""
        name, start, end = place
        joined = folded.signs[end:following] in self._between
        return joined and not self._is_uncased(name, folded.written(start, end))

    def _is_uncased(self, name: str, written: str) -> bool:
        """Whether a name that needs its capitals has others."""
        return name in self._cased and written.isascii() and written not in self._cased

    def _stands_alone(self, folded: Folded, start: int, end: int) -> bool:
        """Whether a coined name is no part of a longer word, and no common word that begins a sentence."""
        after = _after(folded, end)
        if compiled(NEXT_IS_JOINED).match(after) or compiled(self._otherwise["proper"]).match(after):
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
        return bool(self._offering.tells(folded, start, end))

    def _is_of_others(self, folded: Folded, start: int, end: int) -> bool:
        """Whether a group or an edition is one of other things: "the Signal group of peaks"."""
        other = compiled(OF_OTHERS).match(_after(folded, end))
        return other is not None and bool(self._offering.tells(folded, start, end))

    def _lead(self, signs: str, start: int) -> str | None:
        """The "on", "via" or the like that stands before; Latin ones as words of their own with a blank."""
        if signs[start - 1 : start] not in self._lead_signs:
            return None
        end = start - signs.endswith(" ", 0, start)
        for lead in self._leads.get(signs[end - 1 : end], ()):
            if signs.endswith(lead, 0, end) and (not lead.isascii() or begins_word(signs, end - len(lead))):
                return lead if end < start or not lead.isascii() else None
        return None

    def _goes_well(self, folded: Folded, name: str, end: int, lead: str) -> bool:
        """Whether what follows a name behind "on" or the like speaks for an app."""
        after = _after(folded, end)
        otherwise = self._otherwise.get(lead, self._otherwise["any"])
        if compiled(NEXT).match(after) or compiled(otherwise).match(after):
            return False
        if 1 < len(name) <= SHORT and name.isascii() and not lead.isascii():
            return True  # in Chinese such letters are short for a name
        if lead in self._far_leads and self._has_topic(folded, end):
            return True
        needed = self._goes_on if len(name) == 1 else self._wary.get(lead)
        return needed is None or bool(compiled(needed).match(after))


def app_names(apps: Iterable[App], words: CopyWords) -> ContextNames:
    """The names of apps and shops, with the usual ways to hide them."""
    apps = tuple(apps)
    names = tuple(every(name for app in apps for name in (*app.names, *app.evasions)))
    ambiguous = tuple(every(word for app in apps for word in app.words))
    proper = tuple(name for app in apps for name in app.proper)
    return ContextNames(
        (*names, *spaced((*names, *ambiguous))),
        ambiguous,
        every(word for app in apps for word in app.not_in),
        words,
        look_alikes(words),
        proper=proper,
        initials=(name for app in apps for name in app.initials),
        joined=words.joined,
        wary={
            **dict.fromkeys(words.far_owners, (NOTHING,)),
            **dict.fromkeys(words.far_leads, words.far_goes_on),
            **dict.fromkeys(words.far_senders, (NOTHING,)),
            **dict.fromkeys(words.far_before, (*words.far_goes_on, *words.far_ends)),
        },
        coined=parted((*(name for app in apps for name in app.names), *proper), ambiguous),
    )


def _is_spoilt(name: str, written: str) -> bool:
    """Whether other signs than letters stand within a name that has none."""
    return name.translate(UNPARTED).isalpha() and not written.translate(UNPARTED).isalpha()


def _is_beside_far(signs: str, start: int, end: int) -> bool:
    before = signs[max(0, start - 2) : start]
    return bool(compiled(FAR_BEFORE).search(before) or compiled(FAR_AFTER).match(signs, end))


def _going_on(words: Iterable[str]) -> str:
    """What follows a name of one letter that means an app: the end, a stop, another name, such a word."""
    return rf"\W*\Z|[^\w\s,-]|, [A-Z][a-z]| @| (?:and|or|&) [A-Z][a-z]|,? (?:{'|'.join(words)})\b"


def _far_going_on(words: Iterable[str]) -> str:
    """The same for a Chinese lead, which has no blanks around it."""
    return "|".join(words)


def _going_otherwise(words: CopyWords, lead: str) -> str:
    """What follows a word behind a lead, or a coined one, where it means no app."""
    behind_lead = () if lead in NO_LEADS else words.otherwise["any"]
    ends = (*behind_lead, *words.otherwise[lead])
    return rf"(?:{'|'.join(ends)})\b"


def _after(folded: Folded, end: int) -> str:
    return folded.written(end, min(end + NEAR, len(folded.signs)))


def _tail(words: CopyWords) -> str:
    """What behind a word says that an app is meant, Latin words behind a blank or ": my"."""
    tails = tuple(fold_words(words.after))
    latin = one_of(word for word in tails if word.isascii())
    other = one_of(word for word in tails if not word.isascii())
    leads = one_of((" ", *words.tail_leads))
    # Behind most words two signs tell that there is none.
    firsts = "".join(map(re.escape, sorted({word[0] for word in tails})))
    may_begin = rf"(?= ?[{firsts}]|{one_of({lead[:2] for lead in words.tail_leads})})"
    return f"{may_begin}(?:{leads}(?:{latin}{AFTER}|{other})|{other})"


def _by_last_sign(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their last sign, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found
