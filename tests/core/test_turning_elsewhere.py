"""The fixes that turn a channel, a link or an option to where it works."""

from dataclasses import replace

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.fixes import offered
from planner.core.plan import Book, Phase, Plan, Skipped
from planner.core.rules import RuleBook
from planner.core.situation import Situation
from planner.core.tree import Tree
from planner.core.vocabulary import Aim
from tests.core.build import CHINESE, ENGLISH, PLATFORM_IDS, TODAY, account, channel, findings, link, plan

ROMANCE = Book(id="book", genre="romance", language="en", markets=("US",))


GREY_RULES = ("option-impossible", "option-forbidden", "option-not-yet")


def of_rule(catalog: Catalog, rules: RuleBook, made: Plan, rule: str) -> Finding:
    return next(finding for finding in findings(catalog, rules, made) if finding.rule == rule)


def after(made: Plan, finding: Finding, label: str) -> Plan:
    """The plan once the fix with a label is pressed."""
    document = Document(made)
    fix = next(fix for fix in finding.fixes if fix.label == label)
    document.apply(fix.edit(document.tree, finding.subject))
    return document.plan


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


def test_advice_that_a_platform_is_known_for_says_that_the_author_skips_it(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("xiaohongshu", tracking=("smart-link",)), book=CHINESE.book)
    turned_down = replace(made, skipped=(Skipped(id="s", platform="wechat"),))
    checker = Checker(catalog, rules, TODAY)
    told = [
        next(each for each in checker.findings(each) if each.rule == "option-impossible").instead
        for each in (made, turned_down, made)
    ]
    note = "WeChat stands among the platforms that you skip."
    assert ["use WeChat" in each for each in told] == [True, True, True]
    assert [note in each for each in told] == [False, True, False]
