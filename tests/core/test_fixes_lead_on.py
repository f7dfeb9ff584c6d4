"""No button leads to the next finding that sends it back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.money import Money
from planner.core.plan import Activity, Book, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, Promo
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


def deal(due: int, ends: int | None, price: str = "0.99", id: str = "deal", **fields: Any) -> Activity:
    cut = Money(Decimal(price), "USD")
    return Activity(
        id=id, title=id, kind=ActivityKind.PRICE_PROMOTION, due=due, ends=ends, price=cut, **fields
    )


def pressed(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> tuple[list[Activity], set[str]]:
    """The work of the first channel once the button of a rule is pressed, and which rules are broken anew."""
    before = findings(catalog, rules, made)
    (found,) = [each for each in before if each.rule == rule]
    document = Document(made)
    assert len(found.fixes) == 1
    document.apply(found.fixes[0].edit(document.tree, found.subject))
    after = {each.rule for each in findings(catalog, rules, document.plan)}
    return list(document.plan.phases[0].channels[0].activities), after - {each.rule for each in before}


@pytest.mark.parametrize(
    ("ends", "work", "rule", "days"),
    [
        (20, (deal(-30, -27),), "promotion-before-book", (0, 3)),
        (20, (deal(-30, None),), "promotion-before-book", (0, None)),
        (20, (deal(30, 36),), "activity-after-phase", (20, 26)),
        (20, (deal(-30, -27), deal(0, 4, "1.99", "other")), "promotion-before-book", (5, 8)),
        (20, (deal(-30, -27), deal(0, 4, "0.99", "other")), "promotion-before-book", (0, 3)),
        (20, (deal(30, 33), deal(20, 26, "1.99", "other")), "activity-after-phase", (16, 19)),
        (60, (deal(70, 76, promo=Promo.COUNTDOWN),), "activity-after-phase", (60, 66)),
    ],
)
def test_a_promotion_moves_with_its_last_day_to_where_no_rule_minds_it(
    catalog: Catalog,
    rules: RuleBook,
    ends: int,
    work: tuple[Activity, ...],
    rule: str,
    days: tuple[int, int | None],
) -> None:
    book = replace(RELEASED, kdp_select=True, select_since=0)
    made = replace(within("amazon-author", ends, *work), book=book)
    (moved, *_), broken = pressed(catalog, rules, made, rule)
    assert (moved.due, moved.ends) == days
    assert broken == set()


def test_a_promotion_by_the_calendar_stays_as_long_as_it_was(catalog: Catalog, rules: RuleBook) -> None:
    work = replace(deal(0, 0), due=date(2027, 4, 5), ends=date(2027, 4, 8))
    (moved,), broken = pressed(catalog, rules, within("kobo", 20, work), "promotion-before-book")
    assert (moved.due, moved.ends, broken) == (0, 3, set())


def test_a_letter_that_asks_to_buy_moves_to_a_day_without_one(catalog: Catalog, rules: RuleBook) -> None:
    early, launch = letters(-5, 0)
    made = within("email-newsletter", 3, replace(early, aim=Aim.SALES), launch)
    (moved, _), broken = pressed(catalog, rules, made, "promotion-before-book")
    assert (moved.due, broken) == (1, set())


@pytest.mark.parametrize(
    ("aim", "ends", "today", "rule"),
    [
        (Aim.PREORDERS, 20, date(2026, 11, 22), "promotion-before-book"),
        (Aim.AWARENESS, -20, date(2027, 4, 20), "activity-after-phase"),
    ],
)
def test_no_button_leads_past_the_release_or_into_the_past(
    catalog: Catalog, rules: RuleBook, aim: Aim, ends: int, today: date, rule: str
) -> None:
    made = within("instagram", ends, Activity(id="a", title="Look", aim=aim, due=-5))
    found = [each for each in findings(catalog, rules, made, today) if each.rule == rule]
    assert [each.fixes for each in found] == [()]


def test_a_countdown_deal_is_not_sent_into_the_first_days_of_its_term(
    catalog: Catalog, rules: RuleBook
) -> None:
    book = replace(RELEASED, kdp_select=True, select_since=0)
    made = replace(within("amazon-author", 29, deal(40, 46, promo=Promo.COUNTDOWN)), book=book)
    assert buttons(catalog, rules, made, "activity-after-phase") == [[]]
    later = replace(made, phases=(replace(made.phases[0], ends=30),))
    assert buttons(catalog, rules, later, "activity-after-phase") == [["Move it to 4 June 2027"]]


def test_each_piece_of_work_moves_by_its_own_lead_time(catalog: Catalog, rules: RuleBook) -> None:
    work = tuple(
        Activity(id=f"a{n}", title="Look", due=9, lead_days=lead) for n, lead in enumerate((None, 5, 6, 5))
    )
    made = within("instagram", 0, *work)
    found = findings(catalog, rules, made, date(2027, 4, 30))
    late = [bool(each.fixes) for each in found if each.rule == "activity-after-phase"]
    assert late == [True, True, False, True]
