"""The Word file: read back by its library, and the same every time."""

import io
import zipfile
from datetime import date
from time import process_time

import docx
import pytest
import zxingcpp
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from PIL import Image

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import (
    Align,
    Cell,
    Column,
    Document,
    LinkCards,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tick,
    TimeBar,
    TimelineChart,
    plain,
)
from planner.export.outline import outline
from planner.export.palette import QUIET
from planner.export.presets import PRESETS
from planner.export.text import clean
from planner.export.word.writer import write_word
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.export.hostile import HOSTILE, SAFE, hostile_document
from tests.strategies import plans

DAY = date(2027, 1, 5)


def read(document: Document) -> WordDocument:
    """The file as the library reads it; it carries no time of its own."""
    written = write_word(document)
    assert written == write_word(document)
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(written)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    return docx.Document(io.BytesIO(written))


def said(word: WordDocument) -> str:
    return "\n".join(str(each.text) for each in word.element.body.iter(qn("w:p")))


def followed(word: WordDocument) -> set[str]:
    return {each.target_ref for each in word.part.rels.values() if each.is_external}


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("template", [BLANK, SAMPLE])
def test_a_file_for_each_reader(template: str, preset: str, catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(template), catalog, rules, DAY, preset)
    word = read(document)
    about = word.core_properties
    assert (about.title, about.language, about.author) == (document.title, "en", document.author)
    headings = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    titles = [section.title for section in document.sections if section.title]
    assert [title for title in headings if title in titles] == titles
    assert sum(bool(p.style and p.style.name == "Title") for p in word.paragraphs) == 1
    tables = [b for s in document.sections for b in s.blocks if isinstance(b, Table) and b.rows]
    assert len(word.tables) >= len(tables)
    for table in word.tables:
        assert len(list(table._tbl.iter(qn("w:tblHeader")))) == 1


@settings(max_examples=8)
@given(made=plans)
def test_any_plan_makes_a_whole_file(catalog: Catalog, rules: RuleBook, made: Plan) -> None:
    assert read(outline(made, catalog, rules, DAY)).paragraphs


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_in_every_block(text: str) -> None:
    word = read(hostile_document(text))
    assert said(word).count(clean(text)) > 40
    assert followed(word) == {SAFE.replace("<d>", "%3Cd%3E")}


def test_a_row_costs_the_same_in_any_table() -> None:
    def seconds(count: int) -> float:
        rows = (
            Row((Cell(plain(f"{number}\n\n")), Cell((Run("x", link=f"{SAFE}{number}"),))))
            for number in range(count)
        )
        table = Table((Column("a"), Column("b")), tuple(rows))
        made = Document("t", "en", DAY, (Section("", (table,)),))
        begun = process_time()
        write_word(made)
        return process_time() - begun

    seconds(1)
    # A square would take a hundred times as long.
    assert seconds(4000) < 40 * seconds(400)


def test_breaks_and_tabs_are_words_own() -> None:
    word = read(
        Document(
            "t",
            "en",
            DAY,
            (
                Section(
                    "",
                    (
                        Paragraph(
                            plain(" a\tb\n\nc "),
                        ),
                    ),
                ),
            ),
        )
    )
    (paragraph,) = [each for each in word.paragraphs if each.text == " a\tb\n\nc "]
    assert [each.tag for each in paragraph.runs[0]._r] == [
        qn(f"w:{name}") for name in ("t", "tab", "t", "br", "br", "t")
    ]


@pytest.mark.parametrize(("language", "turned"), [("ar", True), ("en", False)])
def test_a_document_from_right_to_left_begins_at_the_right(language: str, turned: bool) -> None:
    cells = [Cell(plain(text)) for text in ("שלום", "12", "5 May 2027")]
    grid = Table((Column("A"), Column("B", 1, Align.RIGHT), Column("C")), (Row((*cells,)),))
    word = read(Document("T", language, DAY, (Section("", (grid,)),)))
    (table,) = word.tables
    assert bool(table.table_direction) == turned
    assert (word.sections[0]._sectPr.find(qn("w:bidi")) is not None) == turned
    letters, figures, day = (cell.paragraphs[0] for cell in table.rows[1].cells)
    assert letters.runs[0].font.rtl
    assert figures.runs[0].font.rtl is None
    # A paragraph runs as its own first letter does: "5 May 2027" would else be read as "May 2027 5".
    assert [each._p.find(f".//{qn('w:bidi')}") is not None for each in (letters, figures, day)] == [
        True,
        turned,
        False,
    ]
    assert figures.alignment == (None if turned else WD_ALIGN_PARAGRAPH.RIGHT)
    assert day.alignment == (WD_ALIGN_PARAGRAPH.RIGHT if turned else None)


def test_columns_are_as_wide_as_their_words_ask_for() -> None:
    columns = (Column("Day"), Column("What to do", 5), Column("Sum", 1, Align.RIGHT))
    row = Row((Cell(plain("Undividable")), Cell(plain("Write to all " * 20)), Cell(plain("7"))))
    word = read(Document("T", "en", DAY, (Section("", (Table(columns, (row,)),)),)))
    (table,) = word.tables
    first, widest, last = (int(column.width or 0) for column in table.columns)
    assert widest > first > last > 0
    assert first > Pt(9) * len("Undividable") / 2
    page = word.sections[0]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    assert abs(first + widest + last - room) < Pt(1)


def test_a_row_stays_whole_unless_it_may_be_longer_than_a_page() -> None:
    rows = tuple(Row((Cell(plain("word " * count)),)) for count in (1, 5000))
    word = read(Document("T", "en", DAY, (Section("", (Table((Column("A"),), rows),)),)))
    kept = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in word.tables[0].rows]
    assert kept == [True, True, False]


def test_sums_are_bold_and_what_is_set_aside_is_quiet() -> None:
    rows = (Row((Cell(plain("sum")),), strong=True), Row((Cell(plain("aside")),), muted=True))
    word = read(Document("T", "en", DAY, (Section("", (Table((Column("A"),), rows),)),)))
    strong, aside = (row.cells[0].paragraphs[0].runs[0].font for row in word.tables[0].rows[1:])
    assert strong.bold
    assert str(aside.color.rgb) == QUIET.removeprefix("#").upper()


@pytest.mark.parametrize("note", ["", "Daily"])
def test_a_timeline_has_a_column_of_notes_where_it_has_any(note: str) -> None:
    chart = TimelineChart(DAY, DAY, (), (TimeBar("TikTok", DAY, DAY, note),))
    (table,) = read(Document("T", "en", DAY, (Section("", (chart,)),))).tables
    assert len(table.columns) == (4 if note else 3)


def test_phases_are_bold_among_their_channels() -> None:
    bars = (TimeBar("Early", DAY, DAY, strong=True), TimeBar("TikTok", DAY, DAY, "Daily"))
    chart = TimelineChart(DAY, DAY, (), bars, Tick(DAY, "Launch day"))
    (table,) = read(Document("T", "en", DAY, (Section("", (chart,)),))).tables
    names = [row.cells[0].paragraphs[0].runs[0] for row in table.rows[1:]]
    assert [(name.text, bool(name.bold)) for name in names] == [
        ("Launch day", True),
        ("Early", True),
        ("TikTok", False),
    ]


def test_a_new_page_begins_with_the_line_above_the_title() -> None:
    word = read(Document("T", "en", DAY, (Section("Budget", (), eyebrow="Money", new_page=True),)))
    breaks = {p.text: p.paragraph_format.page_break_before for p in word.paragraphs}
    assert breaks["Money"]
    assert not breaks["Budget"]


def test_a_day_among_words_from_right_to_left_keeps_its_own_direction() -> None:
    titles = ("שלום · 3 May", "Peace · 3 May")
    word = read(Document("T", "he", DAY, tuple(Section(title, ()) for title in titles)))
    assert [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"] == [
        "שלום · \u200e3 May\u200e",
        "Peace · 3 May",
    ]
    own = Document("T", "he", DAY, (Section("שלום · May 3 · more", ()),), own_words=frozenset({"שלום"}))
    assert "שלום · \u200eMay 3\u200e · \u200emore\u200e" in [p.text for p in read(own).paragraphs]


def test_the_codes_to_scan_are_pictures_that_lead_where_they_say(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(SAMPLE), catalog, rules, DAY, "assistant")
    cards = [
        card for s in document.sections for b in s.blocks if isinstance(b, LinkCards) for card in b.cards
    ]
    word = read(document)
    drawn = list(word.element.body.iter(qn("w:drawing")))
    codes = [each for each in drawn if "QR code" in each.find(f".//{qn('wp:docPr')}").get("descr")]
    assert len(codes) == len(cards) > 10
    for drawing, card in zip(codes, cards, strict=True):
        part = word.part.rels[drawing.find(f".//{qn('a:blip')}").get(qn("r:embed"))].target_part
        (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(part.blob)).convert("L"))
        assert found.text == card.address
        assert card.address in drawing.find(f".//{qn('wp:docPr')}").get("descr")
    ids = [each.find(f".//{qn('wp:docPr')}").get("id") for each in drawn]
    assert len(ids) == len(set(ids))


def test_nothing_of_the_library_s_own_document_comes_along() -> None:
    written = zipfile.ZipFile(io.BytesIO(write_word(Document("Title", "en", DAY, ()))))
    assert not [name for name in written.namelist() if "thumbnail" in name or "customXml" in name]
    about = written.read("docProps/app.xml").decode()
    assert "Frontlist" in about
    assert "Macintosh" not in about
