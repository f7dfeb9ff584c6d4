"""The outlines of glyphs, drawn by HarfBuzz from a font file of any format, as CFF has them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.cff import MOST_BYTES, Shape, charstring, shape
from planner.export.pdf.composites import Composite
from planner.export.pdf.faces import Face

_FARTHEST: Final = 16_000
# Six numbers of at most three bytes, and what is done with them.
_BYTES_OF_A_STROKE: Final = 19


def outline(face: Face, drawn: Composite, width: float) -> bytes:
    """The charstring of what is drawn; empty where it is longer than the format allows."""
    shapes = [_shape(face, number) for number in drawn.numbers]
    moves = _thousandths(drawn.rights, face.unit), _thousandths(drawn.ups, face.unit)
    written = charstring(round(width), zip(shapes, *moves, strict=True))
    return written if len(written) <= MOST_BYTES else charstring(round(width), ())


def has_ink(face: Face, number: int) -> bool:
    """Whether anything is seen of a glyph, and it is not so large that its charstring might be too long."""
    drawn = _drawn(face, number)
    points = sum(map(len, drawn))
    return len(drawn) < points <= MOST_BYTES // _BYTES_OF_A_STROKE


@lru_cache(maxsize=2000)
def _shape(face: Face, number: int) -> Shape:
    """A glyph in whole thousandths of the type size; a mark stands on hundreds of letters."""
    unit = face.unit
    return shape(
        [tuple([_whole(value * unit) for value in stroke]) for stroke in contour]
        for contour in _drawn(face, number)
    )


def _thousandths(lengths: Sequence[int], unit: float) -> list[int]:
    """The lengths, in the font's units, in whole thousandths of the type size."""
    scaled = [round(length * unit) for length in lengths]
    if max(map(abs, scaled), default=0) <= _FARTHEST:
        return scaled
    return [max(-_FARTHEST, min(_FARTHEST, length)) for length in scaled]


def _drawn(face: Face, number: int) -> list[list[tuple[float, ...]]]:
    """The contours of a glyph in the font's units."""
    drawn: list[list[tuple[float, ...]]] = []
    face.font.draw_glyph(number, _PEN, drawn)
    return drawn


def _whole(value: float) -> int:
    """The number that a charstring can hold; broken fonts have any, and some that are none."""
    return round(max(-_FARTHEST, min(_FARTHEST, value)))


def _pen() -> Any:
    """A pen that adds to a list of contours; what is no line HarfBuzz draws as a cubic curve."""

    def begin(x: float, y: float, drawn: list[list[tuple[float, ...]]]) -> None:
        drawn.append([(x, y)])

    def go_on(*values: Any) -> None:
        *numbers, drawn = values
        drawn[-1].append(tuple(numbers))

    pen = uharfbuzz.DrawFuncs()
    pen.set_move_to_func(begin)
    pen.set_line_to_func(go_on)
    pen.set_cubic_to_func(go_on)
    return pen


_PEN: Final = _pen()
