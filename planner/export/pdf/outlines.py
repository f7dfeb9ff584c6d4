"""The outlines of glyphs, drawn by HarfBuzz from a font file of any format, as CFF has them."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.cff import MOST_BYTES, NOTHING, Shape, calls, charstring, shape
from planner.export.pdf.composites import Composite
from planner.export.pdf.faces import Face
from planner.export.pdf.memo import Memo

_FARTHEST: Final = 16_000
# Six numbers of at most three bytes, and what is done with them.
_BYTES_OF_A_STROKE: Final = 19


class Outlines:
    """The charstrings of what is drawn of a face; a mark stands on hundreds of letters, as far from most."""

    def __init__(self, face: Face, drawn: Iterable[Composite]) -> None:
        """Take the ``shapes`` of all that is drawn, which charstrings call."""
        numbers = dict.fromkeys(chain.from_iterable([each.numbers for each in drawn]))
        self._thousandths: Memo[float, int] = Memo(lambda length: _whole(length * face.unit))
        self.shapes = [self._shape(face, number) for number in numbers]
        self._calls = dict(zip(numbers, calls(self.shapes), strict=True))

    def charstring(self, drawn: Composite, width: float) -> bytes:
        """The charstring of what is drawn."""
        called, whole = map(self._calls.__getitem__, drawn.numbers), self._thousandths.__getitem__
        return charstring(
            round(width), zip(called, map(whole, drawn.rights), map(whole, drawn.ups), strict=True)
        )

    def _shape(self, face: Face, number: int) -> Shape:
        """A glyph in whole thousandths of the type size, or nothing if the format has no room for it."""
        whole = self._thousandths.__getitem__
        made = shape([tuple(map(whole, stroke)) for stroke in contour] for contour in _drawn(face, number))
        return made if len(made.strokes) < MOST_BYTES else NOTHING


def has_ink(face: Face, number: int) -> bool:
    """Whether anything is seen of a glyph, and it is not so large that its charstring might be too long."""
    drawn = _drawn(face, number)
    points = sum(map(len, drawn))
    return len(drawn) < points <= MOST_BYTES // _BYTES_OF_A_STROKE


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
