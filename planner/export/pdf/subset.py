"""Cuts a font file of the program to the glyphs that a document uses."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Final, NamedTuple

import uharfbuzz

from planner.export.pdf.composites import Composite, with_composites
from planner.export.pdf.faces import Face

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


class Key(NamedTuple):
    """What a code of the document stands for."""

    number: int
    text: str
    composite: Composite | None = None

    @property
    def drawn(self) -> Composite:
        """The glyphs that are drawn for it; of a single one, the width is that of the font."""
        return self.composite or Composite((self.number,), (0,), (0,), 0)


def cut(face: Face, keys: Sequence[Key]) -> tuple[bytes, bytes]:
    """The font file with the glyphs of these keys alone, and the map from code to glyph, two bytes each."""
    wanted = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    composites = [key.composite for key in keys if key.composite]
    wanted.glyph_set.update({key.number for key in keys}.union(*[each.numbers for each in composites]))
    dropped = wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _DROPPED_TABLES:
        dropped.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    plan = uharfbuzz.SubsetPlan(face.file, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping)
    font = with_composites(bytes(plan.execute().blob.data), _renumbered(composites, numbers))
    added = count(len(numbers))
    places = [next(added) if key.composite else numbers[key.number] for key in keys]
    return font, struct.pack(f">{len(places)}H", *places)


def _renumbered(composites: Iterable[Composite], numbers: Mapping[int, int]) -> list[Composite]:
    """The composites, with the numbers that their parts have in the subset."""
    return [
        Composite(tuple(map(numbers.__getitem__, parts)), rights, ups, width)
        for parts, rights, ups, width in composites
    ]
