"""The document as those hear it who do not see it: read back from the PDF by pypdf."""

import re
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from planner.export.blocks import (
    Bar,
    BarChart,
    Cell,
    Column,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    Marker,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    plain,
)
from planner.export.outline import outline
from planner.export.pdf.writer import write_pdf
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, shipped
from tests.export.pdf.conftest import DAY, document, read, text_of
from tests.export.pdf.test_writer import EVERY_BLOCK
from tests.export.pdf.tree import Marked, Node, marked_texts, tree

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(scope="module")
def made() -> Document:
    return outline(shipped(SAMPLE), load_catalog(), load_rules(), DAY)


@pytest.fixture(scope="module")
def sample(made: Document) -> PdfReader:
    return read(write_pdf(made))


@pytest.fixture(scope="module")
def marked(sample: PdfReader) -> Marked:
    return marked_texts(sample)


@pytest.fixture(scope="module")
def heard(sample: PdfReader, marked: Marked) -> Node:
    return tree(sample, marked)


@pytest.fixture(scope="module")
def every_block() -> Node:
    return tree(read(write_pdf(EVERY_BLOCK)))


def heard_of(*blocks: Any) -> Node:
    return tree(read(write_pdf(document(*blocks))))


MIXED = (
    "הספר ״הים והמלח״ יצא לאור ב-12 במאי 2027, במחיר 9.99 דולר (מהדורה ראשונה).",
    "صدر كتاب «البحر والملح» في 12 مايو 2027، بسعر 9.99 دولار (طبعة أولى).",
    "The Salt House הוא שמו באנגלית, ISBN 978-1-2345. שלום לכולם!",
    "The book “البحر والملح” is out, and “הים” too.",
)


def spoken(node: Node) -> list[tuple[str, str]]:
    return [(each.text, each.language) for each in node.walk() if each.language]


def test_headings_begin_at_the_first_level_and_leave_none_out(heard: Node) -> None:
    levels = [int(each.kind[1]) for each in heard.all(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= last + 1 for last, level in pairwise(levels))


def test_headings_are_those_of_the_document_in_its_order(heard: Node, made: Document) -> None:
    expected: list[str] = []
    for section in made.sections:
        expected += [section.title] if section.title else []
        expected += [block.text for block in section.blocks if isinstance(block, Heading)]
    expected = [" ".join(text.split()) for text in expected]
    said = [" ".join(each.text.split()) for each in heard.all(*HEADINGS)]
    assert [text for text in said if text in expected] == expected


def test_the_text_is_heard_in_the_order_of_the_outline() -> None:
    words = [f"word{number}" for number in range(1, 13)]
    w = iter(words)
    blocks = (
        Paragraph(plain(next(w))),
        Note(plain(next(w) + " " + next(w))),
        Facts((Fact(next(w), plain(next(w))), Fact(next(w), plain(next(w))))),
        Items((plain(next(w)), plain(next(w)))),
        Table((Column("a"), Column("b")), (Row((Cell(plain(next(w))), Cell(plain(next(w))))),)),
        Paragraph(plain(next(w))),
    )
    said = heard_of(*blocks).text
    assert sorted(words, key=said.index) == words


def test_what_follows_from_the_points_of_a_note_is_heard_a_line_a_paragraph() -> None:
    runs = (Run("Use Kobo."), Run(" Source: Kobo.", bold=True), Run("\nUse a code. Or\nnothing."))
    lines = ["Use Kobo. Source: Kobo.", "Use a code. Or", "nothing."]
    (pointed,) = heard_of(Note(runs, points=(Fact("1", plain("No links.")),))).all("Div")
    assert [each.text for each in pointed.all("P")] == lines
    (copied,) = heard_of(Note(runs)).all("Div")
    assert [each.text for each in copied.all("P")] == [" ".join(lines)]


@pytest.mark.parametrize("title", ["The plan", ""])
def test_a_document_without_a_cover_begins_with_its_title_and_always_with_the_first_level(title: str) -> None:
    made = document(Heading("Two"), Heading("Three", 3), title=title)
    found = tree(read(write_pdf(made))).all(*HEADINGS)
    texts = [*filter(None, (title, "First", "Two", "Three"))]
    assert [(each.kind, each.text) for each in found] == list(zip(HEADINGS, texts, strict=False))


def test_a_heading_that_prints_nothing_leaves_no_gap() -> None:
    found = heard_of(Heading("\u200b"), Heading("Below", 3)).all(*HEADINGS)
    assert [each.kind for each in found] == ["H1", "H2", "H3"]


def test_all_that_is_printed_is_heard_but_for_running_feet_what_is_repeated_and_marks(
    sample: PdfReader, made: Document, marked: Marked
) -> None:
    blocks = [block for section in made.sections for block in section.blocks]
    heads = {column.title for block in blocks if isinstance(block, Table) for column in block.columns}
    panel = {text for block in blocks if isinstance(block, Cover) for text in (block.panel, block.panel_foot)}
    tables = (block for block in blocks if isinstance(block, Table))
    marks = {cell.mark.text for table in tables for row in table.rows for cell in row.cells if cell.mark}
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    names = {"".join(run.text for run in row.cells[0].runs) + " (continued)" for row in rows}
    for number, texts in enumerate(marked, start=1):
        unheard = texts.get(None, "")
        foot = f"{made.running_head}{number} / {len(sample.pages)}"
        assert foot in unheard
        for words in (foot, *sorted(heads | panel | names, key=len, reverse=True), *marks):
            unheard = unheard.replace(words, "")
        assert unheard.strip() == ""


def test_tables_have_heads_of_columns_and_rows(every_block: Node) -> None:
    (table,) = every_block.all("Table")
    rows = [
        [(cell.kind, cell.attributes.get("/Scope"), cell.text) for cell in row.kids] for row in table.kids
    ]
    assert rows[0] == [("TH", "/Column", "Name"), ("TH", "/Column", "Sum")]
    assert rows[1] == [("TH", "/Row", "row"), ("TD", None, "12")]
    assert all(row.kind == "TR" for row in table.kids)


def test_a_cell_over_several_pages_is_one_cell_and_its_head_is_heard_once() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    heard = heard_of(Table((Column("Side"), Column("Long")), (Row((Cell(plain("a")), Cell(plain(words)))),)))
    (cell,) = heard.all("TD")
    assert len(cell.pages) > 2
    assert cell.text.split() == words.split()
    assert [head.text for head in heard.all("TH")] == ["Side", "Long", "a"]


def test_empty_cells_stay_in_their_columns() -> None:
    row = Row((Cell(plain("a")), Cell(()), Cell(plain("c"))))
    (_, made) = heard_of(Table((Column("x"), Column("y"), Column("z")), (row,))).all("TR")
    assert [cell.text for cell in made.kids] == ["a", "", "c"]


def test_lists_have_items_with_labels(every_block: Node) -> None:
    lists = [node for node in every_block.all("L") if "item one" in node.text]
    assert [node.attributes["/ListNumbering"] for node in lists] == ["/Disc", "/Decimal", "/Disc"]
    for node in lists:
        assert [item.kind for item in node.kids] == ["LI", "LI"]
        assert [part.kind for part in node.kids[0].kids] == ["Lbl", "LBody"]


def test_a_list_over_pages_is_one_list() -> None:
    heard = heard_of(Items(tuple(plain(f"item {n}.") for n in range(150)), Marker.NUMBER))
    (made,) = heard.all("L")
    assert len(made.pages) > 2
    assert [item.text for item in made.kids][:2] == ["1item 0.", "2item 1."]
    assert len(made.kids) == 150


def test_every_figure_says_what_it_shows(heard: Node, every_block: Node) -> None:
    figures = [*heard.all("Figure"), *every_block.all("Figure")]
    assert len(figures) > 5
    for figure in figures:
        assert len(figure.alt.split()) > 3
        assert "/BBox" in figure.attributes or len(figure.pages) > 1
    alternatives = " ".join(figure.alt for figure in every_block.all("Figure"))
    for words in ("Chart message", "Launch day: 14 February 2027", "Bar message", "One: $1", "https://books"):
        assert words in alternatives


def test_a_long_chart_does_not_read_out_everything() -> None:
    (figure,) = heard_of(BarChart(tuple(Bar(f"bar {n}", n, f"{n}") for n in range(300)), "All bars.")).all(
        "Figure"
    )
    assert figure.alt.startswith("All bars. bar 0: 0; ")
    assert figure.alt.endswith("and 240 more.")
    assert len(figure.pages) > 1


def test_every_link_is_in_the_tree_and_says_where_it_leads(sample: PdfReader, heard: Node) -> None:
    annotations = [note.get_object() for page in sample.pages for note in page.get("/Annots") or ()]
    linked = [link for node in heard.all("Link") for link in node.links]
    key = lambda note: (note["/StructParent"], str(note["/Rect"]))  # noqa: E731
    assert len(annotations) > 20
    assert sorted(map(key, linked)) == sorted(map(key, annotations))
    assert all(str(note["/Contents"]).strip() for note in annotations)
    assert all(node.text.strip() for node in heard.all("Link"))


def test_a_link_over_two_lines_is_one_link() -> None:
    address = "https://books.example/" + "a-long-way/" * 12
    (link,) = heard_of(Paragraph((Run("See "), Run(address, link=address), Run(" first.")))).all("Link")
    assert link.text == address
    assert len(link.links) > 1


def test_the_contents_are_a_list_of_links(heard: Node, made: Document) -> None:
    (contents,) = heard.all("TOC")
    titles = [section.title for section in made.sections]
    assert [item.text.rpartition(" ")[0] for item in contents.kids] == [title for title in titles if title]
    assert all(item.kind == "TOCI" and item.all("Link")[0].links for item in contents.kids)


def test_a_platforms_own_name_is_spoken_in_its_own_language(heard: Node) -> None:
    languages = {language for _, language in spoken(heard)}
    assert ("小红书", "zh") in spoken(heard)
    assert "en" not in languages


def test_a_run_in_another_language_says_so() -> None:
    heard = heard_of(Paragraph((Run("On "), Run("Привет", language="ru"), Run(" and 소금의 길, gone."))))
    assert spoken(heard) == [("Привет", "ru"), ("소금의 길", "ko")]
    assert heard.all("P")[-1].text == "On Привет and 소금의 길, gone."


def test_the_documents_own_language_is_not_said_again() -> None:
    made = Document("盐之路", "zh", DAY, (Section("甲", (Paragraph(plain("盐之路，소금")),)),))
    assert spoken(tree(read(write_pdf(made)))) == [("소금", "ko")]


def test_pages_are_read_by_structure_and_every_mark_leads_back(sample: PdfReader, marked: Marked) -> None:
    root: Any = sample.trailer["/Root"]
    table = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys, parents = table[::2], table[1::2]
    assert keys == list(range(len(keys)))
    for number, page in enumerate(sample.pages):
        assert [str(page[key]) for key in ("/Tabs", "/StructParents")] == ["/S", str(number)]
        marks = {mark for mark in marked[number] if mark is not None}
        assert max(marks) < len(parents[number].get_object())


def test_catalogue() -> None:
    root: Any = read(write_pdf(document("a"))).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/PageLabels"]["/Nums"][1]["/S"] == "/D"
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


@pytest.mark.parametrize("text", MIXED)
@pytest.mark.parametrize("language", ["en", "he"])
def test_what_runs_from_right_to_left_is_heard_as_typed(text: str, language: str) -> None:
    runs = (Run(text + " "), Run(text, link="https://books.example/"), Run(" " + text, bold=True))
    made = Document("T", language, DAY, (Section("", (Paragraph(runs),)),))
    (paragraph,) = tree(read(write_pdf(made))).all("P")
    linked = "".join(link.text for link in paragraph.all("Link"))
    for said, typed in ((paragraph.text, " ".join([text] * 3)), (linked, text)):
        assert " ".join(re.sub("[\u200e\u200f]", "", said).split()) == typed


@pytest.mark.parametrize("text", MIXED)
def test_words_stand_in_the_file_as_they_are_typed(text: str) -> None:
    typed, said = (" ".join(re.findall(r"[^\W\d_]+", each)) for each in (text, text_of(text)))
    assert typed in said


@pytest.mark.parametrize("text", ["one\ntwo three", "שלום\nעולם\nworld", "盐\n路"])
def test_words_on_either_side_of_a_line_end_are_two(text: str) -> None:
    said = heard_of(Paragraph(plain(text))).all("P")[-1].text
    assert len(said.split()) == len(text.split())


@pytest.mark.parametrize(
    ("texts", "head"),
    [
        (("5 May", "T+0", "Post it"), ["5 May"]),
        (("–", "–", "Post it"), ["Post it"]),
        (("\u200b", "T-3", "Post it"), ["T-3"]),
        (("–", "–", "–"), []),
    ],
)
def test_a_row_is_named_by_what_says_something(texts: tuple[str, ...], head: list[str]) -> None:
    columns = (Column("Due"), Column("From launch"), Column("Task"))
    (table,) = heard_of(Table(columns, (Row(tuple(Cell(plain(text)) for text in texts)),))).all("Table")
    assert [each.text for each in table.all("TH")][len(columns) :] == head
