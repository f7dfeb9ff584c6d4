"""What is said of links, word for word, and what their fixes make of them."""

from dataclasses import replace
from typing import Any

import pytest

from planner.core.addresses import host_of, in_domains, without_fields
from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.plan import Book, Link, Plan
from planner.core.rules import RuleBook
from planner.core.utm_style import house_style, medium_of, slug
from planner.core.vocabulary import ActivityKind
from tests.core.build import TODAY, channel, findings, link, plan, work

SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
SHOP = "https://www.amazon.com/dp/B0EXAMPLE1"


def text_of(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> list[str]:
    return [finding.text for finding in findings(catalog, rules, made) if finding.rule == rule]


def fixed(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> Link:
    """The first link after the fix of a rule's first finding."""
    finding = next(f for f in Checker(catalog, rules, TODAY).findings(made) if f.rule == rule)
    assert finding.fix is not None
    document = Document(made)
    document.apply(finding.fix.edit(document.tree, finding.subject))
    return document.tree.get(finding.subject, Link)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://WWW.Example.COM./a", "www.example.com"),
        ("http://a.example:8080", "a.example"),
        ("mailto:a@b.example", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host


def test_a_domain_holds_itself_and_what_is_below_it() -> None:
    assert in_domains("books.bookfunnel.com", ("bookfunnel.com",))
    assert in_domains("bookfunnel.com", ("bookfunnel.com",))
    assert not in_domains("notbookfunnel.com", ("bookfunnel.com",))
    assert not in_domains("", ("bookfunnel.com",))


def test_fields_are_taken_out_of_a_query_and_the_rest_stays() -> None:
    address = "https://a.example/b?utm_term=x&c=%2B1&utm_source=y#d?e"
    assert without_fields(address, ["utm_term"]) == "https://a.example/b?c=%2B1&utm_source=y#d?e"
    assert without_fields(address, ["utm_term", "c", "utm_source"]) == "https://a.example/b#d?e"
    assert without_fields("nonsense?utm_term=x", ["utm_term"]) == "nonsense?utm_term=x"


def test_the_house_style_says_where_from_how_for_what_and_from_which_spot(catalog: Catalog) -> None:
    made = plan(book=Book(id="book", title="The Salt Road"))
    there = link("profile-website-field")
    assert house_style(catalog, catalog.platforms["instagram"], made, there) == {
        "utm_source": "instagram",
        "utm_medium": "social",
        "utm_campaign": "the-salt-road",
        "utm_content": "profile-website-field",
    }
    kinds = {"newsletter": "email", "ads": "cpc", "podcast": "audio", "offline": "qr", "own-site": "referral"}
    assert {kind: medium_of(catalog, kind) for kind in kinds} == kinds
    assert medium_of(catalog, "video") == medium_of(catalog, "") == "social"
    assert slug("  Élan & Café: 小红书!") == "elan-cafe-小红书"


@pytest.mark.parametrize(
    ("fields", "rule", "after"),
    [
        (
            {"options": ("utm",), "utm_source": "letter"},
            "utm-incomplete",
            {"utm_source": "letter", "utm_medium": "social", "utm_campaign": "salt"},
        ),
        ({"utm_content": "ann@a.example"}, "utm-personal", {"utm_content": ""}),
        (
            {"target": "https://a.example/?utm_term=ann%40a.example&b=1"},
            "utm-personal",
            {"target": "https://a.example/?b=1"},
        ),
        (
            {"target": "https://a.example/?a=1?b=2?c#d?"},
            "link-two-queries",
            {"target": "https://a.example/?a=1&b=2&c#d?"},
        ),
        (
            {"address": "https://a.example/?a=1?b=2"},
            "link-two-queries",
            {"address": "https://a.example/?a=1&b=2"},
        ),
        (
            {"target": "https://ann:secret@a.example:8080/?a=@#b@"},
            "link-with-a-name",
            {"target": "https://a.example:8080/?a=@#b@"},
        ),
        (
            {"target": "\u200ehttps://a.example/x", "address": "https://b.exa\u00admple/\ufeff?q=ü"},
            "link-hides-a-sign",
            {"target": "https://a.example/x", "address": "https://b.example/?q=ü"},
        ),
        (
            {"target": f"https://a.example/{SCOTLAND}\U000e0067", "address": f"https://b.example/{SCOTLAND}"},
            "link-hides-a-sign",
            {"target": f"https://a.example/{SCOTLAND}"},
        ),
        ({"address": "https://ann@a.example"}, "link-with-a-name", {"address": "https://a.example"}),
        ({"target": "https://ann@b:secret@a.example"}, "link-with-a-name", {"target": "https://a.example"}),
        (
            {"target": "https://ann@a.example/x", "address": "https://ann@b.example/y"},
            "link-with-a-name",
            {"target": "https://a.example/x", "address": "https://b.example/y"},
        ),
        (
            {"target": "https://a.example/x#utm_source=x", "address": "https://b.example/#utm_source=x"},
            "utm-behind-fragment",
            {"target": "https://a.example/x?utm_source=x", "address": "https://b.example/?utm_source=x"},
        ),
        (
            {"target": "https://a.example/?a=1?b=2", "address": "https://b.example/?a=1?b=2"},
            "link-two-queries",
            {"target": "https://a.example/?a=1&b=2", "address": "https://b.example/?a=1&b=2"},
        ),
        (
            {"target": "a.example", "address": "b.example/x"},
            "link-no-address",
            {"target": "https://a.example", "address": "https://b.example/x"},
        ),
        (
            {"target": "https://a.example/x#utm_source=x&utm_medium=y"},
            "utm-behind-fragment",
            {"target": "https://a.example/x?utm_source=x&utm_medium=y"},
        ),
        (
            {"target": "https://a.example/x?a=1#start?utm_source=x&b=2"},
            "utm-behind-fragment",
            {"target": "https://a.example/x?a=1&utm_source=x#start?b=2"},
        ),
        (
            {"options": ("utm",), "utm_source": "The Letter", "utm_medium": "email", "utm_campaign": "x"},
            "utm-untidy",
            {"utm_source": "the-letter"},
        ),
        (
            {
                "options": ("utm",),
                "target": "https://a.example/?utm_source=IG&utm_medium=social&utm_campaign=A%20B",
            },
            "utm-untidy",
            {"target": "https://a.example/?utm_medium=social&utm_source=ig&utm_campaign=a-b"},
        ),
        ({"utm_medium": "video"}, "utm-medium-unusual", {"utm_medium": "social"}),
        (
            {"target": "https://a.example/?utm_medium=video&b=1"},
            "utm-medium-unusual",
            {"target": "https://a.example/?b=1&utm_medium=social", "utm_medium": ""},
        ),
        (
            {"target": "https://a.example/?utm_source=facebook&b=1", "utm_source": "instagram"},
            "utm-given-twice",
            {"target": "https://a.example/?b=1", "utm_source": "instagram"},
        ),
        (
            {"target": "https://a.example/?utm_source=a&b=1&utm_source=b"},
            "utm-given-twice",
            {"target": "https://a.example/?b=1&utm_source=a"},
        ),
    ],
)
def test_a_fix_mends_the_link_and_nothing_else(
    catalog: Catalog, rules: RuleBook, fields: dict[str, Any], rule: str, after: dict[str, str]
) -> None:
    there = replace(link("bio"), **fields)
    made = plan(channel("instagram", there), book=Book(id="book", title="Salt"))
    new = fixed(catalog, rules, made, rule)
    assert {name: getattr(new, name) for name in after} == after


@pytest.mark.parametrize(("content", "apart"), [("", "story"), ("salt", "story-seco")])
def test_a_second_link_is_told_apart_by_its_spot_and_by_its_id_where_that_was_not_enough(
    catalog: Catalog, rules: RuleBook, content: str, apart: str
) -> None:
    first = link("bio", "smart-link", id="first", utm_content=content)
    made = plan(channel("instagram", first, replace(first, id="second", placement="story")))
    assert fixed(catalog, rules, made, "link-used-twice").utm_content == apart


def test_one_address_in_two_spellings_is_the_same_and_a_shops_page_is_told_apart_by_no_tag(
    catalog: Catalog, rules: RuleBook
) -> None:
    spelt = [
        link("bio", "smart-link", id="a", address="https://books2read.com/u/1"),
        link("story", "smart-link", id="b", address="https://Books2Read.com/u/1/"),
    ]
    assert text_of(catalog, rules, plan(channel("instagram", *spelt)), "link-used-twice")
    shop = "https://www.amazon.com/dp/B0?maas=a1"
    tagged = [link(spot, "retailer-attribution", id=spot, target=shop) for spot in ("bio", "story")]
    found = findings(catalog, rules, plan(channel("instagram", *tagged)))
    assert [finding.fixes for finding in found if finding.rule == "link-used-twice"] == [()]


@pytest.mark.parametrize(
    ("address", "unwelcome"),
    [
        ("https://sho.rt/a", True),
        ("https://author.example/a", False),
        ("https://go.author.example/a", False),
        ("", False),
        ("nonsense", False),
    ],
)
def test_only_an_address_of_another_site_is_a_redirect(
    catalog: Catalog, rules: RuleBook, address: str, unwelcome: bool
) -> None:
    made = plan(channel("telegram", link("ad", address=address)))
    found = text_of(catalog, rules, made, "redirect-unwelcome")
    assert bool(found) is unwelcome
    assert all("opens sho.rt first and then author.example" in text for text in found)
    ticked = plan(channel("telegram", link("ad", "smart-link", address=address)))
    assert text_of(catalog, rules, ticked, "redirect-unwelcome") == []


@pytest.mark.parametrize(
    ("target", "unwelcome"),
    [("https://geni.us/abc", True), ("https://books2read.com/u/a", True), ("https://kobo.com/a", False)],
)
def test_a_page_that_sends_readers_on_is_a_redirect_by_itself(
    catalog: Catalog, rules: RuleBook, target: str, unwelcome: bool
) -> None:
    made = plan(channel("bookbub", link("alert", target=target)))
    found = text_of(catalog, rules, made, "redirect-unwelcome")
    assert bool(found) is unwelcome
    assert all("first and then another site" in text for text in found)


@pytest.mark.parametrize(
    ("target", "address", "insecure"),
    [
        ("http://author.example", "https://sho.rt/a", True),
        ("https://author.example", "http://sho.rt/a", True),
        ("https://author.example", "https://sho.rt/a", False),
    ],
)
def test_both_addresses_of_a_link_are_encrypted(
    catalog: Catalog, rules: RuleBook, target: str, address: str, insecure: bool
) -> None:
    made = plan(channel("instagram", link("bio", "smart-link", target=target, address=address)))
    assert bool(text_of(catalog, rules, made, "link-not-secure")) is insecure


@pytest.mark.parametrize("platform", ["apple-books", "kobo", "amazon-author"])
def test_a_book_may_lead_to_a_page_of_the_authors_and_not_to_a_rival_shop(
    catalog: Catalog, rules: RuleBook, platform: str
) -> None:
    def broken(target: str) -> set[str]:
        made = plan(channel(platform, link("book-file", target=target)))
        return {each.rule for each in findings(catalog, rules, made) if each.subject == "link"}

    assert broken("https://author.example/list") <= {"condition-not-known"}
    rival = "https://www.barnesandnoble.com/w/a"
    assert ("shop-unwelcome" in broken(rival)) is (platform == "apple-books")


def test_a_pitch_is_no_show_that_needs_an_address(catalog: Catalog, rules: RuleBook) -> None:
    pitched = channel("podcast-guesting", activities=(work(kind=ActivityKind.OUTREACH),))
    assert not text_of(catalog, rules, plan(pitched), "spoken-link-shared")
    agreed = channel("podcast-guesting", activities=(work(kind=ActivityKind.EVENT),))
    assert text_of(catalog, rules, plan(agreed), "spoken-link-shared")


@pytest.mark.parametrize(
    ("target", "options", "tracking", "told"),
    [
        (f"{SHOP}?tag=y-20", ("affiliate-tag",), (), {"affiliate-in-ad"}),
        (f"{SHOP}?tag=y-20", ("affiliate-tag",), ("affiliate-tag",), {"affiliate-in-ad"}),
        (f"{SHOP}?tag=y-20", (), ("affiliate-tag",), {"affiliate-in-ad"}),
        ("https://bookshop.org/a/1/9780000000002", ("affiliate-tag",), (), {"option-in-doubt"}),
        (SHOP, (), ("affiliate-tag",), {"option-in-doubt"}),
    ],
)
def test_nobody_is_told_to_try_a_tag_that_the_shop_bars(
    catalog: Catalog,
    rules: RuleBook,
    target: str,
    options: tuple[str, ...],
    tracking: tuple[str, ...],
    told: set[str],
) -> None:
    made = plan(channel("facebook-ads", link("ad", *options, target=target), tracking=tracking))
    found = {each.rule for each in findings(catalog, rules, made)}
    assert found & {"affiliate-in-ad", "option-in-doubt"} == told
