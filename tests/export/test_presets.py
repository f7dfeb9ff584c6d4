"""What each reader's document is: a short public tip sheet, and no rows that say nothing."""

from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from planner.export.blocks import Cover, Heading, Items, Table
from planner.export.outline import outline
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, new_plan

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return load_rules()


def test_a_tip_sheet_has_hook_facts_comparable_titles_and_contact(catalog: Catalog, rules: RuleBook) -> None:
    plan = new_plan(SAMPLE)
    document = outline(plan, catalog, rules, DAY, "tip-sheet")
    (section,) = document.sections
    cover = section.blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.eyebrow, cover.summary[0].text) == ("Tip sheet", plan.book.hook)
    headings = [block.text for block in section.blocks if isinstance(block, Heading)]
    assert headings == ["The book", "Its readers", "For readers of", "The author", "Contact"]
    assert document.title.endswith(": tip sheet")


def test_no_reader_is_shown_further_rows_in_which_all_is_off(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan(SAMPLE), catalog, rules, DAY, "ads")
    blocks = next(s.blocks for s in document.sections if s.eyebrow == "Tracking")
    further = [b for b in blocks[2:] if isinstance(b, Table)]
    assert further
    for row in (row for table in further for row in table.rows):
        assert any(run.text != "off" for cell in row.cells[1:] for run in cell.runs)


def test_every_platform_under_the_sources_names_one(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(new_plan("launch-12-weeks"), catalog, rules, DAY)
    blocks = next(s.blocks for s in document.sections if s.title == "Sources")
    assert all(block.items for block in blocks if isinstance(block, Items))
