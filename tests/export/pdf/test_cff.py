"""A CFF font that the program writes, as another program reads it."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from hypothesis import given
from hypothesis import strategies as st

from planner.export.pdf.cff import calls, cff_font, charstring, shape

BOX = (-10, -200, 1200, 900)
PLACES = st.integers(-16_000, 16_000)
# The way from one part to the next fits into 16 bits.
MOVES = st.integers(-300, 300)
LINES = st.tuples(PLACES, PLACES)
CURVES = st.tuples(PLACES, PLACES, PLACES, PLACES, PLACES, PLACES)
CONTOURS = st.lists(
    st.tuples(LINES, st.lists(LINES | CURVES, min_size=1, max_size=5)).map(lambda pair: (pair[0], *pair[1])),
    max_size=4,
)


def read(written: bytes) -> Any:
    """The only font of the file."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(written), None)
    return fonts[fonts.fontNames[0]]


def drawn(font: Any, name: str) -> tuple[int, list[tuple[int, ...]]]:
    """The width of a glyph, and the numbers of each of its strokes."""
    pen = RecordingPen()
    glyph = font.CharStrings[name]
    glyph.draw(pen)
    strokes = [tuple(int(each) for point in points for each in point) for _, points in pen.value if points]
    return glyph.width, strokes


def moved(contour: Any, right: int, up: int) -> Iterator[tuple[int, ...]]:
    for stroke in contour:
        yield tuple(each + (up if place % 2 else right) for place, each in enumerate(stroke))


@given(
    width=st.integers(0, 30_000), parts=st.lists(st.tuples(CONTOURS, MOVES, MOVES), min_size=1, max_size=3)
)
def test_a_glyph_is_read_as_it_was_drawn(width: int, parts: list[Any]) -> None:
    shapes = [shape(contours) for contours, _, _ in parts]
    placed = [(called, right, up) for called, (_, right, up) in zip(calls(shapes), parts, strict=True)]
    font = read(cff_font("ABCDEF+Name", BOX, [charstring(0, []), charstring(width, placed)], shapes))
    seen_width, seen = drawn(font, "cid00001")
    assert seen_width == width
    assert seen == [
        stroke
        for contours, right, up in parts
        for contour in contours
        for stroke in moved(contour, right, up)
    ]


@pytest.mark.parametrize("count", [1, 1_239, 1_240, 33_899, 33_900, 65_535])
def test_a_glyph_calls_the_shape_that_is_its_own(count: int) -> None:
    shapes = [shape([((place % 999, 0), (5, 5))]) for place in range(count)]
    last = [*calls(shapes)][-1]
    font = read(cff_font("ABCDEF+Name", BOX, [charstring(0, []), charstring(500, [(last, 0, 0)])], shapes))
    assert drawn(font, "cid00001") == (500, [((count - 1) % 999, 0), (5, 5)])


@pytest.mark.parametrize("count", [1, 2, 3, 300, 40_000])
def test_the_number_of_a_glyph_is_its_place(count: int) -> None:
    glyphs = [charstring(place % 1000, []) for place in range(count)]
    font = read(cff_font("ABCDEF+Name", BOX, glyphs))
    assert font.ROS == ("Adobe", "Identity", 0)
    assert font.CIDCount == count
    assert tuple(font.FontBBox) == BOX
    assert font.charset == [".notdef", *(f"cid{place:05d}" for place in range(1, count))]
    last = font.CharStrings[font.charset[-1]]
    last.draw(RecordingPen())
    assert last.width == (count - 1) % 1000
