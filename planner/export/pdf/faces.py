"""A font file, opened by HarfBuzz, and its glyphs."""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.composites import Composite
from planner.export.pdf.memo import Memo
from planner.export.pdf.pairs import Script

BOX: Final = "\u25a1"
_REGULAR: Final = 400


# Not frozen at run time: hard texts have a hundred thousand, and freezing takes longer than making them.
@dataclass(slots=True, eq=False)
class Glyph:
    """A glyph, the text it stands for, and the moves before and after it in thousandths of the size.

    A cluster of several glyphs is one glyph, put together as ``composite`` says; ``number`` is its first.
    """

    number: int
    text: str
    before: float
    after: float
    composite: Composite | None = None

    @property
    def drawn(self) -> Composite:
        """The glyphs that are drawn for it; of a single one, the width is that of the font."""
        return self.composite or Composite((self.number,), (0,), (0,), 0)


class Face:
    """One font file, opened when it is first needed. All lengths are in thousandths of the type size."""

    def __init__(
        self,
        name: str,
        path: Path,
        *,
        bold: bool = False,
        italic: bool = False,
        letters: bool = True,
        joined: bool = False,
        scripts: Sequence[Script] = (),
        foreign: bool = False,
        index: int = 0,
    ) -> None:
        """Name the face; nothing is read yet.

        A face of signs, without ``letters``, is never thickened; one whose letters are ``joined`` is never
        spaced. Words of its ``scripts`` are put together from what is known of their letters. Of a
        ``foreign`` file, of any format and perhaps broken, documents get the outlines alone. ``index`` is the
        place of the face in a collection.
        """
        self.name = name
        self.bold = bold
        self.italic = italic
        self.thickens = letters and not bold
        self.joined = joined
        self.scripts = scripts
        self.foreign = foreign
        self._path = path
        self._index = index

    @cached_property
    def file(self) -> Any:
        """HarfBuzz's view of the file."""
        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self._path)), self._index)

    @cached_property
    def font(self) -> Any:
        """HarfBuzz's font, which shapes text; of a range of weights, the regular one is drawn."""
        font = uharfbuzz.Font(self.file)
        if self.foreign:
            font.set_variations({"wght": _REGULAR})
        return font

    @cached_property
    def unit(self) -> float:
        """How many thousandths of the type size a unit of the file is."""
        return 1000 / float(self.file.upem)

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return self.font.get_nominal_glyph(ord(character)) is not None

    @cached_property
    def box(self) -> int:
        """The glyph that is drawn where a character is missing."""
        return self.font.get_nominal_glyph(ord(BOX)) or 0

    @cached_property
    def widths(self) -> Memo[int, int]:
        """The widths of glyphs in the font's own units."""
        return Memo(self.font.get_glyph_h_advance)

    def advance(self, glyph: int) -> float:
        """The width of a glyph, as the font file gives it."""
        return self.widths[glyph] * self.unit

    def raised(self, glyph: Glyph, rise: float) -> Glyph:
        """The glyph as much higher, for signs that stand too low."""
        width = self.widths[glyph.number]
        composite = Composite((glyph.number,), (0,), (round(rise / self.unit),), width)
        return replace(glyph, composite=composite)

    def halved(self, glyph: Glyph, *, right: bool) -> Glyph:
        """The glyph in the one half of its width where all its ink is, or as it is if that is not so."""
        ink, whole = self.font.get_glyph_extents(glyph.number), self.widths[glyph.number]
        half = whole // 2
        begins, ends = (half, whole) if right else (0, half)
        if glyph.composite or not ink or not begins <= ink.x_bearing <= ink.x_bearing + ink.width <= ends:
            return glyph
        return replace(glyph, composite=Composite((glyph.number,), (-begins,), (0,), half))

    def width(self, glyph: Glyph) -> float:
        """The width of a glyph or of a composite one."""
        return glyph.composite.width * self.unit if glyph.composite else self.advance(glyph.number)

    def widths_of(self, glyphs: Iterable[Glyph]) -> list[float]:
        """The width of each of many glyphs."""
        widths, unit = self.widths, self.unit
        return [
            (glyph.composite.width if glyph.composite else widths[glyph.number]) * unit for glyph in glyphs
        ]

    @cached_property
    def measures(self) -> dict[str, int]:
        """Ascent, descent, height of capitals and bounding box, for the font's description."""
        extents = self.font.get_font_extents("ltr")
        box = struct.unpack(">4h", self.file.reference_table("head").data[36:44])
        metrics = self.file.reference_table("OS/2").data
        capitals = struct.unpack(">h", metrics[88:90])[0] if len(metrics) >= 90 else extents.ascender
        values = (extents.ascender, extents.descender, capitals, *box)
        names = ("ascent", "descent", "capitals", "left", "bottom", "right", "top")
        return {name: round(value * self.unit) for name, value in zip(names, values, strict=True)}
