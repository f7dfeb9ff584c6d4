"""Marks what is in another language than its document, so that a screen reader changes its voice for it.

Known names, such as a platform's own, have their language from the catalog. For all else the script decides,
where it belongs to one language alone or its readers would hear nothing in the voice of the document.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from typing import Final

from planner.core.languages import SCRIPTS, base, letters_in
from planner.export.blocks import Document, Run, Runs
from planner.export.own_words import parted
from planner.export.places import texts

_TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}")
# The script of a language; of two that may fit, the first does. Chinese characters among kana are Japanese.
_SCRIPTS: Final = {
    "ko": r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]",
    "ja": r"[\u3400-\u9fff\u3005]*[\u3041-\u30ff][\u3041-\u30ff\u3400-\u9fff\u3005]*",
    "zh": r"[\u3400-\u9fff\U00020000-\U0003ffff]",
    "th": r"[\u0e01-\u0e5b]",
    "hi": r"[\u0900-\u097f]",
    "he": r"[\u0591-\u05f4]",
    "ar": r"[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d6-\u06ed\u06fa-\u06ff]",
    "el": r"[\u0370-\u03ff\u1f00-\u1fff]",
}
_ALIKE: Final = {
    "ja": ("zh",),
    "zh": ("ja",),
    "fa": ("ar",),
    "ur": ("ar",),
    "yi": ("he",),
    "mr": ("hi",),
    "ne": ("hi",),
}
# Languages that are written from right to left, and the scripts of others that a tag names.
_LEFTWARDS: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_LEFTWARDS_SCRIPTS: Final = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})
# No one of them is so much more read than the others that its letters alone would tell it.
_CYRILLIC: Final = frozenset({"be", "bg", "kk", "mk", "mn", "ru", "sr", "uk"})
_CYRILLIC_LETTERS: Final = r"[\u0400-\u052f]"
_BETWEEN: Final = r"[\s\u200c\u200d\u3000-\u3003\u3008-\u3011\uff01-\uff0f\uff1a-\uff20]*"
# No letter of another script is below; looking for these first is many times faster than for each script.
_OTHER: Final = r"[\u0370-\u1fff\u2e80-\U0003ffff]"
_LATIN: Final = re.compile(r"^[\x00-\u036f]+")
_WORD: Final = re.compile(r"([^\W\d_][^\s“”()]*)")
_ENGLISH: Final = "en"
_CHINESE: Final = "zh"
_HAN: Final = re.compile(f"{_SCRIPTS[_CHINESE]}+")
# Chinese characters alone: the first language whose own list of characters has most of them.
_WRITTEN_IN: Final = {_CHINESE: "gb2312", "zh-Hant": "big5", "ja": "cp932"}
_SCRIPT: Final = 4  # letters of a script's name in a tag
# A run that changes its language more often than this is no text that anybody listens to.
_MOST_STRETCHES: Final = 1000


def language_tag(text: str) -> str:
    """The text if it is formed as BCP 47 wants it, else English, the language of the program's own words."""
    return text if _TAG.fullmatch(text) else _ENGLISH


def written_leftwards(tag: str) -> bool:
    """Whether a language, a BCP 47 tag, is written from right to left."""
    language, *others = language_tag(tag).lower().split("-")
    scripts = [each for each in others if len(each) == _SCRIPT]
    return bool(_LEFTWARDS_SCRIPTS.intersection(scripts)) or (language in _LEFTWARDS and not scripts)


def spoken_language(text: str, candidates: Iterable[str], document: str) -> str:
    """Which of the candidates most letters of a text are of, or nothing if the document is in that one."""
    half = sum(map(str.isalpha, text)) / 2
    for language in candidates:
        script = SCRIPTS.get(base(language))
        if script and letters_in(text, script) > half:
            return "" if base(language) == base(document) else language
    return ""


def language_of_characters(text: str, candidates: Iterable[str] = tuple(_WRITTEN_IN)) -> str:
    """Which of simplified Chinese, traditional Chinese and Japanese a text of Chinese characters is in."""
    letters = "".join(_HAN.findall(text))
    return max(candidates, key=lambda tag: len(letters.encode(_WRITTEN_IN[tag], "ignore")))


def with_characters(document: Document) -> Document:
    """The document with the kind of Chinese characters in its language, where its text alone tells it."""
    if document.language.lower() != _CHINESE:
        return document
    text = "".join(text for text, _ in texts(document))
    return replace(document, language=language_of_characters(text, (_CHINESE, "zh-Hant")))


def _patterns(own: str, likely: str) -> dict[str, str]:
    """The letters of each language that a document in its own may have, of those alike the likely one."""
    found = {
        tag: letters for tag, letters in _SCRIPTS.items() if tag != own and tag not in _ALIKE.get(own, ())
    }
    if base(likely) in {own, *_SCRIPTS}:
        return found
    if base(likely) in _CYRILLIC - {own}:
        found[likely] = _CYRILLIC_LETTERS
    alike = _ALIKE.get(base(likely), ())
    return {likely if tag in alike else tag: letters for tag, letters in found.items()}


def _own_letters(own: str) -> list[str]:
    """The letters of a document's own language, where they are not Latin ones."""
    if own in _CYRILLIC:
        return [_CYRILLIC_LETTERS]
    return [_SCRIPTS[tag] for tag in (own, *_ALIKE.get(own, ())) if tag in _SCRIPTS]


class Languages:
    """The languages of one document."""

    def __init__(self, document: Document) -> None:
        """Look for all but the document's own, and for known names in any, which are not parted.

        ``ours`` is the language of the program's own words, where the document is in another.
        """
        own = base(document.language)
        names = {
            _LATIN.sub("", name): "" if base(tag) == own else tag for name, tag in document.names.items()
        }
        self._names = {name: tag for name, tag in names.items() if name}
        self.ours = _ENGLISH if own != _ENGLISH else ""
        self._own_words = document.own_words if self.ours else None
        patterns = _patterns(own, language_tag(document.book_language))
        self._scripts = [*patterns]
        known = "|".join(re.escape(name) for name in sorted(self._names, key=len, reverse=True))
        scripts = [f"(?:{each})(?:{_BETWEEN}(?:{each}))*" for each in patterns.values()]
        groups = "|".join(f"({each})" for each in (known or "(?!)", *scripts))
        self._foreign = re.compile(f"(?={_OTHER})(?:{groups})")
        self._own = re.compile("|".join(_own_letters(own)) or "(?!)")

    def mark(self, runs: Runs) -> Runs:
        """The runs, parted where the language changes."""
        if self._own_words is not None:
            return tuple(part for run in runs for part in self._apart(run, self._own_words))
        if all(run.language or run.text.isascii() for run in runs):
            return runs
        return tuple(part for run in runs for part in self._parts(run))

    def _apart(self, run: Run, own_words: frozenset[str]) -> Iterator[Run]:
        """A run of a document in another language, in which the program's own words are English."""
        if run.language:
            yield run
            return
        for text, is_ours in parted(run.text, own_words):
            for part in self._parts(replace(run, text=text)):
                yield from self._in_english(part) if is_ours and not part.language else (part,)

    def _in_english(self, run: Run) -> Iterator[Run]:
        """A run of the program's words; those with letters of the document's own script are the author's."""
        parts = [run.text] if run.text.isascii() else _WORD.split(run.text)
        own = [bool(place % 2 and self._own.search(part)) for place, part in enumerate(parts)]
        for place in range(2, len(parts) - 1, 2):
            own[place] = own[place - 1] and own[place + 1]
        stretches = [
            (is_own, "".join(part for _, part in each))
            for is_own, each in groupby(zip(own, parts, strict=True), itemgetter(0))
        ]
        for is_own, text in stretches if len(stretches) <= _MOST_STRETCHES else [(False, run.text)]:
            if text or len(stretches) == 1:
                yield replace(run, text=text, language="" if is_own else _ENGLISH)

    def _parts(self, run: Run) -> Iterator[Run]:
        if run.language or run.text.isascii():
            yield run
            return
        stretches, start = [*islice(self._foreign.finditer(run.text), _MOST_STRETCHES + 1)], 0
        for found in stretches if len(stretches) <= _MOST_STRETCHES else ():
            if found.start() > start:
                yield replace(run, text=run.text[start : found.start()])
            yield replace(run, text=found[0], language=self._language(found))
            start = found.end()
        if start < len(run.text) or not run.text:
            yield replace(run, text=run.text[start:])

    def _language(self, found: re.Match[str]) -> str:
        group = found.lastindex or 1
        if group == 1:
            return self._names[found[0]]
        language = self._scripts[group - 2]
        return language_of_characters(found[0]) if language == _CHINESE else language
