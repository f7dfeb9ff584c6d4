"""A font file, and what HarfBuzz makes of a text in it: glyphs, their places and the text of each."""

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import accumulate, chain, pairwise
from operator import add
from pathlib import Path
from typing import Any, Final

import uharfbuzz

from planner.export.pdf.composites import Composite
from planner.export.pdf.direction import seen
from planner.export.pdf.pairs import Pairs, Script

BOX: Final = "\u25a1"
_MOST_PARTS: Final = 32
_REGULAR: Final = 400
_REMEMBERED: Final = 60_000
_QUIET: Final = {"liga": False, "calt": False}


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


# A glyph as HarfBuzz sets it: its number, width, and moves to the right and upwards, in the font's units.
_Drawn = tuple[int, int, int, int]


class _Clusters(dict[tuple[Any, ...], tuple[Glyph, ...]]):
    """The glyphs of a cluster by its text and what is drawn for it.

    They are the same ones each time, which saves time and room.
    """

    def __init__(self, make: Callable[[Sequence[_Drawn], str], Iterable[Glyph]]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: tuple[Any, ...]) -> tuple[Glyph, ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        said, *drawn = key
        self[key] = glyphs = tuple(self._make(drawn, said))
        return glyphs


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
        script: Script | None = None,
        foreign: bool = False,
        index: int = 0,
    ) -> None:
        """Name the face; nothing is read yet.

        A face of signs, without ``letters``, is never thickened; one whose letters are ``joined`` is never
        spaced. Words of its ``script`` are put together from what is known of their letters. Of a ``foreign``
        file, of any format and perhaps broken, documents get the outlines alone. ``index`` is the place of
        the face in a collection.
        """
        self.name = name
        self.bold = bold
        self.italic = italic
        self.thickens = letters and not bold
        self.joined = joined
        self._script = script
        self._pairs: dict[tuple[object, ...], Pairs] = {}
        self.foreign = foreign
        self._path = path
        self._index = index
        self._advances: dict[int, float] = {}
        self._clusters = {
            rtl: _Clusters(partial(self._cluster, says=seen if rtl else str)) for rtl in (False, True)
        }

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

    def advance(self, glyph: int) -> float:
        """The width of a glyph, as the font file gives it."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.unit
        return width

    def shape(
        self, text: str, *, tabular: bool = False, rtl: bool = False, language: str = ""
    ) -> tuple[tuple[Glyph, ...], float]:
        """The glyphs of the text from left to right, and their width; ``tabular`` digits have one width."""
        script = self._script
        if script and script.rtl == rtl and (made := self._paired(script, tabular, language).word(text)):
            return made[0], made[1] * self.unit
        return self.shape_whole(text, tabular=tabular, rtl=rtl, language=language)

    def _paired(self, script: Script, tabular: bool, language: str) -> Pairs:
        manner = () if script.alone else (tabular, language)
        pairs = self._pairs.get(manner)
        if pairs is None:
            pair = self._alone if script.alone else partial(self._pair, tabular, language, script.rtl)
            pairs = self._pairs[manner] = Pairs(pair, script)
        return pairs

    def _pair(self, tabular: bool, language: str, rtl: bool, letters: str) -> tuple[Glyph, int] | None:
        """The glyph and width of a letter before another one or none, where each of them is one glyph."""
        glyphs, _ = self.shape_whole(letters, tabular=tabular, rtl=rtl, language=language)
        first = glyphs[-1 if rtl else 0]
        if first.composite or len(glyphs) != len(letters):
            return None
        return first, round((self.advance(first.number) - first.before - first.after) / self.unit)

    def _alone(self, letter: str) -> tuple[Glyph, int] | None:
        """The glyph and width of a letter in a file that has nothing to say of its place beside others."""
        number = self.font.get_nominal_glyph(ord(letter))
        return (Glyph(number, letter, 0.0, 0.0), self.font.get_glyph_h_advance(number)) if number else None

    def shape_whole(
        self, text: str, *, tabular: bool = False, rtl: bool = False, language: str = ""
    ) -> tuple[tuple[Glyph, ...], float]:
        """The same, by HarfBuzz whatever the letters."""
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        if language:
            buffer.language = language
        buffer.guess_segment_properties()
        features = {} if self.joined else _QUIET
        uharfbuzz.shape(self.font, buffer, {**features, "tnum": True} if tabular else features)
        infos, missing = buffer.glyph_infos, self._missing
        drawn = [
            (info.codepoint, position.x_advance, position.x_offset, position.y_offset)
            if info.codepoint
            else missing
            for info, position in zip(infos, buffer.glyph_positions or (), strict=True)
        ]
        glyphs = self._told([info.cluster for info in infos], drawn, text, rtl=rtl)
        return glyphs, sum([width for _, width, _, _ in drawn]) * self.unit

    @cached_property
    def _missing(self) -> _Drawn:
        """What is drawn where a character is missing; a box takes its own room."""
        return self.box, self.font.get_glyph_h_advance(self.box), 0, 0

    def _told(self, places: list[int], drawn: list[_Drawn], text: str, *, rtl: bool) -> tuple[Glyph, ...]:
        """The glyphs of each cluster with its text; ``places`` says of each glyph where its text begins."""
        known, count = self._clusters[rtl], len(set(places))
        if count == 1:
            return known[text, *drawn]
        if len(text) == len(places) == count:
            letters = zip(text[::-1] if rtl else text, drawn, strict=True)
            return tuple(chain.from_iterable(map(known.__getitem__, letters)))
        starts = [number for number, place in enumerate(places) if not number or place != places[number - 1]]
        after = [len(text), *places] if rtl else [*places, len(text)]
        told: list[Glyph] = []
        for start, end in pairwise([*starts, len(places)]):
            said = text[places[start] : after[start if rtl else end]]
            told += known[said, *drawn[start:end]]
        return tuple(told)

    def _cluster(self, drawn: Sequence[_Drawn], text: str, says: Callable[[str], str]) -> Iterator[Glyph]:
        """The glyph of a cluster; one of very many parts is cut."""
        count = -(-max(len(drawn), len(text)) // _MOST_PARTS)
        if count == 1 or len(drawn) < count:
            yield self._glyph(drawn, says(text))
            return
        for part, said in zip(_shared(drawn, count), _shared(text, count), strict=True):
            yield self._glyph(part, says(said))

    def _glyph(self, drawn: Sequence[_Drawn], said: str) -> Glyph:
        number, width, right, up = drawn[0]
        if len(drawn) == 1 and not up:
            shift = right * self.unit
            return Glyph(number, said, -shift, self.advance(number) - width * self.unit + shift)
        numbers, widths, rights, ups = zip(*drawn, strict=True)
        *pens, end = accumulate(widths, initial=0)
        return Glyph(number, said, 0.0, 0.0, Composite(numbers, tuple(map(add, pens, rights)), ups, end))

    def raised(self, glyph: Glyph, rise: float) -> Glyph:
        """The glyph as much higher, for signs that stand too low."""
        width = self.font.get_glyph_h_advance(glyph.number)
        composite = Composite((glyph.number,), (0,), (round(rise / self.unit),), width)
        return replace(glyph, composite=composite)

    def halved(self, glyph: Glyph, *, right: bool) -> Glyph:
        """The glyph in the one half of its width where all its ink is, or as it is if that is not so."""
        ink, whole = self.font.get_glyph_extents(glyph.number), self.font.get_glyph_h_advance(glyph.number)
        half = whole // 2
        begins, ends = (half, whole) if right else (0, half)
        if glyph.composite or not ink or not begins <= ink.x_bearing <= ink.x_bearing + ink.width <= ends:
            return glyph
        return replace(glyph, composite=Composite((glyph.number,), (-begins,), (0,), half))

    def width(self, glyph: Glyph) -> float:
        """The width of a glyph or of a composite one."""
        return glyph.composite.width * self.unit if glyph.composite else self.advance(glyph.number)

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


def _shared(whole: Any, parts: int) -> Iterator[Any]:
    """The whole in so many parts, none of them empty if there is enough for all."""
    for part in range(parts):
        yield whole[len(whole) * part // parts : len(whole) * (part + 1) // parts]
