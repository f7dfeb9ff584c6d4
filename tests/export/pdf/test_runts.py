"""No short word stands alone on the last line of a paragraph, and short compounds stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.blocks import Run
from planner.export.pdf.fonts import font_book
from planner.export.pdf.lines import break_lines
from planner.export.pdf.one_line import one_line
from planner.export.pdf.style import BODY, SECTION
from tests.export.pdf.test_lines import said, texts


def test_the_word_before_a_short_last_one_goes_with_it() -> None:
    assert texts("Copies sold in all formats and shops", width=150) == [
        "Copies sold in all formats",
        "and shops",
    ]
    ends = [
        line.rsplit(" ", 1)[-1] for line in texts("one promise\nkept by all of them who sail on", width=120)
    ]
    assert ends[0] == "promise"


@pytest.mark.parametrize("width", range(120, 300, 7))
def test_so_it_does_in_thai_which_has_no_spaces_between_words(width: int) -> None:
    text = "ไม่มีใครในเมืองท่าเชื่อว่าแผนที่โกหกได้แต่เมื่อถึงฤดูใบไม้ผลิทุกคนจะเชื่อ"
    *_, last = lines = texts(text, width=width)
    assert "".join(lines) == text
    assert last != "เชื่อ"


@pytest.mark.parametrize(
    ("text", "width", "last"),
    [
        ("Own website · Foundation", 64.0, "Foundation"),  # the dot stays at the end of a line
        ("Librarians libraries", 60.0, "libraries"),  # no word is left above
        ("to read all of unforgettable", 75.0, "unforgettable"),  # wide enough to stand alone
        ("the name of a place 小红书", 86.0, "小红书"),
    ],
)
def test_it_stays_where_that_would_be_no_better(text: str, width: float, last: str) -> None:
    assert texts(text, width=width)[-1] == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X · Launch of spring", ["X ·", "Launch of spring"]),
        ("TikTok · الطلب المسبق", ["TikTok ·", "الطلب المسبق"]),
        ("Weibo · 上市周内每天", ["Weibo ·", "上市周内每天"]),
        ("X · A launch that does not fit", ["X · A launch that", "does not fit"]),
        ("X or Launch of spring", ["X or Launch of", "spring"]),
        ("Bookshops of X · Launch of spring", ["Bookshops of X ·", "Launch of spring"]),
        ("Bookshops and harbours of X · Launch of it", ["Bookshops and", "harbours of X ·", "Launch of it"]),
        ("Bookshops that stay a · Launch of spring", ["Bookshops that", "stay a ·", "Launch of spring"]),
        ("Bookshop of sea a · Launch of spring", ["Bookshop of sea", "a · Launch of", "spring"]),
        ("X · Prelaunching and reading", ["X · Prelaunching", "and reading"]),
    ],
)
def test_a_phrase_after_a_dot_stands_whole_on_the_last_line(text: str, expected: list[str]) -> None:
    assert texts(text, width=76) == expected


@pytest.mark.parametrize("width", [*range(120, 148, 4), *range(156, 236, 4)])
def test_hours_stand_with_the_day_before_them_where_some_of_the_line_above_stays(width: int) -> None:
    lines = texts("Record the first four conversations · begin\xa023\xa0Feb · 8\xa0h", width=width)
    assert lines[-1] == "begin\xa023\xa0Feb · 8\xa0h"


@pytest.mark.parametrize("hours", ["1.5\xa0h", "2\xa0h"])
def test_hours_stand_with_their_day_where_a_third_of_a_column_stays_above(hours: str) -> None:
    lines = texts(f"Read the first chapter for subscribers · begin\xa08\xa0Mar · {hours}", width=120)
    assert lines[-2:] == ["subscribers ·", f"begin\xa08\xa0Mar · {hours}"]


def test_so_they_do_in_a_column_of_tasks_that_is_not_narrow() -> None:
    task = "Start with a small limit, and raise it for what pays · begin\xa02\xa0days\xa0ahead · 2\xa0h"
    assert texts(task, width=162)[-2:] == ["for what pays ·", "begin\xa02\xa0days\xa0ahead · 2\xa0h"]


def test_hours_stand_with_the_word_before_them_where_no_phrase_does() -> None:
    assert texts("Move the words that sold into a campaign of their own · 2\xa0h", width=250) == [
        "Move the words that sold into a campaign of their",
        "own · 2\xa0h",
    ]
    assert texts("Naver Blog of the coast · in", width=112) == ["Naver Blog of the coast ·", "in"]


@pytest.mark.parametrize("width", range(104, 152, 4))
def test_a_number_goes_with_what_it_counts(width: int) -> None:
    assert texts("دفع التاجر في هذه المدينة 12.50 دينار لي", width=width)[-1] == "12.50 دينار لي"


def test_so_it_is_from_right_to_left_and_where_the_direction_changes() -> None:
    assert texts("رواية تاريخية بحرية تُروى من الشاطئ الذي أجزاء أخرى.", width=190)[-1] == "أجزاء أخرى."
    above, last = break_lines((Run("The link he made is now קצר מאוד"),), BODY, 105, font_book("ar"))
    assert (said(last), list(last.levels), last.parted) == ("now קצר מאוד", [0, 0, 1, 1, 1], True)
    assert not above.levels
    assert not above.parted
    _, last = break_lines((Run("קצר מאוד ועוד now it"),), BODY, 80, font_book("ar"))
    assert (said(last), list(last.levels)) == ("now it", [2, 2, 2])


@pytest.mark.parametrize(
    ("text", "width", "last"),
    [
        ("日志横幅，通往图书页面", 96.0, "页面"),
        ("排期发帖，维护链接清单与读者团队，每周4小时", 194.0, "4小时"),  # a number stays with what it counts
        ("潮水已退“潮水已退”“潮水已退。”", 124.0, "已退。”"),
        ("港口港口港口（港）口", 87.0, "口（港）口"),  # no bracket is parted from what it holds
        ("潮水已退，码头上没有人《", 106.0, "人《"),
        ("港口", 12.0, "口"),  # nothing would be left above
    ],
)
def test_no_character_stands_alone_on_the_last_line(text: str, width: float, last: str) -> None:
    assert texts(text, width=width)[-1] == last


@given(st.lists(st.text("abcdefgh-אב(", min_size=1, max_size=9), min_size=1, max_size=30), st.floats(60, 300))
def test_nothing_is_lost_and_no_line_is_too_wide(words: list[str], width: float) -> None:
    text = " ".join(words)
    for style in (BODY, SECTION):
        lines = break_lines((Run(text[:9], bold=True), Run(text[9:])), style, width, font_book())
        assert "".join(map(said, lines)).split() == text.split()
        for line in lines:
            assert len(line.pieces) == len(line.paints)
            assert len(line.levels) in (0, len(line.pieces))
            pieces = list(line.pieces)
            while pieces and pieces[-1].text == " ":
                pieces.pop()
            drawn = sum(piece.advance(style.tracking) for piece in pieces) * style.size / 1000
            assert abs(line.width - drawn) < 0.05
            assert line.width <= max(width, style.size) + 0.01


def test_links_and_colours_go_with_their_words() -> None:
    run = Run("the ledger", link="https://author.example/")
    above, last = break_lines((Run("who had moved it but by "), run), BODY, 148, font_book())
    assert said(above).rstrip() == "who had moved it but by"
    assert said(last) == "the ledger"
    assert last.parted
    assert not above.parted
    assert {paint.link for paint in last.paints} == {"https://author.example/"}


def test_short_compounds_stay_whole() -> None:
    assert texts("Newsletter · Pre-launch", width=100) == ["Newsletter ·", "Pre-launch"]
    assert texts("Pre-launch", width=30) == ["Pre-", "launch"]
    held = "✓\u00a0In-app\u00a0numbers"
    assert texts(f"✓ UTM; {held}", width=100) == ["✓ UTM;", held]


def test_a_shortened_line_ends_with_a_word_where_one_ends_near() -> None:
    text = "Built once, checked every month and never again"
    assert said(one_line(text, BODY, 100, font_book())) == "Built once, checked…"
    assert said(one_line("Bookshops and libraries · Foundation", BODY, 150, font_book())).endswith(
        "libraries…"
    )
    assert said(one_line("كاملاً ومشروحًا", BODY, 44, font_book("ar"))) == "كاملاً…"
    assert said(one_line("一座 港口的完整注释史", BODY, 75, font_book())) == "一座 港口的完…"
    assert said(one_line("Unforgettableness", BODY, 40, font_book())) == "Unforg…"
