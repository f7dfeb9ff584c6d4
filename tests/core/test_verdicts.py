"""The six verdicts: what the facts say of an option, at a placement, for this account and book."""

from itertools import product
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.facts import Clickable, Policy, VerdictKind
from planner.core.plan import Book
from planner.core.situation import Situation
from planner.core.verdict_words import explain, needs_way_on
from planner.core.verdicts import GREY, judge, judge_all
from tests.core.build import PLATFORM_IDS, account, verdict

YES, NO, OPEN = True, False, None
OUTWARD = (
    *("smart-link", "traffic", "ad-tracking", "utm", "qr-code", "retailer-attribution"),
    *("affiliate-tag", "coupon-code", "conversion-pixel"),
)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_option_of_every_platform_rests_on_a_fact(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    assert {fact.option for fact in platform.tracking} == set(catalog.options)
    for answer in judge_all(catalog, platform):
        fact = platform.tracking_fact(answer.option)
        assert fact is not None
        assert fact in answer.facts
        assert answer.usable == (answer.kind not in GREY)
        assert not answer.counts or answer.usable
        assert answer.placement == ""
        if fact.verdict in GREY:
            assert answer.kind == fact.verdict


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_a_placement_where_nothing_can_be_clicked_carries_no_clicks(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for spot, option in product(platform.placements, catalog.options.values()):
        answer = judge(catalog, platform, option.id, placement=spot.placement)
        if option.needs_click and spot.clickable is Clickable.NO:
            assert answer.kind in GREY
        if answer.counts and option.needs_click:
            assert spot.clickable in (Clickable.YES, Clickable.TYPED)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_where_links_are_blocked_nothing_that_needs_a_click_counts(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    if platform.links.policy is Policy.BLOCKED:
        assert [
            v.option
            for v in judge_all(catalog, platform)
            if v.counts and catalog.options[v.option].needs_click
        ] == []


def test_not_yet_is_the_ad_tracking_of_two_platforms_alone(catalog: Catalog) -> None:
    waiting = {
        (platform.id, answer.option)
        for platform in catalog.platforms.values()
        for answer in judge_all(catalog, platform)
        if answer.kind is VerdictKind.NOT_YET
    }
    assert waiting == {("tiktok", "ad-tracking"), ("pinterest", "ad-tracking")}


@pytest.mark.parametrize(
    ("fields", "kind", "met"),
    [
        ({}, VerdictKind.LIMITED, OPEN),
        ({"type": "personal"}, VerdictKind.LIMITED, OPEN),
        ({"followers": 400}, VerdictKind.LIMITED, OPEN),
        ({"type": "personal", "followers": 400}, VerdictKind.LIMITED, NO),
        ({"type": "personal", "followers": 999}, VerdictKind.LIMITED, NO),
        ({"type": "personal", "followers": 1000}, VerdictKind.AVAILABLE, YES),
        ({"followers": 2000}, VerdictKind.AVAILABLE, YES),
        ({"type": "business"}, VerdictKind.AVAILABLE, YES),
        ({"type": "business", "followers": 0}, VerdictKind.AVAILABLE, YES),
        (
            {"type": "personal", "followers": 0, "met": ("You need 1,000 followers or a business account.",)},
            VerdictKind.AVAILABLE,
            YES,
        ),
    ],
    ids=str,
)
def test_the_bio_link_of_tiktok_hangs_on_followers_or_a_business_account(
    catalog: Catalog, fields: dict[str, Any], kind: VerdictKind, met: bool | None
) -> None:
    answer = verdict(catalog, "tiktok", "smart-link", "bio", **fields)
    assert (answer.kind, answer.met) == (kind, met)
    assert answer.usable
    assert answer.counts == (met is not False)
    assert answer.rule == ("condition-not-met" if met is False else f"option-{kind}")
    assert needs_way_on(answer) == (met is False)


@pytest.mark.parametrize("placement", ["post", "comment", "video-description"])
def test_a_caption_of_tiktok_takes_no_link_whoever_asks(catalog: Catalog, placement: str) -> None:
    accounts: list[dict[str, Any]] = [{}, {"type": "business", "followers": 10**6}]
    for fields in accounts:
        answer = verdict(catalog, "tiktok", "smart-link", placement, **fields)
        assert answer.kind is VerdictKind.IMPOSSIBLE
        assert answer.rule == "placement-not-clickable"


def test_a_place_that_works_for_links_may_not_work_for_this_option(catalog: Catalog) -> None:
    answer = verdict(catalog, "tiktok", "affiliate-tag", "ad", type="business")
    assert (answer.kind, answer.met, answer.rule) == (VerdictKind.LIMITED, False, "placement-not-served")
    assert not answer.counts


def test_a_place_that_sources_dispute_is_unknown(catalog: Catalog) -> None:
    found = {
        (platform.id, spot.placement): judge(catalog, platform, "smart-link", placement=spot.placement).kind
        for platform in catalog.platforms.values()
        for spot in platform.placements
        if spot.clickable is Clickable.UNKNOWN
    }
    assert found
    assert set(found.values()) <= {VerdictKind.UNKNOWN, VerdictKind.LIMITED, *GREY}
    assert verdict(catalog, "tiktok", "traffic", "bio", type="business").kind is VerdictKind.UNKNOWN


PERSONAL = {"type": "personal account"}
VERIFIED = {"type": "verified service account"}
FILED = {**VERIFIED, "met": ("I have an https page on a domain with a Chinese ICP filing.",)}


@pytest.mark.parametrize(
    ("placement", "fields", "kind", "met"),
    [
        ("read-more-link", {}, VerdictKind.LIMITED, OPEN),
        ("read-more-link", PERSONAL, VerdictKind.LIMITED, NO),
        ("menu", PERSONAL, VerdictKind.LIMITED, NO),
        ("article", PERSONAL, VerdictKind.LIMITED, NO),
        ("direct-message", PERSONAL, VerdictKind.UNKNOWN, OPEN),
        ("post", PERSONAL, VerdictKind.UNKNOWN, OPEN),
        ("", PERSONAL, VerdictKind.UNKNOWN, OPEN),
        ("", {"type": "subscription account"}, VerdictKind.AVAILABLE, YES),
        ("read-more-link", {"type": "subscription account"}, VerdictKind.AVAILABLE, YES),
        ("menu", {}, VerdictKind.LIMITED, OPEN),
        ("menu", {"type": "subscription account"}, VerdictKind.LIMITED, NO),
        ("menu", {"type": "verified subscription account"}, VerdictKind.AVAILABLE, YES),
        ("menu", {"type": "service account"}, VerdictKind.AVAILABLE, YES),
        ("article", {}, VerdictKind.LIMITED, OPEN),
        ("article", {"type": "service account"}, VerdictKind.LIMITED, NO),
        ("article", {"type": "subscription account"}, VerdictKind.LIMITED, NO),
        ("article", VERIFIED, VerdictKind.LIMITED, OPEN),
        ("article", FILED, VerdictKind.AVAILABLE, YES),
        ("article", {**FILED, "type": "verified company subscription account"}, VerdictKind.AVAILABLE, YES),
        ("article", {**FILED, "type": "subscription account"}, VerdictKind.LIMITED, NO),
        ("bio", FILED, VerdictKind.IMPOSSIBLE, None),
        ("article-qr-image", FILED, VerdictKind.IMPOSSIBLE, None),
        ("direct-message", FILED, VerdictKind.UNKNOWN, OPEN),
    ],
)
def test_wechat_by_placement_and_type_of_account(
    catalog: Catalog, placement: str, fields: dict[str, Any], kind: VerdictKind, met: bool | None
) -> None:
    answer = verdict(catalog, "wechat", "smart-link", placement, **fields)
    assert (answer.kind, answer.met) == (kind, met)


@pytest.mark.parametrize(
    ("option", "placement", "type", "kind", "met"),
    [
        ("qr-code", "", "personal account", VerdictKind.UNKNOWN, OPEN),
        ("qr-code", "direct-message", "personal account", VerdictKind.UNKNOWN, OPEN),
        ("qr-code", "article-qr-image", "personal account", VerdictKind.LIMITED, NO),
        ("qr-code", "article-qr-image", "subscription account", VerdictKind.AVAILABLE, YES),
        ("qr-code", "", "service account", VerdictKind.AVAILABLE, YES),
        ("qr-code", "", "", VerdictKind.LIMITED, OPEN),
        ("native-analytics", "", "personal account", VerdictKind.LIMITED, NO),
        ("native-analytics", "", "subscription account", VerdictKind.AVAILABLE, YES),
        ("native-analytics", "", "", VerdictKind.LIMITED, OPEN),
        ("affiliate-tag", "read-more-link", "personal account", VerdictKind.LIMITED, NO),
        ("affiliate-tag", "post", "personal account", VerdictKind.UNKNOWN, OPEN),
        ("retailer-attribution", "post", "personal account", VerdictKind.UNKNOWN, OPEN),
        ("coupon-code", "", "personal account", VerdictKind.AVAILABLE, YES),
    ],
)
def test_codes_and_figures_of_wechat_belong_to_official_accounts(
    catalog: Catalog, option: str, placement: str, type: str, kind: VerdictKind, met: bool | None
) -> None:
    answer = verdict(catalog, "wechat", option, placement, type=type)
    assert (answer.kind, answer.met) == (kind, met)


def test_what_no_source_says_of_a_personal_account_is_said_to_have_none(catalog: Catalog) -> None:
    platform = catalog.platforms["wechat"]
    for option, places in product(("smart-link", "qr-code"), ("", "direct-message")):
        answer = verdict(catalog, "wechat", option, places, type="personal account")
        words = explain(catalog, platform, answer)
        assert words.reason.startswith("No source is known on its use in: direct message")
        assert "only here" not in words.condition
        assert ("Official Account" in words.condition) is (not places)
    reason = explain(
        catalog, platform, verdict(catalog, "wechat", "retailer-attribution", "post", type="personal account")
    )
    assert "No source is known" in reason.reason


@pytest.mark.parametrize("option", OUTWARD)
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"type": "business", "followers": 10**7, "region": "CN"},
        {"type": "verified", "languages": ("zh",), "local_help": True, "opt_in": True},
    ],
    ids=["nobody", "large", "local"],
)
def test_no_account_and_no_book_opens_xiaohongshu(
    catalog: Catalog, option: str, fields: dict[str, Any]
) -> None:
    platform = catalog.platforms["xiaohongshu"]
    sentences = {text for fact in (*platform.tracking, *platform.placements) for text in (fact.text,)}
    needs = {need.asks for need in (platform.fit.exception.needs if platform.fit.exception else ())}
    met = tuple(sentences | needs | {fact.condition for fact in platform.tracking})
    own = account(platform.id, **{**fields, "met": met})
    book = Book(id="b", genre="beauty", language="zh", markets=("CN",))
    for placement in ("", *(spot.placement for spot in platform.placements)):
        answer = judge(catalog, platform, option, Situation(own, book), placement)
        assert answer.kind in (VerdictKind.IMPOSSIBLE, VerdictKind.FORBIDDEN)
        assert not answer.usable
        assert not answer.counts


def test_codes_are_forbidden_on_xiaohongshu_and_its_own_figures_are_all_there_is(catalog: Catalog) -> None:
    answers = {v.option: v for v in judge_all(catalog, catalog.platforms["xiaohongshu"])}
    forbidden = {option for option, answer in answers.items() if answer.kind is VerdictKind.FORBIDDEN}
    assert forbidden == {"qr-code", "coupon-code"}
    assert [option for option, answer in answers.items() if answer.usable] == ["native-analytics"]
    assert answers["native-analytics"].kind is VerdictKind.LIMITED


def test_forbidden_means_forbidden_everywhere(catalog: Catalog) -> None:
    for platform in catalog.platforms.values():
        for fact in platform.tracking:
            if fact.verdict is VerdictKind.FORBIDDEN:
                places = ("", *(spot.placement for spot in platform.placements))
                kinds = {judge(catalog, platform, fact.option, placement=place).kind for place in places}
                assert kinds == {VerdictKind.FORBIDDEN}


def test_what_the_catalog_does_not_know_is_unknown_and_never_grey(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    option = judge(catalog, tiktok, "an-option-of-tomorrow")
    assert (option.kind, option.rule, option.facts) == (VerdictKind.UNKNOWN, "option-unknown", ())
    place = judge(catalog, tiktok, "smart-link", placement="hologram")
    assert (place.kind, place.rule) == (VerdictKind.UNKNOWN, "placement-not-offered")
    assert option.usable
    assert place.usable
    assert not option.counts
    assert not place.counts


def test_the_best_placement_speaks_for_the_platform(catalog: Catalog) -> None:
    poor = verdict(catalog, "tiktok", "smart-link", type="personal", followers=400)
    rich = verdict(catalog, "tiktok", "smart-link", type="business")
    assert (poor.kind, poor.met) == (VerdictKind.LIMITED, False)
    assert (rich.kind, rich.met) == (VerdictKind.AVAILABLE, True)
    assert not poor.counts
    assert rich.counts


@pytest.mark.parametrize("placement", ["", "bio"])
@pytest.mark.parametrize(
    ("fields", "label", "condition"),
    [
        ({"type": "personal", "followers": 400}, "limited", "(not met)."),
        ({"type": "personal", "followers": 2000}, "available", "(met: 2,000 followers)."),
        ({"type": "business"}, "available", "(met: business)."),
        ({"met": ("You need 1,000 followers or a business account.",)}, "available", "(met)."),
    ],
    ids=str,
)
def test_a_condition_that_is_met_makes_an_option_available_and_is_told_with_both_sides(
    catalog: Catalog, placement: str, fields: dict[str, Any], label: str, condition: str
) -> None:
    tiktok, situation = catalog.platforms["tiktok"], Situation(account("tiktok", **fields))
    words = explain(catalog, tiktok, judge(catalog, tiktok, "smart-link", situation, placement), situation)
    assert words.label == label
    assert f"You need 1,000 followers or a business account {condition}" in words.condition
    assert "TikTok website field requirements 2026" in words.source
    assert "On one side: It opens at 1,000 followers. On the other side: A personal" in words.source


def test_an_option_without_a_click_is_available_once_its_condition_is_met(catalog: Catalog) -> None:
    condition = "Switch on the disclosure setting. In some markets ads with a QR code are refused."
    assert verdict(catalog, "tiktok", "qr-code").kind is VerdictKind.LIMITED
    assert verdict(catalog, "tiktok", "qr-code", met=(condition,)).kind is VerdictKind.AVAILABLE


@pytest.mark.parametrize(
    ("platform", "option", "placement", "type", "kind", "met"),
    [
        ("instagram", "smart-link", "broadcast", "creator", VerdictKind.UNKNOWN, OPEN),
        ("instagram", "smart-link", "broadcast", "personal", VerdictKind.LIMITED, NO),
        ("instagram", "smart-link", "ad", "", VerdictKind.UNKNOWN, OPEN),
        ("instagram", "smart-link", "bio", "", VerdictKind.AVAILABLE, YES),
        ("instagram", "smart-link", "", "personal", VerdictKind.AVAILABLE, YES),
        ("linkedin", "smart-link", "direct-message", "premium", VerdictKind.UNKNOWN, OPEN),
        ("linkedin", "smart-link", "ad", "", VerdictKind.LIMITED, NO),
        ("whatsapp", "traffic", "channel", "channel admin", VerdictKind.UNKNOWN, OPEN),
        ("whatsapp", "traffic", "channel", "personal", VerdictKind.LIMITED, NO),
        ("line", "traffic", "broadcast", "light plan", VerdictKind.AVAILABLE, YES),
        ("line", "traffic", "menu", "light plan", VerdictKind.UNKNOWN, OPEN),
        ("facebook-groups", "smart-link", "group", "group admin", VerdictKind.AVAILABLE, YES),
        ("facebook-groups", "smart-link", "group", "member", VerdictKind.LIMITED, OPEN),
    ],
)
def test_where_no_source_says_whether_an_option_works_the_account_may_still_rule_it_out(
    catalog: Catalog,
    platform: str,
    option: str,
    placement: str,
    type: str,
    kind: VerdictKind,
    met: bool | None,
) -> None:
    answer = verdict(catalog, platform, option, placement, type=type)
    assert (answer.kind, answer.met) == (kind, met)
