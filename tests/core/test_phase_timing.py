"""What a phase is too early or too late for: no book to buy, one that is long out, a term still to come."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.days import When
from planner.core.money import Money
from planner.core.plan import Account, Author, Book, Edition, Goal, Phase, Plan, Skipped
from planner.core.suggest import Candidate, suggest
from planner.core.vocabulary import Aim, EditionKind, ListOrigin

DAY = date(2027, 3, 1)
NOVEL = Book(id="book", genre="fantasy", language="en", markets=("US", "GB"))


def planned(book: Book, *spans: tuple[When, When | None], **fields: object) -> Plan:
    """A plan with more hours and money than it needs, and a phase for each span of days."""
    phases = tuple(Phase(id=f"p{n}", starts=starts, ends=ends) for n, (starts, ends) in enumerate(spans))
    known: dict[str, object] = {"budget": Money.parse("2000 USD"), "launch": DAY, **fields}
    made: Plan = Plan(id="plan", book=book, author=Author(id="author"), phases=phases, **known)  # type: ignore[arg-type]
    return made


def candidates(catalog: Catalog, plan: Plan, place: int = 0) -> list[Candidate]:
    """What is chosen for a phase, and what can wait."""
    found = suggest(catalog, plan)[place]
    return [*found.chosen, *(each.candidate for each in found.left_out)]


def kinds(catalog: Catalog, plan: Plan, place: int = 0) -> set[str]:
    return {each.platform.kind for each in candidates(catalog, plan, place)}


@pytest.mark.parametrize(
    ("release", "preorder", "sold"),
    [
        (0, None, False),
        (0, 0, False),
        (0, -1, True),
        (0, -300, True),
        (180, -1, True),
        (-1, None, True),
        (date(2027, 2, 28), None, True),
        (date(2027, 3, 1), date(2027, 3, 1), False),
    ],
)
def test_shops_and_ads_wait_until_there_is_something_to_buy(
    catalog: Catalog, release: date | int, preorder: date | int | None, sold: bool
) -> None:
    book = replace(NOVEL, release=release, preorder=preorder)
    plan = planned(book, (-60, -1), goals=(Goal(id="g", aim=Aim.SALES),))
    assert ("store" in kinds(catalog, plan)) is sold
    after_sales = {each.platform.id for each in candidates(catalog, plan) if each.aim is Aim.SALES}
    assert ("own-website" in after_sales) is sold
    assert sold or after_sales <= {"kickstarter"}


@pytest.mark.parametrize(("preorder", "asked"), [(-60, False), (-61, True), (None, True)])
def test_nobody_asks_for_pre_orders_before_the_first_can_be_placed(
    catalog: Catalog, preorder: int | None, asked: bool
) -> None:
    plan = planned(replace(NOVEL, preorder=preorder), (-90, -61), goals=(Goal(id="g", aim=Aim.PREORDERS),))
    aims = {each.platform.id: each.aim for each in candidates(catalog, plan)}
    assert (aims["own-website"] is Aim.PREORDERS) is asked
    assert aims["kickstarter"] is Aim.PREORDERS


def test_where_days_do_not_say_when_it_is_for_sale_shops_are_suggested(catalog: Catalog) -> None:
    for book in (replace(NOVEL, preorder=date(2027, 3, 1)), replace(NOVEL, release=date(2027, 3, 1))):
        assert "store" in kinds(catalog, planned(book, (-60, -1), launch=None))
    assert "store" in kinds(catalog, planned(NOVEL, (-60, None)))


def test_dates_are_told_from_each_other_without_a_launch(catalog: Catalog) -> None:
    march = (date(2027, 3, 1), date(2027, 3, 31))
    for book, sold in (
        (replace(NOVEL, release=date(2027, 6, 1)), False),
        (replace(NOVEL, release=date(2027, 3, 31)), True),
        (replace(NOVEL, preorder=date(2027, 6, 1)), False),
    ):
        assert ("store" in kinds(catalog, planned(book, march, launch=None))) is sold


def test_a_campaign_before_the_book_has_its_platform_and_no_ads(catalog: Catalog) -> None:
    book = replace(NOVEL, release=180)
    plan = planned(book, (-60, -1), (0, 30), (31, 200), goals=(Goal(id="g", aim=Aim.PREORDERS),))
    early, campaign, fulfil = (kinds(catalog, plan, place) for place in range(3))
    assert {"crowdfunding", "review"} <= campaign
    assert not {"ads", "store"} & (early | campaign)
    assert {"ads", "store"} <= fulfil
    assert "crowdfunding" not in fulfil


@pytest.mark.parametrize(("kind", "sold"), [(EditionKind.EBOOK, True), (EditionKind.HARDBACK, False)])
def test_a_shop_waits_for_the_release_of_what_it_takes_no_pre_order_of(
    catalog: Catalog, kind: EditionKind, sold: bool
) -> None:
    book = replace(NOVEL, preorder=-60, editions=(Edition(kind=kind),))
    others = (Skipped(id=id, platform=id) for id in catalog.platforms if id != "amazon-author")
    plan = planned(book, (-60, -1), (0, 14), skipped=tuple(others))
    assert ("store" in kinds(catalog, plan)) is sold
    assert "store" in kinds(catalog, plan, 1)
    straddling = replace(
        plan, phases=(Phase(id="p", starts=-5, ends=14),), goals=(Goal(id="g", aim=Aim.PREORDERS),)
    )
    (shop,) = candidates(catalog, straddling)
    assert (shop.aim is Aim.PREORDERS) is sold


@pytest.mark.parametrize(("release", "taken"), [(-90, True), (-91, False), (date(2025, 1, 15), False)])
def test_a_service_is_not_paid_for_that_takes_no_book_so_long_out(
    catalog: Catalog, release: date | int, taken: bool
) -> None:
    plan = planned(replace(NOVEL, release=release, genre="romance"), (-60, -1))
    assert ("review" in kinds(catalog, plan)) is taken


@pytest.mark.parametrize(("release", "early"), [(365, True), (240, False), (241, True)])
def test_communities_of_readers_wait_until_the_book_is_nearer(
    catalog: Catalog, release: int, early: bool
) -> None:
    found = kinds(catalog, planned(replace(NOVEL, release=release), (0, 60)))
    assert {"book-community", "review"}.isdisjoint(found) is early


def test_a_serial_begins_where_serials_are_read(catalog: Catalog) -> None:
    serial = replace(NOVEL, genre="serial-fiction", release=365, kdp_select=False)
    found = [each.platform.id for each in suggest(catalog, planned(serial, (-14, 60)))[0].chosen]
    assert found[:3] == ["own-website", "email-newsletter", "royalroad"]


@pytest.mark.parametrize(("since", "open_until_then"), [(0, True), (-1, False), (None, False)])
def test_an_exclusive_term_that_has_not_begun_closes_nothing(
    catalog: Catalog, since: int | None, open_until_then: bool
) -> None:
    book = replace(NOVEL, genre="litrpg", kdp_select=True, select_since=since)
    plan = planned(book, (-120, -1), (0, 30))
    assert ("serial-fiction" in kinds(catalog, plan)) is open_until_then
    assert "serial-fiction" not in kinds(catalog, plan, 1)


def test_platforms_of_the_books_own_language_come_before_those_of_all(catalog: Catalog) -> None:
    korean = replace(NOVEL, language="ko", markets=("KR",))
    found = [each.platform.id for each in suggest(catalog, planned(korean, (0, 30)))[0].chosen]
    assert {"naver-blog", "kakaotalk"} <= set(found)
    assert {"discord", "bluesky"}.isdisjoint(found)


@pytest.mark.parametrize("origin", ListOrigin)
def test_a_list_of_other_peoples_readers_is_not_suggested(catalog: Catalog, origin: ListOrigin) -> None:
    account = Account(id="a", platform="email-newsletter", list_origin=origin)
    found = {each.platform.id for each in candidates(catalog, planned(NOVEL, (0, 14), accounts=(account,)))}
    assert ("email-newsletter" in found) is (origin in (ListOrigin.SIGN_UPS, ListOrigin.BUYERS))
