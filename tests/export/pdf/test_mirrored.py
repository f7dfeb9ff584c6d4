"""A document in a language from right to left is laid out as any other, and mirrored as it is drawn."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPdf import QPdfDocument

from planner.export.blocks import (
    Align,
    Cell,
    Column,
    Contents,
    Document,
    Fact,
    Facts,
    Items,
    Mark,
    Note,
    Paragraph,
    Row,
    Section,
    Table,
    plain,
)
from planner.export.languages import Languages
from planner.export.pdf.boxes import Text
from planner.export.pdf.fonts import font_book
from planner.export.pdf.style import BODY, CELL
from planner.export.pdf.typeset import Typesetter
from planner.export.pdf.writer import write_pdf
from tests.export.languages import RIGHT_TO_LEFT, SENTENCES
from tests.export.pdf.conftest import DAY, contents_of, read
from tests.export.pdf.standards import faults
from tests.export.pdf.test_languages import blocks, plan_of
from tests.export.pdf.test_writer import EVERY_BLOCK
from tests.export.pdf.tree import tree

WIDTH = 595.28
SIDE = 54.0
RECTANGLE = re.compile(r"(?<![\d.])(-?\d+\.\d\d) (-?\d+\.\d\d) (-?\d+\.\d\d) (-?\d+\.\d\d) re")
CODE = re.compile(r" 0 -(\d+\.\d+) \1 0 (\d+\.\d+) (\d+\.\d+) cm ((?:\d+ \d+ 1 \d+ re )+)f")

Rectangles = list[tuple[float, ...]]


def drawn(document: Document, pattern: re.Pattern[str]) -> Rectangles:
    contents = contents_of(read(write_pdf(document)))
    return [tuple(map(float, found)) for content in contents for found in pattern.findall(content)]


def turned(document: Document, language: str = "ar") -> Document:
    return replace(document, language=language)


def test_shapes_are_mirrored() -> None:
    plain_ones, mirrored = drawn(EVERY_BLOCK, RECTANGLE), drawn(turned(EVERY_BLOCK), RECTANGLE)
    assert len(plain_ones) > 20
    for (x, y, width, height), found in zip(plain_ones, mirrored, strict=True):
        assert found == pytest.approx((WIDTH - x - width, y, width, height), abs=0.02)


def test_a_qr_code_is_not() -> None:
    contents = (" ".join(contents_of(read(write_pdf(each)))) for each in (EVERY_BLOCK, turned(EVERY_BLOCK)))
    (side, left, top, squares), (moved_side, moved_left, *rest) = (CODE.findall(each)[0] for each in contents)
    assert float(moved_left) > float(left)
    assert [side, top, squares] == [moved_side, *rest]


def test_the_first_column_is_at_the_right_and_heard_first() -> None:
    table = Table(
        (Column("One"), Column("Two"), Column("Three")),
        (Row(tuple(Cell(plain(text)) for text in ("אחת", "שתיים", "3"))),),
    )
    reader = read(write_pdf(Document("T", "he", DAY, (Section("", (table,)),))))
    places: dict[str, float] = {}

    def note(text: str, _matrix: Any, place: list[float], *_font: Any) -> None:
        places.setdefault(text.strip(), place[4])

    reader.pages[0].extract_text(visitor_text=note)
    starts = [places[name] for name in ("One", "Two", "Three")]
    assert all(before > after for before, after in pairwise(starts))
    heard = [cell.text for cell in tree(reader).all("TH", "TD")]
    assert heard == ["One", "Two", "Three", "אחת", "שתיים", "3"]


def test_what_is_heard_does_not_change() -> None:
    said = [tree(read(write_pdf(each))).text for each in (EVERY_BLOCK, turned(EVERY_BLOCK))]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("language", "at_the_right"),
    [("ar", True), ("he-IL", True), ("az-Arab", True), ("en", False), ("ar-Latn", False)],
)
def test_the_language_decides(language: str, at_the_right: bool) -> None:
    made = Document("T", language, DAY, (Section("", (Paragraph(plain("One line")),)),))
    reader = read(write_pdf(made))
    (content,) = contents_of(reader)
    start = re.search(r"1 0 0 1 (\S+) \S+ Tm", content)
    assert start
    assert (float(start[1]) > SIDE + 1) == at_the_right


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_nothing_stands_outside_the_page(language: str) -> None:
    text = SENTENCES[language]
    written = write_pdf(plan_of(text, language, *blocks(text).values()))
    assert faults(written) == []
    for content in contents_of(read(written)):
        for x, _, width, _ in (map(float, each) for each in RECTANGLE.findall(content)):
            assert SIDE - 8 <= x <= x + width <= WIDTH - SIDE + 8


def starts(document: Document) -> dict[str, tuple[float, float]]:
    """Where each text that is shown begins, from the left and from below, by its first words."""
    found: dict[str, tuple[float, float]] = {}

    def note(text: str, _matrix: Any, place: list[float], *_font: Any) -> None:
        if text.strip():
            found.setdefault(text.strip(), (place[4], place[5]))

    for page in read(write_pdf(document)).pages:
        page.extract_text(visitor_text=note)
    return found


def test_a_column_of_running_text_begins_on_its_left() -> None:
    running = "The rules say so in one plain sentence that goes on for some lines. " * 4
    rows = (("קצר", "Short"), ("ארוך", running))
    cells = tuple(Row(tuple(Cell(plain(text)) for text in row)) for row in rows)
    made = Document("T", "he", DAY, (Section("", (Table((Column("A"), Column("What it says")), cells),)),))
    lefts = [place for text, (place, _) in starts(made).items() if text.startswith(("What", "Short", "The"))]
    assert len(lefts) == 3
    assert lefts == pytest.approx([SIDE] * 3, abs=0.5)


@pytest.mark.parametrize(("long", "even"), [(1, False), (2, True)])
def test_facts_stand_beside_their_labels_unless_most_of_them_run_on(long: int, even: bool) -> None:
    running = "The rules say so in one plain sentence that goes on for some lines. " * 4
    facts = Facts(
        (*[Fact("ארוך", plain(f"{n} {running}")) for n in range(long)], Fact("קצר", plain("Short")))
    )
    found = starts(Document("T", "he", DAY, (Section("", (facts,)),)))
    assert (found["Short"][0] < SIDE + 1) == even
    assert [place for text, (place, _) in found.items() if text.startswith("0 The")] == [
        pytest.approx(SIDE, abs=1)
    ]


def test_a_label_of_three_lines_in_a_narrow_column_stands_at_the_right() -> None:
    columns = (Column("A", 20), Column("Where", 1))
    said = (("ארוך " * 90, "website field of the long profile"), ("קצר", "bio"))
    cells = tuple(Row(tuple(Cell(plain(each)) for each in row)) for row in said)
    found = starts(Document("T", "he", DAY, (Section("", (Table(columns, cells),)),)))
    assert found["bio"][0] > found["website"][0] + 10


def test_figures_stay_at_the_right_however_many_lines_one_takes() -> None:
    columns = Column("A", 20), Column("Hours", 1, Align.RIGHT)
    cells = tuple(Row(tuple(Cell(plain(text)) for text in ("אחת", text))) for text in ("9,000 " * 99, "6"))
    found = starts(Document("T", "he", DAY, (Section("", (Table(columns, cells),)),)))
    assert found["6"][0] > SIDE + 300


def test_names_stay_beside_their_marks() -> None:
    mark = Mark("X", "#336699")
    names = ("A name of four short lines that goes on and on and on", "Short")
    cells = tuple(Row((Cell(plain(name), mark), *(Cell(plain(each)) for each in "234"))) for name in names)
    found = starts(Document("T", "he", DAY, (Section("", (Table(tuple(map(Column, "ABCD")), cells),)),)))
    assert found["Short"][0] > WIDTH - SIDE - 60


def test_a_short_cell_of_two_lines_begins_with_the_others_at_the_right() -> None:
    columns = tuple(map(Column, "ABCD"))
    texts = ("website field of the long profile", "One", "כמה")
    cells = tuple(Row(tuple(Cell(plain(each)) for each in ("1", "2", "3", text))) for text in texts)
    found = starts(Document("T", "he", DAY, (Section("", (Table(columns, cells),)),)))
    (first,) = (place for text, (place, _) in found.items() if text.startswith("website"))
    assert first > SIDE + 3
    assert found["One"][0] > first + 30


@pytest.mark.parametrize(
    ("width", "times", "side"), [(150, 1, Align.LEFT), (60, 1, Align.LEFT), (100, 2, Align.RIGHT)]
)
def test_names_end_beside_their_marks_and_running_text_is_even(width: float, times: int, side: Align) -> None:
    setter = Typesetter(font_book("he"), 487.0, Languages(Document("T", "he", DAY, ())))
    box = setter.text("Bookshops and libraries of every town on the coast" * times, CELL, width)
    assert isinstance(box, Text)
    assert box.align is side


@pytest.mark.parametrize(("word", "fills"), [("harbours", True), ("harboursandsails", False)])
def test_a_paragraph_stands_at_the_right_unless_it_nearly_fills_its_measure(word: str, fills: bool) -> None:
    setter = Typesetter(font_book("he"), 487.0, Languages(Document("T", "he", DAY, ())))
    box = setter.text(" ".join([word] * 20), BODY, 427.0, frame=487.0)
    assert isinstance(box, Text)
    assert box.width == (427.0 if fills else max(line.width for line in box.lines))


LONGER = "It goes on in words from left to right for more than a single line of a panel. " * 2


@pytest.mark.parametrize(
    "block",
    [
        Note(plain("Told in short."), points=(Fact("7", plain(LONGER)), Fact("8", plain("Short.")))),
        Note(plain(LONGER), "", "Source: one.", points=(Fact("7", plain("Short.")),)),
        Items((plain("Short."), plain(LONGER), plain("קצר"), plain("Told."))),
    ],
)
def test_points_and_items_begin_under_each_other_on_the_left(block: Note | Items) -> None:
    found = starts(Document("T", "he", DAY, (Section("", (block,)),)))
    begun = [
        place for text, (place, _) in found.items() if text.startswith(("Told", "It goes", "Short", "Source"))
    ]
    assert len(begun) > 2
    assert begun == pytest.approx([begun[0]] * len(begun), abs=0.5)
    assert begun[0] < WIDTH / 3


def test_short_items_stay_at_the_right() -> None:
    found = starts(Document("T", "he", DAY, (Section("", (Items((plain("One."), plain("Two."))),)),)))
    assert min(found["One."][0], found["Two."][0]) > WIDTH - SIDE - 60


def test_page_numbers_of_the_contents_stand_at_the_edge() -> None:
    made = Document("T", "ar", DAY, (Section("", (Contents("Contents"),)), Section("One", ())))
    reader = read(write_pdf(made))
    assert tree(reader).all("TOCI")[0].text == "One 1"
    (numeral,) = (place for text, place in starts(made).items() if text == "1")
    assert numeral[0] == pytest.approx(SIDE, abs=3)


def test_qt_and_chrome_find_english_words_and_addresses_as_they_were_typed(tmp_path: Path) -> None:
    said = ("A novel of the Malabar coast, in 2027", "العنوان: https://author.example/book")
    made = Document("خطة", "ar", DAY, (Section("خطة", tuple(Paragraph(plain(text)) for text in said)),))
    path = tmp_path / "made.pdf"
    path.write_bytes(write_pdf(made))
    shown = QPdfDocument()
    shown.load(str(path))
    found = shown.getAllText(0).text()
    shown.close()
    assert said[0] in found
    assert "https://author.example/book" in found
    assert "العنوان" in found
