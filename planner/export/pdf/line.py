"""A line of text as it will be drawn: its pieces, and the paint of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from planner.export.pdf.pieces import Piece
from planner.export.pdf.structure import Element
from planner.export.pdf.style import Colour


@dataclass(frozen=True, slots=True)
class Paint:
    """What is drawn with a piece and does not change its shape: its colour and the address behind it.

    ``tag`` is the element of a link or of a stretch in another language, None for the rest of the text.
    """

    colour: Colour
    link: str | None = None
    tag: Element | None = None


@dataclass(slots=True)
class Line:
    """Pieces of a line as they follow in the text, their paints, and its width without spaces at its end.

    A line of a paragraph from right to left is ``rtl``; it is ``far`` if its document is not, and then stands
    at the far side of its frame. A line has ``levels``, one for each piece, if any of it runs from right to
    left: see :mod:`planner.export.pdf.turns`.
    It is ``parted`` if it has levels or tags, so that not all of it is marked as one. The last one of a
    paragraph ``ends`` it.
    """

    pieces: list[Piece]
    paints: list[Paint]
    width: float
    rtl: bool = False
    levels: Sequence[int] = ()
    far: bool = False
    parted: bool = False
    ends: bool = False

    def start(self, left: float, width: float) -> float:
        """Where the line begins in a frame; one that is ``far`` ends at the far edge."""
        return left + width - self.width if self.far else left

    def facing(self, left: float, width: float, other: float) -> float:
        """Where something ``other`` points wide begins at the other side of the frame."""
        return left if self.far else left + width - other


@cache
def plain_paint(ink: Colour) -> Paint:
    """The paint of text that leads nowhere and is in the language around it; one for all of a colour."""
    return Paint(ink)


def shared_paints(paints: list[Paint]) -> tuple[list[Paint], bool]:
    """The paints of a line, one list for all of as many pieces in one colour; and whether any has a tag."""
    if not paints or paints[0].tag or paints.count(paints[0]) < len(paints):
        return paints, any(paint.tag for paint in paints)
    return _alike(paints[0], len(paints)), False


@lru_cache(maxsize=1000)
def _alike(paint: Paint, count: int) -> list[Paint]:
    return [paint] * count
