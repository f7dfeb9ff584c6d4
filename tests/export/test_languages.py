"""Which stretches of a document are in another language."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from planner.core.plan import Author, Book, Channel, Phase, Plan
from planner.export.blocks import Document, Note, Run, Section, Tick, Week, WeekChart, plain
from planner.export.html.writer import write_html
from planner.export.languages import Languages, language_tag, spoken_language
from planner.export.outline import outline
from planner.export.own_words import own_words
from planner.export.pdf.writer import write_pdf
from planner.export.word.writer import write_word
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, new_plan
from tests.export.html.test_writer import Element
from tests.export.html.test_writer import read as read_page
from tests.export.pdf.conftest import read as read_pdf
from tests.export.pdf.test_writer import EVERY_BLOCK
from tests.export.pdf.tree import tree

DAY = date(2027, 1, 5)
NAMES = {"微信公众号": "zh", "LINE公式アカウント": "ja", "ВКонтакте": "ru"}


def marked(text: str, language: str = "en", book_language: str = "") -> list[tuple[str, str]]:
    """The stretches in another language, with theirs, of a text of the author's."""
    own = frozenset({text.strip()})
    document = Document("", language, DAY, (), names=NAMES, own_words=own, book_language=book_language)
    runs = Languages(document).mark(plain(text))
    assert "".join(run.text for run in runs) == text
    return [(run.text, run.language) for run in runs if run.language]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crème brûlée – “quoted”, 5 €", []),
        ("On WeChat 微信公众号, daily", [("微信公众号", "zh")]),
        ("On LINE公式アカウント, daily", [("公式アカウント", "ja")]),
        ("VK ВКонтакте and Киев", [("ВКонтакте", "ru")]),
        ("塩の道、「海の物語」です。", [("塩の道、「海の物語」です", "ja")]),
        ("盐之路，一部 小说", [("盐之路，一部 小说", "zh")]),
        ("By 鹽之路，一部小說", [("鹽之路，一部小說", "zh-Hant")]),
        ("By 図書館", [("図書館", "ja")]),
        ("By 髙橋", [("髙橋", "ja")]),
        ("By 中山", [("中山", "zh")]),
        ("소금의 길 and ไทย", [("소금의 길", "ko"), ("ไทย", "th")]),
        ("שלום עולם، سلام", [("שלום עולם", "he"), ("سلام", "ar")]),
        ("हिन्दी, Ὀδύσσεια", [("हिन्दी", "hi"), ("Ὀδύσσεια", "el")]),
        ("On שָׁלוֹם, گفته\u200cام", [("שָׁלוֹם", "he"), ("گفته\u200cام", "ar")]),
    ],
)
def test_a_stretch_is_in_the_language_of_its_name_or_script(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hant", "鹽之路"),
        ("ja", "塩の道"),
        ("ja", "漢字"),
        ("ko-KR", "소금"),
        ("fa", "سلام"),
        ("yi", "פּלאַן"),
        ("el", "Ὀδύσσεια"),
    ],
)
def test_the_documents_own_language_is_not_marked(language: str, text: str) -> None:
    assert marked(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "鹽之路", "zh-Hant"),
        ("ZH", "鹽之路", "zh-Hant"),
        ("zh", "盐之路", "zh"),
        ("zh", "Salt", "zh"),
        ("zh-Hans", "鹽之路", "zh-Hans"),
        ("zh-CN", "鹽之路", "zh-CN"),
        ("zh-HK", "盐之路", "zh-HK"),
        ("ja", "鹽之路", "ja"),
    ],
)
def test_a_plan_in_chinese_says_in_which_characters(language: str, text: str, expected: str) -> None:
    plan = Plan(id="p", language=language, book=Book(id="b", title=text), author=Author(id="a"))
    assert outline(plan, load_catalog(), load_rules(), DAY).language == expected


def test_a_name_in_the_documents_language_is_its_own() -> None:
    assert marked("微信公众号", "zh-Hant") == []
    assert marked("微信公众号とLINE公式アカウント", "ja-JP") == [("微信公众号", "zh")]


def test_a_run_that_says_its_language_keeps_it() -> None:
    run = Run("公式", language="zh-Hant")
    assert Languages(Document("", "en", DAY, ())).mark((run,)) == (run,)


def test_a_megabyte_is_marked_in_time() -> None:
    for text in ("‘word’ " * 140_000, "漢" * 1_000_000, "漢，字か " * 200_000, "𠀀 ก " * 250_000):
        assert len(marked(text)) <= 1000


def test_a_megabyte_of_quotations_in_another_language_is_parted_in_time() -> None:
    languages = Languages(Document("", "zh", DAY, (), own_words=frozenset({"x"})))
    started = process_time()
    languages.mark(plain("(“漢 ab”)" * 120_000))
    assert process_time() - started < 5


def test_a_text_that_changes_its_language_without_end_is_not_marked() -> None:
    assert len(marked("字 and " * 1000)) == 1000
    assert marked("字 and " * 1001) == []


def test_words_of_korean_in_chinese_characters_too_are_marked() -> None:
    assert len(marked("學校에 " * 400)) == 800


@pytest.mark.parametrize(
    ("given", "expected"), [("de", "de"), ("zh-Hant-TW", "zh-Hant-TW"), ("", "en"), ("a b", "en")]
)
def test_a_tag_that_is_none_becomes_english(given: str, expected: str) -> None:
    assert language_tag(given) == expected


def test_a_text_is_in_the_language_of_most_of_its_letters() -> None:
    assert spoken_language("Читайте The Salt Road сегодня", ("ru",), "en") == "ru"
    assert spoken_language("Read about 小红书 today", ("zh",), "en") == ""
    assert spoken_language("今天读盐之路", ("zh",), "zh-Hans") == ""
    assert spoken_language("Read today", ("en", "zh"), "de") == ""


def test_a_post_is_in_the_language_of_its_platform() -> None:
    plan = Plan(
        id="p",
        book=Book(id="b"),
        author=Author(id="a"),
        phases=(Phase(id="f", channels=(Channel(id="c", platform="vk", copy="Новая книга уже здесь."),)),),
    )
    made = outline(plan, load_catalog(), load_rules(), DAY)
    (note,) = (
        block
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Note) and "Новая" in block.runs[0].text
    )
    assert note.runs[0].language == "ru"
    page = write_html(made).decode()
    assert '<span lang="ru">Новая книга уже здесь.</span>' in page
    assert '<span lang="ru">ВКонтакте</span>' in page
    with zipfile.ZipFile(io.BytesIO(write_word(made))) as package:
        written = package.read("word/document.xml").decode()
    spoken = re.findall(r'<w:lang w:val="ru"[^>]*/></w:rPr><w:t>([^<]*)', written)
    assert {"ВКонтакте", "Новая книга уже здесь."} <= set(spoken)


@pytest.mark.parametrize(
    ("book_language", "text", "expected"),
    [
        ("fa", "کتاب سلام", "fa"),
        ("ur-PK", "کتاب", "ur-PK"),
        ("", "کتاب", "ar"),
        ("mr", "मीठ", "mr"),
        ("yi", "שלום", "yi"),
        ("ru", "Соляной путь", "ru"),
        ("sr", "Слани пут", "sr"),
    ],
)
def test_of_languages_with_the_same_letters_the_books_own_is_the_likeliest(
    book_language: str, text: str, expected: str
) -> None:
    assert marked(text, book_language=book_language) == [(text, expected)]


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("Biggest risks", ["Biggest risks"]),
        ("Das Salz", []),
        ("☐ Brief an alle (done)", ["done)"]),
        (
            "The link “Das Salz” leads nowhere: “Brief an alle” too.",
            ["The link “", " leads nowhere: “", " too."],
        ),
        ("Das Salz · 12 · Owner", ["Owner"]),
        ("12,50 €", []),
        ("☐ Meer, Salz (neu) (done) · begin 3 May", ["done) · begin 3 May"]),
        ("Meer, Salz (neu) · in the United Kingdom only", ["in the United Kingdom only"]),
        ("The link “Meer, Salz (neu)” leads nowhere yet.", ["The link “", " leads nowhere yet."]),
        ("“Blog: „Salz?“” is due.", [" is due."]),
        ("Blog: „Salz?“: ", []),
        ("error · Das Salz. ", ["error · "]),
    ],
)
def test_the_programs_words_are_english_in_a_document_of_another_language(text: str, ours: list[str]) -> None:
    own = frozenset({"Das Salz", "Brief an alle", "Meer, Salz (neu)", "Blog: „Salz?“"})
    runs = Languages(Document("", "de", DAY, (), own_words=own)).mark(plain(text))
    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if run.language == "en"] == ours
    assert {run.language for run in runs} <= {"", "en"}


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("盐路, book 1", ["book 1"]),
        ("陈镕 · launches 5 May 2027", ["launches 5 May 2027"]),
        ("Newsletter · 盐路 · 8 h, 盐路", ["Newsletter · "]),
        ("☐ 盐路 (done)", ["done)"]),
        ("☐ Task · 8 h", ["☐ Task · 8 h"]),
    ],
)
def test_names_in_letters_of_another_script_are_not_told_as_english(text: str, ours: list[str]) -> None:
    own = frozenset({"盐路", "陈镕"})
    runs = Languages(Document("", "zh", DAY, (), own_words=own)).mark(plain(text))
    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if run.language == "en"] == ours


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("zh", "Xiaohongshu 小红书 · 上市. On 小红书", ["小红书", "上市.", "小红书"]),
        ("ja", "(noteとXの新しい読者へ導…) and 発売日", ["noteとXの新しい読者へ導…", "発売日"]),
        ("ar", "Most money goes to الإطلاق ($540).", ["الإطلاق"]),
        ("ar", "Task 2: تصميم 500 فاصل, 8 h", ["تصميم 500 فاصل,"]),
        ("fa", "“طرح نو: کتاب” is due", ["طرح نو: کتاب"]),
        ("ru", "But Запуск книги ends", ["Запуск книги"]),
        ("de", "But Überlappung ends", []),
        ("zh", "盐 and " * 1001, []),
    ],
)
def test_words_in_the_documents_letters_are_never_told_as_english(
    language: str, text: str, told: list[str]
) -> None:
    document = Document("", language, DAY, (), names={"小红书": "zh"}, own_words=frozenset({"x"}))
    runs = Languages(document).mark(plain(text))
    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if not run.language] == told
    assert {run.language for run in runs} <= {"", "en"}


def test_the_authors_own_words_are_all_that_stands_in_the_plan() -> None:
    made = new_plan(SAMPLE)
    own = own_words(made)
    assert {made.book.title, made.book.comps[0].title, made.phases[0].name, made.people[0].role} <= own
    assert all(line.strip() in own for line in made.book.blurb.splitlines() if line.strip())
    assert "" not in own


def _unmarked(element: Element, language: str) -> Iterator[str]:
    """The words of a page that are in another language than this one, for all that it says."""
    language = element.attributes.get("lang", language)
    if element.name in ("head", "svg"):
        return
    words = [element.said, element.attributes.get("aria-label", ""), element.attributes.get("alt", "")]
    if language != "en" and element.attributes.get("role") != "group":
        yield from (text for text in words if re.search("[A-Za-z]{2}", text) and "://" not in text)
    for each in element.inside:
        yield from _unmarked(each, language)


GERMAN = replace(
    EVERY_BLOCK,
    language="de",
    sections=(
        Section("Hours", (WeekChart((Week(DAY, 3.0),), (Tick(DAY, "Jan"),), 4.0, None, "At most"),)),
        *EVERY_BLOCK.sections,
    ),
)


def test_all_words_of_the_program_are_english_in_a_page_of_another_language() -> None:
    assert list(_unmarked(read_page(GERMAN), "")) == []
    own = frozenset({"Card", "Name"})
    assert set(_unmarked(read_page(replace(GERMAN, own_words=own)), "")) == own
    assert 'lang="en"' not in write_html(EVERY_BLOCK).decode().partition("<body>")[2]


def test_all_words_of_the_program_are_english_in_a_word_file_of_another_language() -> None:
    with zipfile.ZipFile(io.BytesIO(write_word(GERMAN))) as package:
        written = package.read("word/document.xml").decode()
    runs = re.findall(r"<w:r>.*?</w:r>", written)
    words = [run for run in runs if re.search("<w:t[^>]*>[^<]*[A-Za-z]{2}", run) and "://" not in run]
    assert len(words) > 50
    assert [run for run in words if '<w:lang w:val="en"/>' not in run] == []


def test_what_a_figure_shows_is_told_in_the_language_of_these_words() -> None:
    figures = tree(read_pdf(write_pdf(GERMAN))).all("Figure")
    assert [figure.language for figure in figures] == ["en"] * 4
    assert {figure.language for figure in tree(read_pdf(write_pdf(EVERY_BLOCK))).all("Figure")} == {""}


def test_no_run_is_without_words_that_had_words_before() -> None:
    made = replace(new_plan(SAMPLE), language="de")
    page = write_html(outline(made, load_catalog(), load_rules(), DAY)).decode()
    assert re.findall("<(?:a|span)[^>]*></", page) == []
    assert '<span lang="en">Biggest risks</span>' in page
