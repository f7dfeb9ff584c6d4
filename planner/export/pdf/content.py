"""The drawing operators of a page's content, as text: lines of type, colours and paths."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from planner.export.pdf.embed import EmbeddedFace
from planner.export.pdf.faces import Face
from planner.export.pdf.line import Line, Paint
from planner.export.pdf.pieces import Piece
from planner.export.pdf.shows import Show, shows
from planner.export.pdf.structure import ARTIFACT, REVERSED, Element
from planner.export.pdf.style import Colour, Type

_THICKEN: Final = 0.02
# Sharp corners are cut; right angles stay whole.
_NO_SPIKES: Final = "2 M"
_CURVE: Final = 0.5523

_State = tuple[Face, bool, Colour]


# What changes a state into others: the operators, the face that is then chosen, and the changes from there.
_Change = tuple[str, EmbeddedFace, dict[_State, "_Change"]]
Changes = dict[_State | None, dict[_State, _Change]]


class TextObject:
    """Writes lines as one text object, and notes where their links lie.

    ``mark`` is asked for the operator that begins a stretch of an element, None of the text around, and told
    whether its words are reversed; without it the whole object belongs to what is marked outside.
    All text of a document in this size and spacing shares the ``changes`` that are known.
    """

    def __init__(
        self,
        embedded: Callable[[Face], EmbeddedFace],
        style: Type,
        changes: Changes,
        mark: Callable[[Element | None, bool], str] | None = None,
    ) -> None:
        self.embedded = embedded
        self.style = style
        self.links: list[tuple[Paint, float, float, float]] = []
        self._out = ["BT"]
        self._state: _State | None = None
        self._changes = changes
        self._from = changes.setdefault(None, {})
        self._chosen: EmbeddedFace
        self._mark = mark
        self._marked: tuple[Element | None, bool] | None = None if mark else (None, False)

    def line(self, line: Line, x: float, y: float) -> None:
        """Set one line on the baseline ``y``."""
        if line.levels:
            self._line_by_shows(line, x, y)
            return
        self._out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        shown: list[Piece] = []
        face, thickened, colour = self._state or (None, False, None)
        tag, backwards = self._marked or (ARTIFACT, False)
        for piece, paint in zip(line.pieces, line.paints, strict=True):
            if self._mark and (paint.tag is not tag or backwards):
                self._show(shown)
                shown = []
                tag, backwards = paint.tag, False
                self._turn_to(tag)
            if piece.face is not face or piece.thickened != thickened or paint.colour != colour:
                self._show(shown)
                shown = []
                face, thickened, colour = piece.face, piece.thickened, paint.colour
                self._change(face, thickened, colour)
            shown.append(piece)
        self._show(shown)
        if line.parted and any(paint.link for paint in line.paints):
            self._note_links(line, x, y)

    def _line_by_shows(self, line: Line, x: float, y: float) -> None:
        """Set a line of which some runs from right to left; its order in the file is that of the text."""
        parts, at, end, out, linked = shows(line, self.style), 0.0, 0.0, self._out, False
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        face, thickened, colour = self._state or (None, False, None)
        tag, backwards = self._marked or (ARTIFACT, False)
        for pieces, paint, left, right, turned in parts:
            first = pieces[0]
            # A single letter is the same in both orders.
            turns = turned is not backwards and (len(pieces) > 1 or len(first.text) > 1)
            if turns or paint.tag is not tag:
                tag, backwards = paint.tag, turned if turns else backwards
                self._turn_to(tag, leftwards=backwards)
            if (
                first.face is not face
                or (turned and first.face.joined)
                or paint.colour is not colour
                or first.thickened is not thickened
            ):
                face, thickened, colour = first.face, first.thickened, paint.colour
                self._change(face, thickened, colour)
            if left != end:
                step = f"{left - at:.2f}"
                at += float(step)
                out.append(f"{step} 0 Td")
            out.append(self._chosen.show(pieces))
            end, linked = right, linked or paint.link is not None
        if linked:
            self._note_shown(parts, x, y)

    def _note_shown(self, parts: Sequence[Show], x: float, y: float) -> None:
        ends = sorted(((left, right, paint) for _, paint, left, right, _ in parts), key=itemgetter(0))
        for paint, group in groupby(ends, itemgetter(2)):
            seen = list(group)
            self._note(paint, x + seen[0][0], x + seen[-1][1], y)

    def _turn_to(self, tag: Element | None, *, leftwards: bool = False) -> None:
        """End the marks of one stretch and begin those of another, if it is another."""
        turned = (tag if self._mark else None, leftwards)
        if turned == self._marked:
            return
        if self._mark:
            if self._marked is not None:
                self._out.append("EMC")
            self._out.append(self._mark(*turned))
        else:
            self._out.append(f"/{REVERSED} BMC" if leftwards else "EMC")
        self._marked = turned

    def finish(self) -> str:
        """The text object."""
        ends = ["0 Tc"] if self._state and self._apart(self._state[0]) else []
        if self._state and self._state[1]:
            ends.append("0 Tr")
        if self._mark or self._marked == (None, True):
            ends.append("EMC")
        return " ".join([*self._out, *ends, "ET"])

    def _show(self, shown: Sequence[Piece]) -> None:
        if shown:
            self._out.append(self._chosen.show_once(shown))

    def _change(self, face: Face, thickened: bool, colour: Colour) -> None:
        """Go on in another state; a document changes between the same ones again and again."""
        state = (face, thickened, colour)
        change = self._from.get(state)
        if change is None:
            operators = " ".join(self._operators(*state))
            change = self._from[state] = operators, self.embedded(face), self._changes.setdefault(state, {})
        operators, self._chosen, self._from = change
        self._out.append(operators)
        self._state = state

    def _operators(self, face: Face, thickened: bool, colour: Colour) -> Iterator[str]:
        """What changes the last state into another; where it is the same, the font is named again.

        So it is before each word from right to left, as some readers turn whatever they find in one font.
        """
        last_face, last_thickened, last_colour = self._state or (None, False, None)
        if last_face is not face or (last_thickened, last_colour) == (thickened, colour):
            yield f"/{self.embedded(face).resource_name} {self.style.size:.2f} Tf"
            apart, last_apart = self._apart(face), self._apart(last_face)
            if apart != last_apart:
                yield f"{apart:.3f} Tc" if apart else "0 Tc"
        if last_colour != colour:
            yield ink(colour)
        if thickened:
            yield f"2 Tr {self.style.size * _THICKEN:.2f} w {_NO_SPIKES} {stroke(colour)}"
        elif last_thickened:
            yield "0 Tr"

    def _apart(self, face: Face | None) -> float:
        """How far letters are set apart; those that join never are."""
        return 0.0 if face is None or face.joined else self.style.tracking * self.style.size / 1000

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


@lru_cache
def ink(colour: Colour) -> str:
    """The operator that fills with a colour."""
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} rg"


@lru_cache
def stroke(colour: Colour) -> str:
    """The operator that draws lines in a colour."""
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} RG"


@lru_cache
def rounded(width: float, height: float, radius: float) -> str:
    """The path of a rectangle with round corners; marks and days have the same ones again and again."""
    radius = min(radius, width / 2, height / 2)
    pull = radius * (1 - _CURVE)
    sides = (
        (width - radius, 0, width - pull, 0, width, pull, width, radius),
        (width, height - radius, width, height - pull, width - pull, height, width - radius, height),
        (radius, height, pull, height, 0, height - pull, 0, height - radius),
        (0, radius, 0, pull, pull, 0, radius, 0),
    )
    side = "{:.2f} {:.2f} l {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} c"
    return f"{radius:.2f} 0 m " + " ".join(side.format(*numbers) for numbers in sides) + " h"
