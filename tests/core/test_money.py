"""Amounts of money and their sums."""

from decimal import Decimal

import pytest
from hypothesis import given

from planner.core.money import LARGEST, Money, total, totals_apart
from planner.core.plan import Phase, Plan
from planner.core.totals import hours_a_week, other_currencies, plan_budget, plan_spent
from tests.core.build import channel, plan
from tests.strategies import plans


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12.50 USD", "$12.50"),
        ("12 USD", "$12"),
        ("12.00 EUR", "€12"),
        (" 1234567.5 GBP ", "£1,234,567.50"),
        ("99  CHF", "99\u00a0CHF"),
        ("0 JPY", "¥0"),
        ("1e3 SEK", "1,000\u00a0SEK"),
        ("300.005 EUR", "€300"),
        ("300.05 EUR", "€300.05"),
        ("13.11 JPY", "¥13"),
        ("9900 KRW", "₩9,900"),
        ("999999999999.99 EUR", "€999,999,999,999.99"),
    ],
)
def test_an_amount_is_read_and_shown(text: str, shown: str) -> None:
    money = Money.parse(text)
    assert money.text == shown
    assert Money.parse(str(money)) == money


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "12", "USD", "12 usd", "12 US", "12 DOLLARS", "12 €", "$12", "12USD", "twelve USD"),
        *("-1 USD", "-0 USD", "-0.01 EUR", "NaN USD", "sNaN USD", "Infinity USD", "1000000000000 USD"),
        *("1e12 USD", "12 USD EUR", "1,000 USD", "12 ΑΒΓ", "0x10 USD"),
        *("1e-999999999 USD", "0e-999999999 USD", "0e999999999 USD"),
    ],
)
def test_what_is_no_amount_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"amount|currency"):
        Money.parse(text)


def test_a_sum_leaves_other_currencies_out() -> None:
    amounts = [Money.parse("1.10 USD"), None, Money.parse("2.20 USD"), Money.parse("9 EUR")]
    assert total(amounts, "USD") == Money.parse("3.30 USD")
    assert total([], "USD") == Money.parse("0 USD")
    more = [*amounts, Money.parse("0 GBP"), Money.parse("1.5 EUR"), Money.parse("7 CHF")]
    assert totals_apart(more, "USD") == [Money.parse("7 CHF"), Money.parse("10.5 EUR")]
    assert totals_apart(amounts[:3], "USD") == []


def test_a_sum_of_the_largest_amounts_is_whole_to_the_cent() -> None:
    most = Money(LARGEST - Decimal("0.01"), "USD")
    assert total([most, most, Money.parse("0.03 USD")], "USD").text == "$2,000,000,000,000.01"
    with pytest.raises(ValueError, match="million million"):
        Money.parse(str(total([most, most], "USD")))


def test_sums_over_a_plan() -> None:
    made = plan(
        channel("tiktok", id="a", hours=2.5, budget=Money.parse("10 USD"), spent=Money.parse("4 USD")),
        channel("tiktok", id="b", hours=None, budget=Money.parse("5.5 USD")),
        channel("tiktok", id="c", hours=1, budget=Money.parse("7 EUR")),
    )
    assert hours_a_week(made.phases[0]) == 3.5
    assert hours_a_week(Phase(id="x")) == 0
    assert plan_budget(made) == Money(Decimal("15.5"), "USD")
    assert plan_spent(made) == Money.parse("4 USD")
    assert other_currencies(made) == ["EUR"]


@given(plans)
def test_any_plan_can_be_added_up(made: Plan) -> None:
    assert plan_budget(made).amount >= 0
    assert plan_spent(made).amount >= 0
