"""Embeds in one PDF the glyphs that it uses of a face, with the exact text of each for search and copying."""

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from planner.export.pdf.cff import cff_font
from planner.export.pdf.clusters import INVISIBLE
from planner.export.pdf.composites import Composite
from planner.export.pdf.direction import LTR_MARK, RTL_MARK
from planner.export.pdf.faces import BOX, Face, Glyph
from planner.export.pdf.file import Compressed, Raw
from planner.export.pdf.memo import Memo
from planner.export.pdf.outlines import Outlines
from planner.export.pdf.pieces import Piece
from planner.export.pdf.subset import cut

_SIDES = ("left", "bottom", "right", "top")
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_END = "endcmap CMapName currentdict /CMap defineresource pop end end"
_LONGEST_BLOCK = 100
_REMEMBERED = 20_000
# Codes and numbers of glyphs have two bytes; the rest is room for a page.
_MANY = 45_000
# Nobody but two who have agreed on it can read a character of private use, so archives allow none.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UNKNOWN = "\ufffd"
_UNSEEN = INVISIBLE | {BOX, RTL_MARK, LTR_MARK}


def showing(codes: Iterable[str]) -> str:
    """The operator that shows codes, and what moves them, which stands outside their brackets."""
    shown = "".join(codes)
    return f"[<{shown}>] TJ".replace("<>", "") if "<" in shown else f"[<{shown}>] TJ"


class EmbeddedFace:
    """A face within one document: a code for each pair of glyph and text, and at the end the font itself."""

    def __init__(self, face: Face, resource_name: str) -> None:
        """Start without any glyph; ``resource_name`` is the font's name in the page's content, such as F1."""
        self.face = face
        self.resource_name = resource_name
        self._codes: dict[tuple[int, str, Composite | None], str] = {}
        self._coded: list[Glyph] = []
        self._words = Memo(self._word)
        self._alone: Memo[Piece, str] = Memo(lambda piece: showing([self._word(piece)]))
        self._shown: dict[tuple[Piece, ...], str] = {}
        self._signs = Memo(self._sign)
        # In a file that is cut, the parts of clusters stand beside them.
        self._most = _MANY - (0 if face.foreign else face.file.glyph_count)

    @property
    def unprintable(self) -> set[str]:
        """The characters drawn so far as a box."""
        box = self.face.box
        texts = [
            glyph.text
            for glyph in self._coded
            if (box in glyph.composite.numbers if glyph.composite else glyph.number == box)
        ]
        drawn = set("".join(texts)) - _UNSEEN
        return drawn.difference(map(chr, self.face.file.unicodes)) if drawn else drawn

    @property
    def full(self) -> bool:
        """Whether pages to come had better embed the face anew."""
        return len(self._codes) > self._most

    def show_once(self, pieces: Iterable[Piece]) -> str:
        """The operator that shows the pieces, which hardly ever follow each other a second time."""
        signs, words = self._signs, self._words
        return showing(
            [signs[piece.glyphs[0]] if len(piece.glyphs) == 1 else words[piece] for piece in pieces]
        )

    def show(self, pieces: tuple[Piece, ...]) -> str:
        """The operator that shows the pieces."""
        if len(pieces) == 1:
            return self._alone[pieces[0]]
        written = self._shown.get(pieces)
        if written is None:
            signs = self._signs
            written = showing([signs[glyph] for piece in pieces for glyph in piece.glyphs])
            if len(self._shown) < _REMEMBERED:
                self._shown[pieces] = written
        return written

    def _word(self, piece: Piece) -> str:
        return "".join(map(self._signs.__getitem__, piece.glyphs))

    def _sign(self, glyph: Glyph) -> str:
        key = glyph.number, glyph.text, glyph.composite
        code = self._codes.get(key)
        if code is None:
            self._coded.append(glyph)
            code = self._codes[key] = f"{len(self._coded):04X}"
        return f"{_move(glyph.before)}{code}{_move(glyph.after)}" if glyph.before or glyph.after else code

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab calls it by this name when the document is written
        """Write the font into the document."""
        glyphs = [Glyph(0, "", 0.0, 0.0), *self._coded]
        widths = self.face.widths_of(glyphs)
        to_unicode = self._to_unicode()
        name = f"{self._tag(glyphs, to_unicode)}+{self.face.name}"
        told: Memo[float, str] = Memo(lambda width: f"{round(width, 2):.10g}")
        if self.face.foreign:
            font_file, entries = self._drawn(doc, name, glyphs, widths)
        else:
            font_file, entries = self._cut(doc, glyphs)
        descendant = {
            "Type": PDFName("Font"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "W": Raw(f"[0 [{' '.join(map(told.__getitem__, widths))}]]"),
            "DW": 1000,
            "FontDescriptor": doc.Reference(PDFDictionary(self._descriptor(name) | font_file)),
            **entries,
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([doc.Reference(PDFDictionary(descendant))]),
            "ToUnicode": doc.Reference(_stream(to_unicode)),
        }
        reference = doc.Reference(PDFDictionary(font), f"font.{self.resource_name}")
        doc.idToObject["BasicFonts"].dict[self.resource_name] = reference

    def _descriptor(self, name: str) -> dict[str, Any]:
        measures = self.face.measures
        return {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": 4 + (64 if self.face.italic else 0),
            "FontBBox": PDFArray([measures[side] for side in _SIDES]),
            "ItalicAngle": -9 if self.face.italic else 0,
            "Ascent": measures["ascent"],
            "Descent": measures["descent"],
            "CapHeight": measures["capitals"],
            "StemV": 120 if self.face.bold else 80,
        }

    def _cut(self, doc: Any, glyphs: Sequence[Glyph]) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the descriptor and the font say of a TrueType file with the used glyphs alone."""
        font_file, glyph_map = cut(self.face, glyphs)
        file = _stream(font_file, Length1=len(font_file))
        entries = {"Subtype": PDFName("CIDFontType2"), "CIDToGIDMap": doc.Reference(_stream(glyph_map))}
        return {"FontFile2": doc.Reference(file)}, entries

    def _drawn(
        self, doc: Any, name: str, glyphs: Sequence[Glyph], widths: Sequence[float]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the descriptor and the font say of a CFF file of the glyphs, in the order of their codes."""
        drawn, box = [glyph.drawn for glyph in glyphs], [self.face.measures[side] for side in _SIDES]
        outlines = Outlines(self.face, drawn)
        font_file = cff_font(name, box, [*map(outlines.charstring, drawn, widths)], outlines.shapes)
        file = _stream(font_file, Subtype=PDFName("CIDFontType0C"))
        return {"FontFile3": doc.Reference(file)}, {"Subtype": PDFName("CIDFontType0")}

    def _to_unicode(self) -> bytes:
        # All at once, which for very many takes half of the time.
        told = _PRIVATE.sub(_UNKNOWN, "\n".join([glyph.text for glyph in self._coded]))
        units = told.encode("utf-16-be").hex(" ", 2).upper()
        spelt = units.replace("000A", "\n").replace(" ", "").split("\n")
        pairs = [
            f"<{code}> <{text}>" for code, text in zip(self._codes.values(), spelt, strict=False) if text
        ]
        blocks = [pairs[i : i + _LONGEST_BLOCK] for i in range(0, len(pairs), _LONGEST_BLOCK)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return (_CMAP_HEAD + body + _CMAP_END).encode()

    def _tag(self, glyphs: Sequence[Glyph], to_unicode: bytes) -> str:
        """Six letters that depend on the glyphs and their texts alone, as the names of subsets must have."""
        numbers = struct.pack(f">{len(glyphs)}H", *[glyph.number for glyph in glyphs])
        number = zlib.crc32(numbers, zlib.crc32(to_unicode))
        return "".join(chr(ord("A") + (number >> 5 * place) % 26) for place in range(6))


def _move(amount: float) -> str:
    return f">{amount:.0f}<" if abs(amount) >= 0.5 else ""


def _stream(content: bytes, **entries: Any) -> Any:
    return PDFStream(PDFDictionary(entries), content=content, filters=[Compressed()])
