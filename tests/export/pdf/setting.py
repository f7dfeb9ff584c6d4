"""A typesetter for charts, and what a note beside a bar says."""

from datetime import date

from planner.export.blocks import Document
from planner.export.languages import Languages
from planner.export.pdf.fonts import font_book
from planner.export.pdf.line import Line
from planner.export.pdf.typeset import Typesetter

WIDTH = 487.0


def new_setter() -> Typesetter:
    """A typesetter of an English document."""
    return Typesetter(font_book("en"), WIDTH, Languages(Document("Title", "en", date(2027, 1, 5), ())))


def told(note: tuple[float, Line] | None) -> str:
    """What a note says, "" where there is none."""
    return "".join(piece.text for piece in note[1].pieces) if note else ""
