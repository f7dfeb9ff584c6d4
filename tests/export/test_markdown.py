"""Markdown: read back by a parser of CommonMark, and text that stays text."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from planner.core.catalog import Catalog
from planner.core.plan import Author, Book, Plan
from planner.core.rules import RuleBook
from planner.export.blocks import (
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Paragraph,
    Run,
    Section,
    Table,
    Tick,
    TimeBar,
    TimelineChart,
    plain,
)
from planner.export.markdown import NO_CODES, write_markdown
from planner.export.outline import outline
from planner.export.presets import PRESETS
from planner.export.text import clean
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.export.hostile import HOSTILE, SAFE, hostile_document
from tests.strategies import plans

DAY = date(2027, 1, 5)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NEVER = {"html_block", "html_inline", "image", "fence", "code_block", "code_inline", "s_open"}

INLINE = {f"{name}_{end}" for name in ("em", "strong", "link") for end in ("open", "close")} | {
    "text_special"
}


def tokens(document: Document) -> list[Token]:
    """The parts of the page as a parser reads them, the inner ones after their whole."""
    written = write_markdown(document)
    assert written == write_markdown(document)
    return list(_flat(PARSER.parse(written.decode())))


def _flat(found: list[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from _flat(token.children or [])


def said(found: list[Token]) -> str:
    """Everything that a reader sees, blanks as one."""
    parts = (token.content if token.type == "text" else " " * (token.type not in INLINE) for token in found)
    return " ".join("".join(parts).split())


def flat(text: str) -> str:
    return " ".join(clean(text).split())


def check(found: list[Token]) -> None:
    """What holds for every page: no markup but ours, and headings in order."""
    assert NEVER.isdisjoint({token.type for token in found})
    for token in found:
        address = str(token.attrs.get("href", "https:"))
        assert address.startswith(("http:", "https:", "mailto:"))
    levels = [int(token.tag[1]) for token in found if token.type == "heading_open"]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("template", [BLANK, SAMPLE])
def test_a_text_for_each_reader(template: str, preset: str, catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(template), catalog, rules, DAY, preset)
    found = tokens(document)
    check(found)
    tables = [b for s in document.sections for b in s.blocks if isinstance(b, Table) and b.rows]
    assert sum(token.type == "table_open" for token in found) >= len(tables)
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                assert flat("".join(run.text for run in cell.runs)) in said(found)


@settings(max_examples=25)
@given(made=plans)
def test_any_plan_makes_a_whole_text(catalog: Catalog, rules: RuleBook, made: Plan) -> None:
    check(tokens(outline(made, catalog, rules, DAY)))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_text_in_every_block(text: str) -> None:
    found = tokens(hostile_document(text))
    check(found)
    assert {token.attrs["href"] for token in found if token.type == "link_open"} == {
        SAFE.replace("<d>", "%3Cd%3E")
    }
    assert said(found).count(flat(text)) > 40
    assert sum(token.type == "tr_open" for token in found) == 3 + 3 + 3


@settings(max_examples=300)
@given(
    st.lists(
        st.builds(
            Run,
            st.text(st.sampled_from("ab1 \n\t*_`[]()<>&|~#$!@:/.\\-+=wé\xa0小"), max_size=12),
            st.booleans(),
            st.booleans(),
        ),
        max_size=4,
    )
)
@example([Run("1\n\xa0")])
def test_any_text_is_read_as_it_was_typed(runs: list[Run]) -> None:
    table = (Paragraph(tuple(runs)), Heading("After"))
    found = tokens(Document("T", "en", DAY, (Section("", table),)))
    check(found)
    assert said(found) == flat("T " + "".join(run.text for run in runs) + " After")


def test_the_lines_of_a_fact_stay_lines_of_its_item() -> None:
    facts = Facts((Fact("Read", plain("# one\n2. two\n- three")), Fact("Next", plain("four"))))
    found = tokens(Document("T", "en", DAY, (Section("", (facts,)),)))
    check(found)
    assert sum(token.type == "list_item_open" for token in found) == 2
    assert sum(token.type == "hardbreak" for token in found) == 2
    assert said(found) == flat("T Read: # one 2. two - three Next: four")


def test_phases_are_bold_among_their_channels() -> None:
    bars = (TimeBar("Early", DAY, DAY, strong=True), TimeBar("TikTok", DAY, DAY, "Daily"))
    chart = TimelineChart(DAY, DAY, (), bars, Tick(DAY, "Launch day"))
    lines = write_markdown(Document("T", "en", DAY, (Section("", (chart,)),))).decode().splitlines()
    assert [line.split(" | ")[0] for line in lines[4:]] == ["| **Launch day**", "| **Early**", "| TikTok"]


def test_a_text_to_copy_keeps_its_paragraphs() -> None:
    note = Note(plain("Out now.\n\n\nAnn\nSalt Road"))
    written = write_markdown(Document("T", "en", DAY, (Section("", (note,)),))).decode()
    assert written == "# T\n\n> Out now.\n>\n> Ann\\\n> Salt Road\n"


def test_what_programs_make_links_of_by_themselves_stays_text() -> None:
    document = Document("T", "en", DAY, (Section("", (Paragraph(plain("http://a.b www.a.b c@d.e")),)),))
    assert write_markdown(document) == b"# T\n\nhttp\\://a.b www\\.a.b c\\@d.e\n"


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("", "Marketing plan\n\n# Salt\n"),
        ("Salt", "Marketing plan\n\n# Salt\n"),
        ("Spring", "Spring: marketing plan\n\nMarketing plan\n\n# Salt\n"),
    ],
)
def test_a_plan_with_a_name_of_its_own_says_it_above_the_cover(
    title: str, begins: str, catalog: Catalog, rules: RuleBook
) -> None:
    made = Plan(id="p", title=title, book=Book(id="b", title="Salt"), author=Author(id="a"))
    assert write_markdown(outline(made, catalog, rules, DAY)).decode().startswith(begins)


def test_codes_to_scan_are_said_to_be_left_out(catalog: Catalog, rules: RuleBook) -> None:
    text = write_markdown(outline(new_plan(SAMPLE), catalog, rules, DAY, "assistant")).decode()
    _, _, after = text.partition("### To scan and print\n\n")
    assert after.startswith(NO_CODES)
