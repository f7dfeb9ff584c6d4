"""Cuts text into clusters: what a reader sees as one character, which is never broken and stands in one face.

After Unicode's text segmentation (UAX #29), as far as Python's own character data knows it.
"""

import re
import unicodedata
from typing import Final

from planner.export.pdf.memo import Memo

LONGEST: Final = 32
JOINER: Final = "\u200d"
INVISIBLE: Final = frozenset("\u034f\u061c\u180e\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
_MAY_JOIN: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u07eb-\u07fd\u0816-\u109f\u1100-\u11ff\u135d-\u135f\u1712-\u1cff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6f1"
    "\ua800-\uabff\ud7b0-\ud7ff\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f\U00010000-\U0001e9ff"
    "\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
# Marks that belong to whatever stands before them; where nothing else joins, a cluster is a sign with these.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e33-\u0e3a\u0e47-\u0e4e\u20d0-\u20f0\u302a-\u302f"
    "\u3099\u309a\ufe00-\ufe0f"
)
_JOINS_OTHERWISE: Final = re.compile(f"(?![{_MARKS}]){_MAY_JOIN.pattern}")
_MARKED: Final = re.compile(rf"\n|.[{_MARKS}]{{0,{LONGEST - 1}}}")
# Most often a text with marks is a single letter under them.
_LETTER: Final = re.compile(f"(?!{_MAY_JOIN.pattern}).[{_MARKS}]{{1,{LONGEST - 1}}}")
# Letters of which several may be one syllable, and the halves of flags.
_IN_PARTS: Final = re.compile("[\u1100-\u11ff\U0001f1e6-\U0001f1ff]")
_PICTURES: Final = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_PICTURE: Final = re.compile(f"[{_PICTURES}]")
EMOJI_SIGNS: Final = "\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
_EMOJI: Final = re.compile(f"[{EMOJI_SIGNS}]")
# A letter for each kind of character: a mark, a sign that joins two consonants of an Indian script, half of a
# flag, a Korean letter that begins a syllable, one that goes on in it, a picture, a letter, a picture that
# Unicode calls a letter, and any other.
_MARK, _VIRAMA, _FLAG, _BEGINS, _GOES_ON, _SEEN, _WRITTEN, _BOTH, _OTHER = "mvfkgplbo"
# The letters of a syllable of Korean, and what is of one cluster with what is before it; no line feed is.
_SYLLABLE: Final = "k+g*|g+"
_TAIL: Final = f"(?:m|v(?:[lb]|{_SYLLABLE}|j(?:{_SYLLABLE}|[^mvj\n])?)?|j[pbf]?)"
_CLUSTER: Final = re.compile(f"(?:[^mvjfkg\n]|ff?|{_SYLLABLE}){_TAIL}*+|{_TAIL}++|\n")
_THEMSELVES: Final = {JOINER: "j", "\n": "\n"}
_VIRAMA_CLASS: Final = 9


def clusters(text: str) -> list[str]:
    """The text in clusters; one of endless marks is cut, so that no text takes long."""
    if _LETTER.fullmatch(text):
        return [text]
    if not _MAY_JOIN.search(text):
        return list(text)
    if not _JOINS_OTHERWISE.search(text):
        return _MARKED.findall(text)
    found, start = [], 0
    for cluster in _CLUSTER.findall(text.translate(_KINDS)):
        end = start + len(cluster)
        found.append(text[start:end])
        start = end
    return found if max(map(len, found)) <= LONGEST else [part for each in found for part in _cut(each)]


def _cut(cluster: str) -> list[str]:
    return [cluster[start : start + LONGEST] for start in range(0, len(cluster), LONGEST)]


def is_emoji(cluster: str) -> bool:
    """Whether the cluster asks for an emoji: by a selector, a skin colour, a keycap, a flag or a joiner."""
    return bool(_EMOJI.search(cluster)) or (JOINER in cluster and bool(_PICTURE.match(cluster)))


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


def _kind(character: str) -> str:
    if character in _THEMSELVES:
        return _THEMSELVES[character]
    if extends(character):
        joins = "\u0900" <= character <= "\u0dff" and unicodedata.combining(character) == _VIRAMA_CLASS
        return _VIRAMA if joins else _MARK
    if _IN_PARTS.match(character):
        return _FLAG if character > "\u11ff" else _BEGINS if character <= "\u115f" else _GOES_ON
    written, seen = unicodedata.category(character) == "Lo", bool(_PICTURE.match(character))
    return (_BOTH if written else _SEEN) if seen else _WRITTEN if written else _OTHER


_KINDS: Final[Memo[int, str]] = Memo(lambda code: _kind(chr(code)))
