"""Cuts text into clusters: what a reader sees as one character, which is never broken and stands in one face.

After Unicode's text segmentation (UAX #29), as far as Python's own character data knows it.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

LONGEST: Final = 32
JOINER: Final = "\u200d"
INVISIBLE: Final = frozenset("\u034f\u061c\u180e\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
_MAY_JOIN: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07fd\u0816-\u109f\u1100-\u11ff\u135d-\u135f\u1712-\u1cff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20ff\u2cef-\u2cf1\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ua800-\uabff"
    "\ud7b0-\ud7ff\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f\U00010000-\U0001cfff\U0001e000-\U0001e8ff"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
# Marks that belong to whatever stands before them; where nothing else joins, a cluster is a sign with these.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e33-\u0e3a\u0e47-\u0e4e\u20d0-\u20f0\u302a-\u302f"
    "\u3099\u309a\ufe00-\ufe0f"
)
_JOINS_OTHERWISE: Final = re.compile(f"(?![{_MARKS}]){_MAY_JOIN.pattern}")
_MARKED: Final = re.compile(rf"[\s\S][{_MARKS}]{{0,{LONGEST - 1}}}")
# Most often a text with marks is a single letter under them.
_LETTER: Final = re.compile(rf"(?!{_MAY_JOIN.pattern})[\s\S][{_MARKS}]{{1,{LONGEST - 1}}}")
# Letters of which several may be one syllable, and the halves of flags.
_IN_PARTS: Final = re.compile("[\u1100-\u11ff\U0001f1e6-\U0001f1ff]")
_VIRAMA: Final = 9
_PICTURES: Final = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_PICTURE: Final = re.compile(f"[{_PICTURES}]")
EMOJI_SIGNS: Final = "\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
_EMOJI: Final = re.compile(f"[{EMOJI_SIGNS}]")


def clusters(text: str) -> list[str]:
    """The text in clusters; one of endless marks is cut, so that no text takes long."""
    if _LETTER.fullmatch(text):
        return [text]
    if not _MAY_JOIN.search(text):
        return list(text)
    if not _JOINS_OTHERWISE.search(text):
        return _MARKED.findall(text)
    found, start, extending = [], 0, [*map(extends, text)]
    for index in range(1, len(text)):
        if index - start >= LONGEST or not (extending[index] or _goes_on(text, start, index)):
            found.append(text[start:index])
            start = index
    found.append(text[start:])
    return found


def is_emoji(cluster: str) -> bool:
    """Whether the cluster asks for an emoji: by a selector, a skin colour, a keycap, a flag or a joiner."""
    return bool(_EMOJI.search(cluster)) or (JOINER in cluster and bool(_PICTURE.match(cluster)))


@lru_cache(maxsize=4096)
def extends(character: str) -> bool:
    """Whether the character belongs to the one before it."""
    return (
        unicodedata.category(character) in {"Mn", "Mc", "Me"}
        or character in "\u0e33\u0eb3\u200c\u200d\uff9e\uff9f"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def may_be_joined(character: str) -> bool:
    """Whether the character may be of one cluster with another than a mark, or is not seen.

    Of those that are newer than Python's character data only HarfBuzz knows.
    """
    unseen_or_new = unicodedata.category(character) in {"Cf", "Cn"}
    return unseen_or_new or extends(character) or bool(_IN_PARTS.match(character))


def _goes_on(text: str, start: int, index: int) -> bool:
    """Whether a character that does not extend the one before it is of one cluster with that all the same."""
    last, character = text[index - 1], text[index]
    if last == JOINER:
        return bool(_PICTURE.match(character)) or _virama_before(text, start, index - 1)
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return index - start == 1 and "\U0001f1e6" <= last <= "\U0001f1ff"
    if "\u1100" <= last <= "\u11ff":
        return "\u1100" <= character <= "\u11ff" and not ("\u1100" <= character <= "\u115f" < last)
    return _virama_before(text, start, index) and unicodedata.category(character) == "Lo"


def _virama_before(text: str, start: int, index: int) -> bool:
    """Whether a sign that joins two consonants of an Indian script stands there."""
    return (
        index > start
        and "\u0900" <= text[index - 1] <= "\u0dff"
        and unicodedata.combining(text[index - 1]) == _VIRAMA
    )
