"""The same words everywhere: for every grey option of every platform, the same reason in each place."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from planner.cli import run
from planner.core.catalog import Catalog
from planner.core.citations import DOUBTS, undated
from planner.core.fit_words import explain_fit
from planner.core.plan import Author, Book, Channel, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.verdict_words import Explanation, explain
from planner.core.verdicts import judge_all
from planner.export.blocks import Document, Heading, Note, Runs, Table
from planner.export.outline import outline
from planner.export.presets import PRESETS
from tests.core.build import PLATFORM_IDS

DAY = date(2026, 11, 22)


def grey(catalog: Catalog, id: str) -> list[Explanation]:
    """The words for every option that cannot be switched on there."""
    platform = catalog.platforms[id]
    verdicts = judge_all(catalog, platform)
    return [explain(catalog, platform, verdict) for verdict in verdicts if not verdict.usable]


def everywhere(catalog: Catalog, *ids: str) -> Plan:
    """A plan with the platforms, and every option switched on."""
    channels = tuple(Channel(id=f"c-{id}", platform=id, tracking=tuple(catalog.options)) for id in ids)
    phases = (Phase(id="phase", name="Launch", channels=channels),)
    return Plan(
        id="plan", title="Everywhere", book=Book(id="book"), author=Author(id="author"), phases=phases
    )


def notes(document: Document) -> list[str]:
    """What the notes of the tracking section say."""
    section = next(section for section in document.sections if section.eyebrow == "Tracking")
    found = [block for block in section.blocks if isinstance(block, Note)]
    return [
        " ".join((*map(text_of, (note.runs, *(point.runs for point in note.points))), f"\n{note.source}"))
        for note in found
    ]


def text_of(runs: Runs) -> str:
    """What runs say, one after the other."""
    return "".join(run.text for run in runs)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_the_document_says_how_well_a_platform_suits_and_why(
    catalog: Catalog, rules: RuleBook, id: str
) -> None:
    plan = everywhere(catalog, id)
    (section,) = [s for s in outline(plan, catalog, rules, DAY).sections if s.eyebrow == "Fit"]
    (heading,) = [block.text for block in section.blocks if isinstance(block, Heading)]
    (row,) = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    said = text_of(row.cells[-1].runs)
    words = explain_fit(catalog, catalog.platforms[id], plan)
    assert heading == f"{words.mark} {words.label}"
    assert said.startswith(words.summary)
    for title, reasons in words.parts:
        assert f"\n{title}: {reasons[0].text}" in said
        for reason in reasons:
            cited = undated(reason.source, catalog.platforms[id].checked)
            assert reason.text in said
            assert cited in said.partition(reason.text)[2]


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_the_command_line_says_them(catalog: Catalog, id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", id]) == 0
    printed = capsys.readouterr().out
    for words in grey(catalog, id):
        assert words.reason in printed
        assert all(way.text in printed and way.source in printed for way in words.ways)
        assert words.source in printed


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_the_outline_says_them(catalog: Catalog, rules: RuleBook, id: str) -> None:
    said = notes(outline(everywhere(catalog, id), catalog, rules, DAY))
    assert all(note.rpartition("\n")[2].count("Source: ") <= 1 for note in said)
    for words in grey(catalog, id):
        assert any(words.reason in note for note in said)
        cited = undated(words.source, catalog.platforms[id].checked).removeprefix("Source: ")
        for doubt in DOUBTS.values():
            cited = cited.partition(f" {doubt}")[0]
        titles = cited.removesuffix(".").split("; ")
        assert any(all(title in note for title in titles) for note in said)


def test_the_pdf_says_them(catalog: Catalog, rules: RuleBook) -> None:
    from planner.export.pdf.writer import write_pdf

    others = {*PRESETS["self"].sections} - {"tracking"}
    document = outline(everywhere(catalog, *PLATFORM_IDS), catalog, rules, DAY, "self", others)
    written = write_pdf(document, paper="a4")
    pages = [page.extract_text() for page in PdfReader(BytesIO(written)).pages]
    printed = squeezed("".join(page.partition(document.running_head)[0] for page in pages))
    missing = [
        words.reason
        for id in PLATFORM_IDS
        for words in grey(catalog, id)
        if squeezed(words.reason) not in printed
    ]
    assert missing == []


def squeezed(text: str) -> str:
    """A text without blanks and hyphens, for lines break anywhere."""
    return "".join(text.replace("-", "").split())
