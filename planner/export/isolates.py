"""Isolates: stretches of a paragraph whose direction does not depend on what is around them (UAX #9, HL3).

In the program's sentences the user's words stand in “quotation marks”, and figures follow them in brackets.
Without this, the end of an Arabic name would take the marks, and the figures too, for its own.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
SEPARATOR: Final = " · "
MARKS: Final = "“”"
LEFTWARDS: Final = re.compile(f"[{RTL}]")
_OPENING: Final = MARKS[0]
_MARK: Final = re.compile(f"[{MARKS}]")
# Brackets around no letter, unless what follows goes on from right to left.
_FIGURES: Final = rf"\((?:(?![(){MARKS}])[\W\d_]){{1,40}}\)(?!\W{{0,9}}[{RTL}])"
_IN_RIGHTWARDS: Final = re.compile(f"{SEPARATOR}|{_OPENING}|{_FIGURES}")
_IN_LEFTWARDS: Final = re.compile(SEPARATOR)


class Kind(Enum):
    """A stretch is text of the paragraph, a quotation with a direction of its own, or stands between them."""

    TEXT = auto()
    QUOTATION = auto()
    BETWEEN = auto()


def has_leftwards(text: str) -> bool:
    """Whether any character of the text may run from right to left."""
    return not text.isascii() and bool(LEFTWARDS.search(text))


def stretches(paragraph: str, base: int) -> Iterator[tuple[str, Kind]]:
    """The stretches of a paragraph whose level is 0 or 1.

    Quotations and brackets stand by themselves in one from left to right, where the program's sentences are.
    """
    quotations = {} if base else _quotations(paragraph)
    place = 0
    for found in (_IN_LEFTWARDS if base else _IN_RIGHTWARDS).finditer(paragraph):
        start, end = found.span()
        if start < place or (found[0] == _OPENING and start not in quotations):
            continue
        yield paragraph[place:start], Kind.TEXT
        yield found[0], Kind.BETWEEN
        place = quotations.get(start, end)
        yield paragraph[end:place], Kind.QUOTATION
    yield paragraph[place:], Kind.TEXT


def _quotations(paragraph: str) -> dict[int, int]:
    """Where each closing mark stands, by the place of its opening one."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for found in _MARK.finditer(paragraph):
        if found[0] == _OPENING:
            opened.append(found.start())
        elif opened:
            closed[opened.pop()] = found.start()
    return closed
