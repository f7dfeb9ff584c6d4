"""Rows of a table, a list of facts or a chart, under a head that each page repeats."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from planner.export.pdf.boxes import SPARED, Box, Side
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import ARTIFACT

# As much of a first row, with two lines below its other cells, of which one may have two as well, begins a
# table where much would stay white.
_EARLY: Final = (49.5, 61.9)
# As tall as the rows are, two at least, that go to the last page of a table together; so many are looked at.
_LONELY: Final = 60.0
_FEW: Final = 8
# A first row that is as tall may begin a table alone, a lower one with the next.
_ALONE: Final = 72.0
# So many rows of a group, its name and one more, stay where the rest goes on over a page.
_NAMED_WITH: Final = 2
_HEIGHT: Final = attrgetter("height")


@dataclass(slots=True)
class Rows(Box):
    """Rows under a head that each page repeats, on one page if they are no taller than ``whole``.

    ``fewest`` of them begin on a page at least, as far as they are short. How ``tall`` they are together
    is added up where it is not known.
    """

    head: Sequence[Box]
    rows: Sequence[Box]
    whole: float = SPARED
    fewest: int = 1
    paired: bool = True
    continued: bool = False
    tall: float | None = None

    def __post_init__(self) -> None:
        """Add up the rows."""
        tall = sum(map(_HEIGHT, self.rows)) if self.tall is None else self.tall
        self.height = self._head_height + tall

    @property
    def _head_height(self) -> float:
        return sum(box.height for box in self.head)

    @property
    def least(self) -> float:
        """The head with two rows, so that no single one is left behind, if they are short and not let go."""
        if self.height <= self.whole:
            return self.height
        first = self.rows[0]
        count = max(self.fewest, 2 if self.paired and first.height < _ALONE else 1)
        several = min(SPARED, sum(row.least for row in self.rows[:count]))
        return self._head_height + max(first.least, several)

    def let_go(self, *, paired: bool) -> None:
        """Let the rows begin where there is no room for all of them, nor for two or for much of the first."""
        self.whole, self.paired = 0.0, paired
        first = self.rows[0]
        if isinstance(first, Side):
            first.begin_early(_EARLY)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Cut before the first row that does not fit, or inside it where it may be cut."""
        room -= self._head_height
        for index, row in enumerate(self.rows):
            if row.height > room:
                return self._cut(index, row.split(room), room)
            room -= row.height
        return None

    def _cut(self, index: int, halves: tuple[Box, Box] | None, white: float) -> tuple[Box, Box] | None:
        if halves:
            return self._parts(index, halves[:1], halves[1:], index + 1)
        start = self._with_company(index, white)
        while start > 1 and self.rows[start - 1].keep:
            start -= 1
        white += sum(map(_HEIGHT, self.rows[start:index]))
        return self._cut_before(start, white) if start else None

    def _with_company(self, index: int, white: float) -> int:
        """Where the rest begins if few rows are left: with some before it, as long as little stays white."""
        last = len(self.rows) - 1
        rest = sum(map(_HEIGHT, self.rows[index : index + _FEW]))
        while index > 2 and (rest < _LONELY or index == last):
            height = self.rows[index - 1].height
            rest, white = rest + height, white + height
            if white >= SPARED:
                break
            index -= 1
        return index

    def _cut_before(self, index: int, white: float) -> tuple[Box, Box]:
        """Cut before a row: before its group if little stays white then, else the group is named again."""
        start = index
        while start and not self.rows[start].group:
            start -= 1
        group = self.rows[start].group
        if start and white + sum(map(_HEIGHT, self.rows[start:index])) < SPARED:
            index = start
        elif group and self._leaves_one(index) and index - start > _NAMED_WITH and index > self.fewest:
            index -= 1
        named = [group()] if group and start < index else []
        return self._parts(index, (), named, index)

    def _leaves_one(self, index: int) -> bool:
        """Whether the next group begins after the row at which the rest begins."""
        return index + 1 < len(self.rows) and self.rows[index + 1].group is not None

    def _parts(self, end: int, closing: Sequence[Box], opening: Sequence[Box], start: int) -> tuple[Box, Box]:
        """The rows before ``end`` with what closes them, and those from ``start`` with what opens them."""
        rows, others = [*self.rows[:end], *closing], [*opening, *self.rows[start:]]
        before = self._head_height + sum(map(_HEIGHT, self.rows[:start]))
        left = self.height - before + sum(map(_HEIGHT, opening))
        first = Rows(self.head, rows, after=self.after, tag=self.tag, continued=self.continued)
        return first, Rows(self.head, others, after=self.after, tag=self.tag, continued=True, tall=left)

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the head and the rows; a head that was drawn before is decoration."""
        with pen.tag(ARTIFACT) if self.continued else nullcontext():
            for box in self.head:
                box.show(pen, x, top)
                top -= box.height
        for box in self.rows:
            box.show(pen, x, top)
            top -= box.height
