"""Flows boxes over pages: what is held together stays so, what crosses the end of a page is split."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from math import inf
from typing import Final

from planner.export.pdf.boxes import SPARED, Anchor, Box, Elastic, Stack, gap
from planner.export.pdf.rows import Rows
from planner.export.pdf.style import Paper

_LESS: Final = 0.1
_HALF: Final = 0.5
# More of a page than this share stays white for nothing: a heading moves closer, and rows are cut that are so
# tall; amid a section, where more than the second share would stay white, any are, a paragraph is parted from
# the table that it leads to, and where more than the third would, rows in a new one are cut too.
WHITE: Final = 0.2
_MUCH: Final = 0.3
_NEARLY_HALF: Final = 0.45
_WORTH_CUTTING: Final = 200.0
# As much of a panel, its title with two lines or three lines, begins where much would stay white.
_EARLY_PANEL: Final = 62.0


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
        held: Sequence[Box] = self._held
        self._held = []
        if not held:
            return
        if _needed(held) > self._paper.text_height:
            _let_go(held, paired=False)
        elif self._leaves_much(WHITE) and not self._has_room(held):
            held = self._begun_here(held)
        if self.pages[-1].boxes and not self._has_room(held):
            self._turn()
        self._place_together(held)

    def _begun_here(self, held: Sequence[Box]) -> Sequence[Box]:
        """What is left to place of boxes for which a page has no room, once that is filled as far as may be.

        Tall rows and panels may be cut, or any where much of the page would stay white amid a section; a
        chart is drawn lower, the first box moves closer, and where much would stay white amid a section, what
        follows a loose one goes to the next page if not even a row of it has room. No section begins with a
        short row, unless much would stay white.
        """
        section = any(box.anchor and not box.anchor.level for box in held)
        begins = section and not self._leaves_much(_NEARLY_HALF)
        much = self._leaves_much(_MUCH)
        worth_cutting = 0.0 if much and not begins else _WORTH_CUTTING
        _let_go([box for box in held if box.height > worth_cutting], paired=begins and not much)
        _draw_lower(held, self._lacking(held))
        count = max((place for place, box in enumerate(held[:-1], start=1) if box.loose), default=0)
        if count and self._lacking(held) > 0:
            _let_go(held, paired=False)
        _move_closer(held[0], self._room - _needed(held) - _LESS)
        parted = count and much and not section
        if not parted or self._has_room(held) or not self._has_room(held[:count]):
            return held
        self._place_together(held[:count])
        return held[count:]

    def _lacking(self, held: Sequence[Box]) -> float:
        """How much more room boxes would need here, the first of them as close as it may be."""
        return _needed(held) + self._closest(held[0]) + 2 * _LESS - self._room

    def _leaves_much(self, share: float) -> bool:
        """Whether more than such a share of a page would stay white if this one ended here."""
        return self._room > share * self._paper.text_height

    def _has_room(self, held: Sequence[Box]) -> bool:
        return self._gap(held[0]) + _needed(held) <= self._room

    def _place_together(self, held: Sequence[Box]) -> None:
        for box, following in zip_longest(held, held[1:]):
            below = gap(box, following) + following.least if following and box.height > SPARED else 0.0
            self._place(box, below)

    @property
    def _room(self) -> float:
        return self._top - self._paper.bottom

    def _gap(self, box: Box) -> float:
        page = self.pages[-1].boxes
        return gap(page[-1][0], box) if page else 0.0

    def _closest(self, box: Box) -> float:
        """How far below what is above it the box stands where it has moved as close as it may."""
        page = self.pages[-1].boxes
        return max(page[-1][0].after, _HALF * box.before) if page else 0.0

    def _place(self, box: Box, below: float) -> None:
        """Place the box with as much room ``below`` it; where it is cut, that is below its last part."""
        anchor = box.anchor
        while box.height + below > (room := self._room - self._gap(box)):
            halves = box.split(min(room, box.height - _LESS))
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


def _let_go(held: Sequence[Box], *, paired: bool) -> None:
    """Let rows and panels begin where there is no room for all of them."""
    for box in held:
        if isinstance(box, Rows):
            box.let_go(paired=paired)
        elif isinstance(box, Stack):
            box.spared = min(box.spared, _EARLY_PANEL)


def _move_closer(box: Box, distance: float) -> None:
    """Let the box stand so far below what is above it, if that is at least half of what it asks for."""
    if _HALF * box.before <= distance < box.before:
        box.before = distance


def _draw_lower(held: Sequence[Box], distance: float) -> None:
    """Let a picture be so much lower, if it may be."""
    for box in held:
        if isinstance(box, Elastic):
            box.lower(distance)


def _needed(held: Sequence[Box]) -> float:
    """The room that boxes need on a page to begin there: all of them, or as far as the first that is cut."""
    needed = 0.0
    for box, following in zip_longest(held, held[1:]):
        if following is None or (box.height > SPARED and box.least < box.height):
            return needed + box.least
        needed += box.height + gap(box, following)
    return needed
