"""What is typed into fields, and what it means."""

import re
from datetime import date, time
from decimal import Decimal

import pytest

from planner.core.money import Money
from planner.gui.parts.values import Kind, Setting, meaning, read, shown

SETTING = Setting("EUR", date(2027, 5, 4))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.MONEY, "12.50", Money(Decimal("12.50"), "EUR")),
        (Kind.MONEY, "1,200 usd", Money(Decimal(1200), "USD")),
        (Kind.MONEY, "12,50", Money(Decimal("12.50"), "EUR")),
        (Kind.MONEY, "1.450", Money(Decimal(1450), "EUR")),
        (Kind.MONEY, "1.450,50", Money(Decimal("1450.50"), "EUR")),
        (Kind.MONEY, "1 450", Money(Decimal(1450), "EUR")),
        (Kind.MONEY, "1'450.00", Money(Decimal("1450.00"), "EUR")),
        (Kind.MONEY, "$1450", Money(Decimal(1450), "USD")),
        (Kind.MONEY, "20 €", Money(Decimal(20), "EUR")),
        (Kind.MONEY, "USD 20", Money(Decimal(20), "USD")),
        (Kind.MONEY, " ", None),
        (Kind.NUMBER, "2,5", 2.5),
        (Kind.WHOLE, "1,000", 1000),
        (Kind.WHEN, "t-28", -28),
        (Kind.WHEN, "T", 0),
        (Kind.WHEN, "+14", 14),
        (Kind.WHEN, "2027-05-01", date(2027, 5, 1)),
        (Kind.DATE, "4 May 2027", date(2027, 5, 4)),
        (Kind.DATE, "Sept 4, 2027", date(2027, 9, 4)),
        (Kind.WHEN, "4. december 2027", date(2027, 12, 4)),
        (Kind.DATE, "31/5/2027", date(2027, 5, 31)),
        (Kind.WHEN, "05.31.2027", date(2027, 5, 31)),
        (Kind.DATE, "04-04-2027", date(2027, 4, 4)),
        (Kind.DATE, "", None),
        (Kind.TIME, "18:30", time(18, 30)),
        (Kind.TIME, "7.05", time(7, 5)),
        (Kind.TIME, "9", time(9)),
        (Kind.TIME, " ", None),
        (Kind.LIST, "en, zh,, en", ("en", "zh")),
        (Kind.SHORT, " <b>kept</b> ", " <b>kept</b> "),
    ],
)
def test_what_is_typed_is_read(kind: Kind, text: str, value: object) -> None:
    assert read(kind, text, SETTING) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.MONEY, "-3"),
        (Kind.MONEY, "a lot"),
        (Kind.MONEY, "1e3"),
        (Kind.MONEY, "1.450,000"),
        (Kind.MONEY, "1,4500"),
        (Kind.MONEY, "$20 usd"),
        (Kind.MONEY, "nan"),
        (Kind.MONEY, "3 euros"),
        (Kind.NUMBER, "-1"),
        (Kind.NUMBER, "inf"),
        (Kind.WHOLE, "2.5"),
        (Kind.WHOLE, "9" * 30),
        (Kind.WHEN, "T-"),
        (Kind.WHEN, "soon"),
        (Kind.WHEN, "T-99999999"),
        (Kind.DATE, "2027-02-30"),
        (Kind.DATE, "30 February 2027"),
        (Kind.DATE, "4 Ma 2027"),
        (Kind.DATE, "2027 May 4"),
        (Kind.DATE, "04/05/2027"),
        (Kind.DATE, "31/13/2027"),
        (Kind.DATE, "04/05/0000"),
        (Kind.DATE, "04/05/27"),
        (Kind.DATE, "4 May"),
        (Kind.DATE, "4 May 27"),
        (Kind.TIME, "25:00"),
        (Kind.TIME, "12:60"),
        (Kind.TIME, "noon"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(kind: Kind, text: str) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z“].*\.$"):
        read(kind, text, SETTING)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [(Kind.NUMBER, "1e99", "from 0 to 999999999"), (Kind.WHOLE, "9" * 30, "at most 12 digits")],
)
def test_of_a_number_that_is_too_large_the_limit_is_told(kind: Kind, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read(kind, text, SETTING)


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.WHEN])
@pytest.mark.parametrize("text", ["03/04/2027", "3.4.2027", "3. 4. 2027", "03-04-2027"])
def test_of_a_day_that_may_be_either_of_two_both_are_named_with_the_way_out(kind: Kind, text: str) -> None:
    told = f"“{text}” may be 3 April 2027 or 4 March 2027: write 2027-04-03 or 2027-03-04."
    with pytest.raises(ValueError, match=f"^{re.escape(told)}$"):
        read(kind, text, SETTING)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.MONEY, Money(Decimal("4.99"), "EUR")),
        (Kind.MONEY, Money(Decimal("300.005"), "EUR")),
        (Kind.MONEY, Money(Decimal("0.1234567"), "USD")),
        (Kind.MONEY, Money(Decimal("4.99"), "USD")),
        (Kind.NUMBER, 2.5),
        (Kind.WHEN, -28),
        (Kind.WHEN, 0),
        (Kind.WHEN, date(2027, 5, 1)),
        (Kind.LIST, ("en", "zh")),
        (Kind.WHOLE, None),
        (Kind.TIME, time(18, 30)),
        (Kind.TIME, None),
    ],
)
def test_what_is_shown_reads_back(kind: Kind, value: object) -> None:
    assert read(kind, shown(kind, value, SETTING), SETTING) == value


def test_days_are_said_both_ways() -> None:
    assert meaning(Kind.WHEN, -28, SETTING) == "6 April 2027"
    assert meaning(Kind.WHEN, date(2027, 5, 1), SETTING) == "T-3"
    assert meaning(Kind.WHEN, -28, Setting()) == ""
