"""What each reader's document is: a short public tip sheet, and no rows that say nothing."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Activity
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, State
from planner.export.blocks import Cover, Facts, Figure, Heading, Items, KeyFigures, Table, said
from planner.export.choices import Choices
from planner.export.outline import outline
from planner.export.outline.opening import SAW
from planner.export.outline.review import CHOICE
from planner.export.shown import printed_plan
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import channel, link, plan
from tests.export.parts import parts, texts

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return load_rules()


def test_a_tip_sheet_has_hook_facts_comparable_titles_and_contact(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    document = outline(made, catalog, rules, DAY, "tip-sheet")
    (section,) = document.sections
    cover = section.blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.eyebrow, cover.summary[0].text) == ("Tip sheet", made.book.hook)
    headings = [block.text for block in section.blocks if isinstance(block, Heading)]
    assert headings == [
        *("The book", "Its readers", "For readers of", "The author"),
        *("Marketing and publicity", "Contact"),
    ]
    assert document.title.endswith(": tip sheet")
    (highlights,) = (block for block in section.blocks if isinstance(block, Items))
    assert (
        said(highlights.items[3]).replace("\u00a0", " ")
        == "Sustain · 20 May – 2 Sep: Newsletter, Own website and Amazon Ads"
    )


def test_no_reader_is_shown_further_rows_in_which_all_is_off(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(SAMPLE), catalog, rules, DAY, "ads")
    blocks = next(s.blocks for s in document.sections if s.eyebrow == "Tracking")
    further = [b for b in blocks[2:] if isinstance(b, Table)]
    assert further
    for row in (row for table in further for row in table.rows):
        assert any(run.text != "off" for cell in row.cells[1:] for run in cell.runs)


def test_every_platform_under_the_sources_names_one_or_more_each_on_a_line(
    catalog: Catalog, rules: RuleBook
) -> None:
    document = outline(new_plan("launch-12-weeks"), catalog, rules, DAY)
    blocks = next(s.blocks for s in document.sections if s.title == "Sources")
    (facts,) = [block for block in blocks if isinstance(block, Facts)]
    lines = [said(fact.runs).split("\n") for fact in facts.facts]
    assert all(all(line.strip() for line in each) for each in lines)
    links = [sum(run.link is not None for run in fact.runs) for fact in facts.facts]
    assert max(links) > 1
    assert all(count <= len(each) for count, each in zip(links, lines, strict=True))


def test_an_assistant_reads_tasks_first_and_nothing_of_money(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    document = outline(made, catalog, rules, DAY, "assistant")
    assert document.sections[1].title == "What is to be done"
    said = texts(document)
    assert not [each for each in made.channels if each.budget and each.budget.text in said]
    assert made.budget
    assert made.budget.text not in said
    assert not [channel.notes for channel in made.channels if channel.notes and channel.notes in said]
    assert all(channel.copy.strip() in said for channel in made.channels if channel.copy)


def test_late_and_coming_tasks_are_told_apart_by_the_day(catalog: Catalog, rules: RuleBook) -> None:
    late, coming, later, done = (
        Activity(id="1", title="Late", due=date(2026, 11, 21)),
        Activity(id="2", title="Coming", due=date(2026, 11, 22)),
        Activity(id="3", title="Later", due=date(2026, 12, 25)),
        Activity(id="4", title="Done", due=date(2026, 11, 20), state=State.DONE),
    )
    made = plan(channel("tiktok", activities=(late, coming, later, done)))
    work = next(
        s for s in outline(made, catalog, rules, DAY, "assistant").sections if s.eyebrow == "Overview"
    )
    figures = next(block for block in work.blocks if isinstance(block, KeyFigures))
    assert [figure.value for figure in figures.figures] == ["3", "1", "1", "0"]
    tables = [block for block in work.blocks if isinstance(block, Table)]
    assert [[row.cells[2].runs[0].text for row in table.rows] for table in tables] == [
        ["☐ Late"],
        ["☐ Coming"],
    ]


@pytest.mark.parametrize("preset", ["self", "assistant", "publicist"])
def test_who_reads_a_time_of_day_reads_by_whose_clock_it_is(
    preset: str, catalog: Catalog, rules: RuleBook
) -> None:
    told = "Times of day are by the clock of the time zone Europe/London."
    clock = time(10, 30)
    for zone, at, is_told in (
        ("Europe/London", clock, True),
        ("", clock, False),
        ("Europe/London", None, False),
    ):
        talk = Activity(id="1", title="Talk", kind=ActivityKind.EVENT, due=DAY, at=at)
        made = plan(channel("tiktok", activities=(talk,)))
        made = replace(made, author=replace(made.author, time_zone=zone))
        said = texts(outline(made, catalog, rules, DAY, preset))
        assert (told in said) is is_told
        assert ("Times of day are by the author's clock." in said) is (at is not None and not zone)
        inside = printed_plan(made, Choices(preset), catalog, DAY)
        assert (inside.author.time_zone == "Europe/London") is is_told


def test_without_a_launch_day_only_what_is_counted_from_it_is_said_to_have_no_date(
    catalog: Catalog, rules: RuleBook
) -> None:
    tasks = (Activity(id="1", title="Fixed", due=DAY), Activity(id="2", title="Counted", due=-3))
    said = texts(outline(plan(channel("tiktok", activities=tasks)), catalog, rules, DAY, "assistant"))
    assert "Launch day is not set yet, so tasks that are counted from it have no dates." in said
    assert "22\u00a0Nov\u00a02026" in said


def test_an_ads_freelancer_reads_of_paid_channels_alone(catalog: Catalog, rules: RuleBook) -> None:
    free = channel("goodreads", link("bio"), id="free")
    paid = channel("amazon-ads", id="paid", budget=Money(Decimal(90), "USD"))
    said = texts(outline(plan(free, paid), catalog, rules, DAY, "ads"))
    assert catalog.platforms["amazon-ads"].full_name in said
    assert catalog.platforms["goodreads"].full_name not in said


def test_a_publicist_reads_of_public_work_alone(catalog: Catalog, rules: RuleBook) -> None:
    talk = Activity(id="1", title="Talk at the museum", kind=ActivityKind.EVENT, due=-3)
    chore = Activity(id="2", title="Tidy the list", due=-3)
    said = texts(outline(plan(channel("tiktok", activities=(talk, chore))), catalog, rules, DAY, "publicist"))
    assert "☐ Talk at the museum" in said
    assert not [text for text in said if "Tidy the list" in text]


def test_the_review_leaves_room_for_results_and_a_choice_for_every_channel(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = new_plan(SAMPLE)
    said = texts(outline(made, catalog, rules, DAY))
    assert said.count(CHOICE) == len(made.channels)


def test_the_glossary_explains_the_ways_of_tracking_in_use(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("own-website", tracking=("utm",)))
    section = next(s for s in outline(made, catalog, rules, DAY).sections if s.title == "Glossary")
    (facts,) = [block for block in section.blocks if isinstance(block, Facts)]
    labels = [fact.label for fact in facts.facts]
    assert labels == sorted(labels, key=str.casefold)
    assert catalog.options["utm"].name in labels
    assert catalog.options["coupon-code"].name not in labels


@pytest.mark.parametrize(("made_for", "read_by"), [("summary", "assistant"), ("publicist", "ads")])
def test_an_extract_gives_no_figures_of_what_is_not_in_it(
    made_for: str, read_by: str, catalog: Catalog, rules: RuleBook
) -> None:
    whole = new_plan(SAMPLE)
    inside = replace(printed_plan(whole, Choices(made_for), catalog, DAY), goals=())
    before, after = (
        {part for part in parts(outline(each, catalog, rules, DAY, read_by)) if isinstance(part, Figure)}
        for each in (replace(whole, goals=()), inside)
    )
    assert before
    assert not after


def test_an_extract_says_neither_that_nothing_is_planned_nor_what_its_checks_cannot_know(
    catalog: Catalog, rules: RuleBook
) -> None:
    """A summary has the sums of phases, and the plan inside it no hours and no money to make them from."""
    whole = new_plan(SAMPLE)
    inside = printed_plan(whole, Choices("summary"), catalog, DAY)
    before, after = (
        next(
            block
            for section in outline(each, catalog, rules, DAY, "summary").sections
            for block in section.blocks
            if isinstance(block, Table)
        )
        for each in (whole, inside)
    )
    assert [column.title for column in before.columns[3:]] == ["Hours a week", "Budget"]
    assert [column.title for column in after.columns] == ["Phase", "Dates", "Channels"]
    assert [row.cells for row in after.rows] == [row.cells[:3] for row in before.rows]
    for preset in ("summary", "self"):
        assert any(SAW in text for text in texts(outline(inside, catalog, rules, DAY, preset)))
        assert not any(SAW in text for text in texts(outline(whole, catalog, rules, DAY, preset)))
