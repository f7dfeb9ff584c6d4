"""Names of which nothing is seen: what stands for no name is said instead."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Author, Book, Link, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind
from planner.export.blanks import is_blank, without_blanks
from planner.export.blocks import Cover, Heading
from planner.export.choices import Choices
from planner.export.fitting import fitted
from planner.export.outline import outline
from planner.export.shown import printed_plan
from planner.press.make import Maker
from planner.press.orders import Order
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import channel
from tests.export.parts import parts

DAY = date(2027, 1, 5)
BLANKS = ("   ", "\u200b", "\u202e\u202c", "\ufe0f", "\u3164", "\t\n", "\u00a0\u2060", "\u200d")


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_name_is_none(blank: str, catalog: Catalog, rules: RuleBook) -> None:
    work = Activity(id="w", title=blank, kind=ActivityKind.EVENT, due=3)
    phase = Phase(id="p", name=blank, starts=0, ends=9, channels=(channel("tiktok", activities=(work,)),))
    made = Plan(
        id="plan",
        title=blank,
        status=blank,
        launch=date(2027, 5, 5),
        book=Book(id="b", title=blank, hook=blank),
        author=Author(id="a", name=blank),
        phases=(phase,),
    )
    document = fitted(made, catalog, rules, DAY, Choices())
    assert document.title == "Untitled plan: marketing plan"
    assert document.author == ""
    every = [*parts(document)]
    assert "☐ Event" in every
    assert not [part for part in every if isinstance(part, Heading) and is_blank(part.text)]
    (cover,) = [part for part in every if isinstance(part, Cover)]
    assert (cover.title, cover.summary) == ("Untitled plan", ())
    assert [line[:8] for line in cover.lines] == ["launches", "5\u00a0Januar"]
    written = Maker().make(Order(made, Choices(), DAY, None, "calendar"), lambda _: None, lambda: False)
    assert b"Launch day: Untitled plan" in written.data


def test_a_blank_title_gives_way_to_the_book_s_in_an_extract(catalog: Catalog) -> None:
    made = replace(new_plan(SAMPLE), title="\u200b")
    without = Choices("assistant", without=frozenset({"cover"}))
    assert printed_plan(made, without, catalog, DAY).book.title == made.book.title


@pytest.mark.parametrize("text", ["a", "\u200b .", "盐", "\u0301", "👨‍👩‍👧", "♥\ufe0f", "-"])
def test_what_is_seen_stays(text: str, catalog: Catalog, rules: RuleBook) -> None:
    assert not is_blank(text)
    made = replace(new_plan(SAMPLE), title=text)
    assert without_blanks(made) is made
    assert outline(made, catalog, rules, DAY, "assistant").title == f"{text}: marketing plan"


def test_no_blank_stands_around_a_name_or_text(catalog: Catalog, rules: RuleBook) -> None:
    link = Link(id="l", label=" Bio\t", placement="no such place")
    phase = Phase(id="p", name="Launch ", starts=0, ends=9, channels=(channel("tiktok", link),))
    book = Book(id="b", title="The Salt Road ", subtitle=" A novel\u00a0")
    made = Plan(id="plan", title="Salt\n", book=book, author=Author(id="a", name="A"), phases=(phase,))
    document = outline(made, catalog, rules, DAY)
    every = [part for part in parts(document) if isinstance(part, str)]
    assert document.title == "Salt: marketing plan"
    assert "The Salt Road: A novel" in every
    assert "The link “Bio” on TikTok leads nowhere yet." in every
    assert "TikTok · Launch. " in every
