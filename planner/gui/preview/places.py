"""Where the pages of a document stand below each other."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSizeF

MARGIN = 20
GAP = 16


@dataclass(frozen=True, slots=True)
class Place:
    """A place that outlives its document: a page, and how far down on it, where 1 is its lower edge."""

    page: int
    down: float


START = Place(0, -1.0)


@dataclass(frozen=True, slots=True)
class Places:
    """The pages' rectangles in pixels, from the first page's margin down."""

    rects: Sequence[QRect]
    width: int = 0

    @property
    def height(self) -> int:
        """How high all pages are together, with the margins around them."""
        return self.rects[-1].bottom() + 1 + MARGIN if self.rects else 0

    def page_at(self, y: int) -> int:
        """The page at a height, or the last one above it."""
        return max(0, bisect_right(self.rects, y, key=lambda rect: rect.top()) - 1)

    def between(self, top: int, bottom: int) -> range:
        """The pages of which something is to be seen between two heights."""
        first = self.page_at(top)
        if self.rects and self.rects[first].bottom() < top:
            first += 1
        return range(first, min(self.page_at(bottom) + 1, len(self.rects)))

    def place_at(self, y: int) -> Place:
        """The place at a height."""
        if not self.rects:
            return START
        page = self.page_at(y)
        return Place(page, (y - self.rects[page].top()) / self.rects[page].height())

    def height_of(self, place: Place) -> int:
        """The height of a place; of the last page where the document has become shorter."""
        if not self.rects:
            return 0
        rect = self.rects[min(place.page, len(self.rects) - 1)]
        return rect.top() + round(place.down * rect.height())


def scale_to_fit(page: QSizeF, width: int) -> float:
    """How many pixels a point takes where a page is as wide as the room that it has."""
    return max(40, width - 2 * MARGIN) / max(1.0, page.width())


def places(page: QSizeF, count: int, scale: float, room: int) -> Places:
    """Where so many pages of one size stand, in the middle of a room as wide as this or wider."""
    wide, high = round(page.width() * scale), round(page.height() * scale)
    width = max(room, wide + 2 * MARGIN)
    left = (width - wide) // 2
    rects = [QRect(left, MARGIN + number * (high + GAP), wide, high) for number in range(count)]
    return Places(rects, width)
