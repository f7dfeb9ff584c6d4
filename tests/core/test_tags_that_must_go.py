"""Where an affiliate tag cannot stay, that alone is said of it: no label and no condition would help."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import LegalBasis, ListOrigin
from tests.core.build import account, channel, findings, link, plan

TAGGED = "https://www.amazon.com/dp/B0EXAMPLE1?tag=ann-20"
BOOKSHOP = "https://bookshop.org/a/12345/9780000000002"
UNDISCLOSED = "affiliate-without-disclosure"
OF_TAGS = {UNDISCLOSED, "condition-not-known", "disputed-fact", "affiliate-in-mail", "option-forbidden"} | {
    *("affiliate-offline", "affiliate-in-ad", "mail-service-bars-affiliates", "affiliate-site-unlisted"),
    *("affiliate-under-terms", "mail-service-limits-affiliates", "links-blocked"),
}


def told(catalog: Catalog, rules: RuleBook, made: Plan) -> set[str]:
    """The rules on tags that a plan breaks."""
    return {finding.rule for finding in findings(catalog, rules, made)} & OF_TAGS


def earning(platform: str, placement: str, target: str = TAGGED, **fields: Any) -> Plan:
    accounts = (account(platform, **fields),) if fields else ()
    carried = link(placement, "affiliate-tag", target=target)
    return plan(channel(platform, carried, tracking=("affiliate-tag",)), accounts=accounts)


@pytest.mark.parametrize(
    ("made", "rules_broken"),
    [
        (earning("offline-bookshop-library", "print"), {"affiliate-offline"}),
        (earning("facebook-ads", "ad"), {"affiliate-in-ad"}),
        (earning("bookbub", "alert"), {"option-forbidden"}),
        (earning("storygraph", "profile-website-field"), {"links-blocked", "option-forbidden"}),
        (
            earning("email-newsletter", "broadcast", mail_service="mailerlite", opt_in=True),
            {"mail-service-bars-affiliates"},
        ),
        (
            earning("email-newsletter", "broadcast", mail_service="mailerlite", opt_in=None),
            {"mail-service-bars-affiliates"},
        ),
        (earning("substack", "post"), {"affiliate-site-unlisted", UNDISCLOSED}),
    ],
)
def test_only_that_the_tag_must_go(
    catalog: Catalog, rules: RuleBook, made: Plan, rules_broken: set[str]
) -> None:
    assert told(catalog, rules, made) - {"option-impossible"} <= rules_broken
    assert told(catalog, rules, made) & rules_broken


def test_a_tag_that_may_stay_says_so_and_keeps_its_conditions(catalog: Catalog, rules: RuleBook) -> None:
    letter = earning("email-newsletter", "broadcast", mail_service="mailchimp", opt_in=None)
    assert told(catalog, rules, letter) >= {UNDISCLOSED, "condition-not-known", "disputed-fact"}
    printed = earning("offline-bookshop-library", "print", BOOKSHOP)
    assert told(catalog, rules, printed) == {UNDISCLOSED, "condition-not-known"}
    unknown = earning("offline-bookshop-library", "print", "https://author.example/shop")
    assert told(catalog, rules, unknown) >= {UNDISCLOSED, "affiliate-under-terms"}


@pytest.mark.parametrize(("opt_in", "asked"), [(None, True), (False, False)])
def test_nobody_is_asked_to_say_that_readers_opted_in_who_never_did(
    catalog: Catalog, rules: RuleBook, opt_in: bool | None, asked: bool
) -> None:
    made = earning(
        *("email-newsletter", "broadcast", TAGGED),
        list_origin=ListOrigin.BUYERS,
        legal_basis=LegalBasis.SOFT_OPT_IN,
        opt_in=opt_in,
    )
    found = findings(catalog, rules, made)
    (mail,) = [each for each in found if each.rule == "affiliate-in-mail"]
    assert ("opted in" in mail.instead) is asked
    assert mail.instead.endswith("Check your mail service's terms, or use a plain link.")


def test_what_is_disputed_of_the_tags_of_one_shop_bears_on_no_others(
    catalog: Catalog, rules: RuleBook
) -> None:
    for platform, placement in (("email-newsletter", "broadcast"), ("substack", "article")):
        assert "disputed-fact" not in told(catalog, rules, earning(platform, placement, BOOKSHOP))
        page = earning(platform, placement, "https://author.example/shop", opt_in=True)
        assert "disputed-fact" in told(catalog, rules, page)
