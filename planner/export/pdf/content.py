"""The drawing operators of a page's content, as text: lines of type, colours and paths."""

from collections.abc import Callable
from typing import Final

from planner.export.pdf.embed import EmbeddedFace
from planner.export.pdf.faces import Face
from planner.export.pdf.lines import Line, Paint
from planner.export.pdf.structure import Element
from planner.export.pdf.style import Colour, Type

_THICKEN: Final = 0.02
_CURVE: Final = 0.5523


class TextObject:
    """Writes lines as one text object, and notes where their links lie.

    ``mark`` is asked for the operator that begins a stretch of an element, None of the text around; without
    it the whole object belongs to what is marked outside.
    """

    def __init__(
        self,
        embedded: Callable[[Face], EmbeddedFace],
        style: Type,
        mark: Callable[[Element | None], str] | None = None,
    ) -> None:
        self.embedded = embedded
        self.style = style
        self.links: list[tuple[Paint, float, float, float]] = []
        self._out = ["BT"]
        self._apart = 0.0
        self._state: tuple[Face, bool, Colour] | None = None
        self._mark = mark
        self._tag: Element | None = None
        if mark:
            self._out.append(mark(None))

    def line(self, line: Line, x: float, y: float) -> None:
        """Set one line on the baseline ``y``."""
        self._out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        shown: list[str] = []
        for piece, paint in zip(line.pieces, line.paints, strict=True):
            if paint.tag is not self._tag and self._mark:
                self._show(shown)
                shown = []
                self._out.append(f"EMC {self._mark(paint.tag)}")
                self._tag = paint.tag
            state = (piece.face, piece.thickened, paint.colour)
            if state != self._state:
                self._show(shown)
                shown = []
                self._change(*state)
            shown.append(self.embedded(piece.face).encode(piece))
        self._show(shown)
        if any(paint.link for paint in line.paints):
            self._note_links(line, x, y)

    def finish(self) -> str:
        """The text object."""
        ends = ["0 Tc"] if self._apart else []
        if self._state and self._state[1]:
            ends.append("0 Tr")
        if self._mark:
            ends.append("EMC")
        return " ".join([*self._out, *ends, "ET"])

    def _show(self, shown: list[str]) -> None:
        if shown:
            self._out.append(f"[{''.join(shown).replace('><', '')}] TJ")

    def _change(self, face: Face, thickened: bool, colour: Colour) -> None:
        last = self._state
        if last is None or last[0] is not face:
            self._out.append(f"/{self.embedded(face).resource_name} {self.style.size:.2f} Tf")
            self._space(face)
        if last is None or last[2] != colour:
            self._out.append(ink(colour))
        if thickened:
            stroke = " ".join(f"{part:.3f}" for part in colour)
            self._out.append(f"2 Tr {self.style.size * _THICKEN:.2f} w {stroke} RG")
        elif last is not None and last[1]:
            self._out.append("0 Tr")
        self._state = (face, thickened, colour)

    def _space(self, face: Face) -> None:
        """Letters that join are never set apart."""
        apart = 0.0 if face.joined else self.style.tracking * self.style.size / 1000
        if apart != self._apart:
            self._out.append(f"{apart:.3f} Tc" if apart else "0 Tc")
            self._apart = apart

    def _note_links(self, line: Line, x: float, y: float) -> None:
        scale = self.style.size / 1000
        open_link: Paint | None = None
        start = x
        for piece, paint in zip(line.pieces, line.paints, strict=True):
            if paint is not open_link:
                self._note(open_link, start, x, y)
                open_link, start = paint, x
            x += piece.advance(self.style.tracking) * scale
        self._note(open_link, start, x, y)

    def _note(self, paint: Paint | None, start: float, end: float, y: float) -> None:
        if paint is not None and paint.link:
            self.links.append((paint, start, y, end - start))


def ink(colour: Colour) -> str:
    """The operator that fills with a colour."""
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} rg"


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle with round corners."""
    radius = min(radius, width / 2, height / 2)
    far, top, pull = x + width, y + height, radius * (1 - _CURVE)
    sides = (
        (far - radius, y, far - pull, y, far, y + pull, far, y + radius),
        (far, top - radius, far, top - pull, far - pull, top, far - radius, top),
        (x + radius, top, x + pull, top, x, top - pull, x, top - radius),
        (x, y + radius, x, y + pull, x + pull, y, x + radius, y),
    )
    side = "{:.2f} {:.2f} l {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} c"
    return f"{x + radius:.2f} {y:.2f} m " + " ".join(side.format(*numbers) for numbers in sides) + " h"
