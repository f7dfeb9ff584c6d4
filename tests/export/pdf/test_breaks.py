"""Lines end by the habits of a language."""

from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from time import process_time

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.blocks import Align, Cell, Column, Row, Run, Table, plain
from planner.export.pdf.breaks import model_ends, phrase_ends, syllable_ends, thai_words
from planner.export.pdf.fonts import font_book
from planner.export.pdf.line import Line
from planner.export.pdf.lines import break_lines
from planner.export.pdf.style import BODY
from planner.export.pdf.tokens import tokens
from planner.export.pdf.writer import write_pdf
from tests.export.pdf.conftest import document

THAI = "แผนการตลาดของนวนิยายเล่มใหม่เริ่มในเดือนมกราคม"
JAPANESE = "新しい小説の宣伝計画です。三か月のあいだに小さな予算で読者に届けます。"
CHINESE = "新小说的营销计划从一月开始，用不大的预算在三个月里找到读者。"
GERMAN = "Die Veröffentlichungsvorbereitungen der Buchhandlungsgemeinschaft"


def said(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def lines(text: str, width: float, language: str = "") -> list[str]:
    return [said(line).rstrip() for line in break_lines((Run(text),), BODY, width, font_book(language))]


def test_thai_breaks_between_words() -> None:
    words = thai_words(THAI)
    assert len(words) > 6
    broken = lines(THAI, 60)
    assert len(broken) > 2
    ends = {len("".join(words[:count])) for count in range(len(words) + 1)}
    assert all(len("".join(broken[:count])) in ends for count in range(len(broken)))
    assert "".join(broken) == THAI


@pytest.mark.parametrize("word", ["หนังสือ", "แผนที่", "นิตยสาร", "งบประมาณ", "มหาวิทยาลัย", "ผู้อ่าน", "การตลาด"])
def test_no_line_of_thai_ends_within_a_word(word: str) -> None:
    text = f"ฉันชอบ{word}นี้มาก"
    parts = thai_words(text)
    ends = [*accumulate(map(len, parts))]
    start = text.index(word)
    assert len(parts) > 2
    assert not {end for end in ends if start < end < start + len(word)}


@pytest.mark.parametrize(
    "text",
    [
        "ติดต่อรายการ“หนังสือกับน้ำชา”เดือนนี้",
        "ร้านหนังสือ(สาขาใหญ่)เปิดแล้ว!",
        "อ่าน«แผนที่»แล้ว…ชอบไหม?",
        'บอกว่า"สวัสดีครับ"แล้วก็ไป',
    ],
)
def test_no_line_of_thai_begins_with_a_mark_or_ends_with_one_that_opens(text: str) -> None:
    parts = tokens(text)
    assert "".join(parts) == text
    assert len(parts) > 3
    assert not any(part[0] in "”)!»…?" or part[-1] in "“(«" for part in parts)
    assert not any(part in ('"', "“", "(") for part in parts)


@pytest.mark.parametrize(("text", "language"), [(JAPANESE, "ja"), (CHINESE, "zh-Hans"), (CHINESE, "zh-TW")])
def test_chinese_and_japanese_break_after_phrases_where_one_is_near(text: str, language: str) -> None:
    broken = lines(text, 110, language)
    ends = phrase_ends(text, language)
    assert len(broken) > 2
    assert all(len("".join(broken[:count])) in ends for count in range(1, len(broken)))
    assert "".join(broken) == text


@pytest.mark.parametrize("language", ["zh", "zh-TW"])
def test_what_counts_or_grades_a_word_stays_with_it(language: str) -> None:
    text = "上市周内每天一次，更信任作者来信"
    ends = phrase_ends(text, language)
    assert not ends & {text.index(word) + 1 for word in "每一更"}
    assert text.index("，") + 1 in ends


@pytest.mark.parametrize("width", range(80, 140, 10))
def test_a_short_title_stays_whole(width: int) -> None:
    broken = lines(
        "碼頭上沒有人知道，商人為《鹽之路》付了錢，又讀了《鹽之路》與「香料四部曲」。", width, "zh-TW"
    )
    assert all(line.count("《") == line.count("》") for line in broken)
    assert all(line.count("「") == line.count("」") for line in broken)


def test_a_phrase_longer_than_the_line_is_broken_by_characters() -> None:
    broken = lines("東京特許許可局長今日急遽休暇許可拒否" * 3, 40, "ja")
    assert all(len(line) >= 3 for line in broken[:-1])


def test_marks_stay_with_the_character_before_them() -> None:
    assert all(line[0] not in "\u3099\U000e0100" for line in lines("か\u3099葛\U000e0100" * 30, 12, "ja"))


def test_words_too_long_for_a_column_are_hyphenated_in_their_language() -> None:
    broken = lines(GERMAN, 60, "de")
    assert any(line.endswith("\u00ad") for line in broken)
    assert "".join(line.removesuffix("\u00ad") for line in broken).replace(" ", "") == GERMAN.replace(" ", "")
    assert not any("\u00ad" in line for line in lines(GERMAN, 60))
    assert not any("\u00ad" in line for line in lines(GERMAN, 60, "th"))
    assert not any("\u00ad" in line for line in lines(GERMAN, 500, "de"))


def test_a_word_is_as_long_as_its_letters_are_many_not_its_brackets() -> None:
    assert lines("Smart link (impossible)", 80, "en") == ["Smart link", "(impossible)"]
    assert "\u00ad" in lines("Smart link recommendations", 80, "en")[0]


def test_a_run_in_another_language_is_broken_by_its_own_habits() -> None:
    run = Run("Veröffentlichungsvorbereitungen ", language="de")
    broken = break_lines((run, replace(run, language="ja")), BODY, 60, font_book("en"))
    assert sum(said(line).count("\u00ad") for line in broken) == 2


def test_hyphens_leave_two_letters_and_no_numbers() -> None:
    assert list(syllable_ends("Vorbestellungsphase", "de")) == [14, 9, 5, 3]
    assert list(syllable_ends("2027-05-05", "en")) == []
    assert list(syllable_ends("https://books.example/considerations", "en")) == []
    assert list(syllable_ends("(considerations,", "en")) == [10, 9, 7, 4]
    assert list(syllable_ends("word", "xx-none")) == []


def test_what_was_typed_is_extracted_without_the_hyphens(tool: Callable[..., str]) -> None:
    cell = Table(
        (Column("a", 1), Column("b", 9, Align.RIGHT)), (Row((Cell(plain(GERMAN)), Cell(plain("1")))),)
    )
    made = replace(document(cell), language="de")
    text = tool("pdftotext", write_pdf(made))
    assert "Veröffentlichungsvorbereitungen" in text.replace("\u00ad\n", "").replace("\u00ad", "")


@pytest.mark.parametrize(
    "text", [THAI * 2000, CHINESE * 3000, "שלום, עולם (ab) 12% " * 4000, "नमस्ते " * 20_000]
)
def test_long_texts_are_broken_in_linear_time(text: str) -> None:
    def spent(part: str) -> float:
        start = process_time()
        break_lines((Run(part),), BODY, 430, font_book())
        return process_time() - start

    spent(text[:2000])
    short = spent(text[: len(text) // 8])
    assert spent(text) < 8 * short * 3 + 0.5


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("thai", "การตลาดหนังสือสำหรับนักเขียนอิสระคือแผนที่ดี a"),
        ("japanese", "本の発売日まであと三か月です。読者にメールを送る"),
        ("simplified_chinese", "这本书的读者会在五月看到新的版本，并且收到邮件"),
    ],
)
@given(data=st.data())
def test_a_model_is_weighed_as_budoux_does(name: str, letters: str, data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from(letters), min_size=1, max_size=40))
    phrases = getattr(budoux, f"load_default_{name}_parser")().parse(text)
    assert [*model_ends(text, name), len(text)] == [*accumulate(map(len, phrases))]
