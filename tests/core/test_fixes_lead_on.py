"""No button leads to the next finding that sends it back."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.plan import Activity, ActivityKind, Aim, Book, Phase, Plan
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, plan

LAUNCH = date(2027, 5, 5)
RELEASED = Book(id="book", release=0)


def within(platform: str, ends: int, *activities: Activity) -> Plan:
    lane = Phase(id="phase", name="Before", ends=ends, channels=(channel(platform, activities=activities),))
    return plan(book=RELEASED, launch=LAUNCH, phases=(lane,))


def buttons(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> list[list[str]]:
    return [[fix.label for fix in each.fixes] for each in findings(catalog, rules, made) if each.rule == rule]


@pytest.mark.parametrize(
    ("ends", "due", "rule", "button"),
    [
        (0, -5, "promotion-before-book", ["Move it to 5 May 2027"]),
        (-1, -5, "promotion-before-book", []),
        (-1, 0, "activity-after-phase", []),
        (0, 1, "activity-after-phase", ["Move it to 5 May 2027"]),
    ],
)
def test_what_sells_moves_only_where_it_can_be_bought_within_its_phase(
    catalog: Catalog, rules: RuleBook, ends: int, due: int, rule: str, button: list[str]
) -> None:
    made = within("instagram", ends, Activity(id="a", title="Buy", aim=Aim.SALES, due=due))
    assert buttons(catalog, rules, made, rule) == [button]
    looked_at = within("instagram", ends, Activity(id="a", title="Look", aim=Aim.AWARENESS, due=ends + 1))
    assert buttons(catalog, rules, looked_at, "activity-after-phase") != [[]]


def letters(*days: int) -> tuple[Activity, ...]:
    return tuple(
        Activity(id=f"a{n}", title=f"Letter {n}", kind=ActivityKind.SEND, due=due)
        for n, due in enumerate(days)
    )


@pytest.mark.parametrize(
    ("ends", "days", "button"),
    [
        (0, (-5, -5), ["Move it to 1 May 2027"]),
        (0, (-5, -5, -4), ["Move it to 2 May 2027"]),
        (-3, (-5, -5, -4), ["Move it to 2 May 2027"]),
        (-4, (-5, -5, -4), []),
    ],
)
def test_a_letter_moves_to_the_next_free_day_of_its_phase(
    catalog: Catalog, rules: RuleBook, ends: int, days: tuple[int, ...], button: list[str]
) -> None:
    made = within("email-newsletter", ends, *letters(*days))
    assert buttons(catalog, rules, made, "sends-on-one-day") == [button]
    (found,) = [each for each in findings(catalog, rules, made) if each.rule == "sends-on-one-day"]
    document = Document(made)
    for fix in found.fixes:
        document.apply(fix.edit(document.tree, found.subject))
        assert buttons(catalog, rules, document.plan, "sends-on-one-day") == []
        assert buttons(catalog, rules, document.plan, "activity-after-phase") == []
    unending = replace(made, phases=(replace(made.phases[0], ends=None),))
    assert buttons(catalog, rules, unending, "sends-on-one-day") != [[]]
