"""How a run of text is set: its fonts, its paint, and the words known in them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from planner.export.blocks import Run, Tone
from planner.export.pdf.fonts import FontBook, font_book
from planner.export.pdf.line import Paint, plain_paint
from planner.export.pdf.pairs import END
from planner.export.pdf.pieces import Piece, Word
from planner.export.pdf.structure import Element, spoken
from planner.export.pdf.style import ACCENT, TONES, Colour, Type
from planner.export.pdf.tokens import BLANK, WIDE_SPACE
from planner.export.pdf.turns import level_parts
from planner.export.pdf.words import Look, Words
from planner.export.safe_links import safe_link

_REMEMBERED: Final = 10_000
# The pieces of a word in text of several directions, their levels, and its width.
TurnedWord = tuple[tuple[Piece, ...], bytes, float]


class Manner(NamedTuple):
    """How a run is set; the words known in its look are those of both directions.

    Words ``turned`` have several levels, and are known by these too.
    """

    paint: Paint
    known: Sequence[Words]
    space: Word
    turned: dict[tuple[str, bytes], TurnedWord]

    def space_for(self, blanks: str) -> Word:
        """What is set for each of some blanks; a wide one is told as any other."""
        if blanks[0] != WIDE_SPACE:
            return self.space
        (piece,), (told,) = self.known[0][WIDE_SPACE].pieces, self.space.pieces
        (glyph,) = piece.glyphs
        return Word((replace(piece, glyphs=(replace(glyph, text=told.text),), text=told.text),), piece.width)

    def learn(self, texts: Iterable[str]) -> None:
        """Measure words by the lot, which takes a fraction of the time that each by itself takes."""
        lines = END.join([text for text in dict.fromkeys(texts) if text[0] not in BLANK])
        for known in self.known:
            known.learn(lines)

    def turned_word(self, text: str, levels: bytes) -> TurnedWord:
        """The word whose characters have these levels, in parts of one level each."""
        made = self.turned.get((text, levels))
        if made is None:
            made = self._of_parts(level_parts(text, levels))
            if len(self.turned) < _REMEMBERED:
                self.turned[text, levels] = made
        return made

    def _of_parts(self, parts: Sequence[tuple[str, int]]) -> TurnedWord:
        known, pieces, levels, width = self.known, list[Piece](), list[int](), 0.0
        for part, level in parts:
            word = known[level % 2][part]
            pieces += word.pieces
            levels += [level] * len(word.pieces)
            width += word.width
        return tuple(pieces), bytes(levels), width


def manner(run: Run, style: Type, book: FontBook) -> Manner:
    """How a run is set in a type, in a document of a book of fonts."""
    link = safe_link(run.link) if run.link else None
    tag = _element(run, link)
    ink = _ink(run, style, link)
    book = font_book(run.language) if run.language else book
    bold = run.bold or style.bold
    known = [book.words(Look(bold, run.italic, style.tabular, rtl)) for rtl in (False, True)]
    paint = Paint(ink, link, tag) if tag else plain_paint(ink)
    return Manner(paint, known, known[0][" "], {})


def _ink(run: Run, style: Type, link: str | None) -> Colour:
    if run.tone is Tone.PLAIN:
        return ACCENT if link else style.ink
    return TONES[run.tone]


def _element(run: Run, link: str | None) -> Element | None:
    if link:
        return spoken(run.language, "Link")
    return spoken(run.language) if run.language else None
