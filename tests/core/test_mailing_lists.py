"""Mailing lists that have gone cold, or that are not the author's own."""

from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, ListOrigin
from tests.core.build import account, channel, findings, plan


@pytest.mark.parametrize(
    ("last", "due", "cold"),
    [
        (date(2024, 11, 22), None, False),
        (date(2024, 11, 21), None, True),
        (date(2024, 12, 1), date(2026, 12, 1), False),
        (date(2024, 12, 1), date(2026, 12, 2), True),
        (date(2024, 12, 1), date(2026, 1, 1), False),
    ],
)
def test_a_list_goes_cold_after_two_years(
    catalog: Catalog, rules: RuleBook, last: date, due: date | None, cold: bool
) -> None:
    letters = channel("substack", activities=(Activity(id="w", kind=ActivityKind.SEND, due=due),))
    made = plan(letters, accounts=(account("substack", last_send=last),))
    assert ("list-gone-stale" in {each.rule for each in findings(catalog, rules, made)}) is cold


def test_a_foreign_list_is_told_before_a_letter_is_planned_and_an_old_one_only_then(
    catalog: Catalog, rules: RuleBook
) -> None:
    own = account("substack", list_origin=ListOrigin.BOUGHT, last_send=date(2000, 1, 1))
    found = {f.rule for f in findings(catalog, rules, plan(channel("substack"), accounts=(own,)))}
    assert found & {"list-not-own", "list-gone-stale"} == {"list-not-own"}
