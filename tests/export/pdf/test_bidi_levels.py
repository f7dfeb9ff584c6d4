"""Levels of long texts, which are read in parts, beside the other implementation that python-bidi brings."""

import sys
import unicodedata

import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.pdf.bidi_classes import in_classes
from planner.export.pdf.bidi_levels import levels_of
from planner.export.pdf.direction import visual_order

KINDS = "Aאا1٠\u0300+%,!()[]"
SURROGATES = range(0xD800, 0xE000)


def test_all_that_is_of_one_way_stands_for_one_letter_of_it() -> None:
    known = {"L": "A", "R": "א", "AL": "ا"}
    signs = [chr(code) for code in range(sys.maxunicode + 1) if code not in SURROGATES]
    kinds = zip(map(unicodedata.bidirectional, signs), in_classes("".join(signs)), strict=True)
    assert {(kind, sign) for kind, sign in kinds if kind in known} == {*known.items()}


@given(st.lists(st.text(KINDS, min_size=1, max_size=8), min_size=1, max_size=12), st.sampled_from("LR"))
@example(["(A", "א)", "[א", "A]"], "L")
@example(["(", "1 א", "A) ", "1"], "R")
@example(["א", "(", "A", ")\u0300", "(א]"], "R")
def test_parts_are_ordered_as_the_whole_is(parts: list[str], direction: str) -> None:
    text = " ".join(parts) + "A"
    levels = levels_of(text, "LR".index(direction))
    assert "".join(text[place] for place in visual_order(levels)) == get_display(text, base_dir=direction)


@pytest.mark.parametrize("text", ["(א) [A] ", "(א [A] ", "א) A] ", "אA1%, "])
@pytest.mark.parametrize("base", [0, 1])
@pytest.mark.parametrize("around", ["{}", "({})", "[{}"])
def test_a_long_text_has_the_levels_of_its_beginning(text: str, base: int, around: str) -> None:
    long, short = (around.format(text * times) for times in (10_000, 60))
    levels = levels_of(long, base)
    assert len(levels) == len(long)
    assert levels[:300] == levels_of(short, base)[:300]
