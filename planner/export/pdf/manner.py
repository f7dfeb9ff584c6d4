"""How a run of text is set: its fonts, its paint, and the words known in them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from planner.export.blocks import Run, Tone
from planner.export.pdf.fonts import FontBook, Look
from planner.export.pdf.line import Paint, plain_paint
from planner.export.pdf.pieces import Piece, Word
from planner.export.pdf.structure import Element, spoken
from planner.export.pdf.style import ACCENT, TONES, Colour, Type
from planner.export.pdf.turns import level_parts
from planner.export.text import safe_link


class TurnedWord(NamedTuple):
    """A word in text of several directions: its pieces with their levels, and its width."""

    pieces: Sequence[Piece]
    levels: bytes
    width: float


class Manner(NamedTuple):
    """How a run is set; its ``looks`` are those of both directions.

    Words are ``known`` where all runs from left to right; elsewhere those ``turned``, by their levels too.
    """

    paint: Paint
    looks: Sequence[Look]
    known: Mapping[str, Word]
    book: FontBook
    space: Word
    turned: dict[tuple[str, bytes], TurnedWord]

    def turned_word(self, text: str, levels: bytes) -> TurnedWord:
        """The word in parts of one level each, from now on known."""
        level = levels[0]
        if levels.count(level) == len(levels):
            word = self.book.word(text, self.looks[level % 2])
            made = TurnedWord(word.pieces, bytes([level]) * len(word.pieces), word.width)
        else:
            made = self._of_parts(level_parts(text, levels))
        self.turned[text, levels] = made
        return made

    def _of_parts(self, parts: Iterable[tuple[str, int]]) -> TurnedWord:
        words = [(self.book.word(part, self.looks[level % 2]), level) for part, level in parts]
        return TurnedWord(
            [piece for word, _ in words for piece in word.pieces],
            bytes(level for word, level in words for _ in word.pieces),
            sum(word.width for word, _ in words),
        )


def manner(run: Run, style: Type, book: FontBook) -> Manner:
    """How a run is set in a type, in a document of a book of fonts."""
    link = safe_link(run.link) if run.link else None
    tag = _element(run, link)
    ink = _ink(run, style, link)
    looks = _looks(run.bold or style.bold, run.italic, style.tabular)
    book = book.speaking(run.language) if run.language else book
    paint = Paint(ink, link, tag) if tag else plain_paint(ink)
    return Manner(paint, looks, book.words(looks[0]), book, book.word(" ", looks[0]), {})


def _ink(run: Run, style: Type, link: str | None) -> Colour:
    if run.tone is Tone.PLAIN:
        return ACCENT if link else style.ink
    return TONES[run.tone]


def _element(run: Run, link: str | None) -> Element | None:
    if link:
        return spoken(run.language, "Link")
    return spoken(run.language) if run.language else None


@cache
def _looks(bold: bool, italic: bool, tabular: bool) -> tuple[Look, Look]:
    """The look of text from left to right, and from right to left."""
    return Look(bold, italic, tabular), Look(bold, italic, tabular, rtl=True)
