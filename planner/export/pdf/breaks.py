"""Where a line may end by the habits of a language: phrases by budoux, syllables by pyphen."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from planner.core.languages import traditional

if TYPE_CHECKING:
    from budoux import Parser
    from pyphen import Pyphen

THAI: Final = "\u0e01-\u0e5b"
SHORTEST: Final = 6
_LONGEST: Final = 60
_THAI_TEXT: Final = re.compile(f"[{THAI}]")
_KANA: Final = re.compile("[\u3041-\u30ff]")
# A short title, which stays whole.
_TITLE: Final = re.compile("[《〈「『][^《》〈〉「」『』]{1,8}[》〉」』]")
# What counts or grades the word after it, with which it stays.
_LEANING: Final = frozenset("一二三四五六七八九十百千两兩几幾每第更最很不")
_SEEN: Final = 3  # characters after a place that the parser looks at
_LETTERS: Final = re.compile(rf"\W*([^\W\d_]{{{SHORTEST},{_LONGEST}}})\W*")


def thai_words(text: str) -> list[str]:
    """Thai, which has no spaces between words, in phrases; any other text is one phrase."""
    return _parser("thai").parse(text) if _THAI_TEXT.search(text) else [text]


def phrase_ends(text: str, language: str, last: int | None = None) -> set[int]:
    """The places in Chinese or Japanese text at which a phrase ends, up to the ``last`` of interest."""
    if language.lower().startswith("ja") or _KANA.search(text):
        name = "japanese"
    else:
        name = "traditional_chinese" if traditional(language) else "simplified_chinese"
    ends, place = set(), 0
    for phrase in _parser(name).parse(text if last is None else text[: last + _SEEN]):
        place += len(phrase)
        if phrase[-1] not in _LEANING:
            ends.add(place)
    return ends.difference(*(range(title.start() + 1, title.end()) for title in _TITLE.finditer(text)))


@cache
def _parser(name: str) -> "Parser":
    import budoux

    parser: Parser = getattr(budoux, f"load_default_{name}_parser")()
    return parser


def syllable_ends(word: str, language: str) -> Iterator[int]:
    """The places where a word may be hyphenated, the last first; punctuation may stand around the word."""
    letters = _LETTERS.fullmatch(word)
    hyphens = _hyphens(language) if letters else None
    if letters and hyphens:
        for place in reversed(hyphens.positions(letters[1])):
            # A place that changes the spelling is none: what was typed stays as it is.
            if not place.data and 2 <= place <= len(letters[1]) - 2:
                yield letters.start(1) + place


@cache
def _hyphens(language: str) -> "Pyphen | None":
    """The patterns of a language, or None where there are none for it."""
    if not language:
        return None
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None
