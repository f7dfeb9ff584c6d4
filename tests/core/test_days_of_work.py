"""Work against the calendar, with a launch day and before there is one: two dates need no third."""

from datetime import date
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.money import Money
from planner.core.plan import Activity, Book, Channel, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, State
from tests.core.build import TODAY, channel, plan, work

MARCH, MAY = date(2027, 3, 28), date(2027, 5, 5)


def of_rule(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> list[Finding]:
    return [each for each in Checker(catalog, rules, TODAY).findings(made) if each.rule == rule]


def phased(made: Channel, launch: date | None, **days: Any) -> Plan:
    return plan(phases=(Phase(id="phase", name="Launch", channels=(made,), **days),), launch=launch)


@pytest.mark.parametrize("launch", [None, MAY])
def test_work_that_ends_before_it_begins_is_told_where_it_stands(
    catalog: Catalog, rules: RuleBook, launch: date | None
) -> None:
    made = phased(
        channel("own-website", activities=(work(due=MAY, ends=MARCH),)), launch, starts=MAY, ends=MARCH
    )
    told = of_rule(catalog, rules, made, "ends-before-it-begins")
    assert [(each.where, each.text) for each in told] == [
        ("Plan", "“Launch” begins on 5 May 2027 and ends on 28 March 2027."),
        ("Own website · Launch", "“Post the cover” begins on 5 May 2027 and ends on 28 March 2027."),
    ]


def test_a_preorder_after_release_is_told_before_there_is_a_launch_day(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(book=Book(id="book", preorder=MAY, release=MARCH))
    (told,) = of_rule(catalog, rules, made, "preorder-after-release")
    assert told.text == "The pre-order opens on 5 May 2027, and the book comes out on 28 March 2027."
    assert not of_rule(catalog, rules, plan(book=Book(id="book", preorder=MAY)), "preorder-after-release")


@pytest.mark.parametrize("launch", [None, MAY])
def test_work_after_its_phase_may_move_back(catalog: Catalog, rules: RuleBook, launch: date | None) -> None:
    made = phased(channel("own-website", activities=(work(due=MAY),)), launch, starts=TODAY, ends=MARCH)
    (told,) = of_rule(catalog, rules, made, "activity-after-phase")
    assert told.gist == "“Post the cover” is due on 5 May 2027, but Launch ends on 28 March 2027."
    document = Document(made)
    document.apply(told.fixes[0].edit(document.tree, told.subject))
    assert not of_rule(catalog, rules, document.plan, "activity-after-phase")


@pytest.mark.parametrize("launch", [None, MAY])
def test_letters_on_one_date_are_told_and_spread(
    catalog: Catalog, rules: RuleBook, launch: date | None
) -> None:
    letters = [Activity(id=id, title=id, kind=ActivityKind.SEND, due=MARCH) for id in ("one", "two", "three")]
    document = Document(plan(channel("email-newsletter", activities=tuple(letters)), launch=launch))
    (told,) = of_rule(catalog, rules, document.plan, "sends-on-one-day")
    document.apply(told.fixes[0].edit(document.tree, told.subject))
    assert [each.due for each in document.plan.channels[0].activities] == [
        MARCH,
        date(2027, 3, 29),
        date(2027, 3, 30),
    ]


@pytest.mark.parametrize("launch", [None, MAY])
def test_promotions_that_overlap_by_date_are_told(
    catalog: Catalog, rules: RuleBook, launch: date | None
) -> None:
    deals = [
        Activity(id=id, kind=ActivityKind.PRICE_PROMOTION, due=due, ends=MAY, price=Money.parse(price))
        for id, due, price in (("one", MARCH, "0.99 USD"), ("two", date(2027, 4, 1), "1.99 USD"))
    ]
    made = plan(channel("amazon-author", activities=tuple(deals)), launch=launch)
    assert len(of_rule(catalog, rules, made, "promotions-overlap")) == 1


def test_a_promotion_that_moves_keeps_its_length_before_there_is_a_launch_day(
    catalog: Catalog, rules: RuleBook
) -> None:
    deal = work(kind=ActivityKind.PRICE_PROMOTION, aim=Aim.SALES, due=MARCH, ends=date(2027, 3, 31))
    book = Book(id="book", release=MAY)
    document = Document(plan(channel("amazon-author", activities=(deal,)), book=book))
    (told,) = of_rule(catalog, rules, document.plan, "promotion-before-book")
    document.apply(told.fixes[0].edit(document.tree, told.subject))
    (moved,) = document.plan.channels[0].activities
    assert (moved.due, moved.ends) == (MAY, date(2027, 5, 8))


@pytest.mark.parametrize(
    ("others", "says", "instead"),
    [
        (0, "", "Do it, move it, or drop it."),
        (1, ", nor has 1 other overdue activity of this channel", "Do them, move them, or drop them."),
        (3, ", nor have 3 other overdue activities of this channel", "Do them, move them, or drop them."),
    ],
)
def test_overdue_work_of_a_channel_is_told_once(
    catalog: Catalog, rules: RuleBook, others: int, says: str, instead: str
) -> None:
    late = [Activity(id=f"late{n}", title="Post", due=date(2026, 11, 21 - n)) for n in range(others + 1)]
    begun = Activity(id="begun", title="Begun", due=date(2026, 1, 1), state=State.DOING)
    made = plan(channel("own-website", activities=(*late, begun)))
    (told,) = of_rule(catalog, rules, made, "activity-overdue")
    assert told.subject == late[-1].id
    assert told.text == f"“Post” was due on {21 - others} November 2026 and has not been begun{says}."
    assert told.instead == instead
