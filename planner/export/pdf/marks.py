"""A platform's mark: a letter or two in white on its colour, drawn beside its name, which says the same."""

from collections.abc import Callable
from typing import Final

from planner.export.blocks import Mark
from planner.export.pdf.pen import Pen
from planner.export.pdf.structure import ARTIFACT
from planner.export.pdf.style import CHART_MARK, on_white
from planner.export.pdf.typeset import Typesetter

MARK_SIDE: Final = 10.4
MARK_GAP: Final = 5.0


def mark_drawing(mark: Mark, setter: Typesetter) -> Callable[[Pen, float, float], None]:
    """What draws the mark with its upper left corner at a place; it is decoration."""
    line = setter.one_line(mark.text, CHART_MARK, MARK_SIDE + 2)
    ink = on_white(mark.colour)

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.tag(ARTIFACT):
            pen.fill_round(x, top - MARK_SIDE, MARK_SIDE, MARK_SIDE, 2.4, ink)
            middle = x + (MARK_SIDE - line.width) / 2
            pen.line(line, middle, top - (MARK_SIDE - CHART_MARK.leading) / 2, CHART_MARK)

    return draw
