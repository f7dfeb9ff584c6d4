"""Glyphs put together of others, read back by HarfBuzz."""

import io
import struct
from itertools import pairwise

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from planner.core.resources import resource
from planner.export.pdf.composites import Composite, with_composites
from planner.export.pdf.fonts import font_book
from planner.export.pdf.subset import cut
from planner.export.pdf.words import Look


def points(font: uharfbuzz.Font, glyph: int) -> list[tuple[float, float]]:
    drawn: list[tuple[float, float]] = []
    pen = uharfbuzz.DrawFuncs()
    for setter in ("move_to", "line_to"):
        getattr(pen, f"set_{setter}_func")(lambda x, y, _data: drawn.append((x, y)))
    font.draw_glyph(glyph, pen)
    return drawn


def test_parts_are_drawn_where_they_are_put() -> None:
    data = resource("fonts").joinpath("Inter-Regular.ttf").read_bytes()
    face = uharfbuzz.Face(data)
    old = uharfbuzz.Font(face)
    base, mark = old.get_nominal_glyph(ord("l")), old.get_nominal_glyph(ord("i"))
    made = uharfbuzz.Face(with_composites(data, [Composite((base, mark), (0, 90), (0, -40), 777)]))
    assert made.glyph_count == face.glyph_count + 1
    font = uharfbuzz.Font(made)
    moved = [(x + 90, y - 40) for x, y in points(old, mark)]
    assert points(font, face.glyph_count) == points(old, base) + moved
    assert font.get_glyph_h_advance(face.glyph_count) == 777
    assert points(font, base) == points(old, base)
    assert font.get_glyph_h_advance(base) == old.get_glyph_h_advance(base)


def test_a_font_without_composites_stays_as_it_is() -> None:
    assert with_composites(b"font", []) == b"font"


def test_a_glyph_of_nothing_has_a_width_and_no_ink() -> None:
    data = resource("fonts").joinpath("NotoSansHebrew-Regular.ttf").read_bytes()
    made = uharfbuzz.Face(with_composites(data, [Composite((), (), (), 281), Composite((1,), (0,), (0,), 9)]))
    font = uharfbuzz.Font(made)
    assert points(font, made.glyph_count - 2) == []
    assert font.get_glyph_h_advance(made.glyph_count - 2) == 281
    assert points(font, made.glyph_count - 1) == points(font, 1)


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
@pytest.mark.parametrize("text", ["र्ति", "विद्यार्थियों", "मूर्ति आर्थिक", "र्म र्थि ति"])
def test_no_glyph_of_a_font_is_broken_where_the_last_is_blank(weight: str, text: str) -> None:
    """Most programs would draw nothing of a letter of which such a one is a part."""
    word = font_book("hi").word
    pieces = [piece for each in text.split() for piece in word(each, Look(weight == "SemiBold")).pieces]
    glyphs = [glyph for piece in pieces for glyph in piece.glyphs]
    assert any(glyph.composite and len(glyph.composite.numbers) > 1 for glyph in glyphs)
    font, _ = cut(pieces[0].face, glyphs)
    made = TTFont(io.BytesIO(font))
    places = [made["loca"][number] for number in range(len(made.getGlyphOrder()) + 1)]
    lengths = {end - start for start, end in pairwise(places)}
    assert lengths.isdisjoint(range(1, 10))


def test_the_sums_of_the_tables_are_right() -> None:
    """A program may refuse a font of which they are not."""
    data = resource("fonts").joinpath("NotoSansHebrew-Regular.ttf").read_bytes()
    font = with_composites(data, [Composite((1, 2), (0, 90), (0, 40), 777)])
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        total, start, length = struct.unpack_from(">III", font, 16 + 16 * number)
        table = font[start : start + length] + bytes(-length % 4)
        assert sum(struct.unpack(f">{len(table) // 4}I", table)) % 2**32 == total
