"""Small fonts made for a test, one of each kind that computers keep: each character is a filled square."""

import io
from collections.abc import Callable
from typing import Any, Final

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen

SIDE: Final = 600
WIDTH: Final = 700
_THIN: Final = 100
_WEIGHTS: Final = (100, 100, 900)


def name_keyed(characters: str, bits: int = 0, *, boxed: bool = True) -> bytes:
    """An OpenType font whose CFF outlines are known by names; only if ``boxed`` it shows what is missing."""
    outlines = {name: _square(WIDTH) for name in _names(characters)}
    if not boxed:
        outlines[".notdef"] = T2CharString(program=[WIDTH, "endchar"])
    builder = _builder(characters, is_ttf=False)
    builder.setupCFF("Made", {"FullName": "Made"}, outlines, {})
    return _finished(builder, characters, bits)


def cid_keyed(characters: str, bits: int = 0) -> bytes:
    """An OpenType font whose CFF outlines are known by numbers that are not their places."""
    names = [".notdef", *(f"cid{7 * place:05d}" for place in range(1, len(characters) + 1))]
    builder = _builder(characters, is_ttf=False, names=names)
    builder.setupCFF("Made", {}, {name: _square(WIDTH) for name in names}, {})
    top = builder.font["CFF "].cff.topDictIndex[0]
    top.ROS, top.CIDCount, top.FDArray, top.FDSelect = (
        ("Adobe", "Identity", 0),
        9999,
        FDArrayIndex(),
        FDSelect(),
    )
    part = FontDict()
    part.Private = top.Private
    top.FDArray.append(part)
    top.FDSelect.gidArray = [0] * len(names)
    top.CharStrings.fdSelect, top.CharStrings.fdArray = top.FDSelect, top.FDArray
    for outline in top.CharStrings.values():
        outline.fdSelectIndex = 0
    del top.Private
    return _finished(builder, characters, bits, names)


def varying(characters: str, bits: int = 0) -> bytes:
    """An OpenType font with CFF2 outlines, a hundred wide in its thin weight and 900 in its heaviest."""
    builder = _builder(characters, is_ttf=False)
    builder.setupFvar([("wght", *_WEIGHTS, "Weight")], [])
    program = [
        0,
        0,
        "rmoveto",
        _THIN,
        800,
        1,
        "blend",
        "hlineto",
        SIDE,
        "vlineto",
        -_THIN,
        -800,
        1,
        "blend",
        "hlineto",
    ]
    outlines = {name: T2CharString(program=list(program)) for name in _names(characters)}
    builder.setupCFF2(outlines, regions=[{"wght": (0, 1, 1)}])
    return _finished(builder, characters, bits)


def true_type(characters: str, bits: int = 0) -> bytes:
    """A TrueType font."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, SIDE), (SIDE, SIDE), (SIDE, 0)):
        pen.lineTo(corner)
    pen.closePath()
    builder = _builder(characters, is_ttf=True)
    builder.setupGlyf(dict.fromkeys(_names(characters), pen.glyph()))
    return _finished(builder, characters, bits)


KINDS: Final[dict[str, Callable[..., bytes]]] = {
    "named.otf": name_keyed,
    "keyed.otf": cid_keyed,
    "varying.otf": varying,
    "plain.ttf": true_type,
}


def _names(characters: str) -> list[str]:
    return [".notdef", *(f"square{place}" for place in range(len(characters)))]


def _square(width: int) -> T2CharString:
    corners = [SIDE, "hlineto", SIDE, "vlineto", -SIDE, "hlineto"]
    return T2CharString(program=[width, 0, 0, "rmoveto", *corners, "endchar"])


def _builder(characters: str, *, is_ttf: bool, names: list[str] | None = None) -> Any:
    names = names or _names(characters)
    builder = FontBuilder(1000, isTTF=is_ttf)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    builder.setupNameTable({"familyName": "Made", "styleName": "Regular"})
    return builder


def _finished(builder: Any, characters: str, bits: int, names: list[str] | None = None) -> bytes:
    builder.setupHorizontalMetrics(dict.fromkeys(names or _names(characters), (WIDTH, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(fsType=bits)
    builder.setupPost()
    # A file says when it was made.
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    written = io.BytesIO()
    builder.save(written)
    return written.getvalue()
