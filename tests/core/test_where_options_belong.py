"""An option that is made for one platform goes there, and what is the author's own is not given up."""

import pytest

from planner.core.alternatives import other_platforms
from planner.core.catalog import OWNED, Catalog
from planner.core.checks.switching_platform import replacements
from planner.core.findings import Finding
from planner.core.plan import Book, Plan
from planner.core.rules import RuleBook
from planner.core.situation import Situation
from tests.core.build import PLATFORM_IDS, channel, findings, link, plan

BOOK = Book(id="book", genre="thriller", language="en", markets=("US", "GB"))
TAGGED = "https://www.amazon.com/dp/B0EXAMPLE1?tag=ann-20"


def ruled_out(catalog: Catalog, rules: RuleBook, made: Plan) -> Finding:
    """What is said of the option that cannot be on."""
    rules_of_it = ("option-impossible", "option-forbidden")
    return next(each for each in findings(catalog, rules, made) if each.rule in rules_of_it)


def test_a_pixel_in_a_letter_goes_to_a_page_of_the_authors_own(catalog: Catalog, rules: RuleBook) -> None:
    pixel = ("conversion-pixel",)
    made = plan(channel("email-newsletter", link("broadcast", *pixel), tracking=pixel), book=BOOK)
    found = ruled_out(catalog, rules, made)
    assert [fix.label for fix in found.fixes] == [
        "Switch Conversion pixel off",
        "Add Own website, and move Conversion pixel there",
    ]
    assert "Use Own website for this: Conversion pixel." in found.instead
    assert "Patreon" not in found.instead


def test_a_code_goes_on_paper(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("goodreads", tracking=("qr-code",)), book=BOOK)
    found = ruled_out(catalog, rules, made)
    assert "Use Bookshops and libraries for this: QR code." in found.instead
    assert "Nowhere better" not in found.instead
    assert found.fixes[1].label == "Add Bookshops and libraries, and move QR code there"


def test_a_tag_for_readers_sent_from_elsewhere_measures_no_ad_in_the_shop_itself(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("amazon-ads", tracking=("retailer-attribution",)), book=BOOK)
    found = ruled_out(catalog, rules, made)
    assert "not the clicks on these ads" in found.text
    assert "use Meta Ads" in found.instead


def test_a_home_that_was_turned_down_is_not_proposed(catalog: Catalog) -> None:
    skipped = Situation(book=BOOK, skipped=("own-website",))
    assert other_platforms(catalog, catalog.platforms["email-newsletter"], "conversion-pixel", skipped) == ()


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_what_is_the_authors_own_is_not_replaced_by_what_is_rented(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for other in catalog.platforms.values():
        if replacements(platform, other):
            assert OWNED in other.traits or OWNED not in platform.traits
            assert other.kind == platform.kind or other.id in {way.platform for way in platform.ways_on}


def test_a_tag_is_not_sent_to_a_platform_that_its_shop_does_not_name(
    catalog: Catalog, rules: RuleBook
) -> None:
    tag = ("affiliate-tag",)
    made = plan(channel("bookbub", link("alert", *tag, target=TAGGED), tracking=tag), book=BOOK)
    found = ruled_out(catalog, rules, made)
    assert [fix.label for fix in found.fixes] == ["Switch Affiliate tag off"]
    assert "Fable" not in found.instead
