"""Where a line may end by the habits of a language: phrases by budoux, syllables by pyphen."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise, repeat
from operator import add
from typing import TYPE_CHECKING, Final

from planner.core.languages import traditional

if TYPE_CHECKING:
    from pyphen import Pyphen

THAI: Final = "\u0e01-\u0e5b"
SHORTEST: Final = 6
_LONGEST: Final = 60
_FIRST, _LAST = 2, 3  # letters at least before and after a hyphen
_THAI_TEXT: Final = re.compile(f"[{THAI}]")
_KANA: Final = re.compile("[\u3041-\u30ff]")
# A short title, which stays whole.
_TITLE: Final = re.compile("[《〈「『][^《》〈〉「」『』]{1,8}[》〉」』]")
# Beginnings of Thai words, which are none by themselves, and words that the model parts.
_THAI_LEANING: Final = ("การ", "ความ", "ผู้", "นัก")
_THAI_WHOLE: Final = re.compile(
    "หนังสือ|แผนที่|นิตยสาร|คะแนน|ตัวอย่าง|สัมภาษณ์|สารบัญ|งบประมาณ|มหาวิทยาลัย|อิเล็กทรอนิกส์"
    "|วิดีโอ|พอดแคสต์|เฟซบุ๊ก|อินสตาแกรม|" + "|".join(_THAI_LEANING)
)
# What counts or grades the word after it, with which it stays.
_LEANING: Final = frozenset("一二三四五六七八九十百千两兩几幾每第更最很不")
_SEEN: Final = 3  # characters before and after a place that a model looks at
# What budoux's models weigh: letters, pairs and triples, from so many characters before a place on.
_WEIGHED: Final = {
    "UW1": (-3, 1), "UW2": (-2, 1), "UW3": (-1, 1), "UW4": (0, 1), "UW5": (1, 1), "UW6": (2, 1),
    "BW1": (-2, 2), "BW2": (-1, 2), "BW3": (0, 2),
    "TW1": (-3, 3), "TW2": (-2, 3), "TW3": (-1, 3), "TW4": (0, 3),
}  # fmt: skip
_NOWHERE: Final = "\0"
_LETTERS: Final = re.compile(rf"\W*([^\W\d_]{{{SHORTEST},{_LONGEST}}})\W*")


def thai_words(text: str) -> list[str]:
    """Thai, which has no spaces between words, in phrases; any other text is one phrase."""
    if not _THAI_TEXT.search(text):
        return [text]
    inside: set[int] = set()
    for word in _THAI_WHOLE.finditer(text):
        inside.update(range(word.start() + 1, word.end() + (word[0] in _THAI_LEANING)))
    ends = [place for place in model_ends(text, "thai") if place not in inside]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)])]


def phrase_ends(text: str, language: str, last: int | None = None) -> set[int]:
    """The places in Chinese or Japanese text at which a phrase ends, up to the ``last`` of interest."""
    if language.lower().startswith("ja") or _KANA.search(text):
        name = "japanese"
    else:
        name = "traditional_chinese" if traditional(language) else "simplified_chinese"
    seen = text if last is None else text[: last + _SEEN]
    ends = {
        place for place in (*model_ends(seen, name), len(seen)) if place and seen[place - 1] not in _LEANING
    }
    return ends.difference(*(range(title.start() + 1, title.end()) for title in _TITLE.finditer(text)))


def model_ends(text: str, name: str) -> list[int]:
    """The places within a text at which a phrase ends by a model: where it weighs more than half of the most.

    All places are weighed at once, in less than half of the time that it takes one after the other.
    """
    model, half = _model(name)
    around = _NOWHERE * _SEEN
    letters = f"{around}{text}{around}"
    pairs = [*map(add, letters, letters[1:])]
    parts = {1: letters, 2: pairs, 3: [*map(add, pairs, letters[2:])]}
    weights = [
        map(model[key].get, parts[length][_SEEN + 1 + start :], repeat(0))
        for key, (start, length) in _WEIGHED.items()
        if key in model
    ]
    sums = map(sum, zip(*weights, strict=False))
    return [place for place, weight in zip(range(1, len(text)), sums, strict=False) if weight > half]


@cache
def _model(name: str) -> tuple[Mapping[str, Mapping[str, int]], float]:
    """What a model of budoux weighs, and half of what all of it weighs."""
    import budoux

    model = getattr(budoux, f"load_default_{name}_parser")().model
    return model, sum(sum(each.values()) for each in model.values()) / 2


def syllable_ends(word: str, language: str) -> Iterator[int]:
    """The places where a word may be hyphenated, the last first; punctuation may stand around the word."""
    letters = _LETTERS.fullmatch(word)
    hyphens = _hyphens(language) if letters else None
    if letters and hyphens:
        for place in reversed(hyphens.positions(letters[1])):
            # A place that changes the spelling is none: what was typed stays as it is.
            if not place.data and _FIRST <= place <= len(letters[1]) - _LAST:
                yield letters.start(1) + place


@cache
def _hyphens(language: str) -> "Pyphen | None":
    """The patterns of a language, or None where there are none for it."""
    if not language:
        return None
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None
