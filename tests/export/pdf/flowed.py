"""Boxes that are flowed over small pages, for tests to look at."""

from planner.export.pdf.boxes import Box, Drawing, Text
from planner.export.pdf.flow import Flow
from planner.export.pdf.line import Line
from planner.export.pdf.style import Paper, Type

PAPER = Paper(300, 600, side=50, top=50, bottom=50)
ROOM = PAPER.text_height
TEN = Type(8, 10)


def text(count: int, **options: float) -> Text:
    """A text of so many lines."""
    return Text([Line([], [], 1.0) for _ in range(count)], TEN, **options)  # type: ignore[arg-type]


def paragraph(count: int) -> list[Line]:
    """The lines of a paragraph."""
    return [Line([], [], 1.0, ends=place == count) for place in range(1, count + 1)]


def drawing(height: float, *, keep: bool = False) -> Drawing:
    """A drawing of a height."""
    return Drawing(height, lambda pen, x, top: None, keep=keep)


def flow(*boxes: Box) -> Flow:
    """Boxes, flowed."""
    made = Flow(PAPER)
    for box in boxes:
        made.add(box)
    made.settle()
    return made


def heights(made: Flow) -> list[list[float]]:
    """The heights of the boxes on each page."""
    return [[box.height for box, _ in page.boxes] for page in made.pages]
