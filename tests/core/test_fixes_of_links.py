"""Whatever the address of a link looks like, a fix of the link clears its finding, and can be undone."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.catalog_lists import AD
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.facts import Clickable
from planner.core.fixes import offered
from planner.core.plan import Account, Book, Link, Plan
from planner.core.rules import RuleBook
from tests.core.build import TODAY, channel, findings, link, plan

PAGES = (
    *("author.example/book", "author.example", "www.author.example:8080/book", "//author.example/book"),
    *("https://author.example/book", "https://author.example:8080/book", "http://author.example/book"),
    *("https://bücher.example/büch", "https://xn--bcher-kva.example/book", "bücher.example/büch"),
    *("HTTPS://AUTHOR.EXAMPLE/Book", " https://author.example/book ", "https://author.example./book"),
    *("https://author@author.example/book", "https://[2001:db8::1]/book", "https://192.0.2.7/book"),
    *("https://www.amazon.com/dp/B0EXAMPLE1", "www.amazon.com/dp/B0EXAMPLE1", "mailto:a@author.example"),
    *("https://author.example:99999/book", "not an address", "https://author.example/b ook"),
)
QUERIES = (
    *("", "?", "?&&", "?a=1&a=2", "?a", "?=1", "?a=%26%3D%23", "?a=1;b=2", "?a=b=c", "?a=1&", "?é=ü"),
    *("?a=+%20", "?utm_source=x?utm_medium=y", "?a=1?b=2?c=3", "??a=1", "?a=1#part?b=2?c"),
    *("#utm_source=x", "#part?utm_source=x", "#?utm_source=x&b", "?a=1#utm_source=x&utm_medium=y"),
    *("?utm_content=bio", "?utm_content=", "?UTM_CONTENT=bio", "?utm_source=ann@author.example"),
    *("?utm_content=ann%40author.example", "?utm_term=+44%2020%207946%200018"),
    *("?utm_source=x&utm_source=y", "?utm_source=A%20B#utm_content=C"),
    "?utm_content=bio#utm_content=story",
)
NO_ADDRESSES = (
    *("", "my book", "mailto:a@author.example", "a@author.example", "javascript:alert(1)"),
    *("ftp://author.example", "file:///book", "tel:+442079460018"),
)
UNTIDY = {"utm_source": "Big News", "utm_medium": "", "utm_content": "a@author.example"}
PAGE = "https://author.example/book"


def made_of(target: str, **fields: Any) -> Plan:
    """A plan that has a link to a page at four placements, one of them dead."""
    links = [
        Link(id=spot, placement=spot, target=target, options=("utm", "smart-link"), **fields)
        for spot in ("bio", "story", "post", "direct-message")
    ]
    accounts = (Account(id="account", platform="instagram", type="business", followers=5000),)
    return plan(
        channel("instagram", *links[:2], id="one"),
        channel("instagram", *links[2:], id="two"),
        book=Book(id="book", title="The Lamp", language="en", markets=("US",)),
        accounts=accounts,
    )


def follow_each(catalog: Catalog, rules: RuleBook, made: Plan) -> set[str]:
    """Apply and undo every fix of a link; the rules whose findings went away by it."""
    checker, document = Checker(catalog, rules, TODAY), Document(made)
    cleared = set()
    for finding in checker.findings(made):
        for fix in (
            offered(finding.fixes, document.tree, finding.subject) if finding.aspect == "links" else ()
        ):
            undo = document.apply(fix.edit(document.tree, finding.subject))
            left = {(each.rule, each.subject, each.text) for each in checker.findings(document.plan)}
            assert (finding.rule, finding.subject, finding.text) not in left, fix.label
            cleared.add(finding.rule)
            document.apply(undo)
            assert document.plan == made
    return cleared


@pytest.mark.parametrize("page", PAGES)
def test_a_fix_clears_its_finding_whatever_the_page(catalog: Catalog, rules: RuleBook, page: str) -> None:
    for fields in ({}, UNTIDY):
        assert "placement-not-clickable" in follow_each(catalog, rules, made_of(page, **fields))
    follow_each(catalog, rules, made_of(PAGE, address=page))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("page", ["https://bücher.example:8080/büch", "author.example/book"])
def test_a_fix_clears_its_finding_whatever_the_query(
    catalog: Catalog, rules: RuleBook, page: str, query: str
) -> None:
    cleared = follow_each(catalog, rules, made_of(f"{page}{query}", **UNTIDY))
    assert "utm-personal" in cleared
    assert ("link-used-twice" in cleared) is page.startswith("https")
    follow_each(catalog, rules, made_of(PAGE, address=f"{page}{query}"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("author.example/book", "https://author.example/book"),
        (" www.author.example:8080/b?a=1 ", "https://www.author.example:8080/b?a=1"),
        ("//author.example/book", "https://author.example/book"),
        ("bücher.example", "https://bücher.example"),
        *((text, "") for text in NO_ADDRESSES),
    ],
)
def test_only_what_is_an_address_but_for_its_beginning_gets_one(
    catalog: Catalog, rules: RuleBook, text: str, whole: str
) -> None:
    made = plan(channel("instagram", Link(id="link", placement="bio", target=text)))
    found = [each for each in Checker(catalog, rules, TODAY).findings(made) if each.rule == "link-no-address"]
    document = Document(made)
    for fix in (fix for each in found for fix in each.fixes):
        document.apply(fix.edit(document.tree, "link"))
    assert (document.plan.channels[0].links[0].target if whole else "") == whole
    assert bool(found and found[0].fixes) is bool(whole)
    assert bool(found) is bool(text)


def test_an_address_with_blanks_gets_no_button_that_mends_the_other_alone(
    catalog: Catalog, rules: RuleBook
) -> None:
    both = Link(id="link", placement="bio", target="https://a.example/a b", address="b.example")
    made = plan(channel("instagram", both))
    (told,) = [e for e in Checker(catalog, rules, TODAY).findings(made) if e.rule == "link-no-address"]
    assert "“https://a.example/a b”" in told.text
    assert not told.fixes


@pytest.mark.parametrize(
    ("platform", "links", "moves"),
    [
        ("tiktok", [link("video-description", "smart-link")], ["Move it to: bio"]),
        ("tiktok", [link("bio", id="first"), link("video-description", "smart-link")], ["Move it to: bio"]),
        (
            "tiktok",
            [link("bio", id="first", target=f"{PAGE}/first"), link("video-description", "smart-link")],
            [],
        ),
        ("whatsapp", [link("bio")], ["Move it to: website field of the profile"]),
    ],
)
def test_a_link_moves_where_there_is_room_and_into_no_letter(
    catalog: Catalog, rules: RuleBook, platform: str, links: list[Link], moves: list[str]
) -> None:
    found = findings(catalog, rules, plan(channel(platform, *links)))
    dead = next(each for each in found if each.rule == "placement-not-clickable")
    assert [fix.label for fix in dead.fixes] == moves


def test_no_post_is_moved_to_an_ad(catalog: Catalog, rules: RuleBook) -> None:
    for id, platform in catalog.platforms.items():
        for spot in platform.placements:
            if spot.clickable is Clickable.NO and catalog.placements[spot.placement].medium != AD:
                found = findings(catalog, rules, plan(channel(id, link(spot.placement))))
                labels = [fix.label for each in found if each.subject == "link" for fix in each.fixes]
                assert "Move it to: ad" not in labels, (id, spot.placement)
