"""Directions of text, compared with the other implementation of the algorithm that python-bidi brings."""

import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.pdf.direction import directions, runs_leftwards, visual_order

LETTERS = "abאבعش 12٣(),.[]{}-+%$:/!\u0301\u05b0"


def shown(text: str) -> str:
    """The text as it is seen; spaces at its end stand where the text ends."""
    found = directions(text)
    if found is None:
        return text
    levels = list(found.levels)
    end = len(text.rstrip(" "))
    levels[end:] = [int(found.rtl)] * (len(text) - end)
    return "".join(text[place] for place in visual_order(levels))


@given(st.text(LETTERS, min_size=1, max_size=30))
@example("aא(1)\u0301")
def test_text_is_ordered_as_the_other_implementation_does(text: str) -> None:
    found = directions(text)
    assert shown(text) == get_display(text, base_dir="R" if found and found.rtl else "L")


@given(st.text(max_size=60))
def test_any_text_has_a_level_for_each_character(text: str) -> None:
    found = directions(text)
    assert (found is None) == (not runs_leftwards(text))
    if found:
        assert len(found.levels) == len(text)
        assert sorted(visual_order(found.levels)) == list(range(len(text)))


def test_a_sentence_that_begins_with_a_name_of_the_other_way_keeps_its_own() -> None:
    assert shown("“שלום” asks readers to buy.") == "“םולש” asks readers to buy."


def test_the_first_strong_character_decides() -> None:
    for text, rtl in (("12 שלום", True), ("(عنوان) title", True), ("title عنوان", False)):
        found = directions(text)
        assert found is not None
        assert found.rtl is rtl


def test_text_without_such_characters_has_no_directions() -> None:
    assert directions("Crème, 盐, 소금, नमक") is None


@pytest.mark.parametrize("text", ["(" * 100_000 + "א", "()" * 50_000 + "א", "(א)" * 60_000, "א$1" * 60_000])
def test_long_texts_take_no_long_time(text: str) -> None:
    found = directions(text)
    assert found is not None
    assert len(found.levels) == len(text)


def test_a_date_after_a_name_keeps_its_order() -> None:
    assert shown("שם · 11 Nov – 3 Feb") == "11 Nov – 3 Feb · םש"
    assert shown("Newsletter · שם. It works") == "Newsletter · םש. It works"
    assert shown("Foundation · שם 12 · 3 Feb") == "Foundation · 12 םש · 3 Feb"
