"""The words measured so far: the glyphs and width of each, in one look and language."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import groupby
from operator import attrgetter, is_
from typing import Final, NamedTuple

from planner.export.isolates import RTL
from planner.export.pdf.choice import Choice
from planner.export.pdf.composites import Composite
from planner.export.pdf.faces import Face, Glyph
from planner.export.pdf.halves import CROWDED, closed_up
from planner.export.pdf.memo import Memo
from planner.export.pdf.pairs import END, Script
from planner.export.pdf.pieces import Piece, Word
from planner.export.pdf.shaping import Shaping

LONGEST_WORD: Final = 64
_LOW_SIGNS: Final = frozenset("◐◷○●◔◑◒◓")
_RISE: Final = 70.0
_REMEMBERED: Final = 60_000
# What runs from left to right, and from right to left.
_RUNNING: Final = re.compile(f"[^{RTL}{END}]+"), re.compile(f"[{RTL}]+")


class Look(NamedTuple):
    """The way of a text that decides its glyphs; ``rtl`` text runs from right to left."""

    bold: bool = False
    italic: bool = False
    tabular: bool = False
    rtl: bool = False


class Spaces(dict[Face, Piece]):
    """The space after a word of each face, as wide as the main face's, as a glyph of that face without ink.

    So word and space are shown at once, in one font: most faces of the program have no space of their own.
    """

    def __init__(self, main: Piece, *, bold: bool) -> None:
        """Give the space of the main face."""
        super().__init__({main.face: main})
        self._main = main
        self._bold = bold

    def __missing__(self, face: Face) -> Piece:
        """Make the space of a face."""
        width = round(self._main.width / face.unit)
        blank = Glyph(0, " ", 0.0, width * face.unit - self._main.width, Composite((), (), (), width))
        self[face] = piece = Piece(face, (blank,), " ", self._main.width, self._bold and face.thickens)
        return piece


class Words(dict[str, Word]):
    """The words of one look, each measured when it is first asked for and remembered unless it is long."""

    def __init__(self, choice: Choice, look: Look, language: str) -> None:
        """Begin without any; ``choice`` says which faces have them."""
        super().__init__()
        self._choice = choice
        self._look = look
        self._rtl = look.rtl
        self.language = language
        self._shapings = Memo(self._begun)
        self._parts = Memo(self._piece)
        self._letters: Memo[str, Piece] = Memo(self._letter)
        self._alike: dict[str, tuple[Glyph, float]] = {}

    @cached_property
    def spaces(self) -> Spaces:
        """The spaces between words."""
        return Spaces(self[" "].pieces[0], bold=self._look.bold)

    def learn(self, lines: str, *, clusters: bool = False) -> None:
        """Measure what runs in this direction of all lines at once, each of which is a word or a cluster."""
        words = dict.fromkeys(_RUNNING[self._rtl].findall(lines))
        self._make_room(words)
        lines = END.join([word for word in words if word not in self and len(word) <= LONGEST_WORD])
        for script in self._choice.scripts(rtl=self._rtl):
            for face, found in self._choice.by_face(script.words.findall(lines)):
                if script in face.scripts:
                    self._shape(face, found, script)
        left = [word for word in lines.split(END) if word not in self] if lines else []
        for face, alike in self._choice.lone_words.alike(END.join(left)).items():
            self._learn_alike(face, alike)
        left = [word for word in left if word not in self]
        self._learn_lone(dict.fromkeys("".join(left)))
        letters, longer = self._letters, []
        for word in left:
            if piece := letters.get(word):
                self[word] = Word((piece,), piece.width)
            else:
                longer.append(word)
        choice = self._choice
        for word, parts in choice.lone_words.among(END.join(longer)):
            self[word] = self._together(parts)
        left = [word for word in longer if word not in self]
        if clusters:
            for word in left:
                piece = self._piece((choice[word], word))
                self[word] = Word((piece,), piece.width)
        else:
            for word, stretches in zip(left, choice.stretches_of(left), strict=True):
                self[word] = self._of_stretches(word, stretches)

    def _shape(self, face: Face, words: Sequence[str], script: Script) -> None:
        """Measure words of a script of a face."""
        thickened, shaped = self._look.bold and face.thickens, self._shapings[face].shape_all(words, script)
        for word, (glyphs, width) in zip(words, shaped, strict=True):
            self[word] = Word((Piece(face, glyphs, word, width, thickened),), width)

    def _learn_alike(self, face: Face, words: Sequence[str]) -> None:
        """Measure words of characters of one face that look at none beside them."""
        known, thickened = self._alike, self._look.bold and face.thickens
        new = [each for each in dict.fromkeys("".join(words)) if each not in known]
        known.update(zip(new, self._shapings[face].lone(new), strict=True))
        for word in words:
            glyphs, widths = zip(*map(known.__getitem__, word), strict=True)
            seen, width = glyphs[::-1] if self._rtl else glyphs, sum(widths)
            self[word] = Word((Piece(face, seen, word, width, thickened),), width)

    def _learn_lone(self, characters: Iterable[str]) -> None:
        """Make the pieces of those characters that look at none beside them."""
        known = self._letters
        new = "".join([each for each in characters if each not in known])
        for face, found in self._choice.lone_words.by_face(new):
            thickened, shaped = self._look.bold and face.thickens, self._shapings[face].lone(found)
            for character, (glyph, width) in zip(found, shaped, strict=True):
                known[character] = Piece(face, (glyph,), character, width, thickened)

    def _together(self, parts: Iterable[str]) -> Word:
        """A word of parts that do not look at each other, in stretches of one face each."""
        pieces = tuple(map(self._letters.__getitem__, parts))
        faces = [piece.face for piece in pieces]
        if any(map(is_, faces, faces[1:])):
            stretches = [tuple(those) for _, those in groupby(pieces, attrgetter("face"))]
            pieces = tuple([self._joined(each) if len(each) > 1 else each[0] for each in stretches])
        return Word(pieces, sum([piece.width for piece in pieces]))

    def _joined(self, pieces: Sequence[Piece]) -> Piece:
        """Pieces that follow each other in one face as one."""
        first = pieces[0]
        glyphs = tuple([glyph for piece in pieces for glyph in piece.glyphs])
        text, width = "".join([piece.text for piece in pieces]), sum([piece.width for piece in pieces])
        return Piece(first.face, glyphs[::-1] if self._rtl else glyphs, text, width, first.thickened)

    def _make_room(self, coming: Collection[str]) -> None:
        """Forget all words but those that are coming, if there are too many."""
        if len(self) + len(coming) > _REMEMBERED:
            kept = {word: self[word] for word in coming if word in self}
            self.clear()
            self.update(kept)
        for known in (self._parts, self._letters, self._alike):
            if len(known) > _REMEMBERED:
                known.clear()

    def __missing__(self, text: str) -> Word:
        """Measure a word."""
        word = self._of_stretches(text, self._choice.stretches(text))
        if len(text) <= LONGEST_WORD:
            self._make_room((text,))
            self[text] = word
        return word

    def _of_stretches(self, text: str, parts: Sequence[tuple[Face, str]]) -> Word:
        """A word of stretches of one face each."""
        shared = len(parts) > 1 or len(text) == 1
        pieces = tuple(map(self._parts.__getitem__ if shared else self._piece, parts))
        if not (self._rtl or text.isascii()) and CROWDED.search(text):
            pieces = tuple(closed_up(pieces))
        return Word(pieces, sum([piece.width for piece in pieces]) if len(pieces) > 1 else pieces[0].width)

    def _letter(self, part: str) -> Piece:
        """A character that may look at others, or several of one face."""
        return self._piece((self._choice[part[0]], part))

    def _piece(self, part: tuple[Face, str]) -> Piece:
        """A part of a word in one face; many words that differ have the same."""
        face, text = part
        glyphs, width = self._shapings[face].shape(text)
        if text[0] in _LOW_SIGNS:
            glyphs = tuple(face.raised(glyph, _RISE) for glyph in glyphs)
        return Piece(face, glyphs, text, width, self._look.bold and face.thickens)

    def _begun(self, face: Face) -> Shaping:
        """What shapes the words of a face."""
        look = self._look
        return Shaping(face, tabular=look.tabular, rtl=look.rtl, language=self.language)
