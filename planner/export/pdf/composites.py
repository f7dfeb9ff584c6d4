"""Adds glyphs to a TrueType font that are put together of others: a letter with its marks becomes one glyph.

A code of a PDF can then stand for exactly the text of a cluster, so that search finds what was typed.
The tables are those of the OpenType specification: head, hhea, hmtx, maxp, loca and glyf.
"""

import struct
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import Final, NamedTuple

from planner.export.pdf.memo import Memo

_WORDS_THAT_ARE_OFFSETS: Final = 0x0003
_MORE: Final = 0x0020
_LIMIT: Final = 32767


class Composite(NamedTuple):
    """Glyphs drawn over one another, how far each is moved, and their width as one, in the font's units."""

    numbers: tuple[int, ...]
    rights: tuple[int, ...]
    ups: tuple[int, ...]
    width: int


def with_composites(font: bytes, composites: Sequence[Composite]) -> bytes:
    """The font with the composite glyphs after its own; the numbers of their parts are those of the font."""
    if not composites:
        return font
    tables = dict(_tables(font))
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    places = _places(tables, count)
    metrics = bytearray(_metrics(tables, count))
    outlines = bytearray(tables["glyf"])
    boxes = Memo(partial(_box_of, outlines=tables["glyf"], places=places))
    outlines += bytes(_padded(len(outlines)) - len(outlines))
    # What fills the table up belongs to the last glyph with an outline: two bytes of a blank one are broken,
    # and nothing is drawn of what it is a part of.
    places = [len(outlines) if place == places[-1] else place for place in places]
    for composite in composites:
        box = _box(composite, boxes)
        outlines += bytes(_padded(len(outlines)) - len(outlines))
        places[-1] = len(outlines)
        outlines += _record(composite, box)
        places.append(len(outlines))
        metrics += struct.pack(">Hh", min(max(0, composite.width), 65535), box[0])
    # Most of the file are its own outlines, and to sum them up would take longer than all else.
    totals = {"glyf": _totals(font)["glyf"] + _total(outlines[_padded(len(tables["glyf"])) :])}
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    tables["hmtx"] = bytes(metrics)
    tables["head"] = _patched(tables["head"], {50: 1})
    tables["hhea"] = _patched(tables["hhea"], {34: count + len(composites)})
    most = max(len(composite.numbers) for composite in composites)
    (depth,) = struct.unpack_from(">H", tables["maxp"], 30)
    tables["maxp"] = _patched(
        tables["maxp"],
        {4: count + len(composites), 10: _LIMIT, 12: _LIMIT, 28: most, 30: depth + 1},
    )
    return _written(font[:4], tables, totals)


def _tables(font: bytes) -> Iterator[tuple[str, bytes]]:
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        yield tag.decode("latin-1"), font[start : start + length]


def _totals(font: bytes) -> Mapping[str, int]:
    """The sum of the numbers of each table, as the file says it."""
    count = struct.unpack_from(">H", font, 4)[0]
    rows = (struct.unpack_from(">4sI", font, 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): total for tag, total in rows}


def _places(tables: Mapping[str, bytes], count: int) -> list[int]:
    """Where each outline begins, and the end of the last."""
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return list(struct.unpack_from(f">{count + 1}I", tables["loca"]))
    return [2 * place for place in struct.unpack_from(f">{count + 1}H", tables["loca"])]


def _metrics(tables: Mapping[str, bytes], count: int) -> bytes:
    """Width and left edge of each glyph; the last width is said again where the table gives only edges."""
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    table = tables["hmtx"]
    width = table[4 * full - 4 : 4 * full - 2]
    edges = table[4 * full : 4 * full + 2 * (count - full)]
    return table[: 4 * full] + b"".join(width + edges[place : place + 2] for place in range(0, len(edges), 2))


def _box_of(number: int, outlines: bytes, places: Sequence[int]) -> tuple[int, ...]:
    """The left, bottom, right and top of a glyph, of one without an outline nothing."""
    start = places[number]
    return struct.unpack_from(">4h", outlines, start + 2) if places[number + 1] > start else ()


def _box(composite: Composite, boxes: Mapping[int, tuple[int, ...]]) -> Sequence[int]:
    """What holds all parts, within what the format can hold; edge by edge, as many have but two parts."""
    left = bottom = _LIMIT
    right = top = -_LIMIT
    for number, over, up in zip(composite.numbers, composite.rights, composite.ups, strict=True):
        if box := boxes[number]:
            begins, foot, ends, head = box
            left = begins + over if begins + over < left else left
            bottom = foot + up if foot + up < bottom else bottom
            right = ends + over if ends + over > right else right
            top = head + up if head + up > top else top
    if left == _LIMIT and right == -_LIMIT:
        return 0, 0, 0, 0
    return max(left, -_LIMIT), max(bottom, -_LIMIT), min(right, _LIMIT), min(top, _LIMIT)


def _record(composite: Composite, box: Sequence[int]) -> bytes:
    """The outline of a composite glyph; one of nothing has none."""
    numbers, rights, ups, _ = composite
    if not numbers:
        return b""
    record, flags = _records(len(numbers))
    try:
        return record.pack(-1, *box, *chain.from_iterable(zip(flags, numbers, rights, ups, strict=True)))
    except struct.error:
        parts = zip(flags, numbers, map(_held, rights), map(_held, ups), strict=True)
        return record.pack(-1, *box, *chain.from_iterable(parts))


@cache
def _records(count: int) -> tuple[struct.Struct, Sequence[int]]:
    """The record of so many parts, and the flags of each."""
    flags = [_WORDS_THAT_ARE_OFFSETS | _MORE] * (count - 1) + [_WORDS_THAT_ARE_OFFSETS]
    return struct.Struct(">5h" + "HHhh" * count), flags


def _held(value: int) -> int:
    """The value within what the format can hold."""
    return max(-_LIMIT, min(_LIMIT, value))


def _patched(table: bytes, values: Mapping[int, int]) -> bytes:
    changed = bytearray(table)
    for place, value in values.items():
        struct.pack_into(">H", changed, place, value)
    return bytes(changed)


def _written(kind: bytes, tables: Mapping[str, bytes], totals: Mapping[str, int]) -> bytes:
    """A font file of these tables, of which some totals are known."""
    power = len(tables).bit_length() - 1
    head = kind + struct.pack(">4H", len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    start, directory, body = 12 + 16 * len(tables), b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(_padded(len(table)) - len(table))
        total = (totals[tag] if tag in totals else _total(table)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode("latin-1"), total, start + len(body), len(table))
        body += padded
    return head + directory + body


def _padded(length: int) -> int:
    """The length of a table in whole numbers of four bytes."""
    return length + -length % 4


def _total(table: bytes | bytearray) -> int:
    """The sum of the numbers of four bytes that a table is made of; the first byte counts most."""
    numbers = array("I", table + bytes(_padded(len(table)) - len(table)))
    if sys.byteorder == "little":
        numbers.byteswap()
    return sum(numbers)
