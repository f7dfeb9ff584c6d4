"""Wherever something known decides, its source and date are said, and once it is old, to check it again."""

from datetime import date

import pytest

from planner.cli import plans, run
from planner.core.catalog import Catalog
from planner.core.citations import sources_text
from planner.core.facts import Confidence
from planner.core.freshness import AGAIN, NOTHING_OLD, Outdated, outdated, with_age
from planner.core.plan import Author, Book, Goal, Phase, Plan, Recheck
from planner.core.rules import RuleBook
from planner.core.suggest import suggest
from planner.core.suggest_words import reasons
from planner.core.verdict_words import explain
from planner.core.verdicts import judge_all
from planner.core.vocabulary import Aim
from planner.export.blocks import Document, Note, Table
from planner.export.outline import outline
from planner.storage.templates import SAMPLE, template_path
from tests.core.build import PLATFORM_IDS, channel, plan

THEN = date(2031, 1, 1)
CLOSED = "xiaohongshu"


@pytest.fixture
def old(catalog: Catalog, rules: RuleBook) -> Outdated:
    """What is old by then, which is all that anybody looked up."""
    return outdated(catalog, rules, (), THEN, catalog.platforms)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_verdict_and_way_on_has_a_source_that_grows_old(
    catalog: Catalog, old: Outdated, id: str
) -> None:
    platform = catalog.platforms[id]
    for verdict in judge_all(catalog, platform):
        words = explain(catalog, platform, verdict)
        cited = [words.source, *(way.source for way in words.ways if "better" not in way.text)]
        assert all(source.startswith("Source: ") and " Checked " in source for source in cited)
        assert all(with_age(source, old).endswith(AGAIN) for source in cited)
        assert [with_age(source, NOTHING_OLD) for source in cited] == cited


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_doubt_is_said_and_every_disputed_fact_names_both_sides(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for fact in (*platform.tracking, *platform.placements, *platform.conditions, *platform.limits):
        said = sources_text(platform, [fact])
        disputed = fact.confidence is Confidence.DISPUTED
        assert ("Sources disagree. It is about " in said) is disputed
        assert (" On the other side: " in said or " On another side: " in said) is disputed
        assert ("This is not certain." in said) is (fact.confidence is Confidence.UNCERTAIN)


@pytest.mark.parametrize("id", [CLOSED, "tiktok", "lemon8", "email-newsletter"])
def test_the_command_line_asks_to_check_it_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], id: str
) -> None:
    monkeypatch.setattr(plans, "day_now", lambda _zone: THEN)
    assert run(["explain", id, "--plan", str(template_path(SAMPLE))]) == 0
    cited = [line for line in capsys.readouterr().out.splitlines() if "Source: " in line]
    assert len(cited) > 10
    assert all(line.endswith(AGAIN) for line in cited)


def test_suggestions_ask_to_check_their_reasons_again(catalog: Catalog, old: Outdated) -> None:
    made = Plan(
        id="plan",
        book=Book(id="book", genre="fantasy", language="en", markets=("US",)),
        author=Author(id="author"),
        goals=(Goal(id="goal", text="Be read", aim=Aim.CLICKS),),
        phases=(Phase(id="phase", name="Launch"),),
        hours_a_week=20,
    )
    (for_phase,) = suggest(catalog, made)
    for candidate in for_phase.chosen:
        cited = [source for _, source in reasons(catalog, made, candidate, old) if source]
        assert cited
        assert all(source.endswith(AGAIN) for source in cited)


def said_of(document: Document, title: str) -> list[str]:
    """What the notes and rows of a section say."""
    (section,) = (each for each in document.sections if each.title.startswith(title))
    notes = [block for block in section.blocks if isinstance(block, Note)]
    rows = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    told = ["".join(run.text for run in note.runs) + f" {note.source}" for note in notes]
    return [*told, *("".join(run.text for run in row.cells[-1].runs) for row in rows)]


@pytest.mark.parametrize("title", ["What can be measured", "Why these", "Audience"])
def test_the_document_asks_to_check_it_again(catalog: Catalog, rules: RuleBook, title: str) -> None:
    def told(today: date, *rechecks: Recheck) -> str:
        made = plan(channel(CLOSED, tracking=("smart-link",)), channel("tiktok", id="b"), rechecks=rechecks)
        return " ".join(said_of(outline(made, catalog, rules, today), title))

    noted = (Recheck(id=f"note-{id}", platform=id, on=THEN) for id in PLATFORM_IDS)
    assert told(THEN).count(AGAIN) == told(THEN).count("Source: ") > 0
    assert AGAIN not in told(THEN, *noted)
