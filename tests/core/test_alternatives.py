"""What to do instead: another placement, another platform, a goal that can be counted; never a workaround."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.core.alternative_words import NOTHING_BETTER, Way, ways_for_all, ways_instead
from planner.core.alternatives import (
    OtherPlatform,
    dependable,
    main_option,
    markets_wanted,
    other_options,
    other_placements,
    other_platforms,
    proxy_goal,
)
from planner.core.catalog import Catalog, Platform
from planner.core.copy_scan.scan import SALES_WORDS
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.fit import FitKind, fit_for
from planner.core.fixes import offered
from planner.core.plan import Book, Phase, Plan, Skipped
from planner.core.rules import RuleBook
from planner.core.situation import NOBODY, Situation
from planner.core.tree import Tree
from planner.core.verdict_words import explain, needs_way_on
from planner.core.verdicts import judge, judge_all
from planner.core.vocabulary import Aim
from tests.core.build import PLATFORM_IDS, account, channel, findings, link, plan

ENGLISH = Situation(book=Book(id="b", genre="historical-fiction", language="en", markets=("GB",)))
CHINESE = Situation(book=Book(id="b", genre="history", language="zh", markets=("CN",)))
ROMANCE = Book(id="book", genre="romance", language="en", markets=("US",))
GREY_RULES = ("option-impossible", "option-forbidden", "option-not-yet")
SITUATIONS = {"nobody": NOBODY, "english": ENGLISH, "chinese": CHINESE}


def of_rule(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> Finding:
    return next(finding for finding in findings(catalog, rules, made) if finding.rule == rule)


def after(made: Plan, finding: Finding, label: str) -> Plan:
    """The plan once the fix with a label is pressed."""
    document = Document(made)
    fix = next(fix for fix in finding.fixes if fix.label == label)
    document.apply(fix.edit(document.tree, finding.subject))
    return document.plan


def all_ways(catalog: Catalog, id: str) -> Iterator[tuple[str, Way]]:
    """Everything that is proposed for any option at any placement, with the option."""
    platform = catalog.platforms[id]
    for situation in SITUATIONS.values():
        for option in catalog.options:
            for placement in ("", *(spot.placement for spot in platform.placements)):
                verdict = judge(catalog, platform, option, situation, placement)
                if needs_way_on(verdict):
                    yield from ((option, way) for way in ways_instead(catalog, platform, verdict, situation))


def is_named(platform: Platform, other: OtherPlatform) -> bool:
    """Whether a platform's record names the other as a way on."""
    return other.platform.id in {way.platform for way in platform.ways_on}


def test_another_placement_is_one_where_the_option_works_by_the_facts(catalog: Catalog) -> None:
    platform = catalog.platforms["wechat"]
    found = other_placements(catalog, platform, "smart-link", NOBODY, "bio")
    assert [verdict.placement for verdict in found] == ["read-more-link", "menu", "article"]
    served = Situation(account("wechat", type="service account"))
    first = other_placements(catalog, platform, "smart-link", served, "bio")
    assert [verdict.placement for verdict in first][:2] == ["read-more-link", "menu"]
    assert all(verdict.counts for verdict in first)


def test_a_condition_that_is_not_met_rules_a_placement_out(catalog: Catalog) -> None:
    platform = catalog.platforms["tiktok"]
    small = Situation(account("tiktok", type="personal", followers=400))
    assert "bio" not in [v.placement for v in other_placements(catalog, platform, "smart-link", small)]
    large = Situation(account("tiktok", type="personal", followers=2000))
    assert "bio" in [v.placement for v in other_placements(catalog, platform, "smart-link", large)]


def test_a_code_is_recommended_on_paper_alone(catalog: Catalog) -> None:
    paper, screen = catalog.platforms["offline-bookshop-library"], catalog.platforms["youtube"]
    assert dependable(catalog, judge(catalog, paper, "qr-code"), NOBODY)
    assert judge(catalog, screen, "qr-code").counts
    assert not dependable(catalog, judge(catalog, screen, "qr-code"), NOBODY)
    assert "qr-code" not in [v.option for v in other_options(catalog, screen, "utm", NOBODY)]
    assert "qr-code" in [v.option for v in other_options(catalog, paper, "utm", NOBODY)]


def test_what_suits_comes_first_then_what_the_record_says(catalog: Catalog) -> None:
    closed = catalog.platforms["xiaohongshu"]
    (wechat,) = other_platforms(catalog, closed, "smart-link", CHINESE)
    assert (wechat.platform.id, wechat.works, wechat.suits) == ("wechat", True, True)
    assert wechat.places == ("read-more-link", "menu", "article")
    found, named = other_platforms(catalog, closed, "smart-link", ENGLISH)
    assert (named.platform.id, named.suits) == ("wechat", False)
    assert (found.platform.id, found.works, found.suits) == ("pinterest", True, True)
    assert not is_named(closed, found)


def test_what_was_turned_down_is_not_proposed(catalog: Catalog) -> None:
    skipped = Situation(book=ENGLISH.book, skipped=("pinterest",))
    found = other_platforms(catalog, catalog.platforms["xiaohongshu"], "smart-link", skipped)
    assert "pinterest" not in [other.platform.id for other in found]
    closed = catalog.platforms["xiaohongshu"]
    alike = [other.platform for other in found if not is_named(closed, other)]
    assert [fit_for(catalog, each, skipped.on(each.id)).kind for each in alike] == [FitKind.POSSIBLE]


def test_the_account_there_decides_whether_the_option_works_there(catalog: Catalog) -> None:
    tiktok = catalog.platforms["bilibili"]
    met = Situation(book=CHINESE.book, accounts={"wechat": account("wechat", type="subscription account")})
    there = other_platforms(catalog, tiktok, "smart-link", met)
    assert [other.places for other in there if other.platform.id == "wechat"] == [("read-more-link",)]


@pytest.mark.parametrize(
    ("platform", "markets", "wanted"),
    [
        ("tiktok", ("US", "CN"), ("US",)),
        ("xiaohongshu", ("US", "GB"), ("US", "GB")),
        ("xiaohongshu", ("US", "CN"), ("CN",)),
        ("xiaohongshu", (), ("CN",)),
    ],
)
def test_the_markets_to_reach_are_the_books(
    catalog: Catalog, platform: str, markets: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    book = Book(id="b", markets=markets)
    assert markets_wanted(catalog, catalog.platforms[platform], book.markets) == wanted


def test_a_platform_without_clicks_offers_its_own_figures_as_a_goal(catalog: Catalog) -> None:
    closed, opened = catalog.platforms["xiaohongshu"], catalog.platforms["tiktok"]
    assert proxy_goal(catalog, closed, NOBODY) is closed.native_analytics
    assert proxy_goal(catalog, opened, NOBODY) is None


def takes_over(catalog: Catalog, platform: str, situation: Situation) -> list[str]:
    others = other_platforms(catalog, catalog.platforms[platform], main_option(catalog), situation)
    return [other.platform.id for other in others if other.takes_over]


def test_a_poor_platform_takes_nobodys_place(catalog: Catalog) -> None:
    assert takes_over(catalog, "xiaohongshu", CHINESE) == ["wechat"]
    assert takes_over(catalog, "xiaohongshu", ENGLISH) == ["pinterest"]
    poor = Situation(book=Book(id="b", genre="romance", language="eo", markets=("CN",)))
    assert takes_over(catalog, "xiaohongshu", poor) == []


def test_where_nowhere_better_is_known_that_is_said(catalog: Catalog) -> None:
    platform = catalog.platforms["tiktok"]
    words = explain(catalog, platform, judge(catalog, platform, "ad-tracking"))
    assert words.ways[-1].text == "Nowhere better is known for this: Ad tracking."
    assert words.way_on.startswith("What can be used here: Smart link, UTM tags, ")


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_what_is_said_of_several_options_at_once_loses_nothing_and_repeats_nothing(
    catalog: Catalog, id: str
) -> None:
    platform = catalog.platforms[id]
    for situation in SITUATIONS.values():
        grey = [v for v in judge_all(catalog, platform, situation) if not v.usable]
        told = ways_for_all(catalog, platform, grey, situation)
        text = " ".join(way.text for way in told)
        assert len({way.text for way in told}) == len(told)
        for verdict in grey:
            for way in ways_instead(catalog, platform, verdict, situation):
                name = catalog.options[verdict.option].name
                assert way.text in text or name in text
                assert all(source in " ".join(each.source for each in told) for source in titles(way))


def titles(way: Way) -> list[str]:
    """The titles of a way's sources."""
    return way.source.removeprefix("Source: ").partition(". Checked")[0].split("; ")


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_proposal_is_whole_and_what_works_has_a_source(catalog: Catalog, id: str) -> None:
    for option, way in all_ways(catalog, id):
        assert way.text.endswith((".", "!", "”"))
        claims = ("Here it works in", "What can be used here", "A goal that can be counted")
        if way.text.startswith((*claims, f"{catalog.options[option].name} can be used on")):
            assert way.source.startswith("Source: "), way
        assert way.platform in ("", *catalog.platforms)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_no_proposal_is_a_workaround_that_any_platform_forbids(
    catalog: Catalog, rules: RuleBook, id: str
) -> None:
    forbidden = {phrase.casefold() for rule in rules.values() for phrase in rule.phrases}
    forbidden |= {p.casefold() for rule in catalog.platforms[id].promotion_rules for p in rule.phrases}
    for platform in catalog.platforms.values():
        if platform.copy and SALES_WORDS not in platform.copy.removes:
            forbidden |= {phrase.casefold() for phrase in platform.copy.phrases}
    pictures = {spot.name for spot in catalog.placements.values() if spot.in_picture}
    assert pictures
    for _, way in all_ways(catalog, id):
        text = way.text.casefold()
        assert not [phrase for phrase in forbidden if phrase in text], way
        assert not [name for name in pictures if name.casefold() in text], way
        assert not re.search(r"search (for )?(my|the|your|its|this) (title|book|name)", text), way


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_what_is_proposed_elsewhere_works_there_and_suits(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for situation in SITUATIONS.values():
        for option in catalog.options:
            for other in other_platforms(catalog, platform, option, situation):
                assert other.platform.id != id
                if not is_named(platform, other):
                    assert other.works
                    assert other.suits
                    home = catalog.options[option].home
                    assert other.platform.id == home if home else other.platform.kind == platform.kind
                if other.works:
                    there = situation.on(other.platform.id)
                    assert judge(catalog, other.platform, option, there).counts


def test_an_author_moves_a_link_where_it_can_be_clicked(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("linkedin", link("ad", "smart-link"), tracking=("smart-link",)))
    found = of_rule(catalog, rules, made, "placement-not-served")
    labels = [fix.label for fix in found.fixes]
    assert labels == ["Move it to: post", "Switch Smart link off"]
    assert found.instead.startswith("Here it works in: post, comment, article or website field")
    moved = after(made, found, labels[0])
    assert moved.channels[0].links[0].placement == "post"
    assert "placement-not-served" not in [finding.rule for finding in findings(catalog, rules, moved)]


def test_what_a_placement_does_not_take_is_switched_off_and_the_link_becomes_no_ad(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("bookbub", link("alert", "smart-link")))
    found = of_rule(catalog, rules, made, "placement-not-served")
    assert [fix.label for fix in found.fixes] == ["Switch Smart link off"]
    there = after(made, found, "Switch Smart link off").channels[0].links[0]
    assert (there.placement, there.options) == ("alert", ())


def test_a_link_is_not_moved_where_another_condition_waits(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(
        channel("tiktok", link("bio", "smart-link"), tracking=("smart-link",)),
        accounts=(account("tiktok", type="personal", followers=400),),
    )
    assert of_rule(catalog, rules, made, "condition-not-met").fixes == ()


def test_an_author_turns_from_a_closed_platform_to_one_that_works(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("xiaohongshu", tracking=("smart-link",)), book=CHINESE.book)
    found = of_rule(catalog, rules, made, "option-impossible")
    add = "Add WeChat, and move Smart link there"
    assert [fix.label for fix in found.fixes] == ["Switch Smart link off", "Replace with WeChat", add]
    assert "use WeChat" in found.instead
    assert after(made, found, "Replace with WeChat").channels[0].platform == "wechat"
    kept, added, _ = after(made, found, add).channels
    assert (kept.platform, kept.tracking) == ("xiaohongshu", ())
    assert (added.platform, added.tracking) == ("wechat", ("smart-link",))


def test_a_link_that_cannot_stand_is_taken_out_or_its_channel_turned(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("xiaohongshu", link("post")), book=CHINESE.book)
    found = of_rule(catalog, rules, made, "links-blocked")
    add = "Add WeChat, and move the link there"
    assert [fix.label for fix in found.fixes] == ["Remove the link", "Replace with WeChat", add]
    assert found.instead.startswith("Take the link out. For readers in mainland China, use WeChat")
    assert after(made, found, "Remove the link").channels[0].links == ()
    assert after(made, found, "Replace with WeChat").channels[0].platform == "wechat"
    kept, added, _ = after(made, found, add).channels
    assert (kept.links, added.platform) == ((), "wechat")
    assert added.links == (replace(made.channels[0].links[0], placement=""),)


def test_an_aim_that_cannot_be_counted_becomes_one_that_can(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("xiaohongshu", aim=Aim.SALES), book=CHINESE.book)
    found = of_rule(catalog, rules, made, "goal-not-measurable")
    add = "Add WeChat, and aim for sales there"
    assert [fix.label for fix in found.fixes] == ["Aim for awareness", "Replace with WeChat", add]
    assert "views, likes, saves and followers" in found.instead
    assert after(made, found, "Aim for awareness").channels[0].aim is Aim.AWARENESS
    kept, added, _ = after(made, found, add).channels
    assert (kept.aim, added.aim, added.tracking) == (Aim.AWARENESS, Aim.SALES, ("smart-link",))
    assert found.source.startswith("Source: ")


def test_an_option_of_a_link_moves_to_a_new_channel_and_leaves_the_link(
    catalog: Catalog, rules: RuleBook
) -> None:
    phases = (Phase(id="phase", channels=(channel("weibo", link("post", "smart-link")),)),)
    made = plan(book=CHINESE.book, phases=phases)
    found = of_rule(catalog, rules, made, "option-perhaps-ruled-out")
    kept, added = after(made, found, "Add WeChat, and move Smart link there").channels
    assert (kept.links[0].options, added.tracking) == ((), ("smart-link",))


def test_channels_share_what_can_be_done_and_each_is_mended_alone(catalog: Catalog, rules: RuleBook) -> None:
    both = [channel("xiaohongshu", id=id, tracking=("smart-link",)) for id in ("one", "two")]
    made = plan(*both, book=CHINESE.book)
    one, two = (each for each in findings(catalog, rules, made) if each.rule == "option-impossible")
    assert one.fixes == two.fixes
    for found, mended in ((one, ["wechat", "xiaohongshu"]), (two, ["xiaohongshu", "wechat"])):
        turned = after(made, found, "Replace with WeChat")
        assert [each.platform for each in turned.channels[:2]] == mended


def test_what_cannot_work_on_the_other_platform_is_left_behind(catalog: Catalog, rules: RuleBook) -> None:
    carried = ("utm", "conversion-pixel", "ad-tracking")
    made = plan(channel("linkedin", link("post", *carried), tracking=carried), book=ROMANCE)
    found = next(
        each
        for each in findings(catalog, rules, made)
        for fix in each.fixes
        if fix.label == "Replace with Facebook Groups"
    )
    turned = after(made, found, "Replace with Facebook Groups")
    now = turned.channels[0]
    assert (now.platform, now.tracking, now.links[0].options) == ("facebook-groups", ("utm",), ("utm",))


@pytest.mark.parametrize("platform", PLATFORM_IDS)
@pytest.mark.parametrize("situation", [ENGLISH, CHINESE])
def test_no_replacement_brings_an_option_that_is_grey_there(
    catalog: Catalog, rules: RuleBook, platform: str, situation: Situation
) -> None:
    made = plan(
        channel(platform, link("", *catalog.options), tracking=tuple(catalog.options)), book=situation.book
    )
    for found in findings(catalog, rules, made):
        offers = offered(found.fixes, Tree.of(made), found.subject)
        for label in [fix.label for fix in offers if fix.label.startswith("Replace with ")]:
            turned = after(made, found, label)
            grey = [
                each
                for each in findings(catalog, rules, turned)
                if each.rule in GREY_RULES and each.subject in ("channel", "link")
            ]
            assert grey == []


def test_an_option_that_nobody_knows_is_taken_from_a_link(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("instagram", link("bio", "crystal-ball", "utm")))
    found = of_rule(catalog, rules, made, "option-unknown")
    assert after(made, found, "Switch crystal-ball off").channels[0].links[0].options == ("utm",)


def test_a_platform_that_the_phase_uses_is_not_put_there_again(catalog: Catalog, rules: RuleBook) -> None:
    both = channel("xiaohongshu", tracking=("smart-link",)), channel("wechat", id="other")
    made = plan(*both, book=CHINESE.book)
    found = of_rule(catalog, rules, made, "option-impossible")
    labels = [fix.label for fix in offered(found.fixes, Tree.of(made), found.subject)]
    assert labels == ["Switch Smart link off"]
    assert offered(found.fixes, Tree.of(replace(made, phases=())), found.subject) == []


def test_an_aim_that_nothing_counts_gets_an_option_that_does(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("telegram", link("post"), id="posts", aim=Aim.CLICKS))
    found = of_rule(catalog, rules, made, "goal-not-measured")
    assert [fix.label for fix in found.fixes] == ["Switch Smart link on"]
    assert "smart-link" in after(made, found, "Switch Smart link on").channels[0].tracking
    assert "QR code" not in found.instead


def test_a_skipped_platform_is_never_a_fix(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(
        channel("xiaohongshu", tracking=("smart-link",)),
        book=ENGLISH.book,
        skipped=(Skipped(id="s", platform="pinterest"),),
    )
    found = of_rule(catalog, rules, made, "option-impossible")
    assert "Pinterest" not in found.instead
    assert "Replace with Pinterest" not in [fix.label for fix in found.fixes]


def test_nothing_better_is_said_of_an_option_without_any_way(catalog: Catalog) -> None:
    grey = catalog.platforms["xiaohongshu"]
    facts = tuple(replace(fact, verdict=judge(catalog, grey, "utm").kind) for fact in grey.tracking)
    alone = replace(grey, ways_on=(), tracking=facts, kind="crowdfunding", regions=("CN",))
    assert ways_instead(catalog, alone, judge(catalog, alone, "utm"), NOBODY) == (Way(NOTHING_BETTER),)


def test_two_ways_at_most_are_named_and_languages_have_to_meet(catalog: Catalog) -> None:
    royal = replace(catalog.platforms["royalroad"], links=catalog.platforms["xiaohongshu"].links)
    named = [
        other for other in other_platforms(catalog, royal, "smart-link", NOBODY) if is_named(royal, other)
    ]
    assert len(named) <= 2
    japanese = replace(catalog.platforms["naver-blog"], ways_on=(), languages=("ko",), regions=("WORLD",))
    found = other_platforms(catalog, japanese, "utm", NOBODY)
    assert all(not other.platform.languages or "ko" in other.platform.languages for other in found)
