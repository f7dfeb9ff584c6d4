"""What rests on a disputed or uncertain fact is worded as uncertain, and never a blocker."""

from collections.abc import Iterator
from datetime import date

import pytest

from planner.core.catalog import Catalog, Platform
from planner.core.checks.tracking import rule_broken
from planner.core.facts import DOUBTFUL, Confidence, Policy, VerdictKind
from planner.core.findings import Finding
from planner.core.plan import Account, Activity, Channel, Plan
from planner.core.rules import SERIOUS, RuleBook, Severity
from planner.core.situation import Situation
from planner.core.verdicts import Verdict, judge
from planner.core.vocabulary import ActivityKind
from tests.core.build import PLATFORM_IDS, channel, findings, link, plan

IN_DOUBT = "option-perhaps-ruled-out"


def all_verdicts(catalog: Catalog, platform: Platform) -> Iterator[Verdict]:
    """The verdicts on every option at every placement, for every type of account."""
    types = ("", *platform.account_types)
    accounts = [Account(id="a", platform=platform.id, type=type, followers=10) for type in types]
    for account in accounts:
        for option in catalog.options:
            for placement in ("", *(spot.placement for spot in platform.placements)):
                yield judge(catalog, platform, option, Situation(account), placement)


def on(catalog: Catalog, rules: RuleBook, platform: str, option: str, placement: str = "") -> list[Finding]:
    """What is found where a channel, or a link at a placement, has an option on."""
    links = [link(placement, option)] if placement else []
    made = channel(platform, *links, tracking=() if placement else (option,))
    return [each for each in findings(catalog, rules, plan(made)) if each.rule.startswith("option-")]


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_no_blocker_rests_on_a_doubtful_fact(catalog: Catalog, rules: RuleBook, id: str) -> None:
    platform = catalog.platforms[id]
    assert platform.links.policy is not Policy.BLOCKED or platform.links.confidence not in DOUBTFUL
    for verdict in all_verdicts(catalog, platform):
        named = rule_broken(verdict)
        broken = rules[named] if named else None
        doubtful = any(fact.confidence in DOUBTFUL for fact in verdict.deciding)
        assert verdict.certain is not doubtful
        if broken and not verdict.usable:
            sure = broken.severity is Severity.BLOCKER or verdict.kind is VerdictKind.NOT_YET
            assert sure is not doubtful, (verdict.option, verdict.placement)
            assert broken.certain is not doubtful


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_a_disputed_way_of_tracking_names_its_other_side(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    sides = {key for each in platform.conflicts for claim in each.claims for key in claim.source}
    for fact in (*platform.tracking, *platform.conditions):
        assert fact.confidence is not Confidence.DISPUTED or sides & set(fact.source), fact.text


@pytest.mark.parametrize(
    ("platform", "option", "placement"),
    [
        ("weibo", "smart-link", ""),
        ("weibo", "smart-link", "post"),
        ("weibo", "retailer-attribution", "ad"),
        ("lemon8", "qr-code", ""),
        ("lemon8", "coupon-code", "bio"),
        ("amazon-ads", "coupon-code", ""),
        ("bilibili", "smart-link", ""),
    ],
)
def test_an_uncertain_ban_is_a_warning_in_words_of_doubt(
    catalog: Catalog, rules: RuleBook, platform: str, option: str, placement: str
) -> None:
    (found,) = on(catalog, rules, platform, option, placement)
    assert found.rule == IN_DOUBT
    assert found.severity is Severity.WARNING
    assert found.text.startswith("By what is known ")
    assert found.source.partition(" On what to do instead: ")[0].endswith("This is not certain.")


@pytest.mark.parametrize(
    ("platform", "option", "rule"),
    [
        ("xiaohongshu", "smart-link", "option-impossible"),
        ("xiaohongshu", "qr-code", "option-forbidden"),
        ("xiaohongshu", "coupon-code", "option-forbidden"),
        ("douyin", "smart-link", "option-impossible"),
        ("librarything", "coupon-code", "option-forbidden"),
        ("bookbub", "affiliate-tag", "option-forbidden"),
    ],
)
def test_a_sure_ban_stays_a_blocker(
    catalog: Catalog, rules: RuleBook, platform: str, option: str, rule: str
) -> None:
    (found,) = on(catalog, rules, platform, option)
    assert (found.rule, found.severity) == (rule, Severity.BLOCKER)


@pytest.mark.parametrize("platform", ["substack", "kickstarter"])
def test_a_tag_that_is_disputed_or_was_never_looked_into_is_not_blocked(
    catalog: Catalog, rules: RuleBook, platform: str
) -> None:
    made = plan(channel(platform, tracking=("affiliate-tag",)))
    assert not [each for each in findings(catalog, rules, made) if each.severity is Severity.BLOCKER]


@pytest.mark.parametrize(
    ("made", "rule", "other"),
    [
        (
            channel("goodreads", region="DE", activities=(Activity(id="a", kind=ActivityKind.GIVEAWAY),)),
            "giveaway-other-region",
            "there was talk of opening giveaways",
        ),
        (
            channel("tiktok", link("bio", "smart-link")),
            "condition-not-known",
            "A personal account could not count on it",
        ),
        (channel("tiktok", tracking=("smart-link",)), "condition-not-known", "A personal account"),
        (
            channel("email-newsletter", tracking=("affiliate-tag",)),
            "condition-not-known",
            "Amazon's present policies let them stand",
        ),
    ],
    ids=["giveaway", "condition", "condition of a channel", "newsletter"],
)
def test_where_a_disputed_fact_decides_its_other_side_is_shown(
    catalog: Catalog, rules: RuleBook, made: Channel, rule: str, other: str
) -> None:
    found = [each for each in findings(catalog, rules, plan(made)) if each.rule == rule]
    told = next(each.source for each in found if "Sources disagree." in each.source)
    assert " On one side: " in told
    assert other in told.partition(" On the other side: ")[2]


TEXT = "Buy now: https://author.example/b, $2.99, mail a@author.example. Swap votes, free copy on Kobo."
DOUBTS = ("Sources disagree.", "This is not certain.")
BEGINS = "By what is known, though nobody has settled it: "


def busy(catalog: Catalog, platform: Platform, type: str) -> Plan:
    """A plan that tries everything on a platform: every option at every placement, a text and much work."""
    spots = [spot.placement for spot in platform.placements]
    work = [
        Activity(id=f"{kind}{n}", title="Swap votes, answer reviews", kind=kind, due=-1, region="DE")
        for kind in (ActivityKind.SEND, ActivityKind.GIVEAWAY, ActivityKind.AD)
        for n in range(3)
    ]
    bare = [link(spot, id=f"bare-{spot}", target="https://www.royalroad.com/fiction/1") for spot in spots]
    full = [
        link(spot, option, id=f"{option}-{spot}", target="https://www.amazon.in/dp/B0EXAMPLE1?tag=y-20")
        for spot in spots
        for option in catalog.options
    ]
    account = Account(id="a", platform=platform.id, type=type, followers=10, list_size=10**6)
    made = channel(
        platform.id, *bare, *full, copy=TEXT, activities=tuple(work), tracking=tuple(catalog.options)
    )
    return plan(made, accounts=(account,), launch=date(2027, 5, 5))


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_no_error_cites_doubtful_facts(catalog: Catalog, rules: RuleBook, id: str) -> None:
    platform = catalog.platforms[id]
    for type in ("", *platform.account_types):
        for found in findings(catalog, rules, busy(catalog, platform, type)):
            own = found.source.partition(" On what to do instead: ")[0]
            if any(words in own for words in DOUBTS):
                assert found.severity in (Severity.WARNING, Severity.TIP), (found.rule, found.text)
            if found.text.startswith(BEGINS):
                assert found.severity is Severity.WARNING
                assert rules[found.rule].severity in SERIOUS
                assert found.instead.startswith("Look up what holds today before you rely on it. ")
                assert any(words in found.source for words in DOUBTS)


@pytest.mark.parametrize("options", [(), ("smart-link",)])
def test_where_a_sure_condition_is_not_met_it_alone_is_told_and_cited(
    catalog: Catalog, rules: RuleBook, options: tuple[str, ...]
) -> None:
    made = channel("wechat", link("article", *options))
    account = Account(id="a", platform="wechat", type="personal account")
    told = findings(catalog, rules, plan(made, accounts=(account,)))
    (found,) = [each for each in told if each.rule == "condition-not-met"]
    assert found.severity is Severity.ERROR
    assert "You need an Official Account" in found.text
    assert "verified service account" not in found.text
    assert "Read-more link set-up" in found.source
    assert "Sources disagree." not in found.source


@pytest.mark.parametrize(
    ("made", "type", "rule", "doubtful"),
    [
        (channel("tiktok", link("bio", "smart-link")), "personal", "condition-not-met", True),
        (channel("tiktok", link("bio")), "personal", "condition-not-met", True),
        (channel("wechat", link("article", "smart-link")), "service account", "condition-not-met", True),
        (channel("wechat", link("article")), "subscription account", "condition-not-met", True),
        (channel("wechat", link("article", "smart-link")), "personal account", "condition-not-met", False),
        (channel("wechat", link("article")), "personal account", "condition-not-met", False),
        (channel("wechat", link("menu")), "subscription account", "condition-not-met", False),
        (channel("weibo", link("bio")), "personal", "condition-not-met", True),
        (channel("weibo", link("article")), "personal", "condition-not-met", True),
        (channel("tiktok", link("comment")), "", "placement-not-clickable", False),
        (channel("lemon8", copy=TEXT), "", "copy-removed", True),
        (channel("xiaohongshu", copy=TEXT), "", "copy-removed", False),
        (channel("apple-books", copy="Also on Kobo."), "", "copy-removed", True),
        (
            channel("wattpad", link("profile-website-field", target="https://www.royalroad.com/fiction/1")),
            "",
            "link-to-rival",
            True,
        ),
        (
            channel("royalroad", link("ad", target="https://www.wattpad.com/story/1")),
            "",
            "link-to-rival",
            False,
        ),
        (channel("wattpad", activities=(Activity(id="a", title="Swap votes"),)), "", "conduct", True),
        (
            channel("kickstarter", activities=(Activity(id="a", title="Message strangers who back novels"),)),
            "",
            "conduct",
            False,
        ),
    ],
)
def test_an_error_that_rests_on_doubt_is_a_warning_in_words_of_doubt(
    catalog: Catalog, rules: RuleBook, made: Channel, type: str, rule: str, doubtful: bool
) -> None:
    account = Account(id="account", platform=made.platform, type=type, followers=10)
    told = [each for each in findings(catalog, rules, plan(made, accounts=(account,))) if each.rule == rule]
    assert told
    for found in told:
        assert found.severity is (Severity.WARNING if doubtful else Severity.ERROR)
        assert found.text.startswith(BEGINS) is doubtful
        assert any(words in found.source for words in DOUBTS) or not doubtful
