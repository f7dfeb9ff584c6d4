"""Flows boxes over pages: what is held together stays so, what crosses the end of a page is split."""

from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

from planner.export.pdf.boxes import Anchor, Box, gap
from planner.export.pdf.style import Paper


@dataclass(slots=True)
class Break(Box):
    """What follows begins a new page, unless ``enough`` of this one, as a share, is left."""

    enough: float = inf


@dataclass(slots=True)
class Page:
    """Boxes and anchors, with the tops at which they stand."""

    boxes: list[tuple[Box, float]] = field(default_factory=list)
    anchors: list[tuple[Anchor, float]] = field(default_factory=list)


class Flow:
    """The pages so far, and the number of the page on which each anchor stands."""

    def __init__(self, paper: Paper) -> None:
        """Begin with one empty page."""
        self.pages = [Page()]
        self.page_of: dict[str, int] = {}
        self._paper = paper
        self._top = paper.height - paper.top
        self._held: list[Box] = []

    def add(self, box: Box) -> None:
        """Place the box, or hold it until what it is held together with is there."""
        if isinstance(box, Break):
            self.settle()
            if self.pages[-1].boxes and self._room < box.enough * self._paper.text_height:
                self._turn()
            return
        self._held.append(box)
        if not box.keep:
            self.settle()

    def settle(self) -> None:
        """Place what is still held."""
        held, self._held = self._held, []
        if not held:
            return
        needed = sum(box.height + gap(box, following) for box, following in pairwise(held))
        needed += self._gap(held[0]) + held[-1].least
        if needed > self._room and self.pages[-1].boxes:
            self._turn()
        for box in held:
            self._place(box)

    @property
    def _room(self) -> float:
        return self._top - self._paper.bottom

    def _gap(self, box: Box) -> float:
        page = self.pages[-1].boxes
        return gap(page[-1][0], box) if page else 0.0

    def _place(self, box: Box) -> None:
        anchor = box.anchor
        while box.height > self._room - self._gap(box):
            halves = box.split(self._room - self._gap(box))
            if halves:
                self._put(halves[0], anchor)
                box, anchor = halves[1], None
            elif not self.pages[-1].boxes:
                break
            self._turn()
        self._put(box, anchor)

    def _put(self, box: Box, anchor: Anchor | None) -> None:
        self._top -= self._gap(box)
        self.pages[-1].boxes.append((box, self._top))
        if anchor:
            self.pages[-1].anchors.append((anchor, self._top))
            self.page_of[anchor.name] = len(self.pages)
        self._top -= box.height

    def _turn(self) -> None:
        self.pages.append(Page())
        self._top = self._paper.height - self._paper.top
