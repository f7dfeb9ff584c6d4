"""What a line with right-to-left text shows at once, in the order of the text (ISO 32000-1, 14.8.2.3.3).

A reader follows the page's content, so words stand there as they are typed, each at its place on the line.
Within a word from right to left the glyphs stand as they are seen, which the mark ``ReversedChars`` says: so
those readers find it too that put words in order by their places. A space there is only ever at an end.
"""

from typing import NamedTuple

from planner.export.pdf.direction import visual_order
from planner.export.pdf.line import Line, Paint
from planner.export.pdf.pieces import Piece
from planner.export.pdf.style import Type


class Show(NamedTuple):
    """Pieces of one paint and font from left to right, in points from the left edge of their line.

    Those of a ``leftwards`` one follow each other in the text the other way round.
    """

    pieces: tuple[Piece, ...]
    paint: Paint
    left: float
    right: float
    leftwards: bool


def shows(line: Line, style: Type) -> list[Show]:
    """What a line that has levels shows; the spaces at its end stand outside its width."""
    ends = [place for place in range(1, len(line.pieces)) if _parts(line, place)]
    starts, ends = [0, *ends], [*ends, len(line.pieces)]
    made = [_pieces(line, start, end) for start, end in zip(starts, ends, strict=True)]
    scale = style.size / 1000
    widths = [scale * sum([piece.advance(style.tracking) for piece in pieces]) for pieces in made]
    right = line.width - sum(widths) if line.rtl else 0.0
    lefts = [0.0] * len(made)
    for number in visual_order([line.levels[start] for start in starts]):
        lefts[number], right = right, right + widths[number]
    return [
        Show(pieces, line.paints[start], left, left + width, line.levels[start] % 2 == 1)
        for pieces, start, left, width in zip(made, starts, lefts, widths, strict=True)
    ]


def _pieces(line: Line, start: int, end: int) -> tuple[Piece, ...]:
    pieces = tuple(line.pieces[start:end])
    return pieces[::-1] if line.levels[start] % 2 else pieces


def _parts(line: Line, place: int) -> bool:
    """Whether the piece at a place is not shown with the one before it."""
    before, piece, level = line.pieces[place - 1], line.pieces[place], line.levels[place]
    return (
        level != line.levels[place - 1]
        or piece.face is not before.face
        or (level % 2 == 1 and before.text == " ")
        or line.paints[place] is not line.paints[place - 1]
        or piece.thickened != before.thickened
    )
