"""One character in place of all of a bidirectional class, as the bidirectional algorithm tells them apart.

So the library knows every character, whatever its data, and text is made of few stretches that differ.
"""

import sys
import unicodedata
from codecs import charmap_decode
from collections.abc import Iterator
from typing import Final

from planner.core.code_points import code_points
from planner.export.isolates import MARKS, SEPARATOR, has_leftwards

# A character of each class that text has without controls of direction.
_CLASSES: Final = dict(
    zip(
        ("L", "R", "AL", "EN", "AN", "NSM", "ES", "ET", "CS", "ON", "WS", "S", "B"),
        "A\u05d0\u06271\u0660\u0300+%,! \t\x1c",
        strict=True,
    )
)
RIGHTWARD: Final = _CLASSES["L"]
LEFTWARD: Final = _CLASSES["R"] + _CLASSES["AL"]
# European and Arabic ones.
DIGITS: Final = _CLASSES["EN"] + _CLASSES["AN"]
NO_WIDTH: Final = _CLASSES["NSM"]
NEUTRAL: Final = _CLASSES["ON"]
# What may stand between and on letters of one way without a direction of its own.
BETWEEN: Final = "".join(_CLASSES[each] for each in ("ES", "ET", "CS", "ON", "WS", "S", "NSM"))
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
_REPRESENTATIVES: Final = "\0" + "".join(sorted(_THEMSELVES.union(_CLASSES.values())))


def _signs() -> bytearray:
    """The sign of the representative of each character, by its number."""
    signs = bytearray(sys.maxunicode + 1)
    for first, last in _RIGHTWARDS:
        signs[first : last + 1] = bytes([_REPRESENTATIVES.index(RIGHTWARD)]) * (last + 1 - first)
    return signs


_SIGNS: Final = _signs()


def in_classes(text: str) -> str:
    """The text with the character of its class in place of each.

    Brackets, marks of quotation and the dot between parts stand for themselves. What has no width takes the
    direction of the character before it.
    """
    numbers, known = code_points(text), _SIGNS.__getitem__
    signs = bytes(map(known, numbers))
    if _UNKNOWN in signs:
        for code in {code for code, sign in zip(numbers, signs, strict=True) if sign == _UNKNOWN}:
            _SIGNS[code] = _REPRESENTATIVES.index(_representative(chr(code)))
        signs = bytes(map(known, numbers))
    written, _ = charmap_decode(signs, "strict", _REPRESENTATIVES)
    return written


def _representative(character: str) -> str:
    own = unicodedata.bidirectional(character)
    if own == "L":
        return RIGHTWARD
    if not own:
        return _CLASSES["R" if has_leftwards(character) else "L"]
    if character in _THEMSELVES:
        return character
    return _CLASSES.get(own, NO_WIDTH)
