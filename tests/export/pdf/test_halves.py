"""Full-width marks of Chinese and Japanese stand close to other marks and begin lines at the edge."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from planner.export.blocks import Run
from planner.export.pdf.fonts import font_book
from planner.export.pdf.lines import break_lines
from planner.export.pdf.one_line import one_line
from planner.export.pdf.style import BODY
from planner.export.pdf.words import Look
from planner.export.pdf.writer import write_pdf
from tests.export.pdf.conftest import document
from tests.export.pdf.standards import faults

TEXT = "《盐之路》上市计划（《序》）。“不是我，”她说（电子书4.99美元），结局开放；『好』"
SQUARE = 1000.0


def width_of(text: str, language: str = "zh") -> float:
    """The width of one line of text in thousandths of its size."""
    line = one_line(text, BODY, 10_000, font_book(language))
    return line.width * 1000 / BODY.size


@pytest.mark.parametrize(
    ("text", "squares"),
    [
        ("盐）", 2.0),
        ("盐），", 2.5),
        ("盐》）。", 3.0),
        ("盐（盐", 3.0),
        ("盐（《盐", 3.5),
        ("盐。《盐", 3.5),
        ("《盐》", 2.5),
        ("（（盐", 2.0),
    ],
)
def test_marks_beside_marks_take_half_a_square(text: str, squares: float) -> None:
    assert width_of(text) == pytest.approx(squares * SQUARE)


def test_a_stop_stands_close_to_the_end_of_a_quotation() -> None:
    quoted, mark = width_of("盐”"), width_of("盐，")
    assert width_of("盐，”") == pytest.approx(mark - SQUARE / 2 + quoted - SQUARE)


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "ja"])
def test_dots_after_chinese_stand_in_the_middle_of_their_squares(language: str) -> None:
    assert width_of("盐……", language) == pytest.approx(3 * SQUARE)
    assert width_of("鹽》……鹽", language) == pytest.approx(5 * SQUARE)
    (piece,) = font_book(language).word("salt…", Look()).pieces
    assert piece.face.name == "Inter-Regular"


@pytest.mark.parametrize("language", ["zh-Hant", "ja"])
def test_a_mark_in_the_middle_of_its_square_keeps_all_of_it(language: str) -> None:
    assert width_of("盐：：", language) == pytest.approx(3 * SQUARE)
    assert width_of("盐：「盐", language) == pytest.approx(3.5 * SQUARE)


def test_marks_of_a_right_to_left_text_stay_as_they_are() -> None:
    word = font_book().word("（）", Look(rtl=True))
    assert word.width == pytest.approx(2 * SQUARE)


@pytest.mark.parametrize("squares", range(4, 14))
def test_every_line_begins_at_the_edge(squares: int) -> None:
    width = squares * BODY.size
    broken = break_lines((Run("读《盐之路》（海）、《序》吧，" * 9),), BODY, width, font_book("zh"))
    begun = [line.pieces[0] for line in broken if line.pieces[0].text[0] in "《（"]
    assert begun
    assert all(piece.glyphs[0].composite for piece in begun)
    assert all(line.width <= width + 0.01 for line in broken)


def test_a_name_as_wide_as_its_column_stays_on_one_line() -> None:
    for name in ("《盐之路》", "盐：《海》（序）。", "（《盐》）"):
        line = one_line(name, BODY, 1000, font_book("zh"))
        assert len(break_lines((Run(name),), BODY, line.width + 0.01, font_book("zh"))) == 1


def test_words_met_before_are_set_as_at_first() -> None:
    text = "《甲乙》 丙 《甲乙》 丁。《甲 乙》"
    first, second = (break_lines((Run(text),), BODY, 60, font_book("zh")) for _ in range(2))
    assert [line.width for line in first] == [line.width for line in second]


def test_what_was_typed_is_read_and_the_standards_are_kept(tool: Callable[..., str]) -> None:
    written = write_pdf(replace(document(TEXT, title=TEXT), language="zh"))
    assert faults(written) == []
    assert TEXT in tool("pdftotext", written).splitlines()
