"""What a line with right-to-left text shows at once, in the order of the text (ISO 32000-1, 14.8.2.3.3).

A reader follows the page's content, so words stand there as they are typed, each at its place on the line.
Within a word from right to left the glyphs stand as they are seen, which the mark ``ReversedChars`` says: so
those readers find it too that put words in order by their places. A space there is only ever at an end.
"""

from collections.abc import Mapping
from itertools import pairwise
from operator import add
from typing import Final

from planner.export.pdf.direction import visual_order
from planner.export.pdf.line import Line, Paint
from planner.export.pdf.pieces import Piece
from planner.export.pdf.style import Type

_REMEMBERED: Final = 20_000
Pieces = tuple[Piece, ...]
# Pieces of one paint and font from left to right, where they begin and end in points from the left edge of
# their line, and whether they follow each other in the text the other way round.
Show = tuple[Pieces, Paint, float, float, bool]


class Widths(dict[Pieces, float]):
    """The width in points of pieces in one type; most lines have pieces that others have."""

    def __init__(self, style: Type) -> None:
        """Begin without any."""
        super().__init__()
        self._scale, self._tracking = style.size / 1000, style.tracking

    def __missing__(self, pieces: Pieces) -> float:
        tracking = self._tracking
        widths = [piece.advance(tracking) if tracking else piece.width for piece in pieces]
        width = self._scale * sum(widths)
        if len(self) < _REMEMBERED:
            self[pieces] = width
        return width


def shows(line: Line, known: Mapping[Pieces, float]) -> list[Show]:
    """What a line that has levels shows; the spaces at its end stand outside its width."""
    starts = [0, *_parts(line)]
    levels = bytes([line.levels[start] for start in starts])
    pieces = tuple(line.pieces)
    made = [
        pieces[start:end][::-1] if level % 2 else pieces[start:end]
        for level, (start, end) in zip(levels, pairwise([*starts, len(pieces)]), strict=True)
    ]
    widths = [*map(known.__getitem__, made)]
    right = line.width - sum(widths) if line.rtl else 0.0
    lefts = [0.0] * len(made)
    for number in visual_order(levels):
        lefts[number] = right
        right += widths[number]
    rights = map(add, lefts, widths)
    paints = [line.paints[start] for start in starts]
    return list(zip(made, paints, lefts, rights, [level % 2 == 1 for level in levels], strict=True))


def _parts(line: Line) -> list[int]:
    """The places of the pieces that are not shown with the one before them."""
    pieces, levels, paints = line.pieces, line.levels, line.paints
    pairs = zip(pieces, pieces[1:], levels, levels[1:], paints, paints[1:], strict=False)
    return [
        place
        for place, (before, piece, level_before, level, paint_before, paint) in enumerate(pairs, 1)
        if level != level_before
        or piece.face is not before.face
        or (level % 2 == 1 and before.text == " ")
        or paint is not paint_before
        or piece.thickened != before.thickened
    ]
