"""What a line with right-to-left text shows at once, in the order of the text (ISO 32000-1, 14.8.2.3.3).

A reader follows the page's content, so words stand there as they are typed, each at its place on the line.
Within a word from right to left the glyphs stand as they are seen, which the mark ``ReversedChars`` says: so
those readers find it too that put words in order by their places. A space there is only ever at an end.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.export.pdf.direction import visual_order
from planner.export.pdf.fonts import Piece
from planner.export.pdf.lines import Line, Paint
from planner.export.pdf.style import Type


@dataclass(frozen=True, slots=True)
class Show:
    """Pieces of one paint and font from left to right, in points from the left edge of their line.

    Those of a ``leftwards`` one follow each other in the text the other way round.
    """

    pieces: list[Piece]
    paint: Paint
    left: float
    right: float
    leftwards: bool


def shows(line: Line, style: Type) -> Iterator[Show]:
    """What a line that has levels shows."""
    places = _places(line, style)
    start, count = 0, len(line.pieces)
    for end in range(1, count + 1):
        if end == count or _parts(line, end):
            leftwards = line.levels[start] % 2 == 1
            first, last = (end - 1, start) if leftwards else (start, end - 1)
            pieces = line.pieces[start:end]
            yield Show(
                pieces[::-1] if leftwards else pieces,
                line.paints[start],
                places[first][0],
                places[last][1],
                leftwards,
            )
            start = end


def _places(line: Line, style: Type) -> list[tuple[float, float]]:
    """Where each piece begins and ends; the spaces at the end of the text stand outside the line's width."""
    scale, right = style.size / 1000, 0.0
    places = [(0.0, 0.0)] * len(line.pieces)
    for number in visual_order(line.levels):
        left, right = right, right + line.pieces[number].advance(style.tracking) * scale
        places[number] = (left, right)
    outside = right - line.width if line.rtl else 0.0
    return [(left - outside, right - outside) for left, right in places]


def _parts(line: Line, place: int) -> bool:
    """Whether the piece at a place is not shown with the one before it."""
    before, piece = line.pieces[place - 1], line.pieces[place]
    return (
        line.levels[place] != line.levels[place - 1]
        or line.paints[place] is not line.paints[place - 1]
        or piece.face is not before.face
        or piece.thickened != before.thickened
        or (before.text == " " and line.levels[place] % 2 == 1)
    )
