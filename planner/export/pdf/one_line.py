"""Sets a text as one line, shortened where it has no room."""

from functools import lru_cache
from typing import Final

from planner.export.blocks import Run
from planner.export.cut import WORDS_KEPT, closed
from planner.export.pdf.clusters import LONGEST, clusters
from planner.export.pdf.fonts import FontBook
from planner.export.pdf.line import Line
from planner.export.pdf.lines import break_lines
from planner.export.pdf.style import Type
from planner.export.pdf.tokens import WIDE_SPACE, is_eastern
from planner.export.pdf.words import Look
from planner.export.text import clean

_ENDLESS: Final = 1e9
_ROUNDED: Final = 1e-6  # so much wider than its room is a text that fills it, once widths were added up


@lru_cache(maxsize=1000)
def one_line(text: str, style: Type, width: float, book: FontBook) -> Line:
    """The text as one line, shortened with an ellipsis where it does not fit."""
    parts = clean(text[: 4 * int(width)]).strip().split(WIDE_SPACE)
    whole = text = WIDE_SPACE.join(" ".join(part.split()) for part in parts)
    (line,) = break_lines((Run(text),), style, _ENDLESS, book)
    look = Look(style.bold, tabular=style.tabular)
    while line.width > width + _ROUNDED and text:
        over = (line.width - width) * 1000 / style.size
        while over > 0 and text:
            last = clusters(text[-LONGEST:])[-1]
            over -= book.word(last, look).advance(style.tracking)
            text = text[: -len(last)]
        (line,) = break_lines((Run(closed(text)),), style, _ENDLESS, book)
    words = text.rfind(" ")
    parted = len(text) < len(whole) and not (whole[len(text)] == " " or is_eastern(whole[len(text) :]))
    if parted and words > WORDS_KEPT * len(text):
        (line,) = break_lines((Run(closed(text[:words])),), style, _ENDLESS, book)
    return line


def ended_with(text: str, end: str, style: Type, width: float, book: FontBook) -> Line:
    """The text and its end as one line, of which only the text is shortened, as far as that is enough."""
    room = width - one_line(end, style, width, book).width - style.size / 2
    begun = "".join(piece.text for piece in one_line(text, style, room, book).pieces)
    return one_line(begun + end, style, width, book)
