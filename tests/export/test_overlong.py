"""Endless texts end, honestly; all others stay as they are."""

from dataclasses import replace
from datetime import date
from time import process_time
from typing import Any

import pytest

from planner.core.plan import Author, Book, Channel, Comp, Link
from planner.export.choices import Choices
from planner.export.overlong import MOST_IN_A_NAME, MOST_LINES, readable, with_short_names
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


def test_an_endless_name_says_how_long_it_is() -> None:
    phase = replace(PLAN.phases[0], name="name " * 200_000)
    cut = readable(replace(PLAN, phases=(phase, *PLAN.phases[1:]))).phases[0].name
    assert len(cut) < MOST_IN_A_NAME + 100
    assert cut.startswith("name name")
    assert "1,000,000 characters" in cut


def test_for_the_checks_only_names_are_cut() -> None:
    endless = replace(PLAN, title="a" * 5000, notes="line\n" * (MOST_LINES + 1))
    cut = with_short_names(endless)
    assert len(cut.title) < MOST_IN_A_NAME + 100
    assert cut.notes == endless.notes
    assert with_short_names(PLAN) is PLAN


@pytest.mark.parametrize("format", ["pdf", "html", "markdown", "word"])
def test_an_endless_name_is_printed_in_linear_time_however_often_it_stands_there(format: str) -> None:
    phase = replace(PLAN.phases[0], name="name " * 200_000)
    order = Order(replace(PLAN, phases=(phase, *PLAN.phases[1:])), Choices(), DAY, None, format)
    begun = process_time()
    made = Maker().make(order, lambda _share: None, lambda: False)
    assert process_time() - begun < 6
    assert made.data
    assert len(made.data) < 2_000_000


@pytest.mark.parametrize(
    "text", ["a\n" * 500_000, "\n" * 500_000, "a" * 1_000_000, "word " * 200_000, "א " * 250_000]
)
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


@pytest.mark.parametrize(
    "field", ["platform", "region", "tracking", "placement", "options", "genre", "markets"]
)
def test_what_names_something_of_the_catalog_is_no_longer_than_a_name(field: str) -> None:
    endless: Any = "x" * 2 * MOST_IN_A_NAME
    kind: Any = {"placement": Link, "options": Link, "genre": Book, "markets": Book}.get(field, Channel)
    fields: dict[str, Any] = {"platform": "tiktok"} if kind is Channel else {}
    value = (endless,) if field in ("tracking", "options", "markets") else endless
    shown = getattr(readable(kind(id="a", **fields | {field: value})), field)
    (text,) = shown if isinstance(shown, tuple) else (shown,)
    assert text.startswith("xxx")
    assert len(text) < 1.1 * MOST_IN_A_NAME


def test_what_an_author_says_of_their_platform_is_a_text() -> None:
    author = Author(id="a", platform="word " * MOST_IN_A_NAME)
    assert readable(author) is author
    assert with_short_names(author) is author
