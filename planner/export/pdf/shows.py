"""What a line with right-to-left text shows at once, in the order of the text (ISO 32000-1, 14.8.2.3.3).

A reader follows the page's content, so words stand there as they are typed, each at its place on the line.
Within a word from right to left the glyphs stand as they are seen, which the mark ``ReversedChars`` says: so
those readers find it too that put words in order by their places. A space there is only ever at an end.
"""

from itertools import accumulate, pairwise

from planner.export.pdf.direction import visual_order
from planner.export.pdf.line import Line, Paint
from planner.export.pdf.pieces import Piece
from planner.export.pdf.style import Type

# Pieces of one paint and font from left to right, where they begin and end in points from the left edge of
# their line, and whether they follow each other in the text the other way round.
Show = tuple[tuple[Piece, ...], Paint, float, float, bool]


def shows(line: Line, style: Type) -> list[Show]:
    """What a line that has levels shows; the spaces at its end stand outside its width."""
    starts, pieces, paints = [0, *_parts(line)], tuple(line.pieces), line.paints
    levels = bytes(map(line.levels.__getitem__, starts))
    ends = _ends(pieces, style)
    spans = [*pairwise([*starts, len(pieces)])]
    widths = [ends[end] - ends[start] for start, end in spans]
    right = line.width - ends[-1] if line.rtl else 0.0
    lefts = [0.0] * len(spans)
    for number in visual_order(levels):
        lefts[number] = right
        right += widths[number]
    return [
        (
            pieces[start:end][::-1] if level % 2 else pieces[start:end],
            paints[start],
            left,
            left + width,
            level % 2 == 1,
        )
        for (start, end), level, left, width in zip(spans, levels, lefts, widths, strict=True)
    ]


def _ends(pieces: tuple[Piece, ...], style: Type) -> list[float]:
    """Where each piece would end, in points, if all followed each other from the left; the first is 0."""
    tracking, scale = style.tracking, style.size / 1000
    if tracking:
        return [*accumulate([piece.advance(tracking) * scale for piece in pieces], initial=0.0)]
    return [*accumulate([piece.width * scale for piece in pieces], initial=0.0)]


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
