"""Boxes: what is laid out, has a height in points, and can be split between pages and painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from planner.export.blocks import Align
from planner.export.pdf.line import Line
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import Element
from planner.export.pdf.style import Colour, Type

# As much of a page may stay white so that a row, a panel or a short table is not cut.
SPARED: Final = 120.0
# As much of what is long and stands on no panel begins on a page.
_LEAST_OF_LONG: Final = 70.0
# As much of a row, three lines, goes on over a page at least; with its padding that may begin a table.
_REST: Final = 36.0
# So many lines are tried, of which the shortest paragraph that is not to be cut has three.
_TURNS: Final = 3
_ROUNDED: Final = 0.01
_BLEED: Final = 7.0  # of a panel beyond the text
_BAR: Final = 2.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that the outline and the contents lead to; level 0 is a section."""

    name: str
    title: str
    level: int


@dataclass(slots=True, kw_only=True)
class Box:
    """An empty box, and the base of all others.

    ``keep`` holds it on one page with what follows, but a ``loose`` one only where little of a page stays
    white for that; ``tag`` is what it is to those who hear the document.
    A group of rows begins with one that has ``group``, which makes a row that names it on a later page.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    loose: bool = False
    group: Callable[[], "Box"] | None = None
    anchor: Anchor | None = None
    tag: Element | None = None
    height: float = field(init=False, default=0.0)

    @property
    def least(self) -> float:
        """The room that the box needs on a page for its beginning."""
        return self.height

    def split(self, room: float) -> tuple["Box", "Box"] | None:  # noqa: ARG002 - some boxes cannot be split
        """The part that fits the room, and the rest; None if the box cannot be split there."""
        return None

    def show(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box, as a part of the document's structure, with its upper left corner there."""
        if self.tag is None:
            self.paint(pen, x, top)
        else:
            width = self.tag.width
            pen.open(self.tag, (x, top - self.height, x + width, top) if width else None)
            self.paint(pen, x, top)
            pen.close()

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw what the box holds."""


@dataclass(slots=True)
class Text(Box):
    """Lines of text in one type."""

    lines: Sequence[Line]
    type: Type
    width: float = 0.0
    align: Align = Align.LEFT

    def __post_init__(self) -> None:
        """Count the lines."""
        self.height = len(self.lines) * self.type.leading

    @property
    def least(self) -> float:
        """Two lines, or all three."""
        return self.height if len(self.lines) <= 3 else 2 * self.type.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut between lines, with at least two on each side; empty ones do not begin or end a page."""
        count = int((room + _ROUNDED) // self.type.leading)
        count = min(count, len(self.lines) - 2)
        if count < 2:
            return None
        count = self._good_cut(count)
        empty = [not line.width for line in self.lines]
        end, start = count, count
        while end > 1 and empty[end - 1]:
            end -= 1
        while start < len(empty) - 1 and empty[start]:
            start += 1
        return self._part(self.lines[:end], self.before), self._part(self.lines[start:], 0.0)

    def _good_cut(self, count: int) -> int:
        """So many lines, or a few less, that leave no first or last one of a paragraph alone on a page."""
        lines = self.lines
        for place in range(count, max(1, count - _TURNS), -1):
            fresh, alone = lines[place - 1].ends, lines[place - 2].ends
            if fresh or not (alone or lines[place].ends):
                return place
        return count

    def _part(self, lines: Sequence[Line], before: float) -> "Text":
        return Text(lines, self.type, self.width, self.align, before=before, after=self.after, tag=self.tag)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines on their side of the width."""
        starts = [x + self.width - line.width if self._at_the_end(line) else x for line in self.lines]
        pen.lines(starts, self.lines, top, self.type)

    def _at_the_end(self, line: Line) -> bool:
        return self.align is Align.RIGHT or line.far


@dataclass(slots=True)
class Elastic(Box):
    """A picture that may be drawn lower where a page has no room for it; ``draw`` takes its height too."""

    tall: float
    lowest: float
    draw: Callable[[Pen, float, float, float], None]

    def __post_init__(self) -> None:
        """Take the full height."""
        self.height = self.tall

    def lower(self, distance: float) -> None:
        """Be so much lower, if that is not too low."""
        if self.lowest <= self.height - distance < self.height:
            self.height -= distance

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the picture as tall as it has become."""
        self.draw(pen, x, top, self.height)


@dataclass(slots=True)
class Drawing(Box):
    """A picture that stands whole; ``draw`` takes the pen and the upper left corner."""

    tall: float
    draw: Callable[[Pen, float, float], None]

    def __post_init__(self) -> None:
        """Take the height that was given."""
        self.height = self.tall

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the picture."""
        self.draw(pen, x, top)


@dataclass(frozen=True, slots=True)
class Padding:
    """The room between the edges of a stack and its boxes."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0


NO_PADDING: Final = Padding()


@dataclass(slots=True)
class Stack(Box):
    """Boxes one under the other, on a panel with a bar at its left where colours are given.

    The bar of a ``turned`` one is at its right. One with a panel is cut where at least ``spared`` of the page
    would stay white else. What goes on over a page begins with what ``again`` makes.
    """

    boxes: Sequence[Box]
    padding: Padding = NO_PADDING
    width: float = 0.0
    panel: Colour | None = None
    bar: Colour | None = None
    turned: bool = False
    again: Callable[[], Box] | None = None
    spared: float = SPARED

    def __post_init__(self) -> None:
        """Add up the boxes and the gaps between them."""
        gaps = sum(gap(*pair) for pair in pairwise(self.boxes))
        self.height = sum(box.height for box in self.boxes) + gaps + self.padding.top + self.padding.bottom

    @property
    def least(self) -> float:
        """All of a short stack, the beginning of a long one."""
        return min(self.height, self.spared if self.panel else _LEAST_OF_LONG)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut between boxes that are not held together, or inside the one that crosses the end.

        A panel that is cut leaves no single line.
        """
        if self.panel:
            if room < self.spared - _ROUNDED:
                return None
            room = min(room, self.height - _REST)
        room -= self.padding.top + self.padding.bottom
        taken = 0.0
        for index, box in enumerate(self.boxes):
            start = taken + (gap(self.boxes[index - 1], box) if index else 0.0)
            if start + box.height > room:
                return self._cut(index, box.split(room - start))
            taken = start + box.height
        return None

    def _cut(self, index: int, halves: tuple[Box, Box] | None) -> tuple[Box, Box] | None:
        if not halves and index and self.boxes[index - 1].keep:
            index -= 1
            halves = self.boxes[index].split(self.boxes[index].height)
        if halves:
            return self._parts([*self.boxes[:index], halves[0]], [halves[1], *self.boxes[index + 1 :]])
        while index and self.boxes[index - 1].keep:
            index -= 1
        return self._parts(self.boxes[:index], self.boxes[index:]) if index else None

    def _parts(self, first: Sequence[Box], rest: Sequence[Box]) -> tuple[Box, Box]:
        named = [self.again(), *rest] if self.again else rest
        return self._part(first, self.before), self._part(named, 0.0)

    def _part(self, boxes: Sequence[Box], before: float) -> "Stack":
        return replace(self, boxes=boxes, before=before, keep=False, anchor=None)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the panel, then the boxes."""
        if self.panel:
            pen.fill(x, top - self.height, self.width, self.height, self.panel)
        if self.bar:
            left = x + self.width - _BAR if self.turned else x
            pen.fill(left, top - self.height, _BAR, self.height, self.bar)
        y = top - self.padding.top
        for index, box in enumerate(self.boxes):
            y -= gap(self.boxes[index - 1], box) if index else 0.0
            box.show(pen, x + self.padding.left, y)
            y -= box.height


@dataclass(frozen=True, slots=True)
class Again:
    """Makes the box that names what goes on over a page, and says where it stands."""

    left: float
    width: float
    make: Callable[[], Box]


@dataclass(slots=True)
class Side(Box):
    """Boxes side by side, each at its own distance from the left, on a panel and over a line if so asked.

    They are cut where at least ``spared`` of the page would stay white else.
    What goes on over a page begins with what ``again`` makes, if nothing else stands in that place any more.
    """

    boxes: Sequence[tuple[float, Box]]
    width: float = 0.0
    padding: float = 0.0
    panel: Colour | None = None
    line: tuple[float, Colour] | None = None
    again: Again | None = None
    spared: float = SPARED

    def __post_init__(self) -> None:
        """Take the height of the tallest box."""
        self.height = max((box.height for _, box in self.boxes), default=0.0) + 2 * self.padding

    @property
    def least(self) -> float:
        """All of it, or as much as is worth a cut where one is possible."""
        return self.spared if self.height > self.spared and self.split(self.spared) else self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut each box where it crosses the end, but only where much of the page would stay white else."""
        if room < self.spared - _ROUNDED:
            return None
        room = min(room, self.height - _REST) - 2 * self.padding
        heads, tails = [], []
        for x, box in self.boxes:
            halves = (box, Box()) if box.height <= room else box.split(room)
            if halves is None:
                return None
            heads.append((x, halves[0]))
            tails.append((x, halves[1]))
        return self._part(heads, None), self._part(self._named(tails), self.line)

    def begin_early(self, rooms: Sequence[float]) -> None:
        """Let the boxes be cut in the first of such rooms in which each of them can be."""
        usual = self.spared
        for room in (*rooms, usual):
            self.spared = min(usual, room)
            if self.split(self.spared):
                return

    def _named(self, tails: list[tuple[float, Box]]) -> list[tuple[float, Box]]:
        again = self.again
        if not again or any(box.height for x, box in tails if again.left <= x < again.left + again.width):
            return tails
        return [(again.left, again.make()), *tails]

    def _part(self, boxes: Sequence[tuple[float, Box]], line: tuple[float, Colour] | None) -> "Side":
        return replace(self, boxes=boxes, line=line, before=0.0, keep=False, anchor=None)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the panel, the boxes and the line."""
        if self.panel:
            pen.fill(x - _BLEED, top - self.height, self.width + 2 * _BLEED, self.height, self.panel)
        for offset, box in self.boxes:
            box.show(pen, x + offset, top - self.padding)
        if self.line:
            thickness, colour = self.line
            pen.rule(x, top - self.height + thickness / 2, self.width, thickness, colour)


def gap(upper: Box, lower: Box) -> float:
    """The distance between two boxes: the larger of what each asks for."""
    return max(upper.after, lower.before)
