"""Every language in every kind of block, as poppler reads it back; and text that means harm."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from planner.export.blocks import (
    Bar,
    BarChart,
    Block,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    Items,
    KeyFigures,
    LinkCard,
    LinkCards,
    Marker,
    Note,
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
from planner.export.pdf.writer import write_pdf
from planner.export.text import clean
from tests.export.languages import SENTENCES
from tests.export.pdf.conftest import DAY, document, read
from tests.export.pdf.standards import faults
from tests.export.pdf.tree import tree

START, END = date(2027, 1, 1), date(2027, 6, 30)
# What readers of the PDF add at directions, and what a line's end or a cluster leaves.
_ADDED = re.compile("[\u200b\u200e\u200f\u202a-\u202e]|\u00ad\\s*")


def blocks(text: str) -> dict[str, Block]:
    """A block of each kind that says the text where its kind has room for it."""
    row = Row((Cell(plain(text)), Cell((Run(text, bold=True),))))
    bar = TimeBar("", START, date(2027, 1, 9), text, strong=True)
    return {
        "heading": Heading(text),
        "minor heading": Heading(text, 3),
        "lead": Paragraph(plain(text), lead=True),
        "paragraph": Paragraph((Run(text, italic=True),)),
        "note": Note(plain(text), text, text, points=(Fact("1", plain(text)),)),
        "facts": Facts((Fact("1", plain(text)),)),
        "list": Items((plain(text), (Run(text, bold=True, italic=True),)), Marker.NUMBER),
        "table": Table((Column(text), Column("2")), (row, row)),
        "figures": KeyFigures((Figure("1", text),)),
        "timeline": TimelineChart(START, END, (), (bar,), Tick(date(2027, 4, 1), text), text),
        "bars": BarChart((Bar("", 1.0, "1"),), text),
        "link cards": LinkCards((LinkCard(text, "https://books.example/", text),)),
        "contents": Contents(text),
    }


def plan_of(text: str, language: str, *made: Block) -> Document:
    cover = Cover(text, text, text, (text,), plain(text), "", "")
    sections = (Section("", (cover,)), Section(text, made, eyebrow=text))
    return Document(text, language, DAY, sections, author=text, subject=text, running_head=text)


def told(text: str) -> str:
    """Text as it is compared: clean, NFKC, without what readers add, and without spaces, as lines end."""
    return "".join(unicodedata.normalize("NFKC", _ADDED.sub("", clean(text))).split())


@pytest.mark.parametrize("language", SENTENCES)
def test_every_block_says_what_was_typed(language: str, tool: Callable[..., str]) -> None:
    text = SENTENCES[language]
    made = blocks(text)
    unprintable: list[str] = []
    written = write_pdf(plan_of(text, language, *made.values()), unprintable=unprintable.append)
    assert unprintable == []
    said = told(tool("pdftotext", written))
    for kind, block in made.items():
        alone = told(tool("pdftotext", write_pdf(plan_of("T", language, block))))
        assert told(text) in alone, kind
    assert said.count(told(text)) >= 20
    assert faults(written) == []
    reader = read(written)
    assert told(tree(reader).text).count(told(text)) >= 20
    outline: Any = reader.outline
    assert outline[0]["/Title"] == clean(text)
    assert outline[1][0]["/Title"] == clean(text)
    assert reader.metadata is not None
    assert [reader.metadata.title, reader.metadata.author, reader.metadata.subject] == [clean(text)] * 3


@pytest.mark.parametrize("language", SENTENCES)
def test_words_are_found_with_their_spaces(language: str, tool: Callable[..., str]) -> None:
    text = SENTENCES[language]
    said = tool("pdftotext", write_pdf(plan_of(text, language, Paragraph(plain(text)))))
    whole = " ".join(unicodedata.normalize("NFKC", _ADDED.sub("", said)).split())
    assert " ".join(unicodedata.normalize("NFKC", clean(text)).split()) in whole


@pytest.mark.parametrize(
    "text",
    [
        "a\u202eevil\u202c \u2066b\u2069 \u200f(c)",
        "\ud800 \udfff x",
        "\x00 a \x1b[31m b",
        "e" + "\u0301" * 5000,
        "ש" + "\u05b8" * 5000 + " ב",
        "\u200d\u200d\ufe0f\u20e3\U0001f3fd",
        "\u0900\u094d\u0e33\u064b",
        "\U0001f1eb" * 999,
        "\u00ad" * 999 + "x",
        "\ud800 \x00",
        "\ue123\u0378",
        "\u0344\u0958\ufb1d\u2126",
        "\U000e0100\U000e0020\U000e007f",
        "()[]{}«»" * 200 + "א",
    ],
)
def test_hostile_text_is_written_in_every_block(text: str, tool: Callable[..., str]) -> None:
    written = write_pdf(plan_of(text, "he", *blocks(text).values()))
    assert "No syntax or stream encoding errors" in tool("qpdf", written, "--check")
    assert faults(written) == []
    assert not re.search("[\x00\u202e\u2066]", "".join(page.extract_text() for page in read(written).pages))


def test_controls_of_direction_do_not_turn_text(tool: Callable[..., str]) -> None:
    said = tool("pdftotext", write_pdf(document("pay \u202e001\u202c now")))
    assert "pay 001 now" in said
