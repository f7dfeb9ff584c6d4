"""Plans that are filled with what is suggested: nothing to warn of that was not there before."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.money import Money
from planner.core.plan import Author, Book, Goal, Phase, Plan
from planner.core.rules import RuleBook, Severity
from planner.core.suggest import suggest
from planner.core.vocabulary import Aim
from tests.core.test_workload import filled, overlapping

TODAY = date(2026, 11, 28)
BOOKS = (
    Book(id="book", genre="historical-fiction", language="en", markets=("US", "GB")),
    Book(id="book", genre="travel", language="zh", markets=("CN",)),
    Book(id="book", genre="romance", language="de", markets=("DE", "CN")),
)
LANES = tuple(
    Phase(id=f"phase{starts}", name=f"Phase {starts}", starts=starts, ends=ends)
    for starts, ends in ((-84, -20), (-60, -1), (0, 14), (15, 90))
)


def a_plan(book: Book, phases: tuple[Phase, ...] = LANES, hours: float | None = 5) -> Plan:
    """A plan with a goal for each aim that can be counted."""
    return Plan(
        id="plan",
        book=book,
        author=Author(id="author"),
        goals=tuple(Goal(id=aim, aim=aim) for aim in (Aim.SALES, Aim.REVIEWS, Aim.SUBSCRIBERS)),
        phases=phases,
        hours_a_week=hours,
        budget=Money.parse("1000 USD"),
    )


def warned_of(catalog: Catalog, rules: RuleBook, plan: Plan) -> Counter[tuple[str, str]]:
    """What is worse than a tip, by rule and record."""
    found = Checker(catalog, rules, TODAY).findings(plan)
    return Counter((each.rule, each.subject) for each in found if each.severity is not Severity.TIP)


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("hours", [5, 10, 40, None])
def test_what_is_suggested_is_clean_by_itself(
    catalog: Catalog, rules: RuleBook, book: Book, hours: float | None
) -> None:
    plan = filled(catalog, a_plan(book, hours=hours))
    assert plan.channels
    assert not warned_of(catalog, rules, plan)


@settings(max_examples=60)
@given(book=st.sampled_from(BOOKS), phases=overlapping, hours=st.none() | st.integers(0, 30).map(float))
def test_nothing_new_is_warned_of(
    catalog: Catalog, rules: RuleBook, book: Book, phases: tuple[Phase, ...], hours: float | None
) -> None:
    plan = a_plan(book, phases, hours)
    after = warned_of(catalog, rules, filled(catalog, plan))
    assert after <= warned_of(catalog, rules, plan)


@pytest.mark.parametrize("hours", [1, 2, 4, 10, 40, None])
def test_what_opens_a_market_comes_after_what_is_owned_or_is_among_those_left_out(
    catalog: Catalog, hours: float | None
) -> None:
    for each in suggest(catalog, a_plan(BOOKS[1], hours=hours)):
        left_out = [left.candidate.platform.id for left in each.left_out]
        chosen = [candidate.platform.id for candidate in each.chosen]
        owned = sum(candidate.owned for candidate in each.chosen)
        assert "wechat" in left_out or chosen[owned] == "wechat"


@pytest.mark.parametrize(("release", "out"), [(0, (0, 15)), (15, (15,)), (date(2027, 5, 5), (15,))])
def test_nothing_is_after_pre_orders_once_the_book_is_out(
    catalog: Catalog, release: date | int, out: tuple[int, ...]
) -> None:
    book = Book(id="book", genre="thriller", release=release)
    made = replace(a_plan(book, hours=None), goals=(Goal(id="goal", aim=Aim.PREORDERS),))
    found = suggest(catalog, made)
    asking = {each.phase.starts for each in found for one in each.chosen if one.aim is Aim.PREORDERS}
    assert asking == {phase.starts for phase in LANES} - {*out}
