"""The Word file: read back by its library, and the same every time."""

import io
import zipfile
from datetime import date
from time import process_time

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given, settings

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Align, Cell, Column, Document, Paragraph, Row, Run, Section, Table, plain
from planner.export.outline import outline
from planner.export.presets import PRESETS
from planner.export.text import clean
from planner.export.word import write_word
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
    grid = Table((Column("A"), Column("B", 1, Align.RIGHT)), (Row((Cell(plain("שלום")), Cell(plain("12")))),))
    word = read(Document("T", language, DAY, (Section("", (grid,)),)))
    (table,) = word.tables
    assert bool(table.table_direction) == turned
    assert (word.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None) == turned
    assert (word.sections[0]._sectPr.find(qn("w:bidi")) is not None) == turned
    letters, figures = (cell.paragraphs[0] for cell in table.rows[1].cells)
    assert letters.runs[0].font.rtl
    assert figures.runs[0].font.rtl is None
    assert (figures.alignment is None) == turned
