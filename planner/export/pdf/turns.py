"""Knows the level of each piece of a line, where text runs from right to left."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from planner.export.pdf.direction import LTR_MARK, RTL_MARK, Directions, is_neutral
from planner.export.pdf.pieces import Piece

MIXED: Final = -1
_STRETCH: Final = re.compile(rb"([\s\S])\1*")


class Turns:
    """The directions of the text being set; without any, all of it runs from left to right."""

    def __init__(self, paragraphs: Sequence[Directions | None] = (None,)) -> None:
        """Give the directions of each paragraph of the text, which line feeds part."""
        self.any = any(paragraphs)
        self._paragraphs = iter(paragraphs)
        self._noted: list[int] = []
        self.end_paragraph()

    @property
    def rtl(self) -> bool:
        """Whether the paragraph being set runs from right to left."""
        return self.directions is not None and self.directions.rtl

    def end_paragraph(self) -> None:
        """Go on to the next paragraph; it has ``directions`` if any of it runs from right to left."""
        self.directions = next(self._paragraphs, None)
        self._levels = self.directions.levels if self.directions else b""
        self._place = self._stretch_end = 0

    @property
    def ahead(self) -> int:
        """The level of the character that comes next in the text."""
        return self._levels[self._place]

    def stretch(self) -> tuple[int, int]:
        """The level of the character that comes next, and how many have it without another between them."""
        if self._place >= self._stretch_end and (found := _STRETCH.match(self._levels, self._place)):
            self._stretch_end = found.end()
        return self.ahead, self._stretch_end - self._place

    def take(self, length: int) -> int:
        """Go on in the text by so many characters; returns their level, MIXED where they have several."""
        start, self._place = self._place, self._place + length
        level = self._levels[start]
        return level if self._levels.count(level, start, self._place) == length else MIXED

    def parts(self, token: str) -> list[tuple[str, int]]:
        """The token, which was taken last, in parts of one level each."""
        levels = self._levels[self._place - len(token) : self._place]
        ends = [*(place for place, pair in enumerate(pairwise(levels), 1) if pair[0] != pair[1]), len(token)]
        return [(token[start:end], levels[start]) for start, end in zip([0, *ends[:-1]], ends, strict=True)]

    def note(self, level: int, pieces: int) -> None:
        """Remember the level of pieces that were put on the line."""
        if self.directions:
            self._noted += [level] * pieces

    def end_line(self, pieces: list[Piece]) -> list[int]:
        """The level of each piece of a line, or none if all run from left to right; marks what would turn.

        The spaces at the end have the level of the paragraph (rule L1).
        """
        levels, self._noted = self._noted, []
        if not (self.rtl or any(levels)):
            return []
        end = len(levels)
        while end and pieces[end - 1].text == " ":
            end -= 1
            levels[end] = int(self.rtl)
        for number in range(1, end):
            if levels[number] % 2 != levels[number - 1] % 2:
                pieces[number] = _marked(pieces[number], rtl=levels[number] % 2 == 1)
        return levels


@lru_cache(maxsize=1000)
def _marked(piece: Piece, *, rtl: bool) -> Piece:
    """The piece, after text of the other way, with a mark of direction if it begins with a neutral character.

    Without it, readers of PDFs take the character for a part of that text.
    """
    if not piece.glyphs or not is_neutral(piece.text[0]):
        return piece
    if rtl:
        *others, first = piece.glyphs
        return replace(piece, glyphs=(*others, replace(first, text=first.text + RTL_MARK)))
    first, *others = piece.glyphs
    return replace(piece, glyphs=(replace(first, text=LTR_MARK + first.text), *others))
