"""Writes a CFF font of outlines that are already drawn: what a PDF embeds of a font that is not its own.

The format is that of Adobe's technical notes 5176 (the font) and 5177 (an outline as a charstring). A glyph's
number is its CID, so a code of the document needs no map. All lengths are in thousandths of the type size.
"""

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from planner.export.pdf.memo import Memo

MOST_BYTES: Final = 65535
_STROKES: Final = {2: b"\x05", 6: b"\x08"}
_MOVE: Final = b"\x15"
_END: Final = b"\x0e"
_CALL: Final = b"\x1d"
_RETURN: Final = b"\x0b"
# What is taken from the number of a shape where it is called, by how many there are at most.
_BIASES: Final = (1239, 107), (33899, 1131), (65535, 32768)
_HEAD: Final = b"\x01\x00\x04\x04"
_OWN_STRINGS: Final = 391
_OWN_TEXTS: Final = (b"Adobe", b"Identity")
_DEFAULT_WIDTH: Final = b"\x14"
_BOX: Final = b"\x05"
_CHARSET: Final = b"\x0f"
_OUTLINES: Final = b"\x11"
_PRIVATE: Final = b"\x12"
_ORIGIN: Final = b"\x0c\x1e"
_COUNT: Final = b"\x0c\x22"
_FONTS: Final = b"\x0c\x24"
_FONT_OF_GLYPH: Final = b"\x0c\x25"

# The first point, and what follows it: two numbers for a line, six for a curve.
Contour = Sequence[tuple[int, ...]]


class Shape(NamedTuple):
    """The contours of a glyph as they are written once the pen has been moved from one place to another.

    That is first ``x`` and ``y``, and at last ``last_x`` and ``last_y``, from the glyph's own origin.
    """

    x: int
    y: int
    last_x: int
    last_y: int
    strokes: bytes


NOTHING: Final = Shape(0, 0, 0, 0, b"")


def shape(contours: Iterable[Contour]) -> Shape:
    """The shape of contours, which close by themselves."""
    written: list[bytes] = []
    first_x = first_y = x = y = 0
    for contour in contours:
        if not written:
            x, y = first_x, first_y = contour[0]
        for place, stroke in enumerate(contour):
            for right, up in zip(stroke[::2], stroke[1::2], strict=True):
                written += [_NUMBERS[right - x], _NUMBERS[up - y]]
                x, y = right, up
            written.append(_STROKES[len(stroke)] if place else _MOVE)
    # The pen is at the start already.
    return Shape(first_x, first_y, x, y, b"".join(written[2:])) if written else NOTHING


def calls(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The same shapes, each drawn by a call of what the font says once for all its glyphs."""
    bias = next(bias for most, bias in _BIASES if len(shapes) <= most)
    for place, each in enumerate(shapes):
        yield each._replace(strokes=_number(place - bias) + _CALL) if each.strokes else each


def charstring(width: int, parts: Iterable[tuple[Shape, int, int]]) -> bytes:
    """A glyph of this width and these shapes, each moved to the right and upwards."""
    written, at_x, at_y = [_number(width)], 0, 0
    for (x, y, last_x, last_y, strokes), right, up in parts:
        if strokes:
            written += (_NUMBERS[x + right - at_x], _NUMBERS[y + up - at_y], strokes)
            at_x, at_y = last_x + right, last_y + up
    written.append(_END)
    return b"".join(written)


def cff_font(name: str, box: Sequence[int], glyphs: Sequence[bytes], shapes: Sequence[Shape] = ()) -> bytes:
    """The font of these charstrings, the first of them for what is missing, and of the shapes that they call.

    The ``box`` holds them all.
    """
    private = _number(0) + _DEFAULT_WIDTH
    charset = struct.pack(">BHH", 2, 1, len(glyphs) - 2) if len(glyphs) > 1 else b"\0"
    parts = {
        _CHARSET: charset,
        _FONT_OF_GLYPH: struct.pack(">BHHBH", 3, 1, 0, 0, len(glyphs)),
        _OUTLINES: _index(glyphs),
        _PRIVATE: private,
        _FONTS: b"",
    }
    shared = _index([each.strokes + _RETURN for each in shapes])
    size = len(_top(name, box, len(glyphs), dict.fromkeys(parts, 0))) + len(shared)
    places = {}
    for operator, part in parts.items():
        places[operator] = size
        size += len(part)
    parts[_FONTS] = _index([_number(len(private)) + _long(places[_PRIVATE]) + _PRIVATE])
    return b"".join((_top(name, box, len(glyphs), places), shared, *parts.values()))


def _top(name: str, box: Sequence[int], count: int, places: dict[bytes, int]) -> bytes:
    """The beginning of the font, which says where its parts are and is as long wherever they are."""
    origin = (_OWN_STRINGS, _OWN_STRINGS + 1, 0)
    entries = b"".join(map(_number, origin)) + _ORIGIN
    entries += b"".join(map(_number, box)) + _BOX + _long(count) + _COUNT
    entries += b"".join(_long(place) + operator for operator, place in places.items() if operator != _PRIVATE)
    indexes: tuple[Sequence[bytes], ...] = ([name.encode("ascii")], [entries], _OWN_TEXTS)
    return _HEAD + b"".join(map(_index, indexes))


def _index(items: Sequence[bytes]) -> bytes:
    if not items:
        return b"\0\0"
    places = list(accumulate(map(len, items), initial=1))
    return struct.pack(f">HB{len(places)}I", len(items), 4, *places) + b"".join(items)


def _number(value: int) -> bytes:
    """A whole number of 16 bits, in the fewest bytes."""
    if -107 <= value <= 107:
        return bytes([value + 139])
    if 108 <= value <= 1131:
        return struct.pack(">H", value - 108 + 0xF700)
    if -1131 <= value <= -108:
        return struct.pack(">H", -value - 108 + 0xFB00)
    return b"\x1c" + struct.pack(">h", max(-32768, min(32767, value)))


# Outlines have the same numbers again and again.
_NUMBERS: Final = Memo(_number)


def _long(value: int) -> bytes:
    return b"\x1d" + struct.pack(">i", value)
