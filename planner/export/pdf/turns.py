"""Knows the level of each piece of a line, where text runs from right to left."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from planner.export.pdf.direction import LTR_MARK, RTL_MARK, Directions, is_neutral
from planner.export.pdf.line import Line
from planner.export.pdf.memo import Memo
from planner.export.pdf.pieces import Piece

_DIRECTION: Final = bytes(level % 2 for level in range(256))
_NEUTRAL: Final = Memo(is_neutral)
# Before what runs the other way.
_TURN: Final = re.compile(rb"\x00(?=\x01)|\x01(?=\x00)")


class Turns:
    """The directions of the text being set; without any, all of it runs from left to right.

    ``noted`` are the levels of the pieces that were put on the line.
    """

    def __init__(self, paragraphs: Sequence[Directions | None] = (None,)) -> None:
        """Give the directions of each paragraph of the text, which line feeds part."""
        self._paragraphs = iter(paragraphs)
        self.noted = bytearray()
        self.end_paragraph()

    @property
    def rtl(self) -> bool:
        """Whether the paragraph being set runs from right to left."""
        return self.directions is not None and self.directions.rtl

    def end_paragraph(self) -> None:
        """Go on to the next paragraph; it has ``directions`` if any of it runs from right to left."""
        self.directions = next(self._paragraphs, None)
        self.levels = self.directions.levels if self.directions else b""
        self.place = 0

    def take(self, length: int) -> bytes:
        """Go on in the text by so many characters; returns their levels."""
        start, self.place = self.place, self.place + length
        return self.levels[start : self.place]

    def note(self, level: int, pieces: int) -> None:
        """Remember the level of pieces that were put on the line."""
        if self.directions:
            self.noted += bytes([level]) * pieces

    def end_line(self, pieces: list[Piece]) -> Sequence[int]:
        """The level of each piece of a line, or none if all run from left to right."""
        levels, self.noted = self.noted, bytearray()
        return ended(pieces, levels, rtl=self.rtl)


def ended(pieces: list[Piece], levels: bytearray, *, rtl: bool) -> Sequence[int]:
    """The levels of a whole line, none if all run from left to right; marks what would turn.

    The spaces at the end have the level of the paragraph (rule L1).
    """
    if not (rtl or any(levels)):
        return ()
    end = len(levels)
    while end and pieces[end - 1].text == " ":
        end -= 1
        levels[end] = int(rtl)
    for turn in _TURN.finditer(levels[:end].translate(_DIRECTION)):
        number = turn.end()
        piece = pieces[number]
        if piece.glyphs and _NEUTRAL[piece.text[0]]:
            pieces[number] = _marked(piece, rtl=levels[number] % 2 == 1)
    return levels


def joined(above: Line, last: Line) -> bytearray:
    """The levels of two lines as of one: a space between words of one way runs that way (rule N1)."""
    first, second = (bytearray(line.levels or len(line.pieces)) for line in (above, last))
    end = len(first)
    while end and above.pieces[end - 1].text == " ":
        end -= 1
    between = min(first[end - 1 : end] + second[:1])
    return first[:end] + bytes([between]) * (len(first) - end) + second


def level_parts(token: str, levels: bytes) -> list[tuple[str, int]]:
    """The token, whose characters have these levels, in parts of one level each."""
    last = levels[0]
    if levels.count(last) == len(levels):
        return [(token, last)]
    found, start = [], 0
    for place, level in enumerate(levels):
        if level != last:
            found.append((token[start:place], last))
            start, last = place, level
    return [*found, (token[start:], last)]


@lru_cache(maxsize=1000)
def _marked(piece: Piece, *, rtl: bool) -> Piece:
    """The piece, which begins with a neutral character after text of the other way, with a mark of direction.

    Without it, readers of PDFs take the character for a part of that text.
    """
    if rtl:
        *others, first = piece.glyphs
        said = first.text.removesuffix(RTL_MARK) + RTL_MARK
        return replace(piece, glyphs=(*others, replace(first, text=said)))
    first, *others = piece.glyphs
    return replace(piece, glyphs=(replace(first, text=LTR_MARK + first.text.removeprefix(LTR_MARK)), *others))
