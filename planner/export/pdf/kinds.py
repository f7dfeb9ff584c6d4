"""One character in place of each: one for all of a kind that the bidirectional algorithm tells apart.

So the library knows every character, whatever its data, and text is made of few stretches that differ.
"""

import re
import sys
import unicodedata
from codecs import charmap_decode
from collections.abc import Iterator
from typing import Final

from planner.core.code_points import code_points
from planner.export.asides import MARKS, RTL, SEPARATOR

# A character of each kind that text has without controls of direction.
_KINDS: Final = dict(
    zip(
        ("L", "R", "AL", "EN", "AN", "NSM", "ES", "ET", "CS", "ON", "WS", "S", "B"),
        "A\u05d0\u06271\u0660\u0300+%,! \t\x1c",
        strict=True,
    )
)
RIGHTWARD: Final = _KINDS["L"]
LEFTWARD: Final = _KINDS["R"] + _KINDS["AL"]
# European and Arabic ones.
DIGITS: Final = _KINDS["EN"] + _KINDS["AN"]
NO_WIDTH: Final = _KINDS["NSM"]
NEUTRAL: Final = _KINDS["ON"]
# What may stand between and on letters of one way without a direction of its own.
BETWEEN: Final = "".join(_KINDS[kind] for kind in ("ES", "ET", "CS", "ON", "WS", "S", "NSM"))
_LEFTWARDS: Final = re.compile(f"[{RTL}]")
# All in these runs from left to right: Chinese characters, syllables of Yi and Korean, what is for private
# use, and planes of characters alone.
_RIGHTWARDS: Final = (
    (0x3400, 0x4DBF),
    (0x4E00, 0xA48C),
    (0xAC00, 0xD7A3),
    (0xE000, 0xF8FF),
    (0x20000, 0xDFFFF),
)


def _pairs() -> Iterator[tuple[str, str]]:
    for code in (*range(0x28, 0x100), *range(0x0F3A, 0x0F40), *range(0x2045, 0x3020), *range(0xFE59, 0xFF64)):
        if unicodedata.category(chr(code)) == "Ps" and unicodedata.mirrored(chr(code)):
            following = (chr(code + 1), chr(code + 2))
            yield chr(code), next(other for other in following if unicodedata.category(other) == "Pe")


# The closing bracket of each opening one.
PAIRS: Final = dict(_pairs())
CLOSING: Final = frozenset(PAIRS.values())
_THEMSELVES: Final = CLOSING.union(PAIRS, SEPARATOR, MARKS)


# What stands for others, each at the place that is its sign; the first is the sign of what was not met yet.
_UNKNOWN: Final = 0
_REPRESENTATIVES: Final = "\0" + "".join(sorted(_THEMSELVES.union(_KINDS.values())))


def _signs() -> bytearray:
    """The sign of the representative of each character, by its number."""
    signs = bytearray(sys.maxunicode + 1)
    for first, last in _RIGHTWARDS:
        signs[first : last + 1] = bytes([_REPRESENTATIVES.index(RIGHTWARD)]) * (last + 1 - first)
    return signs


_SIGNS: Final = _signs()


def in_kinds(text: str) -> str:
    """The text with the character of its kind in place of each.

    Brackets, marks of quotation and the dot between parts stand for themselves. What has no width takes the
    direction of the character before it.
    """
    numbers, known = code_points(text), _SIGNS.__getitem__
    signs = bytes(map(known, numbers))
    if _UNKNOWN in signs:
        for code in {code for code, sign in zip(numbers, signs, strict=True) if sign == _UNKNOWN}:
            _SIGNS[code] = _REPRESENTATIVES.index(_representative(chr(code)))
        signs = bytes(map(known, numbers))
    kinds, _ = charmap_decode(signs, "strict", _REPRESENTATIVES)
    return kinds


def _representative(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind == "L":
        return RIGHTWARD
    if not kind:
        return _KINDS["R" if _LEFTWARDS.match(character) else "L"]
    if character in _THEMSELVES:
        return character
    return _KINDS.get(kind, NO_WIDTH)
