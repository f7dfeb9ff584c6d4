"""The web page: whole, accessible, read by a parser of its own, and never more than what the plan says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import (
    Cell,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    TimeBar,
    TimelineChart,
    plain,
)
from planner.export.html.parts import MANY_COLUMNS
from planner.export.html.style import STYLE
from planner.export.html.writer import write_html
from planner.export.outline import outline
from planner.export.presets import PRESETS
from planner.export.text import clean
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.export.hostile import HOSTILE, SAFE, hostile_document
from tests.strategies import plans

DAY = date(2027, 1, 5)
VOID = {"br", "col", "hr", "meta"}
ELEMENTS = VOID.union(
    ("html", "head", "title", "style", "body", "main", "header", "footer", "nav", "section", "figure"),
    (
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "a",
        "bdi",
        "strong",
        "em",
        "span",
        "div",
        "dl",
        "dt",
        "dd",
        "ul",
        "ol",
        "li",
    ),
    ("table", "colgroup", "thead", "tbody", "tr", "th", "td", "figcaption", "time"),
    ("svg", "rect", "text", "path"),
)


@dataclass
class Element:
    """An element with what it holds; a text is an element without a name."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["Element"] = field(default_factory=list)
    said: str = ""

    def all(self, *names: str) -> Iterator["Element"]:
        if self.name in names or (self.name and not names):
            yield self
        for each in self.inside:
            yield from each.all(*names)

    @property
    def text(self) -> str:
        return self.said + "".join("\n" if each.name == "br" else each.text for each in self.inside)


class Reader(HTMLParser):
    """Builds elements, and fails where one is not ended as it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(Element("", said=data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(document: Document) -> Element:
    """The page as a parser reads it."""
    written = write_html(document).decode()
    assert written.startswith("<!DOCTYPE html>\n")
    reader = Reader()
    reader.feed(written)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def check(page: Element) -> None:
    """What holds for every page: nothing runs, nothing is fetched, and a screen reader finds its way."""
    every = list(next(page.all("html")).all())
    assert {each.name for each in every} <= ELEMENTS
    for each in every:
        assert not any(name.startswith("on") or name in {"src", "srcset"} for name in each.attributes)
        assert each.attributes.get("href", "#").startswith(("#", "http://", "https://", "mailto:"))
    ids = [each.attributes["id"] for each in every if "id" in each.attributes]
    named = {each.attributes.get("aria-labelledby") for each in every} - {None}
    assert len(ids) == len(set(ids))
    assert {
        link.attributes["href"][1:] for link in page.all("a") if link.attributes["href"][:1] == "#"
    } <= set(ids)
    assert named <= set(ids)
    levels = [int(each.name[1]) for each in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope" in each.attributes for each in page.all("th"))
    for drawing in page.all("svg"):
        assert drawing.attributes.get("aria-hidden") or "viewbox" in drawing.attributes
    for table in page.all("table"):
        assert len({len(list(row.all("th", "td"))) for row in table.all("tr")}) == 1
    moved = [each for each in page.all("div") if each.attributes.get("class") == "wide"]
    assert all(each.attributes["tabindex"] == "0" and each.attributes["aria-label"] for each in moved)
    of_many_columns = [table for table in page.all("table") if len(list(table.all("col"))) >= MANY_COLUMNS]
    assert [each.inside for each in moved] == [[table] for table in of_many_columns]
    for name in ("main", "footer", "title"):
        assert len(list(page.all(name))) == 1


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("template", [BLANK, SAMPLE])
def test_a_page_for_each_reader(template: str, preset: str, catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(template), catalog, rules, DAY, preset)
    page = read(document)
    check(page)
    assert next(page.all("html")).attributes["lang"] == "en"
    assert next(page.all("title")).text == document.title
    titles = [section.title for section in document.sections if section.title]
    said = [each.text for each in page.all("h2")]
    assert [title for title in titles if title in said] == titles
    assert [each.text for each in page.all("h2", "h3", "h4") if each.text == "Budget"] == (
        ["Budget"] if "Budget" in titles else []
    )


@settings(max_examples=25)
@given(made=plans)
def test_any_plan_makes_a_whole_page(catalog: Catalog, rules: RuleBook, made: Plan) -> None:
    document = outline(made, catalog, rules, DAY)
    check(read(document))
    assert write_html(document) == write_html(document)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_in_every_block(text: str) -> None:
    document = hostile_document(text)
    page = read(document)
    check(page)
    assert {each.attributes["href"] for each in page.all("a")} == {
        "#section-2",
        SAFE.replace("<d>", "%3Cd%3E"),
    }
    assert page.text.count(clean(text)) > 40
    assert all(
        drawn.attributes.get("style", "fill: #1f5f5b") == "fill: #1f5f5b" for drawn in page.all("rect")
    )


def test_a_text_to_copy_keeps_its_spaces() -> None:
    written = write_html(Document("T", "en", DAY, (Section("", (Note(plain("a\n  b  c")),)),))).decode()
    assert '<p class="typed">a<br>  b  c</p>' in written
    assert ".typed { white-space: pre-wrap; }" in written


def test_a_row_is_named_by_what_says_something() -> None:
    row = Row((Cell(plain("–")), Cell(plain("Post it"))))
    table = Table((Column("Due"), Column("Task")), (row,))
    page = read(Document("T", "en", DAY, (Section("", (table,)),)))
    assert [each.text for each in page.all("th") if each.attributes["scope"] == "row"] == ["Post it"]


def test_bars_of_a_timeline_lie_where_their_days_do() -> None:
    last = DAY + timedelta(days=9)
    bars = (TimeBar("Whole", DAY, last), TimeBar("Later", DAY + timedelta(days=5), last))
    page = read(Document("T", "en", DAY, (Section("", (TimelineChart(DAY, last, (), bars),)),)))
    drawn = [(bar.attributes["x"], bar.attributes["width"]) for bar in page.all("rect")]
    assert drawn == [("0.00%", "100.00%"), ("50.00%", "50.00%")]


@pytest.mark.parametrize("columns", [4, 5])
def test_a_table_of_many_columns_is_moved_sideways_by_keyboard_too(columns: int) -> None:
    row = Row((Cell(plain("said")),) * columns)
    table = Table(tuple(Column(f"Column {number}") for number in range(columns)), (row,))
    page = read(Document("T", "en", DAY, (Section("", (table,)),)))
    wide = [each.attributes["tabindex"] for each in page.all("div") if each.attributes.get("class") == "wide"]
    assert wide == ["0"] * (columns == 5)


def test_whoever_hears_a_chart_hears_no_empty_cell() -> None:
    page = read(hostile_document("Charts"))
    drawn = [cell for cell in page.all("td") if cell.attributes.get("class") == "drawn"]
    assert drawn
    assert all(cell.attributes["aria-hidden"] == "true" for cell in drawn)


def test_every_address_that_may_be_scanned_has_its_code() -> None:
    page = read(hostile_document("Cards"))
    codes = [each for each in page.all("div") if each.attributes.get("role") == "img"]
    assert [code.attributes["aria-label"] for code in codes] == [
        "QR code of https://books.example/a?b=1&c=%3Cd%3E"
    ]
    assert all(next(code.all("path")).attributes["d"] for code in codes)


def test_a_document_without_a_cover_says_its_title() -> None:
    page = read(Document("The plan", "de", DAY, (Section("First", (Heading("Deep", 3),)),)))
    assert [each.text for each in page.all("h1", "h2", "h3")] == ["The plan", "First", "Deep"]


def test_on_paper_all_sizes_shrink_together_and_no_figure_is_parted() -> None:
    paper = STYLE.split("@media print")[1]
    sizes = dict(re.findall(r"([^{}\s]+) \{[^}]*?font-size: ([^;]+);", paper))
    assert sizes.pop(":root") == "10pt"
    assert sizes
    assert all(size.endswith("rem") for size in sizes.values())
    assert ".figure { overflow-wrap: normal; }" in paper


def test_what_a_line_lists_keeps_its_own_way_as_a_whole_though_its_language_changes_within() -> None:
    text, link = "Fiction · דרך, book 1 · 8 h", Run("“שם” · a", link=SAFE)
    blocks = (Paragraph(plain(text)), Paragraph((Run("דרך · "), link)))
    page = read(Document("", "he", DAY, (Section("", blocks),), own_words=frozenset({"דרך"})))
    listed = next(each for each in page.all("p") if each.text == text)
    assert [each.text for each in listed.all("bdi")] == ["דרך, book 1", "8 h"]
    assert [each.text for each in page.all("a")] == [link.text]


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("he-IL", "rtl"), ("en", None), ("zh", None)])
def test_the_page_runs_as_its_language_does(language: str, way: str | None) -> None:
    page = write_html(Document("T", language, date(2027, 1, 5), ())).decode()
    found = re.search(r'<html lang="[^"]*"(?: dir="(\w+)")?>', page)
    assert found
    assert found[1] == way


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("שם · 11 Nov – 3 Feb", ["11 Nov – 3 Feb"]),
        ("Find “שם” and “a”, in (12) שם ($5).", ["שם", "a", "($5)"]),
        ("Name · more (12) “a”", []),
        ("שם · a\nb · c", []),
    ],
)
def test_what_stands_beside_right_to_left_words_keeps_its_own_way(text: str, alone: list[str]) -> None:
    page = read(Document("שם · T", "he", DAY, (Section("", (Paragraph(plain(text)),)),)))
    paragraph = next(each for each in page.all("p") if text.split("\n", maxsplit=1)[0] in each.text)
    assert [each.text for each in paragraph.all("bdi")] == alone
    assert [each.text for each in page.all("title")] == ["שם · T"]
    same = read(
        Document("", "he", DAY, (Section("", (Paragraph(plain(text)),)),), own_words=frozenset({"שם"}))
    )
    kept = next(each for each in same.all("p") if text.split("\n", maxsplit=1)[0] in each.text)
    assert [each.text for each in kept.all("bdi")] == alone
