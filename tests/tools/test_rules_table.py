"""The table of the rules of the trade is in step with the data, and each is found where it is broken."""

import pytest

from planner.core.catalog import Catalog
from planner.core.findings import SEVERITIES
from planner.core.rules import RuleBook, Severity
from planner.storage.catalog_check.trade_rules import TradeRule
from tools.rules_table import TABLE, read_rows, table, told_of, why_otherwise, worst

ROWS = read_rows()
every_row = pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])


def test_the_table_is_in_step_with_the_rules_and_the_platform_files(
    catalog: Catalog, rules: RuleBook
) -> None:
    assert TABLE.read_text("utf-8") == table(ROWS, rules, catalog), "run `make docs`"


def test_every_rule_of_the_trade_has_its_place() -> None:
    assert [row.id for row in ROWS] == [f"R{number:02}" for number in range(1, 82)]
    assert all(row.about for row in ROWS)


@every_row
def test_what_breaks_it_is_told_and_a_near_miss_is_not(
    catalog: Catalog, rules: RuleBook, row: TradeRule
) -> None:
    rank = SEVERITIES.index(worst(told_of(row, row.breaks, rules, catalog)).severity)
    near = told_of(row, row.keeps, rules, catalog)
    assert [finding.text for finding in near if SEVERITIES.index(finding.severity) <= rank] == []


@every_row
def test_where_it_is_told_otherwise_than_the_trade_says_there_is_a_reason(
    catalog: Catalog, rules: RuleBook, row: TradeRule
) -> None:
    told = worst(told_of(row, row.breaks, rules, catalog)).severity
    assert bool(why_otherwise(row, told)) is (told is not row.says or bool(row.differs))
    assert row.certain or row.differs or told in (Severity.WARNING, Severity.TIP)
