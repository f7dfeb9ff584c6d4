"""The fonts of the PDF: which face has a character, and the glyphs and width of a word, by HarfBuzz."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import uharfbuzz

from planner.core.resources import resource

BOX: Final = "\u25a1"
LONGEST_WORD: Final = 64
_ROUND_SIGNS: Final = "◐◷⊘○●◔◑◒◓"
_LOW_SIGNS: Final = "◐◷○●◔◑◒◓"
_RISE: Final = 70.0
_REMEMBERED: Final = 60_000
_STAYS_WITH_LAST: Final = re.compile("[ \u0300-\u036f\u200b-\u200d\ufe00-\ufe0f]")
_FEATURES: Final = {False: {"liga": False, "calt": False}, True: {"liga": False, "calt": False, "tnum": True}}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph, the text it stands for, and the moves before and after it in thousandths of the size."""

    number: int
    text: str
    before: float
    after: float


class Face:
    """One font file, opened when it is first needed. All lengths are in thousandths of the type size."""

    def __init__(
        self, name: str, path: Path, *, bold: bool = False, italic: bool = False, letters: bool = True
    ) -> None:
        """Name the face; nothing is read yet. A face of signs, without ``letters``, is never thickened."""
        self.name = name
        self.bold = bold
        self.italic = italic
        self.thickens = letters and not bold
        self._path = path
        self._advances: dict[int, float] = {}

    @cached_property
    def file(self) -> Any:
        """HarfBuzz's view of the file."""
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self._path)))

    @cached_property
    def font(self) -> Any:
        """HarfBuzz's font, which shapes text."""
        return uharfbuzz.Font(self.file)

    @cached_property
    def _unit(self) -> float:
        return 1000 / float(self.file.upem)

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return self.font.get_nominal_glyph(ord(character)) is not None

    @cached_property
    def box(self) -> int:
        """The glyph that is drawn where a character is missing."""
        return self.font.get_nominal_glyph(ord(BOX)) or 0

    def advance(self, glyph: int) -> float:
        """The width of a glyph, as the font file gives it."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self._unit
        return width

    def shape(self, text: str, *, tabular: bool = False) -> tuple[tuple[Glyph, ...], float]:
        """The glyphs of the text, kerned, and their width; ``tabular`` gives all digits one width."""
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self.font, buffer, _FEATURES[tabular])
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        texts = _cluster_texts([info.cluster for info in infos], text)
        glyphs, total = [], 0.0
        for info, position, said in zip(infos, positions, texts, strict=True):
            number = info.codepoint or self.box
            width = position.x_advance * self._unit if info.codepoint else self.advance(number)
            shift = position.x_offset * self._unit
            glyphs.append(Glyph(number, said, -shift, self.advance(number) - width + shift))
            total += width
        return tuple(glyphs), total

    @cached_property
    def measures(self) -> dict[str, float]:
        """Ascent, descent, height of capitals and bounding box, for the font's description."""
        extents = self.font.get_font_extents("ltr")
        box = struct.unpack(">4h", self.file.reference_table("head").data[36:44])
        metrics = self.file.reference_table("OS/2").data
        capitals = struct.unpack(">h", metrics[88:90])[0] if len(metrics) >= 90 else extents.ascender
        values = (extents.ascender, extents.descender, capitals, *box)
        names = ("ascent", "descent", "capitals", "left", "bottom", "right", "top")
        return {name: round(value * self._unit) for name, value in zip(names, values, strict=True)}


def _cluster_texts(clusters: list[int], text: str) -> Iterator[str]:
    """The text that each glyph stands for: the first glyph of a cluster has it all, the others none."""
    starts = sorted(set(clusters))
    parts = zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)
    texts = {start: text[first:end] for start, (first, end) in zip(starts, parts, strict=False)}
    return (texts.pop(start, "") for start in clusters)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of a word in one face.

    ``thickened`` where the face has no bold of its own; ``rise`` lifts signs that stand too low.
    """

    face: Face
    glyphs: tuple[Glyph, ...]
    text: str
    width: float
    thickened: bool
    rise: float


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What is set without a break: its pieces and their width in thousandths of the type size."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Look:
    """The way of a text that decides its glyphs."""

    bold: bool = False
    italic: bool = False
    tabular: bool = False


class FontBook:
    """The faces in the order in which they are asked for a character, and the words already measured."""

    def __init__(self, folder: Path) -> None:
        """Name the faces of the folder of fonts."""
        shared = [
            Face("NotoSansSC-Regular", folder / "NotoSansSC-Subset.ttf"),
            Face("NotoSansKR-Regular", folder / "NotoSansKR-Subset.ttf"),
            Face("DejaVuSans", folder / "DejaVuSans-Subset.ttf", letters=False),
        ]
        main = {
            (bold, italic): Face(f"Inter-{name}", folder / f"Inter-{name}.ttf", bold=bold, italic=italic)
            for (bold, italic), name in _MAIN_FACES.items()
        }
        self._chains = {style: [face, *shared] for style, face in main.items()}
        self._faces: dict[tuple[bool, bool, str], Face] = {}
        self._words: dict[Look, dict[str, Word]] = {}

    def words(self, look: Look) -> dict[str, Word]:
        """The words already measured in a look; :meth:`word` adds to them."""
        return self._words.setdefault(look, {})

    def word(self, text: str, look: Look) -> Word:
        """The word as glyphs; it is remembered unless it is long."""
        known = self.words(look)
        word = known.get(text)
        if word is None:
            pieces = tuple(self._pieces(text, look))
            word = Word(pieces, sum(piece.width for piece in pieces))
            if len(known) > _REMEMBERED:
                known.clear()
            if len(text) <= LONGEST_WORD:
                known[text] = word
        return word

    def _pieces(self, text: str, look: Look) -> Iterator[Piece]:
        for face, part in self._segments(text, look):
            glyphs, width = face.shape(part, tabular=look.tabular)
            yield Piece(
                face,
                glyphs,
                part,
                width,
                look.bold and face.thickens,
                _RISE if part[0] in _LOW_SIGNS else 0.0,
            )

    def _segments(self, text: str, look: Look) -> Iterator[tuple[Face, str]]:
        """The text in stretches of one face each."""
        main = self._chains[look.bold, look.italic][0]
        if text.isascii():
            yield main, text
            return
        start, last = 0, None
        for index, character in enumerate(text):
            face = last if last and _STAYS_WITH_LAST.match(character) else self._face(character, look)
            if last is not None and face is not last:
                yield last, text[start:index]
                start = index
            last = face
        yield last or main, text[start:]

    def _face(self, character: str, look: Look) -> Face:
        key = (look.bold, look.italic, character)
        face = self._faces.get(key)
        if face is None:
            chain = self._chains[look.bold, look.italic]
            if character in _ROUND_SIGNS:
                chain = chain[::-1]
            face = self._faces[key] = next((face for face in chain if face.covers(character)), chain[0])
        return face


_MAIN_FACES: Final = {
    (False, False): "Regular",
    (True, False): "SemiBold",
    (False, True): "Italic",
    (True, True): "SemiBoldItalic",
}

_books: dict[Path, FontBook] = {}


def font_book() -> FontBook:
    """The fonts that the program brings; one book for the whole process, so that words are measured once."""
    folder = resource("fonts")
    if folder not in _books:
        _books[folder] = FontBook(folder)
    return _books[folder]
