"""Embeds in one PDF the glyphs that it uses of a face, with the exact text of each for search and copying."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from planner.export.pdf.clusters import INVISIBLE
from planner.export.pdf.composites import Composite, with_composites
from planner.export.pdf.direction import LTR_MARK, RTL_MARK
from planner.export.pdf.faces import BOX, Face, Glyph
from planner.export.pdf.fonts import Piece

_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "post", "name", "OS/2", "cmap", "kern", "vhea", "vmtx")
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_END = "endcmap CMapName currentdict /CMap defineresource pop end end"
_LONGEST_BLOCK = 100
# Nobody but two who have agreed on it can read a character of private use, so archives allow none.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UNKNOWN = "\ufffd"


class Key(NamedTuple):
    """What a code of the document stands for."""

    number: int
    text: str
    composite: Composite | None = None


class EmbeddedFace:
    """A face within one document: a code for each pair of glyph and text, and at the end the font itself."""

    def __init__(self, face: Face, resource_name: str) -> None:
        """Start without any glyph; ``resource_name`` is the font's name in the page's content, such as F1."""
        self.face = face
        self.resource_name = resource_name
        self.unprintable: set[str] = set()
        self._codes: dict[tuple[int, str, Composite | None], int] = {}
        self._glyphs: list[Key] = [Key(0, "")]
        self._widths = [face.advance(0)]
        self._written: dict[Piece, str] = {}
        self._signs: dict[Glyph, str] = {}

    def encode(self, piece: Piece) -> str:
        """The piece as the elements of a TJ array."""
        written = self._written.get(piece)
        if written is None:
            written = self._written[piece] = self._encode(piece)
        return written

    def _encode(self, piece: Piece) -> str:
        return "".join(map(self._sign, piece.glyphs)).replace("><", "")

    def _sign(self, glyph: Glyph) -> str:
        sign = self._signs.get(glyph)
        if sign is None:
            sign = f"{_move(glyph.before)}<{self._code(glyph):04X}>{_move(glyph.after)}"
            self._signs[glyph] = sign
        return sign

    def _code(self, glyph: Glyph) -> int:
        key = (glyph.number, glyph.text, glyph.composite)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._glyphs)
            self._glyphs.append(Key(*key))
            self._widths.append(self.face.width(glyph))
            self.unprintable.update(self._missing(glyph))
        return code

    def _missing(self, glyph: Glyph) -> Iterator[str]:
        """The characters of a glyph that is drawn as a box."""
        parts = glyph.composite.parts if glyph.composite else ()
        if self.face.box in {glyph.number, *(part.number for part in parts)}:
            unseen = INVISIBLE | {BOX, RTL_MARK, LTR_MARK}
            yield from (each for each in glyph.text if each not in unseen and not self.face.covers(each))

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab calls it by this name when the document is written
        """Write the font into the document."""
        base = PDFName(f"{self._tag()}+{self.face.name}")
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "W": PDFArray([0, PDFArray([round(width, 2) for width in self._widths])]),
            "DW": 1000,
        }
        font_file, glyph_map = self._subset()
        descendant["FontDescriptor"] = doc.Reference(self._descriptor(doc, base, font_file))
        descendant["CIDToGIDMap"] = doc.Reference(_stream(glyph_map))
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([doc.Reference(PDFDictionary(descendant))]),
            "ToUnicode": doc.Reference(_stream(self._to_unicode().encode())),
        }
        reference = doc.Reference(PDFDictionary(font), f"font.{self.resource_name}")
        doc.idToObject["BasicFonts"].dict[self.resource_name] = reference

    def _descriptor(self, doc: Any, base: Any, font_file: bytes) -> Any:
        measures = self.face.measures
        stream = _stream(font_file)
        stream.dictionary["Length1"] = len(font_file)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4 + (64 if self.face.italic else 0),
                "FontBBox": PDFArray([measures[side] for side in ("left", "bottom", "right", "top")]),
                "ItalicAngle": -9 if self.face.italic else 0,
                "Ascent": measures["ascent"],
                "Descent": measures["descent"],
                "CapHeight": measures["capitals"],
                "StemV": 120 if self.face.bold else 80,
                "FontFile2": doc.Reference(stream),
            }
        )

    def _subset(self) -> tuple[bytes, bytes]:
        """The font file with the used glyphs alone, and the map from code to glyph, two bytes each."""
        wanted = uharfbuzz.SubsetInput()
        flags = uharfbuzz.SubsetFlags
        wanted.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
        for key in self._glyphs:
            parts = key.composite.parts if key.composite else ()
            wanted.glyph_set.update([key.number, *(part.number for part in parts)])
        if self.face.varies:
            wanted.pin_all_axes_to_default(self.face.file)
        dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
        for tag in _DROPPED_TABLES:
            dropped.add(int.from_bytes(tag.ljust(4).encode(), "big"))
        plan = uharfbuzz.SubsetPlan(self.face.file, wanted)
        numbers = dict(plan.old_to_new_glyph_mapping)
        composites = _renumbered([key.composite for key in self._glyphs if key.composite], numbers)
        font = with_composites(bytes(plan.execute().blob.data), composites)
        added = count(len(numbers))
        places = (next(added) if key.composite else numbers[key.number] for key in self._glyphs)
        return font, b"".join(int(place).to_bytes(2, "big") for place in places)

    def _to_unicode(self) -> str:
        pairs = [
            f"<{code:04X}> <{_PRIVATE.sub(_UNKNOWN, text).encode('utf-16-be').hex().upper()}>"
            for code, (_, text, _) in enumerate(self._glyphs)
            if text
        ]
        blocks = [pairs[i : i + _LONGEST_BLOCK] for i in range(0, len(pairs), _LONGEST_BLOCK)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return _CMAP_HEAD + body + _CMAP_END

    def _tag(self) -> str:
        """Six letters that depend on the glyphs alone, as the names of subsets must have."""
        number = zlib.crc32(repr(self._glyphs).encode())
        return "".join(chr(ord("A") + (number >> 5 * place) % 26) for place in range(6))


def _renumbered(composites: Iterable[Composite], numbers: Mapping[int, int]) -> list[Composite]:
    """The composites, with the numbers that their parts have in the subset."""
    return [
        replace(
            composite, parts=tuple(replace(part, number=numbers[part.number]) for part in composite.parts)
        )
        for composite in composites
    ]


def _move(amount: float) -> str:
    return f"{amount:.0f}" if abs(amount) >= 0.5 else ""


def _stream(content: bytes) -> Any:
    return PDFStream(content=content, filters=[PDFZCompress])
