"""The fonts of the PDF: which face has a character, and the glyphs and width of a word."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from planner.core.resources import resource
from planner.export.languages import language_tag, written_leftwards
from planner.export.pdf.chain import faces
from planner.export.pdf.clusters import INVISIBLE, clusters, is_emoji
from planner.export.pdf.coverage import Coverage
from planner.export.pdf.faces import Face
from planner.export.pdf.halves import CROWDED, closed_up
from planner.export.pdf.pieces import Piece, Word
from planner.export.pdf.system_fonts import system_fonts

LONGEST_WORD: Final = 64
_ROUND_SIGNS: Final = frozenset("◐◷⊘○●◔◑◒◓")
_LOW_SIGNS: Final = frozenset("◐◷○●◔◑◒◓")
_RISE: Final = 70.0
_DOTS: Final = "…"
_REMEMBERED: Final = 60_000


class Look(NamedTuple):
    """The way of a text that decides its glyphs; ``rtl`` text runs from right to left."""

    bold: bool = False
    italic: bool = False
    tabular: bool = False
    rtl: bool = False


class _Faces(dict[str, Face]):
    """The face of each cluster, found when it is first asked for."""

    def __init__(self, find: Callable[[str], Face]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, cluster: str) -> Face:
        self[cluster] = face = self._find(cluster)
        return face


class FontBook:
    """The faces in the order in which they are asked for a character, and the words already measured."""

    def __init__(self, folder: Path, language: str = "") -> None:
        """Name the faces of the folder of fonts; ``language``, a BCP 47 tag, decides shapes and breaks."""
        self.language = language
        self.leftwards = written_leftwards(language)
        self._folder = folder
        self._chains = {
            (bold, italic): faces(folder).chain(bold=bold, italic=italic, language=language)
            for bold in (False, True)
            for italic in (False, True)
        }
        self._coverage = {
            style: Coverage([face.covers for face in chain]) for style, chain in self._chains.items()
        }
        self._eastern = faces(folder).eastern
        self._faces = {style: _Faces(partial(self._find, style)) for style in self._chains}
        self._words: dict[Look, dict[str, Word]] = {}

    def speaking(self, language: str) -> "FontBook":
        """The book of the same fonts for text in another language."""
        return _book(self._folder, language)

    def words(self, look: Look) -> dict[str, Word]:
        """The words already measured in a look; :meth:`word` adds to them."""
        return self._words.setdefault(look, {})

    def word(self, text: str, look: Look) -> Word:
        """The word as glyphs; it is remembered unless it is long."""
        known = self.words(look)
        word = known.get(text)
        if word is None:
            pieces = tuple([self._piece(face, part, look) for face, part in self._segments(text, look)])
            if len(text) > 1 and not look.rtl and CROWDED.search(text):
                pieces = tuple(closed_up(pieces))
            word = Word(pieces, sum([piece.width for piece in pieces]))
            if len(known) > _REMEMBERED:
                known.clear()
            if len(text) <= LONGEST_WORD:
                known[text] = word
        return word

    def _piece(self, face: Face, text: str, look: Look) -> Piece:
        glyphs, width = face.shape(text, tabular=look.tabular, rtl=look.rtl, language=self.language)
        if text[0] in _LOW_SIGNS:
            glyphs = tuple(face.raised(glyph, _RISE) for glyph in glyphs)
        return Piece(face, glyphs, text, width, look.bold and face.thickens)

    def _segments(self, text: str, look: Look) -> Sequence[tuple[Face, str]]:
        """The text in stretches of one face each; no cluster is ever cut."""
        if text.isascii():
            return ((self._chains[look.bold, look.italic][0], text),)
        known = self._faces[look.bold, look.italic]
        parts = clusters(text)
        having = [*map(known.__getitem__, parts)]
        last = having[0]
        if having.count(last) == len(having):
            return ((last, text),)
        found, start, place = [], 0, 0
        for cluster, own in zip(parts, having, strict=True):
            if not (cluster == " " or INVISIBLE.issuperset(cluster)):
                # After Chinese and Japanese dots stand in the middle of their square.
                face = self._eastern[0] if cluster == _DOTS and last in self._eastern else own
                if face is not last:
                    found.append((last, text[start:place]))
                    start = place
                last = face
            place += len(cluster)
        return [*found, (last, text[start:])]

    def _find(self, style: tuple[bool, bool], cluster: str) -> Face:
        """The first face that has all of the cluster, or at least its beginning, or else the main face.

        The fonts of the computer are asked last, for what those of the program do not have.
        """
        needed = [character for character in cluster if character not in INVISIBLE]
        found = self._own(style, needed, cluster) or system_fonts().find(needed)
        if found is None:
            begun = self._own(style, cluster[:1], cluster)
            found = begun or system_fonts().find(cluster[:1], boxes=True) or self._chains[style][0]
        return found

    def _own(self, style: tuple[bool, bool], characters: Sequence[str], cluster: str) -> Face | None:
        """The program's face that has these characters of a cluster: of signs, one that is drawn for them."""
        chain = self._chains[style]
        wanted = len(chain) - 1 if is_emoji(cluster) else len(chain) - 2 if cluster in _ROUND_SIGNS else 0
        having = self._coverage[style].places(characters, wanted)
        return next((chain[place] for place in having), None)


_books: dict[tuple[Path, str], FontBook] = {}


def _book(folder: Path, language: str) -> FontBook:
    known = language if language_tag(language) == language else ""
    if (folder, known) not in _books:
        _books[folder, known] = FontBook(folder, known)
    return _books[folder, known]


def font_book(language: str = "") -> FontBook:
    """The fonts that the program brings, for a language; one book a process, so that words stay measured."""
    return _book(resource("fonts"), language)
