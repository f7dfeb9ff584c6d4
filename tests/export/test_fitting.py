"""Documents of one or two pages stay within them, whatever the plan, and say what gave way."""

import dataclasses
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import (
    Column,
    Cover,
    Document,
    Fact,
    Facts,
    Heading,
    Items,
    Paragraph,
    Section,
    Table,
    plain,
    said,
)
from planner.export.choices import Choices
from planner.export.cut import lines_of
from planner.export.fitting import fitted
from planner.export.outline import outline
from planner.export.outline.context import row
from planner.export.overlong import OVERLONG
from planner.export.pdf.writer import page_count
from planner.export.presets import PAPER_NAMES, PRESETS, TEXT_SIZE_NAMES
from planner.export.shorten import COVER_SHORTENED, FIGURES_SHORTENED, LINE, Letters, shortened
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.overfull import overfull_plan
from tests.strategies import plans

DAY = date(2027, 1, 5)
LIMITED = {name: preset.pages for name, preset in PRESETS.items() if preset.pages}


def test_the_tip_sheet_has_two_pages_and_the_summary_one() -> None:
    assert LIMITED == {"tip-sheet": 2, "summary": 1}


LOOKS = [
    Choices(preset, paper, frozenset(), size)
    for preset in LIMITED
    for paper in PAPER_NAMES
    for size in TEXT_SIZE_NAMES
]


def pages(document: Document, choices: Choices) -> int:
    return page_count(document, paper=choices.paper, text_size=choices.text_size)


@pytest.mark.parametrize("choices", LOOKS, ids=str)
def test_an_overfull_plan_keeps_within_the_pages_and_says_so(
    catalog: Catalog, rules: RuleBook, choices: Choices
) -> None:
    document = fitted(overfull_plan(catalog), catalog, rules, DAY, choices)
    assert pages(document, choices) <= LIMITED[choices.preset]
    assert any("“Phases”" in said or "“The book”" in said for said in document.told)
    assert all(said.endswith(".") for said in document.told)


@pytest.mark.parametrize("choices", LOOKS, ids=str)
@settings(max_examples=10)
@given(made=plans)
def test_any_plan_keeps_within_the_pages(
    catalog: Catalog, rules: RuleBook, choices: Choices, made: Plan
) -> None:
    document = fitted(made, catalog, rules, DAY, choices)
    assert pages(document, choices) <= LIMITED[choices.preset]


@pytest.mark.parametrize("choices", LOOKS, ids=str)
@pytest.mark.parametrize("template", [SAMPLE, BLANK])
def test_what_ships_with_the_program_keeps_within_the_pages(
    catalog: Catalog, rules: RuleBook, template: str, choices: Choices
) -> None:
    document = fitted(new_plan(template), catalog, rules, DAY, choices)
    assert pages(document, choices) <= LIMITED[choices.preset]


@pytest.fixture
def wide() -> Plan:
    """A plan whose words are eighty wide letters long."""
    made, words = new_plan(SAMPLE), " ".join(["MW" * 40] * 4)
    book = dataclasses.replace(made.book, title=words, subtitle=words, series=words, hook=words)
    return dataclasses.replace(
        made,
        book=book,
        status=words,
        author=dataclasses.replace(made.author, name=words),
        goals=tuple(dataclasses.replace(goal, text=words) for goal in made.goals),
    )


@pytest.mark.parametrize("choices", LOOKS, ids=str)
def test_words_of_eighty_wide_letters_keep_within_the_pages(
    catalog: Catalog, rules: RuleBook, wide: Plan, choices: Choices
) -> None:
    document = fitted(wide, catalog, rules, DAY, choices)
    assert pages(document, choices) == LIMITED[choices.preset]
    assert COVER_SHORTENED in document.told


def test_the_words_of_a_number_are_whole_in_three_lines_and_told_apart_from_the_cover(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = new_plan(SAMPLE)
    for text, told in (
        ("Readers who sign up to the newsletter of the harbour in its third year", ()),
        ("word " * 40, (FIGURES_SHORTENED,)),
    ):
        goals = tuple(dataclasses.replace(goal, text=text.strip()) for goal in made.goals)
        document = fitted(dataclasses.replace(made, goals=goals), catalog, rules, DAY, Choices("summary"))
        assert document.told == told


def test_a_part_that_would_say_nothing_is_left_out_and_named(catalog: Catalog, rules: RuleBook) -> None:
    document = fitted(new_plan(SAMPLE), catalog, rules, DAY, Choices("summary", text_size="large"))
    assert "“Timeline” is left out." in document.told
    assert "“Phases” is left out." not in document.told


@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_the_cover_is_small_before_phases_or_risks_are_left_out(
    catalog: Catalog, rules: RuleBook, paper: str
) -> None:
    made, choices = new_plan(SAMPLE), Choices("summary", paper, text_size="large")
    blocks = fitted(made, catalog, rules, DAY, choices).sections[0].blocks
    (phases,) = (block for block in blocks if isinstance(block, Table))
    assert [row.cells[0].runs[0].text for row in phases.rows] == [phase.name for phase in made.phases]
    assert Heading("Biggest risks") in blocks
    assert isinstance(blocks[0], Cover)
    assert blocks[0].small


def test_a_cover_is_as_large_as_ever_where_nothing_is_left_out(catalog: Catalog, rules: RuleBook) -> None:
    for choices in (Choices("summary"), Choices("tip-sheet", text_size="large")):
        head = fitted(new_plan(SAMPLE), catalog, rules, DAY, choices).sections[0].blocks[0]
        assert isinstance(head, Cover)
        assert not head.small


@pytest.mark.parametrize("size", TEXT_SIZE_NAMES)
def test_days_and_numbers_behind_long_names_stay_on_the_cover(
    catalog: Catalog, rules: RuleBook, size: str
) -> None:
    made = new_plan(SAMPLE)
    made = replace(
        made,
        launch=date(2027, 5, 5),
        status="a draft that is not for anybody " * 9,
        book=replace(made.book, series="The Long Chronicles " * 9, series_number=12),
        author=replace(made.author, name="Margaret Atkinson-Whitfield and " * 9),
    )
    head = fitted(made, catalog, rules, DAY, Choices("summary", text_size=size)).sections[0].blocks[0]
    assert isinstance(head, Cover)
    ends = (", book 12", " · launches 5\u00a0May\u00a02027", " · 5\u00a0January\u00a02027")
    assert all(line.endswith(end) and "…" in line for line, end in zip(head.lines, ends, strict=True))


def test_whom_to_write_to_stays_on_the_tip_sheet_longest(catalog: Catalog, rules: RuleBook) -> None:
    choices = Choices("tip-sheet", "letter", text_size="large")
    document = fitted(overfull_plan(catalog), catalog, rules, DAY, choices)
    assert "“Marketing and publicity” is left out." in document.told
    assert Heading("Contact") in document.sections[0].blocks


@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_no_title_and_no_author_is_cut_short_where_what_is_said_of_them_is(
    catalog: Catalog, rules: RuleBook, paper: str
) -> None:
    made = new_plan(SAMPLE)
    document = fitted(made, catalog, rules, DAY, Choices("tip-sheet", paper, text_size="large"))
    (comps,) = (
        block
        for block in document.sections[0].blocks
        if isinstance(block, Table) and block.columns[-1].title == "Why"
    )
    said = [tuple(cell.runs[0].text for cell in row.cells) for row in comps.rows]
    assert [row[:2] for row in said] == [(comp.title, comp.author) for comp in made.book.comps]
    assert any(why.endswith("…") for *_, why in said)


def test_a_part_comes_back_where_the_page_is_left_white(
    catalog: Catalog, rules: RuleBook, wide: Plan
) -> None:
    document = fitted(wide, catalog, rules, DAY, Choices("summary", "letter", text_size="large"))
    assert "“Phases” is left out." in document.told
    assert "“Biggest risks” is left out." not in document.told


def test_no_line_counts_a_single_one_that_is_left_out() -> None:
    for count, shown in ((7, 7), (8, 7)):
        rows = tuple(Fact(f"{number}", plain("said")) for number in range(count))
        made = shortened(Document("Title", "en", DAY, (Section("", (Facts(rows),)),)), 4)
        (block,) = made.sections[0].blocks
        assert isinstance(block, Facts)
        assert len(block.facts) == shown
        assert (block.facts[-1].label == "Further") == (count > shown)


def test_names_stand_whole_beside_sentences_that_are_cut() -> None:
    why = "A sentence that goes on for a while, and then for longer than anybody would read it. "
    columns = (Column("Title", 2), Column("Author", 1.4), Column("Why", 3.4))
    cells = [
        ("The Thousand Autumns of Jacob de Zoet", "David Mitchell"),
        ("Kidnapped", "Robert Louis Stevenson"),
    ]
    table = Table(columns, tuple(row(*names, why * 3) for names in cells))
    document = Document("Title", "en", DAY, (Section("", (table,)),))
    for letters in (Letters(), Letters(73, 71)):
        (made,) = shortened(document, 4, letters=letters).sections[0].blocks
        assert isinstance(made, Table)
        assert [tuple(cell.runs[0].text for cell in each.cells[:2]) for each in made.rows] == cells
        assert all(each.cells[2].runs[0].text.endswith("…") for each in made.rows)


def test_no_stretch_of_days_loses_its_end() -> None:
    days = "16\u00a0Dec\u00a02026 – 25\u00a0Jan\u00a02027"
    columns = (Column("Phase", 1), Column("Dates", 1), Column("Channels", 3))
    table = Table(
        columns, (row("A phase of a long name", days, "Newsletter, TikTok and Own website " * 9),) * 9
    )
    document = Document("Title", "en", DAY, (Section("Part", (table,)),))
    (made,) = shortened(document, 3, letters=Letters(84, 40)).sections[0].blocks
    assert isinstance(made, Table)
    assert said(made.rows[0].cells[1].runs) == days


def test_what_is_cut_is_as_long_as_the_lines_of_its_paper() -> None:
    document = Document("Title", "en", DAY, (Section("", (Paragraph(plain("wharf " * 200)),)),))
    kept = [shortened(document, 4, letters=Letters(line)).sections[0].blocks[0] for line in (84, 73)]
    assert [len(each.runs[0].text) // 4 for each in kept if isinstance(each, Paragraph)] == [84, 72]


def test_no_paragraph_begins_with_its_only_line() -> None:
    blocks = (
        Paragraph(plain("A sentence that goes on. " * 8)),
        Paragraph(plain("Another one is long. " * 8)),
    )
    document = Document("Title", "en", DAY, (Section("", blocks),))
    assert [len(shortened(document, lines).sections[0].blocks) for lines in (3, 4, 5)] == [1, 1, 2]


def test_lines_that_are_left_over_go_to_the_first_that_were_cut() -> None:
    items = Items((plain("A sentence that goes on for a while. " * 8),) * 3)
    made = shortened(Document("Title", "en", DAY, (Section("", (items,)),)), 5)
    (block,) = made.sections[0].blocks
    assert isinstance(block, Items)
    assert [lines_of(runs[0].text, LINE) for runs in block.items] == [2, 2, 1]


@pytest.mark.parametrize("preset", LIMITED)
def test_what_fits_is_left_as_it_is(catalog: Catalog, rules: RuleBook, preset: str) -> None:
    made = new_plan(BLANK)
    assert fitted(made, catalog, rules, DAY, Choices(preset)) == outline(made, catalog, rules, DAY, preset)


def test_the_sample_fits_its_tip_sheet(catalog: Catalog, rules: RuleBook) -> None:
    assert not fitted(new_plan(SAMPLE), catalog, rules, DAY, Choices("tip-sheet")).told


def test_a_long_document_is_never_shortened(catalog: Catalog, rules: RuleBook) -> None:
    made = overfull_plan(catalog, channels=12, words=300)
    whole = replace(outline(made, catalog, rules, DAY), author=made.author.name.strip())
    assert fitted(made, catalog, rules, DAY, Choices()) == whole


def test_a_long_part_gives_way_before_a_short_one() -> None:
    long, short = "A sentence that goes on for a while. " * 40, "One sentence."
    blocks = (Heading("Long"), Paragraph(plain(long)), Heading("Short"), Paragraph(plain(short)))
    made = shortened(Document("Title", "en", DAY, (Section("", blocks),)), 5)
    assert made.told == ("The text under “Long” is shortened.",)
    assert made.sections[0].blocks[3] == blocks[3]
    kept = made.sections[0].blocks[1]
    assert isinstance(kept, Paragraph)
    assert kept.runs[0].text.endswith("while. …")


def test_a_megabyte_of_text_is_shortened_in_linear_time(catalog: Catalog, rules: RuleBook) -> None:
    plan = new_plan(BLANK)
    plan = dataclasses.replace(plan, book=dataclasses.replace(plan.book, blurb="wharf " * 200_000))
    document = fitted(plan, catalog, rules, DAY, Choices("tip-sheet"))
    assert document.told == ("The text under “The book” is shortened.",)


def test_what_is_too_long_for_any_document_is_said_where_it_is_shown(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = new_plan(SAMPLE)
    made = dataclasses.replace(made, book=dataclasses.replace(made.book, blurb="A line.\n" * 1_100))
    assert OVERLONG in fitted(made, catalog, rules, DAY, Choices()).told
    assert OVERLONG not in fitted(made, catalog, rules, DAY, Choices("assistant")).told
