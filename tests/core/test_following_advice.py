"""Whoever follows a fix that moves, adds or replaces makes no blocker and no error about the same option."""

from collections import Counter
from datetime import date

import pytest

from planner.core.affiliates import earns
from planner.core.catalog import Catalog, Platform
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Account, Book, Channel, Plan
from planner.core.rules import RuleBook, Severity
from planner.core.situation import Situation
from planner.core.verdict_words import explain
from planner.core.verdicts import judge
from tests.core.build import PLATFORM_IDS, account, channel, findings, link, plan

TODAY = date(2026, 11, 22)
BOOK = Book(id="book", genre="romance", language="en", markets=("US", "GB"))
AMAZON = "https://www.amazon.com/dp/B0EXAMPLE1?tag=y-20"
BOOKSHOP = "https://bookshop.org/a/1/9780000000001"
APPLE = "https://books.apple.com/us/book/id1?at=1000l&ct=spring"
KOBO = "https://www.kobo.com/us/en/ebook/book"
LEADING = ("Move", "Add", "Replace")


def made_of(catalog: Catalog, platform: Platform, option: str) -> Plan:
    """A plan that has an option on in a channel, and on a link at each placement in a channel of its own."""
    target = AMAZON if earns(catalog, option) else "https://author.example/book"
    links = {
        spot.placement: link(spot.placement, option, id=f"link-{spot.placement}", target=target)
        for spot in platform.placements
    }
    placed = [
        channel(platform.id, each, id=f"at-{placement}", disclosure="#ad", tracking=(option,))
        for placement, each in links.items()
    ]
    bare = channel(platform.id, id="bare", disclosure="#ad", tracking=(option,))
    return plan(bare, *placed, book=BOOK)


def serious(catalog: Catalog, option: str, found: tuple[Finding, ...]) -> Counter[str]:
    """How often each rule on an option, or on a link that carries it, is broken badly."""
    name = catalog.options[option].name
    bad = (each for each in found if each.severity in (Severity.BLOCKER, Severity.ERROR))
    return Counter(each.rule for each in bad if ("option", name) in each.hit.values or each.aspect == "links")


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_a_fix_makes_nothing_worse(catalog: Catalog, rules: RuleBook, id: str) -> None:
    for option in catalog.options:
        made = made_of(catalog, catalog.platforms[id], option)
        checker = Checker(catalog, rules, TODAY)
        found = checker.findings(made)
        before = serious(catalog, option, found)
        about = ("option", catalog.options[option].name)
        for finding in (each for each in found if about in each.hit.values or each.aspect == "links"):
            for fix in finding.fixes:
                if fix.label.startswith(LEADING):
                    document = Document(made)
                    document.apply(fix.edit(document.tree, finding.subject))
                    worse = serious(catalog, option, checker.findings(document.plan)) - before
                    if not catalog.options[option].needs_click:
                        del worse["placement-not-clickable"]  # what carries no code any more is a dead link
                    assert not worse, (option, finding.subject, fix.label, worse)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_words_send_no_affiliate_tag_where_a_shop_bars_it(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for placement in ("", *(spot.placement for spot in platform.placements)):
        verdict = judge(catalog, platform, "affiliate-tag", Situation(book=BOOK), placement)
        for way in explain(catalog, platform, verdict, Situation(book=BOOK)).ways:
            named = "Affiliate tag" in way.text or way.text.startswith("Here it works in")
            places = way.text.partition(" in: ")[2].rstrip(".")
            spots = places.replace(" or ", ", ").split(", ")
            assert not named or not {"ad", "print", "broadcast", "direct message"} & set(spots), way.text


@pytest.mark.parametrize("target", [BOOKSHOP, APPLE, KOBO])
@pytest.mark.parametrize(
    ("platform", "placement"),
    [("facebook-ads", "ad"), ("offline-bookshop-library", "print"), ("email-newsletter", "broadcast")],
)
def test_terms_of_one_shop_say_nothing_of_another(
    catalog: Catalog, rules: RuleBook, platform: str, placement: str, target: str
) -> None:
    made = channel(platform, link(placement, "affiliate-tag", target=target), disclosure="#ad")
    found = findings(catalog, rules, plan(made))
    assert not [each.rule for each in found if each.rule.startswith("affiliate-")]
    assert not [each.rule for each in found if each.severity is Severity.BLOCKER]
    told = next(iter(found), None)
    assert told is not None


@pytest.mark.parametrize(
    ("platform", "placement", "rule"),
    [
        ("facebook-ads", "ad", "affiliate-in-ad"),
        ("offline-bookshop-library", "print", "affiliate-offline"),
        ("email-newsletter", "broadcast", "affiliate-in-mail"),
    ],
)
def test_a_tag_is_barred_by_its_own_shop_and_perhaps_where_the_shop_is_not_shown(
    catalog: Catalog, rules: RuleBook, platform: str, placement: str, rule: str
) -> None:
    def of(target: str, *accounts: Account) -> dict[str, Finding]:
        made: Channel = channel(platform, link(placement, "affiliate-tag", target=target), disclosure="#ad")
        found = findings(catalog, rules, plan(made, accounts=accounts))
        return {each.rule: each for each in found if each.rule.startswith("affiliate-")}

    (known,) = of(AMAZON).values()
    assert known.rule == rule
    assert "of Amazon" in known.text
    (unknown,) = of("https://author.example/book").values()
    assert unknown.rule == "affiliate-under-terms"
    assert unknown.severity is Severity.WARNING
    assert "for Amazon terms hold" in unknown.text
    asked = of(AMAZON, account(platform, opt_in=True))
    assert (rule in asked) is (rule != "affiliate-in-mail")


def test_a_printed_address_with_a_tag_is_not_sent_to_a_printed_code(
    catalog: Catalog, rules: RuleBook
) -> None:
    def told(target: str) -> dict[str, list[str]]:
        paper = channel("offline-bookshop-library", link("print-url", target=target), disclosure="#ad")
        found = [each for each in findings(catalog, rules, plan(paper)) if each.subject == "link"]
        return {each.rule: [fix.label for fix in each.fixes] for each in found}

    barred = told(AMAZON)
    assert "affiliate-offline" in barred
    assert not any("print" in label for labels in barred.values() for label in labels)
    assert not {"affiliate-offline", "placement-not-clickable"}.intersection(told(BOOKSHOP))


def test_apples_two_tokens_together_are_clean(catalog: Catalog, rules: RuleBook) -> None:
    def rules_of(target: str, *options: str) -> set[str]:
        made = channel("instagram", link("bio", *options, target=target), disclosure="#ad")
        return {each.rule for each in findings(catalog, rules, plan(made)) if each.subject == "link"}

    address = "https://books.apple.com/us/book/id1"
    quiet = rules_of(address)
    assert rules_of(f"{address}?at=1l3v&ct=spring") == quiet
    assert "attribution-and-affiliate" not in rules_of(
        f"{address}?at=1l3v&ct=spring", "affiliate-tag", "retailer-attribution"
    )
    assert "attribution-and-affiliate" in rules_of("https://www.amazon.com/dp/B0EXAMPLE1?maas=x&tag=y-20")
    assert "tokens-apart" in rules_of(f"{address}?ct=spring")


IN_MAIL, IN_ANY_MAIL = "affiliate-in-mail", "affiliate-in-any-mail"


@pytest.mark.parametrize(
    ("platform", "placement", "shop", "opt_in", "told"),
    [
        ("email-newsletter", "broadcast", "in", True, {IN_ANY_MAIL}),
        ("email-newsletter", "broadcast", "in", None, {IN_ANY_MAIL}),
        ("email-newsletter", "broadcast", "com", True, set()),
        ("email-newsletter", "broadcast", "com", None, {IN_MAIL}),
        ("substack", "article", "in", True, set()),
        ("instagram", "direct-message", "in", True, set()),
        ("instagram", "direct-message", "in", None, {IN_MAIL}),
        ("instagram", "bio", "in", None, set()),
    ],
)
def test_mail_that_was_asked_for_may_hold_amazons_tags_but_perhaps_not_those_of_india(
    catalog: Catalog, rules: RuleBook, platform: str, placement: str, shop: str, opt_in: bool, told: set[str]
) -> None:
    target = f"https://www.amazon.{shop}/dp/B0EXAMPLE1?tag=y-20"
    made = channel(platform, link(placement, "affiliate-tag", target=target), disclosure="#ad")
    found = findings(catalog, rules, plan(made, accounts=(account(platform, opt_in=opt_in),)))
    assert {each.rule for each in found if each.rule in (IN_MAIL, IN_ANY_MAIL)} == told
