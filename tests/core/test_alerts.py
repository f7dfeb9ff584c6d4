"""Which sends are alerts about a pre-order."""

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind
from tests.core.build import channel, findings, link, plan

SEND, POST = ActivityKind.SEND, ActivityKind.POST


def too_late(
    catalog: Catalog, rules: RuleBook, *titles: str, kind: ActivityKind = SEND, has_link: bool = True
) -> list[str]:
    """The titles of what is told that it goes out too late, where all goes out a day after release."""
    work = tuple(Activity(id=title or "untitled", title=title, kind=kind, due=1) for title in titles)
    links = (link("alert"),) if has_link else ()
    found = findings(catalog, rules, plan(channel("bookbub", *links, activities=work)))
    return [each.subject for each in found if each.rule == "alert-outside-window"]


@pytest.mark.parametrize("name", ["Pre-order Alert", "the preorder alert", "Pre order alert, US"])
@pytest.mark.parametrize(("kind", "has_link"), [(SEND, True), (SEND, False), (POST, False)])
def test_what_is_called_an_alert_is_one(
    catalog: Catalog, rules: RuleBook, name: str, kind: ActivityKind, has_link: bool
) -> None:
    assert too_late(catalog, rules, name, kind=kind, has_link=has_link) == [name]


def test_beside_one_that_is_called_so_other_sends_are_none(catalog: Catalog, rules: RuleBook) -> None:
    assert too_late(catalog, rules, "Message to followers", "Preorder Alert") == ["Preorder Alert"]


def test_where_none_is_called_so_a_send_beside_its_link_is_one(catalog: Catalog, rules: RuleBook) -> None:
    assert too_late(catalog, rules, "", "The adventure begins") == ["untitled", "The adventure begins"]
    assert too_late(catalog, rules, "", "The adventure begins", has_link=False) == []
    assert too_late(catalog, rules, "A post", kind=POST) == []


def test_an_alert_of_another_kind_is_none(catalog: Catalog, rules: RuleBook) -> None:
    assert too_late(catalog, rules, "New release alert goes out") == []
