"""What is proposed to count an aim can be used: by the account, its mail service, the book and the work."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.findings import Finding
from planner.core.plan import Account, Book, Edition, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, EditionKind, Promo
from tests.core.build import PLATFORM_IDS, account, channel, findings, link, plan, work

MEASURED, NOT_MEASURABLE = "goal-not-measured", "goal-not-measurable"


def about_the_aim(catalog: Catalog, rules: RuleBook, made: Plan) -> Finding:
    found = findings(catalog, rules, made)
    return next(each for each in found if each.rule in (MEASURED, NOT_MEASURABLE))


def after_sales(platform: str, *accounts: Account, book: Book | None = None, **fields: Any) -> Plan:
    return plan(channel(platform, aim=Aim.SALES, **fields), accounts=accounts, book=book)


def editions(*kinds: EditionKind) -> Book:
    made = tuple(Edition(kind=kind) for kind in kinds)
    return Book(id="book", kdp_select=True, editions=made)


@pytest.mark.parametrize(("service", "named"), [("mailerlite", False), ("mailchimp", True)])
def test_no_tag_is_proposed_that_the_mail_service_bans(
    catalog: Catalog, rules: RuleBook, service: str, named: bool
) -> None:
    letters = after_sales("email-newsletter", account("email-newsletter", opt_in=True, mail_service=service))
    assert ("Affiliate tag" in about_the_aim(catalog, rules, letters).instead) is named


def test_a_code_is_of_no_use_for_a_book_that_kindle_alone_may_sell(catalog: Catalog, rules: RuleBook) -> None:
    alone = after_sales("email-newsletter", book=editions(EditionKind.EBOOK))
    assert "Coupon code" not in about_the_aim(catalog, rules, alone).instead
    printed = after_sales("email-newsletter", book=editions(EditionKind.EBOOK, EditionKind.PAPERBACK))
    assert "Coupon code" in about_the_aim(catalog, rules, printed).instead


def test_a_code_counts_no_clicks(catalog: Catalog, rules: RuleBook) -> None:
    for aim, named in ((Aim.CLICKS, False), (Aim.SALES, True)):
        made = plan(channel("instagram", link("bio"), aim=aim))
        assert ("Coupon code" in about_the_aim(catalog, rules, made).instead) is named
    coded = plan(channel("instagram", link("bio"), aim=Aim.CLICKS, tracking=("coupon-code",)))
    assert about_the_aim(catalog, rules, coded).rule == MEASURED


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("https://www.thalia.de/shop/home/artikeldetails/A1", ()),
        ("https://www.waterstones.com/book/low-water/9780000000000", ()),
        ("https://www.amazon.de/dp/B0EXAMPLE1", ("Retailer attribution",)),
        ("https://books.apple.com/de/book/id1", ("Retailer attribution",)),
        ("https://author.example/book", ("Retailer attribution", "Coupon code")),
    ],
)
def test_shops_are_asked_what_counts_their_sales(
    catalog: Catalog, rules: RuleBook, target: str, named: tuple[str, ...]
) -> None:
    letters = plan(channel("email-newsletter", link("broadcast", target=target), aim=Aim.SALES))
    instead = about_the_aim(catalog, rules, letters).instead
    assert [each for each in ("Retailer attribution", "Coupon code") if each in instead] == [*named]
    assert "Smart link" in instead


def test_a_tag_that_the_shop_of_all_links_does_not_give_counts_nothing(
    catalog: Catalog, rules: RuleBook
) -> None:
    def quiet(target: str) -> bool:
        tagged = link("broadcast", "retailer-attribution", target=target)
        made = plan(channel("email-newsletter", tagged, aim=Aim.SALES))
        return all(each.rule != MEASURED for each in findings(catalog, rules, made))

    assert quiet("https://www.amazon.de/dp/B0EXAMPLE1")
    assert not quiet("https://www.thalia.de/shop/home/artikeldetails/A1")


def test_no_tag_of_amazon_is_proposed_where_its_links_are_not_wanted(
    catalog: Catalog, rules: RuleBook
) -> None:
    print_to = "https://books.apple.com/de/book/id1"
    for links, named in (((), False), ((link("print", target=print_to),), True)):
        made = plan(channel("offline-bookshop-library", *links, aim=Aim.SALES))
        assert ("Retailer attribution" in about_the_aim(catalog, rules, made).instead) is named


@pytest.mark.parametrize(
    ("target", "way"),
    [
        ("https://www.amazon.de/dp/B0EXAMPLE1", "Use Amazon's own way: an Attribution tag. Or put a smart"),
        (
            "https://www.kobo.com/de/de/ebook/low-water",
            "Use Kobo's own way: an affiliate link. Or put a smart",
        ),
        ("https://www.thalia.de/shop/home/artikeldetails/A1", "No way of Thalia's own is known. Put a smart"),
    ],
)
def test_instead_of_what_a_shop_ignores_its_own_way_is_named(
    catalog: Catalog, rules: RuleBook, target: str, way: str
) -> None:
    made = plan(channel("instagram", link("bio", "utm", target=target), tracking=("conversion-pixel",)))
    told = {each.rule: each.instead for each in findings(catalog, rules, made)}
    assert told["utm-on-retailer"].startswith(way)
    assert (", or use " in told["pixel-on-retailer"]) is way.startswith("Use")


def test_a_small_account_is_not_told_of_a_place_that_is_closed_to_it(
    catalog: Catalog, rules: RuleBook
) -> None:
    small = account("tiktok", type="personal", followers=400)
    posts = plan(
        channel("tiktok", aim=Aim.CLICKS, activities=(work(kind=ActivityKind.POST),)), accounts=(small,)
    )
    found = about_the_aim(catalog, rules, posts)
    assert found.rule == NOT_MEASURABLE
    assert "on TikTok outside of ads nothing can count them" in found.text


@pytest.mark.parametrize("id", PLATFORM_IDS)
@pytest.mark.parametrize("aim", [Aim.CLICKS, Aim.SALES])
def test_something_is_named_wherever_something_may_be_switched_on(
    catalog: Catalog, rules: RuleBook, id: str, aim: Aim
) -> None:
    for kind in (None, *catalog.platforms[id].account_types):
        accounts = (account(id, type=kind or "", followers=10),)
        for activities in ((), (work(kind=ActivityKind.POST),)):
            made = plan(channel(id, aim=aim, activities=activities), accounts=accounts)
            found = [each for each in findings(catalog, rules, made) if each.rule == MEASURED]
            assert not any(": ." in each.instead for each in found)


def test_what_works_in_ads_alone_is_of_no_use_without_one(catalog: Catalog, rules: RuleBook) -> None:
    deal = work(kind=ActivityKind.PRICE_PROMOTION, promo=Promo.FEATURED_DEAL)
    found = about_the_aim(catalog, rules, after_sales("bookbub", activities=(deal,)))
    assert (found.rule, [fix.label for fix in found.fixes]) == (NOT_MEASURABLE, ["Aim for awareness"])
    assert "on BookBub outside of ads nothing can count them" in found.text
    for with_ads in (
        after_sales("bookbub", activities=(work(kind=ActivityKind.AD),)),
        plan(channel("bookbub", link("ad"), aim=Aim.SALES)),
        after_sales("bookbub"),
        after_sales("facebook-ads", activities=(work(kind=ActivityKind.TASK),)),
    ):
        assert about_the_aim(catalog, rules, with_ads).rule == MEASURED
