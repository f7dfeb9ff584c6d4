"""Cuts a font file of the program to the glyphs that a document uses."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Final

import uharfbuzz

from planner.export.pdf.composites import Composite, with_composites
from planner.export.pdf.faces import Face, Glyph

_DROPPED_TABLES: Final = (
    "GSUB",
    "GPOS",
    "GDEF",
    "post",
    "name",
    "OS/2",
    "cmap",
    "kern",
    "vhea",
    "vmtx",
)


def cut(face: Face, glyphs: Sequence[Glyph]) -> tuple[bytes, bytes]:
    """The font file with these glyphs alone, and the map from their codes to them, two bytes each."""
    wanted = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    composites = [glyph.composite for glyph in glyphs if glyph.composite]
    numbers_alone = {glyph.number for glyph in glyphs}
    wanted.glyph_set.update(numbers_alone.union(*[each.numbers for each in composites]))
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _DROPPED_TABLES:
        dropped.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    plan = uharfbuzz.SubsetPlan(face.file, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping)
    font = with_composites(bytes(plan.execute().blob.data), _renumbered(composites, numbers))
    added = count(len(numbers))
    places = [next(added) if glyph.composite else numbers[glyph.number] for glyph in glyphs]
    return font, struct.pack(f">{len(places)}H", *places)


def _renumbered(composites: Iterable[Composite], numbers: Mapping[int, int]) -> list[Composite]:
    """The composites, with the numbers that their parts have in the subset."""
    return [
        Composite(tuple(map(numbers.__getitem__, parts)), rights, ups, width)
        for parts, rights, ups, width in composites
    ]
