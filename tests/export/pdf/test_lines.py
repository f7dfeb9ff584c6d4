"""Where text is broken into lines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.blocks import Run, Tone
from planner.export.isolates import has_leftwards
from planner.export.pdf.direction import directions
from planner.export.pdf.faces import Face
from planner.export.pdf.fonts import FontBook, font_book
from planner.export.pdf.line import Line
from planner.export.pdf.lines import break_lines
from planner.export.pdf.one_line import one_line
from planner.export.pdf.style import ACCENT, BODY, TONES, Type
from planner.export.pdf.words import Look
from planner.export.text import clean

WIDTH = 100.0


def said(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def lines(*runs: Run | str, width: float = WIDTH, style: Type = BODY) -> list[Line]:
    made = [Run(run) if isinstance(run, str) else run for run in runs]
    return break_lines(made, style, width, font_book())


def texts(*runs: Run | str, width: float = WIDTH) -> list[str]:
    return [said(line).rstrip() for line in lines(*runs, width=width)]


def test_text_breaks_at_spaces_and_nothing_is_lost() -> None:
    text = "Reach readers of historical fiction who already buy the first book of a series"
    broken = lines(text)
    assert len(broken) > 3
    assert "".join(map(said, broken)) == text
    assert all(line.width <= WIDTH for line in broken)


def test_a_long_text_is_broken_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words are measured by the lot."""
    parts = (
        "plan",
        "ελληνικά",
        "книга",
        "盐之路",
        "\u4e02",
        "길",
        "שלום",
        "سلام",
        "كتاب.",
        "e\u0301t",
        "(2027)",
        "a-b",
    )
    text = " ".join(f"{part}{number % 7}" if number % 3 else part for number in range(40) for part in parts)

    def broken() -> list[object]:
        book = FontBook("en")
        made = break_lines([Run(text)], BODY, WIDTH, book)
        return [
            (line.width, [*line.levels], [(each.text, each.face, each.width) for each in line.pieces])
            for line in made
        ]

    monkeypatch.setattr("planner.export.pdf.lines._FEW", len(text))
    one_by_one = broken()
    monkeypatch.setattr("planner.export.pdf.lines._FEW", 5)
    monkeypatch.setattr("planner.export.pdf.lines._LOT", 150)
    assert broken() == one_by_one


def test_spaces_at_the_end_do_not_count() -> None:
    assert lines("word   ")[0].width == lines("word")[0].width


def test_a_wide_space_is_as_wide_as_a_character_and_told_as_any_other() -> None:
    indented, plain, name = lines("\u3000\u3000盐之路\n盐之路\n髙橋\u3000美咲")
    assert indented.width == pytest.approx(plain.width + 2 * BODY.size)
    assert (said(indented), said(plain)) == ("  盐之路 ", "盐之路 ")
    assert said(name) == "髙橋 美咲"
    assert one_line("髙橋\u3000美咲", BODY, WIDTH, font_book()).width == name.width == 5 * BODY.size


def test_line_feeds_end_lines() -> None:
    assert texts("a\n\nb\n") == ["a", "", "b"]


def test_no_text_is_one_empty_line() -> None:
    assert texts("") == texts() == [""]


def test_a_word_of_two_runs_is_not_broken_between_them() -> None:
    broken = texts("some words before", Run("bold", bold=True), ", and after", width=90)
    assert any("beforebold," in line for line in broken)


def test_compounds_break_after_the_hyphen_but_numbers_do_not() -> None:
    assert texts("a well-considered plan", width=60) == ["a well-", "considered", "plan"]
    assert texts("on 2027-05-05 and T-28", width=64) == ["on", "2027-05-05", "and T-28"]


def test_chinese_breaks_between_characters_but_not_before_its_stops() -> None:
    broken = texts("盐之路是一部关于香料贸易的历史小说，讲述了一位年轻商人（来自泉州）的故事。" * 3)
    assert len(broken) > 5
    assert not any(line[0] in "，。）、" for line in broken)
    assert not any(line[-1] == "（" for line in broken)


@pytest.mark.parametrize(
    "text",
    [
        "码头上没有人肯说是谁移动了浮标（“不是我，”她说）；盐价却在‘今年’涨到￥12元，而《盐之路》〖注〗只有三张。",
        "雅各布·德佐特与罗伯特·路易斯·史蒂文森在Goodreads“相遇”，约在3～5月",
        "読者は「『塩の道』」を〝買った〟",
    ],
)
@pytest.mark.parametrize("width", range(34, 130, 3))
def test_opening_marks_end_no_line_and_closing_ones_begin_none(text: str, width: int) -> None:
    broken = texts(text, width=width)
    assert "".join(broken) == text
    assert not any(line[-1] in "（“‘￥《〖「『〝" for line in broken)
    assert not any(line[0] in "，”’）；。》〗』」〟·～" for line in broken)


@pytest.mark.parametrize("width", range(30, 130, 3))
def test_a_name_goes_on_after_the_mark_that_opens_it(width: int) -> None:
    broken = texts("The link “", Run("盐之路的第一章", language="zh"), "” cannot work", width=width)
    assert not any(line.endswith("“") for line in broken)
    broken = texts("链接（", Run("盐之路的第一章", bold=True), "）不能用", width=width)
    assert not any(line.endswith("（") for line in broken)


def test_marks_of_quotation_in_a_word_part_it_only_before_chinese() -> None:
    assert texts("read a“b”c’d‘e", width=45) == ["read", "a“b”c’d‘e"]
    assert texts("读Goodreads“书评”吧", width=66) == ["读Goodreads", "“书评”吧"]


@pytest.mark.parametrize("width", range(70, 160, 3))
def test_a_number_stays_with_what_it_counts(width: int) -> None:
    text = "商人为《盐之路》付了 12.50 元，1662年又付了 1,200 元；她在第3章（15 页）里问：“还有 8 张吗？”"
    broken = texts(text, width=width)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert not any(re.search(r"[第0-9] ?\Z", line) for line in broken)


@pytest.mark.parametrize(
    "text",
    [
        "ودفع التاجر 12.50 دولارًا (4.99 USD) ثمنًا لـ60 نسخة من 1,240 كتابًا يوم 5 مايو",
        "הסוחר שילם 12.50 ₪ עבור 60 ספרים וכ-250 קוראים",
        "The trader paid 12.50 AUD for it and 4,000.00 CHF for the other",
    ],
)
def test_an_amount_stays_with_what_it_counts_in_any_direction(text: str) -> None:
    for width in range(80, 200, 3):
        broken = texts(text, width=width)
        assert "".join(broken).replace(" ", "") == text.replace(" ", "")
        assert not any(re.search(r"[0-9]\Z", line) for line in broken)


def test_a_year_may_end_a_line() -> None:
    assert any(texts("ساحل عام 1662 يقرّر", width=width)[0].endswith("1662") for width in range(50, 90, 3))


def test_korean_breaks_at_spaces() -> None:
    text = "소금의 길은 향신료 무역에 관한 역사 소설입니다"
    assert " ".join(texts(text, width=60)) == text


def test_a_long_address_breaks_after_its_marks() -> None:
    url = "https://books.example/salt-road?utm_source=newsletter&utm_medium=email&utm_campaign=launch"
    broken = texts(url, width=150)
    assert "".join(broken) == url
    assert all(line[-1] in "/?&=-_." for line in broken[:-1])


@pytest.mark.parametrize("tail", ["content=picture-2", "content=chapter-one", "q=book-clubs"])
def test_the_last_line_of_an_address_holds_more_than_a_few_letters(tail: str) -> None:
    url = f"https://www.books.example/dp/B0EXAMPLE1?utm_medium=cpc&utm_{tail}"
    for width in range(100, 320, 4):
        broken = texts(url, width=width)
        assert "".join(broken) == url
        assert len(broken) == 1 or len(broken[-1]) >= 6


def test_no_line_ends_between_a_day_and_its_month() -> None:
    text = "Asked on 30 January 2027, due (4 February), promised for 5 May and sold until 12 Sep."
    for width in range(60, 320, 3):
        broken = texts(text, width=width)
        assert " ".join(broken) == text
        assert not any(re.search(r"\b[0-9]{1,2}\Z", line) for line in broken)
    assert any(texts("Two of 12 Markets", width=width)[0] == "Two of 12" for width in range(40, 90))


def test_a_column_narrower_than_a_letter_still_ends() -> None:
    assert "".join(texts("word", width=0.1)) == "word"


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "盐" * 200_000, "a " * 300_000, "\n" * 300_000, " " * 1_000_000]
)
def test_enormous_texts_are_broken(text: str) -> None:
    broken = lines(text, width=400)
    assert all(line.width <= 400 for line in broken)


def test_links_are_checked_and_coloured() -> None:
    (good,) = lines(Run("here", link="https://books.example/"))
    (bad,) = lines(Run("here", link="javascript:alert(1)"))
    assert (good.paints[0].link, good.paints[0].colour) == ("https://books.example/", ACCENT)
    assert (bad.paints[0].link, bad.paints[0].colour) == (None, TONES[Tone.PLAIN])


def test_paragraphs_of_either_direction_stand_in_one_text() -> None:
    broken = lines("one two\nשלום abc\nthree\n\nسلام", width=400)
    assert [line.rtl for line in broken] == [False, True, False, False, True]
    assert [said(line).strip() for line in broken] == ["one two", "שלום abc", "three", "", "سلام"]


def test_one_line_is_shortened_with_an_ellipsis() -> None:
    assert said(one_line("short", BODY, WIDTH, font_book())) == "short"
    for text in (
        "a long label that has no room",
        "Donaudampfschifffahrtsgesellschaft" * 9,
        "很长的标题" * 90,
    ):
        line = one_line(text, BODY, WIDTH, font_book())
        assert line.width <= WIDTH
        assert said(line).endswith("…")
        assert text.startswith(said(line).rstrip("…"))


@given(st.text("abc 盐ב\u3000", min_size=1, max_size=30), st.floats(0, 500))
def test_one_line_fits_the_width_that_was_measured_for_it(text: str, beside: float) -> None:
    line = one_line(text, BODY, 10_000, font_book())
    assert said(one_line(text, BODY, line.width + beside - beside, font_book())) == said(line)


@pytest.mark.parametrize("width", range(20, 120, 3))
def test_no_mark_that_opens_stands_before_an_ellipsis(width: int) -> None:
    line = said(one_line("盐（“不是我”）而《盐之路》与《序》 (and “more”) of it", BODY, width, font_book()))
    assert line.endswith("…")
    assert line[-2:-1] not in tuple("（《“( ")


@given(st.text(max_size=80), st.floats(5, 300))
def test_any_text_is_kept_in_any_width(text: str, width: float) -> None:
    kept = "".join("".join(said(line) for line in lines(text, width=width)).split())
    wanted = "".join(clean(text).replace("\u200b", "").replace("\u00ad", "").split())
    assert (sorted(kept) == sorted(wanted)) if has_leftwards(text) else (kept == wanted)


@given(st.lists(st.text("abאبع12٣(),.[]", min_size=1, max_size=6), min_size=1).map(" ".join))
def test_each_piece_has_the_level_of_its_characters(text: str) -> None:
    (line,) = lines(text, width=100_000)
    found = directions(text)
    levels = [level for piece, level in zip(line.pieces, line.levels, strict=False) for _ in piece.text]
    turned = found and (found.rtl or any(found.levels))
    assert levels == (list(found.levels) if found and turned else [])
    assert "".join(piece.text for piece in line.pieces) == text


def test_a_letter_that_joins_goes_to_the_next_line_where_none_fits_after_a_word() -> None:
    assert [said(line) for line in lines("0\u0600", width=5.0)] == ["0", "\u0600"]


def test_a_name_in_another_language_is_not_parted() -> None:
    name = Run("小红书", language="zh")
    assert texts("Xiaohongshu ", name, width=70) == ["Xiaohongshu", "小红书"]
    assert "".join(texts("Xiaohongshu ", name, width=14)).endswith("小红书")


@pytest.mark.parametrize("name", ["Newsletter", "小红书", "عيار الملح"])
@pytest.mark.parametrize("width", range(58, 130, 3))
def test_no_line_begins_with_a_dot_between_phrases(name: str, width: int) -> None:
    parted = Run(name, bold=True), Run(" · Launch · Author · the ads freelancer", tone=Tone.MUTED)
    for runs in (parted, (Run("".join(run.text for run in parted)),)):
        broken = lines(*runs, width=width)
        if name.isascii():
            assert "".join(map(said, broken)) == "".join(run.text for run in runs)
        assert not any(said(line).strip().startswith("·") for line in broken[1:] if not line.rtl)
        assert all(line.width <= width for line in broken)


def test_a_name_moves_to_the_next_line_whole_where_it_is_one_phrase() -> None:
    assert texts("Xiaohongshu 小红书", width=70) == ["Xiaohongshu", "小红书"]
    assert texts("WeChat 微信公众号", width=80) == ["WeChat", "微信公众号"]
    (first, _) = lines("Xiaohongshu 小红书", width=70)
    assert first.width == lines("Xiaohongshu", width=70)[0].width


def test_a_clause_is_no_name_and_is_broken() -> None:
    assert texts("订阅 · 一次建成，每月检查", width=70)[0] == "订阅 · 一次"
    assert texts("订阅 · 一次建成每月", width=70)[0] == "订阅 ·"


@pytest.mark.parametrize("width", range(40, 120, 4))
def test_no_line_is_a_box_alone(width: int) -> None:
    broken = texts("☐ 上线图书页面，附封面、引语和订阅表单", width=width)
    assert broken[0] != "☐"
    assert texts("盐 上线图书页面", width=62)[0] == "盐"


def test_no_line_is_an_ellipsis_alone() -> None:
    address = "https://books.example/dp/B0EXAMPLE1?…"
    for width in range(60, 200):
        assert "…" not in texts(address, width=width)


@pytest.mark.parametrize("text", ["ספר טוב מאוד", "ספר 한글 한글 ספר word ספר ספר"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_space_is_shown_with_the_word_of_its_level_before_it_and_as_wide_as_any(
    text: str, bold: bool
) -> None:
    (line,) = lines(Run(text, bold=bold), width=500)
    wide = lines(Run(" ", bold=bold))[0].pieces[0].width
    levels, faces = line.levels, [piece.face for piece in line.pieces]
    for place in range(1, len(faces), 2):
        space, word = line.pieces[place], line.pieces[place - 1]
        assert space.text == " "
        assert space.width == wide
        assert space.thickened == word.thickened or space.face is not word.face
        alike = levels[place] == levels[place - 1]
        if levels[place] % 2:
            alike = alike and place > 1 and faces[place - 3] is word.face
        assert space.face is (word.face if alike else main_face(bold))
        (glyph,) = space.glyphs
        assert space.face.width(glyph) - glyph.before - glyph.after == pytest.approx(wide)


def main_face(bold: bool) -> Face:
    return font_book().word("a", Look(bold)).pieces[0].face
