"""What rests on a disputed or uncertain fact is worded as uncertain, and never a blocker."""

from collections.abc import Iterator

import pytest

from planner.core.catalog import Catalog, Platform
from planner.core.checks.tracking import rule_broken
from planner.core.facts import DOUBTFUL, Confidence, Policy, VerdictKind
from planner.core.findings import Finding
from planner.core.plan import Account, Activity, ActivityKind, Channel
from planner.core.rules import RuleBook, Severity
from planner.core.verdicts import Situation, Verdict, judge
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
        broken = rules.get(rule_broken(verdict))
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
    assert " On the one side: " in told
    assert other in told.partition(" On the other side: ")[2]
