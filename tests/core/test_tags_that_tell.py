"""Tags tell clicks apart where somebody reads them: a shop reads no UTM tags, statistics know some words."""

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.plan import Book, Link
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, link, plan

SHOP = "https://www.amazon.com/dp/B0EXAMPLE1"


@pytest.mark.parametrize(
    ("platform", "placement", "known"),
    [
        ("facebook-ads", "ad", "cpc, display"),
        ("facebook-page", "post", "social, email, cpc, referral, qr, audio, affiliate, display, message"),
    ],
)
def test_an_ad_gets_a_medium_that_is_paid(
    catalog: Catalog, rules: RuleBook, platform: str, placement: str, known: str
) -> None:
    made = plan(channel(platform, link(placement, utm_medium="boosted")))
    found = [each.instead for each in findings(catalog, rules, made) if each.rule == "utm-medium-unusual"]
    assert found == [f"Choose one of: {known}."]


def test_a_shop_ignores_utm_tags_so_that_they_tell_no_two_links_apart(
    catalog: Catalog, rules: RuleBook
) -> None:
    def twice(first: str, second: str) -> list[str]:
        links = (
            link(spot, "retailer-attribution", id=spot, target=target)
            for spot, target in (("bio", first), ("story", second))
        )
        made = plan(channel("instagram", *links))
        return [f.instead for f in findings(catalog, rules, made) if f.rule == "link-used-twice"]

    apart = "Give each placement a link of its own, as Amazon ignores utm_content."
    assert twice(f"{SHOP}?maas=x", f"{SHOP}?maas=x&utm_content=story") == [apart]
    assert twice(f"{SHOP}?maas=x", f"{SHOP}?maas=x") == [apart]
    assert not twice(f"{SHOP}?maas=x", f"{SHOP}?maas=y&utm_content=story")
    page = "https://author.example/"
    assert not twice(page, f"{page}?utm_content=story")
    assert twice(page, page) == ["Give each placement a link of its own, or another utm_content."]


@pytest.mark.parametrize(
    ("first", "second", "address", "is_told"),
    [
        ("smart-link", "smart-link", "", True),
        ("smart-link", "qr-code", "", False),
        ("smart-link", "retailer-attribution", "", False),
        ("conversion-pixel", "conversion-pixel", "", False),
        ("smart-link", "qr-code", "https://books2read.com/u/1", True),
    ],
)
def test_two_services_give_a_page_two_addresses_and_what_each_ad_reports_is_told_apart(
    catalog: Catalog, rules: RuleBook, first: str, second: str, address: str, is_told: bool
) -> None:
    posted = channel("facebook-page", link("post", first, id="a", address=address))
    printed = channel("offline-bookshop-library", link("print", second, id="b", address=address), id="print")
    found = findings(catalog, rules, plan(posted, printed))
    told = [each.gist for each in found if each.rule == "link-used-twice"]
    there = "The link “Book page” on Bookshops and libraries (print, as a QR code)"
    assert told == ([f"{there} is already used on Facebook Page (post)."] if is_told else [])


@pytest.mark.parametrize(
    ("target", "lacking"),
    [
        ("https://a.example/?utm_source=ig&utm_medium=social", "utm_campaign"),
        ("https://a.example/?utm_source=ig&utm_medium=%20&utm_campaign=", "utm_medium, utm_campaign"),
        ("https://a.example/?UTM_SOURCE=ig&utm_medium=social&utm_campaign=x", "utm_source"),
        ("https://a.example/?utm_source=ig&amp;utm_medium=social", "utm_medium, utm_campaign"),
        ("https://a.example/?utm_source=ig&utm_medium=social&utm_campaign=x", ""),
        ("https://a.example/?utm_id=7", ""),
        (f"{SHOP}?utm_source=ig", ""),
    ],
)
def test_tags_that_were_typed_into_an_address_belong_together_too(
    catalog: Catalog, rules: RuleBook, target: str, lacking: str
) -> None:
    found = findings(catalog, rules, plan(channel("instagram", link("bio", target=target))))
    told = [each.gist for each in found if each.rule == "utm-incomplete"]
    assert told == ([f"The link “Book page” lacks {lacking}."] if lacking else [])


@pytest.mark.parametrize(
    ("platform", "title", "campaigns"),
    [("instagram", "Salt", ["salt"]), ("nosuch", "Salt", []), ("instagram", "🌊", ["book"])],
)
def test_tags_are_filled_in_where_the_platform_is_known_whatever_the_title(
    catalog: Catalog, rules: RuleBook, platform: str, title: str, campaigns: list[str]
) -> None:
    there = channel(platform, link("bio", "utm", utm_medium="social"))
    document = Document(plan(there, book=Book(id="book", title=title)))
    (told,) = (each for each in findings(catalog, rules, document.plan) if each.rule == "utm-incomplete")
    for fix in told.fixes:
        document.apply(fix.edit(document.tree, told.subject))
        assert "utm-incomplete" not in {each.rule for each in findings(catalog, rules, document.plan)}
    filled = [each.utm_campaign for each in document.plan.channels[0].links if each.utm_campaign]
    assert filled == campaigns


def test_tags_that_a_shop_ignores_are_not_to_be_mended_but_to_go(catalog: Catalog, rules: RuleBook) -> None:
    target = f"{SHOP}?utm_source=IG&a=1&utm_medium=video"
    document = Document(plan(channel("instagram", link("bio", "utm", "smart-link", "x", target=target))))
    told = [each for each in findings(catalog, rules, document.plan) if each.rule.startswith("utm")]
    assert [(each.rule, [fix.label for fix in each.fixes]) for each in told] == [
        ("utm-on-retailer", ["Take the tags out"])
    ]
    document.apply(told[0].fixes[0].edit(document.tree, told[0].subject))
    left = document.tree.find("link")
    assert isinstance(left, Link)
    assert (left.target, left.options) == (f"{SHOP}?a=1", ("smart-link", "x"))
