"""Directions of text, compared with the other implementation of the algorithm that python-bidi brings."""

import pytest
from bidi import get_display
from hypothesis import assume, example, given
from hypothesis import strategies as st

from planner.export.isolates import has_leftwards, stretches
from planner.export.pdf.direction import directions, visual_order

LETTERS = "abאבعش 12٣(),.[]{}-+%$:/!\u0301\u05b0"


def shown(text: str, *, leftwards: bool = False) -> str:
    """The text as it is seen, no bracket turned; spaces at its end stand where the text ends."""
    found = directions(text, leftwards=leftwards)
    if found is None:
        return text
    levels = list(found.levels)
    end = len(text.rstrip(" "))
    levels[end:] = [int(found.rtl)] * (len(text) - end)
    return "".join(text[place] for place in visual_order(bytes(levels)))


@given(st.text(LETTERS, min_size=1, max_size=30))
@example("aא(b1)\u0301")
def test_text_is_ordered_as_the_other_implementation_does(text: str) -> None:
    found = directions(text)
    assume(not found or len(list(stretches(text, int(found.rtl)))) == 1)
    assert shown(text) == get_display(text, base_dir="R" if found and found.rtl else "L")


@given(st.text(max_size=60))
def test_any_text_has_a_level_for_each_character(text: str) -> None:
    found = directions(text)
    assert (found is None) == (not has_leftwards(text))
    if found:
        assert len(found.levels) == len(text)
        assert sorted(visual_order(found.levels)) == list(range(len(text)))


def test_a_sentence_that_begins_with_a_name_of_the_other_way_keeps_its_own() -> None:
    assert shown("“שלום” asks readers to buy.") == "“םולש” asks readers to buy."


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("TikTok · عنوان: 50%", "TikTok · %50 :ناونع"),
        ("TikTok · (שלום) · 8 h", "TikTok · )םולש( · 8 h"),
        ("TikTok · שלום (5), part 1", "TikTok · םולש (5), part 1"),
        ("Fiction · שלום, book 1", "Fiction · םולש, book 1"),
    ],
)
def test_what_a_line_lists_runs_its_own_way_where_all_of_it_does(text: str, seen: str) -> None:
    assert shown(text) == seen


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


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Most goes to שם ($540). It", "Most goes to םש ($540). It"),
        ("Find שם (12) מלח in it", "Find חלמ )12( םש in it"),
        ("Move שם. “מלח” to it", "Move םש. “חלמ” to it"),
        ("Both “שם”, “מלח” and “a שם”", "Both “םש”, “חלמ” and “a םש”"),
        ("Task “כתב QR” is late", "Task “QR בתכ” is late"),
        ("Task “שם “מלח” כתב” is late", "Task “בתכ ”חלמ“ םש” is late"),
        ("Open “שם and more", "Open “םש and more"),
    ],
)
def test_the_words_of_a_sentence_stay_where_they_are_around_names(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Newsletter · שם", "םש · Newsletter"),
        ("A list · of 3–5 · שם", "םש · of 3–5 · A list"),
        ("Amazon, כל הספרים", "םירפסה לכ ,Amazon"),
        ("Smart link cannot work on שם.", "Smart link cannot work on םש."),
        ("blocker · שם. It cannot work", "blocker · םש. It cannot work"),
        ("Most money goes to כל הספרים שבעולם ($5).", "Most money goes to םלועבש םירפסה לכ ($5)."),
        ("כל הספרים asks for 5 hours.", "םירפסה לכ asks for 5 hours."),
        ("שם, but כל הספרים ends on 2 May.", "םש, but םירפסה לכ ends on 2 May."),
        ("שם, but כל הספרים was due on 2 May", "was due on 2 May םירפסה לכ but ,םש"),
        ("כל הספרים שבעולם אצל The Sea Book.", ".The Sea Book לצא םלועבש םירפסה לכ"),
        ("“כל הספרים שבעולם” is late", "“םלועבש םירפסה לכ” is late"),
        ("Newsletter · שם: כל הספרים. שבעולם.", ".םלועבש .םירפסה לכ :םש · Newsletter"),
    ],
)
def test_lists_run_the_way_of_their_document_and_sentences_their_own(text: str, seen: str) -> None:
    assert shown(text, leftwards=True) == seen


@given(st.text("“”()א1a ", max_size=40))
def test_stretches_are_the_whole_paragraph(text: str) -> None:
    for base in (0, 1):
        assert "".join(part for part, _ in stretches(text, base)) == text
