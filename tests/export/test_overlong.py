"""Endless texts end, honestly; all others stay as they are."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from planner.core.plan import Comp
from planner.export.choices import Choices
from planner.export.overlong import MOST_LINES, readable
from planner.press.make import Maker
from planner.press.orders import Order
from tests.export.everything import everything

DAY = date(2027, 1, 5)
PLAN = everything()


def test_a_plan_that_can_be_read_is_left_alone() -> None:
    long = replace(PLAN, notes="word " * 100_000, positioning="line\n" * (MOST_LINES - 1))
    assert readable(PLAN) is PLAN
    assert readable(long) is long


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_an_endless_text_says_how_much_is_left_out(end: str) -> None:
    comp = Comp(title="One", why=end.join("ab" * MOST_LINES))
    cut = readable(replace(PLAN, book=replace(PLAN.book, comps=(comp,)))).book.comps[0]
    lines = cut.why.split("\n")
    assert (len(lines), lines[0], lines[-2]) == (MOST_LINES + 1, "a", "b")
    assert "1,000 more lines" in lines[-1]
    assert cut.title == "One"


@pytest.mark.parametrize("text", ["a\n" * 500_000, "\n" * 500_000, "a" * 1_000_000, "word " * 200_000])
@pytest.mark.parametrize("format", ["pdf", "html", "markdown"])
def test_a_text_of_a_megabyte_is_printed_in_linear_time(text: str, format: str) -> None:
    maker = Maker()
    plan = replace(PLAN, title="a\n" * 3000, notes=text, phases=())
    order = Order(plan, Choices(), DAY, None, format)
    maker.make(replace(order, plan=PLAN), lambda _share: None, lambda: False)
    begun = process_time()
    made = maker.make(order, lambda _share: None, lambda: False)
    assert process_time() - begun < 8
    assert made.data
