"""One character in place of each: one for all of a kind that the bidirectional algorithm tells apart.

So the library knows every character, whatever its data, and text is made of few stretches that differ.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

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
# Nothing in these runs from right to left.
_HIGH_PLANES: Final = range(0x20000, 0xE0000)


def _pairs() -> Iterator[tuple[str, str]]:
    for code in (*range(0x28, 0x100), *range(0x0F3A, 0x0F40), *range(0x2045, 0x3020), *range(0xFE59, 0xFF64)):
        if unicodedata.category(chr(code)) == "Ps" and unicodedata.mirrored(chr(code)):
            following = (chr(code + 1), chr(code + 2))
            yield chr(code), next(other for other in following if unicodedata.category(other) == "Pe")


# The closing bracket of each opening one.
PAIRS: Final = dict(_pairs())
CLOSING: Final = frozenset(PAIRS.values())
_THEMSELVES: Final = CLOSING.union(PAIRS, SEPARATOR, MARKS)


def in_kinds(text: str) -> str:
    """The text with the character of its kind in place of each.

    Brackets, marks of quotation and the dot between parts stand for themselves. What has no width takes the
    direction of the character before it.
    """
    return text.translate(_REPRESENTATIVES)


class _Representatives(dict[int, str]):
    """The character that stands for each, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = RIGHTWARD if code in _HIGH_PLANES else _representative(chr(code))
        return found


_REPRESENTATIVES: Final = _Representatives()


def _representative(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind == "L":
        return RIGHTWARD
    if not kind:
        return _KINDS["R" if _LEFTWARDS.match(character) else "L"]
    if character in _THEMSELVES:
        return character
    return _KINDS.get(kind, NO_WIDTH)
