"""The table of the rules of the trade is in step with the data."""

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from tools.rules_table import TABLE, read_rows, table


def test_the_table_is_in_step_with_the_rules_and_the_platform_files(
    catalog: Catalog, rules: RuleBook
) -> None:
    assert TABLE.read_text("utf-8") == table(read_rows(), rules, catalog), "run `make docs`"


def test_every_rule_of_the_trade_has_its_place() -> None:
    rows = read_rows()
    assert [row["id"] for row in rows] == [f"R{number:02}" for number in range(1, 82)]
    assert all(row["about"] for row in rows)
