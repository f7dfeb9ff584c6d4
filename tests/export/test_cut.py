"""Texts cut where a sentence or a word ends, and never inside a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.cut import cut, extent, lines_of

STORY = "The tide turned. Nobody saw it. The ledger was still wet when they came to ask for it again."


@pytest.mark.parametrize(
    ("text", "width", "told"),
    [
        (STORY, 200, STORY),
        (STORY, 33, "The tide turned. Nobody saw it. …"),
        (STORY, 12, "The tide…"),
        (
            "潮は変わった。誰も見ていなかった。台帳はまだ濡れていた。",
            36,
            "潮は変わった。誰も見ていなかった。…",
        ),
        ("ما بعد الإطلاق والنشر", 13, "ما بعد…"),
        ("Unbreakable" * 10, 15, "UnbreakableUnbr…"),
        ("An unbreakablename" + "s" * 9, 15, "An unbreakablen…"),
        ("而《盐之路》", 4, "而…"),
        ("说：（“《盐之路》”）", 10, "说…"),
        ("账本未干，潮水已退", 11, "账本未干…"),
        ("انحسر المدّ، ولم يقل أحد", 14, "انحسر المدّ…"),
        ("France, Italy, Spain", 14, "France, Italy…"),
        ("她说“不是我”", 6, "她说…"),
        ("Einmal „Hallo“ gesagt", 15, "Einmal „Hallo“…"),
        ("e\u0301" * 10, 3, "e\u0301…"),
        ("", 0, ""),
    ],
)
def test_a_text_ends_at_a_sensible_place(text: str, width: int, told: str) -> None:
    assert cut(text, width) == told


@given(st.text(max_size=200), st.integers(0, 100))
def test_what_is_kept_is_the_beginning_and_no_wider(text: str, width: int) -> None:
    told = cut(text, width)
    kept = told if told == text else told.removesuffix("…").rstrip(" ")
    assert text.startswith(kept)
    assert extent(kept) <= width or told == text


def test_lines_are_counted_by_width_and_line_ends() -> None:
    assert lines_of("", 10) == 1
    assert lines_of("a" * 25, 10) == 3
    assert lines_of("a\n\nb", 10) == 3
    assert lines_of("潮" * 10, 10) == 2
