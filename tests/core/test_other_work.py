"""Work whose name says that it is for another book, or for none, need not wait for this one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.other_work import Meant, meant
from planner.core.money import Money
from planner.core.plan import Activity, Book, Edition, Phase
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, EditionKind, Promo
from tests.core.build import channel, findings, plan

THIRD = Book(id="book", series="Harbour", title="Low Water", series_number=3, release=0)


@pytest.mark.parametrize(
    ("number", "title", "what"),
    [
        (3, "Ads on book 1 and 2", Meant.OTHER),
        (3, "Book One free for five days", Meant.OTHER),
        (3, "Band 2 im Angebot", Meant.OTHER),
        (3, "第1巻 セール", Meant.OTHER),
        (3, "Backlist letter", Meant.OTHER),
        (1, "Prequel at $0.99", Meant.OTHER),
        (None, "Launch party tickets", Meant.OTHER),
        (3, "Books 1-3 in one week", Meant.PERHAPS_OTHER),
        (3, "Backlist sale for book 3", Meant.PERHAPS_OTHER),
        (None, "Ads on book 1", Meant.PERHAPS_OTHER),
        (3, "Sell signed paperbacks", Meant.PERHAPS_OTHER),
        (3, "Box set sale", Meant.PERHAPS_OTHER),
        (3, "Order book 3 now", Meant.THIS),
        (3, "Order book 4 now", Meant.PERHAPS_OTHER),
        (1, "Order book 1 now", Meant.THIS),
        (0, "Order book 1 now", Meant.PERHAPS_OTHER),
        (11, "Ads on book 10", Meant.OTHER),
        (3, "Book 15 podcasts", Meant.THIS),
        (3, "Buy the paperback", Meant.THIS),
        (None, "", Meant.THIS),
    ],
)
def test_the_name_of_work_says_what_it_is_for(
    catalog: Catalog, number: int | None, title: str, what: Meant
) -> None:
    book = replace(THIRD, series_number=number)
    assert meant(catalog, book, Activity(id="a", title=title)) is what


@pytest.mark.parametrize(
    ("number", "title", "told"),
    [
        (1, "Book 2 is up for pre-order", False),
        (1, "Pre-order the sequel", False),
        (1, "Box set pre-order opens", False),
        (1, "Pre-order for the audiobook", False),
        (3, "Order book 4 ahead", False),
        (None, "Book 2 is up for pre-order", False),
        (2, "Book 2 is up for pre-order", True),
        (3, "Pre-order Low Water", True),
        (1, "Pre-order it", True),
    ],
)
def test_a_later_book_or_edition_can_be_ordered_ahead_when_this_book_is_out(
    catalog: Catalog, rules: RuleBook, number: int | None, title: str, told: bool
) -> None:
    work = Activity(id="a", title=title, kind=ActivityKind.POST, aim=Aim.PREORDERS, due=30)
    for aim in (Aim.SALES, Aim.PREORDERS):
        phase = Phase(id="phase", starts=14, channels=(channel("instagram", aim=aim, activities=(work,)),))
        made = plan(book=replace(THIRD, series_number=number), phases=(phase,), launch=date(2027, 5, 5))
        said = [
            each.subject for each in findings(catalog, rules, made) if each.rule == "preorder-aim-too-late"
        ]
        assert said == ([] if not told else ["a"] if aim is Aim.SALES else ["channel", "a"])


@pytest.mark.parametrize(
    ("number", "title", "says", "asks"),
    [
        (3, "Book 1 is on sale", [], False),
        (3, "Sell signed paperbacks", ["promotion-perhaps-before-book"], False),
        (3, "Book 3 is on sale", ["promotion-before-book"], False),
        (3, "The first Harbour novel is free", ["promotion-perhaps-before-book"], False),
        (3, "Low Water is on sale", ["promotion-before-book"], False),
        (1, "My novel is on sale", ["promotion-before-book"], False),
        (None, "Sell signed paperbacks", ["promotion-perhaps-before-book"], False),
        (None, "Book 1 is on sale", ["promotion-perhaps-before-book"], True),
    ],
)
def test_only_work_for_this_book_has_to_wait_for_it(
    catalog: Catalog, rules: RuleBook, number: int | None, title: str, says: list[str], asks: bool
) -> None:
    early = Activity(id="a", title=title, kind=ActivityKind.SEND, aim=Aim.SALES, due=-20)
    book = replace(THIRD, series_number=number)
    made = plan(channel("email-newsletter", activities=(early,)), book=book, launch=date(2027, 5, 5))
    found = [each for each in findings(catalog, rules, made) if each.rule.endswith("before-book")]
    assert [each.rule for each in found] == says
    assert any("which number of its series" in each.instead for each in found) is asks


def test_a_deal_on_another_book_goes_by_its_own_price_and_term(catalog: Catalog, rules: RuleBook) -> None:
    def said(first: str, second: str) -> list[str]:
        price = Money(Decimal("0.99"), "USD")
        deal = {"kind": ActivityKind.PRICE_PROMOTION, "price": price, "lead_days": 3}
        one = Activity(id="a", title=first, promo=Promo.COUNTDOWN, due=10, ends=14, **deal)  # type: ignore[arg-type]
        other = replace(one, id="b", title=second, promo=Promo.PRICE_CUT, price=Money(Decimal(2), "USD"))
        editions = (Edition(kind=EditionKind.EBOOK, price=Money(Decimal("1.99"), "USD")),)
        book = replace(THIRD, kdp_select=True, select_since=0, editions=editions)
        made = plan(channel("amazon-author", activities=(one, other)), book=book, launch=date(2027, 5, 5))
        told = ("countdown-terms", "promotions-overlap", "promotion-no-lower", "countdown-not-in-select")
        return [each.rule for each in findings(catalog, rules, made) if each.rule in told]

    assert said("Countdown on book 1", "Cut of this book") == ["promotion-no-lower"]
    assert said("Countdown on book 1", "Cut of book 2") == []
    assert "promotions-overlap" not in said("Countdown", "Box set sale")
    assert set(said("Countdown", "Cut")) == {"countdown-terms", "promotions-overlap", "promotion-no-lower"}


@pytest.mark.parametrize(("title", "offered"), [("Book 1 is on sale", True), ("Buy now", False)])
def test_work_for_another_book_moves_back_into_its_phase(
    catalog: Catalog, rules: RuleBook, title: str, offered: bool
) -> None:
    late = Activity(id="a", title=title, kind=ActivityKind.POST, aim=Aim.SALES, due=-5)
    made = plan(channel("instagram", activities=(late,)), book=THIRD, launch=date(2027, 5, 5))
    made = replace(made, phases=(replace(made.phases[0], ends=-10),))
    (found,) = [each for each in findings(catalog, rules, made) if each.rule == "activity-after-phase"]
    assert bool(found.fixes) is offered
