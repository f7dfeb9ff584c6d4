"""The words measured so far: the glyphs and width of each, in one look and language."""

from typing import Final, NamedTuple

from planner.export.pdf.choice import Choice
from planner.export.pdf.faces import Face
from planner.export.pdf.halves import CROWDED, closed_up
from planner.export.pdf.pieces import Piece, Word
from planner.export.pdf.shaping import Shaping

LONGEST_WORD: Final = 64
_LOW_SIGNS: Final = frozenset("◐◷○●◔◑◒◓")
_RISE: Final = 70.0
_REMEMBERED: Final = 60_000


class Look(NamedTuple):
    """The way of a text that decides its glyphs; ``rtl`` text runs from right to left."""

    bold: bool = False
    italic: bool = False
    tabular: bool = False
    rtl: bool = False


class Words(dict[str, Word]):
    """The words of one look, each measured when it is first asked for and remembered unless it is long."""

    def __init__(self, choice: Choice, look: Look, language: str) -> None:
        """Begin without any; ``choice`` says which faces have them."""
        super().__init__()
        self._choice = choice
        self._look = look
        self.language = language
        self._shapings: dict[Face, Shaping] = {}

    def __missing__(self, text: str) -> Word:
        """Measure a word."""
        pieces = tuple([self._piece(face, part) for face, part in self._choice.stretches(text)])
        if len(text) > 1 and not self._look.rtl and CROWDED.search(text):
            pieces = tuple(closed_up(pieces))
        word = Word(pieces, sum([piece.width for piece in pieces]))
        if len(self) > _REMEMBERED:
            self.clear()
        if len(text) <= LONGEST_WORD:
            self[text] = word
        return word

    def _piece(self, face: Face, text: str) -> Piece:
        shaping = self._shapings.get(face) or self._begun(face)
        glyphs, width = shaping.shape(text)
        if text[0] in _LOW_SIGNS:
            glyphs = tuple(face.raised(glyph, _RISE) for glyph in glyphs)
        return Piece(face, glyphs, text, width, self._look.bold and face.thickens)

    def _begun(self, face: Face) -> Shaping:
        """What shapes words of a face that none was in before."""
        look = self._look
        made = Shaping(face, tabular=look.tabular, rtl=look.rtl, language=self.language)
        self._shapings[face] = made
        return made
