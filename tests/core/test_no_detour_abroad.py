"""No button leads to a platform that was turned down, or that has no readers where the channel is for."""

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Book, Plan, Skipped
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, link, plan

BOOK = Book(id="book", language="en", markets=("US", "GB"), genre="romance")


def labels(catalog: Catalog, rules: RuleBook, made: Plan) -> list[str]:
    found = findings(catalog, rules, made)
    return [fix.label for each in found if each.subject in ("channel", "link") for fix in each.fixes]


@pytest.mark.parametrize("region", ["", "US", "CN"])
def test_where_a_channel_is_for_one_market_its_readers_are_kept(
    catalog: Catalog, rules: RuleBook, region: str
) -> None:
    made = plan(channel("xiaohongshu", link("bio"), region=region, tracking=("utm",)), book=BOOK)
    named = " ".join(labels(catalog, rules, made))
    assert "Remove the link" in named
    assert ("Replace with" in named) is (region != "CN")


def test_what_was_turned_down_takes_no_place(catalog: Catalog, rules: RuleBook) -> None:
    turned_down = tuple(Skipped(id=id, platform=id) for id in catalog.platforms if id != "xiaohongshu")
    made = plan(channel("xiaohongshu", link("bio"), tracking=("utm",)), book=BOOK, skipped=turned_down)
    found = labels(catalog, rules, made)
    assert "Remove the link" in found
    assert not [label for label in found if label.startswith(("Replace with", "Add "))]
