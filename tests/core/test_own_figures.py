"""What a platform's own figures count, by its own facts: the goal checks and suggestions go by it."""

from dataclasses import replace

import pytest

from planner.core.alternatives import own_figures_count
from planner.core.catalog import Catalog
from planner.core.checks.measuring import WAITS_FOR_A_LINK
from planner.core.document import Document
from planner.core.facts import VerdictKind
from planner.core.findings import Finding
from planner.core.freshness import NOTHING_OLD
from planner.core.plan import Account, Book, Channel, Goal, Link, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.situation import NOBODY, Situation
from planner.core.suggest import channel_of, suggest
from planner.core.suggest_words import reasons
from planner.core.verdict_words import explain
from planner.core.verdicts import judge
from planner.core.vocabulary import Aim
from tests.core.build import account, channel, findings, link, plan

OWN = ("native-analytics",)
GOALS = {"goal-not-measured", "goal-not-measurable"}


def found(catalog: Catalog, rules: RuleBook, made: Plan) -> set[str]:
    """The rules that a plan breaks."""
    return {each.rule for each in findings(catalog, rules, made)}


def unmeasured(
    catalog: Catalog,
    rules: RuleBook,
    platform: str,
    aim: Aim,
    *links: Link,
    accounts: tuple[Account, ...] = (),
) -> Finding:
    """What is said of a channel whose aim nothing measures."""
    made = plan(channel(platform, *links, aim=aim), accounts=accounts)
    return next(each for each in findings(catalog, rules, made) if each.rule == "goal-not-measured")


@pytest.mark.parametrize(
    ("platform", "aim", "counted"),
    [
        ("amazon-ads", Aim.SALES, True),
        ("amazon-ads", Aim.CLICKS, True),
        ("amazon-author", Aim.PREORDERS, True),
        ("apple-books", Aim.PREORDERS, True),
        ("kobo", Aim.SALES, True),
        ("kobo", Aim.PREORDERS, False),
        ("kickstarter", Aim.PREORDERS, True),
        ("email-newsletter", Aim.CLICKS, True),
        ("own-website", Aim.SALES, True),
        ("email-newsletter", Aim.SALES, False),
        ("bookbub-ads", Aim.SALES, False),
        ("facebook-page", Aim.SALES, False),
        ("telegram", Aim.CLICKS, False),
        ("tiktok", Aim.CLICKS, False),
    ],
)
def test_own_figures_measure_an_aim_where_their_fact_says_so(
    catalog: Catalog, rules: RuleBook, platform: str, aim: Aim, counted: bool
) -> None:
    made = plan(channel(platform, aim=aim, tracking=OWN))
    assert GOALS.isdisjoint(found(catalog, rules, made)) is counted


@pytest.mark.parametrize(
    ("platform", "placement", "counted"),
    [("email-newsletter", "broadcast", True), ("substack", "article", True), ("telegram", "post", False)],
)
def test_own_figures_that_show_clicks_leave_none_uncounted(
    catalog: Catalog, rules: RuleBook, platform: str, placement: str, counted: bool
) -> None:
    made = plan(channel(platform, link(placement), tracking=OWN))
    assert ("clicks-not-counted" not in found(catalog, rules, made)) is counted


def test_an_account_that_has_no_figures_has_nothing_counted(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("instagram", aim=Aim.CLICKS, tracking=OWN))
    personal = replace(made, accounts=(account("instagram", type="personal"),))
    business = replace(made, accounts=(account("instagram", type="business"),))
    assert "goal-not-measured" in found(catalog, rules, personal)
    assert GOALS.isdisjoint(found(catalog, rules, business))


def test_figures_that_are_sure_to_count_an_aim_are_the_ones_to_switch_on(
    catalog: Catalog, rules: RuleBook
) -> None:
    ads = unmeasured(catalog, rules, "amazon-ads", Aim.SALES)
    assert ads.instead == "Switch on what works on Amazon Ads: Native analytics."
    assert [fix.label for fix in ads.fixes] == ["Switch Native analytics on"]
    unsure = unmeasured(catalog, rules, "instagram", Aim.CLICKS, link("bio"))
    assert [fix.label for fix in unsure.fixes] == ["Switch Smart link on"]
    assert unsure.instead.endswith("or Native analytics.")


def test_a_code_that_readers_type_waits_for_no_link(catalog: Catalog, rules: RuleBook) -> None:
    small = account("tiktok", type="personal", followers=800)
    found = unmeasured(catalog, rules, "tiktok", Aim.SALES, link("bio"), accounts=(small,))
    assert found.instead == "Switch on what works on TikTok: Coupon code."
    assert [fix.label for fix in found.fixes] == ["Switch Coupon code on"]


@pytest.mark.parametrize(
    ("platform", "links"),
    [
        ("bookbub", ()),
        ("offline-bookshop-library", ()),
        ("goodreads", ()),
        ("instagram", (link(""),)),
        ("storyorigin-bookfunnel", (link("broadcast", target="https://books.bookfunnel.com/horror/abc"),)),
    ],
)
def test_without_a_link_that_may_carry_it_nothing_is_switched_on(
    catalog: Catalog, rules: RuleBook, platform: str, links: tuple[Link, ...]
) -> None:
    found = unmeasured(catalog, rules, platform, Aim.SALES, *links)
    assert found.fixes == ()
    assert found.instead.endswith(WAITS_FOR_A_LINK)
    assert ("Smart link" in found.instead) is (platform != "storyorigin-bookfunnel")


@pytest.mark.parametrize(("placement", "advised"), [("alert", False), ("ad", True), ("", True)])
def test_a_smart_link_is_advised_only_where_links_take_one(
    catalog: Catalog, rules: RuleBook, placement: str, advised: bool
) -> None:
    told = findings(catalog, rules, plan(channel("bookbub", link(placement), tracking=OWN)))
    smart = [each for each in told if each.rule == "clicks-not-counted" and "Smart link" in each.instead]
    assert bool(smart) is advised


@pytest.mark.parametrize(
    ("platform", "aim", "counter"),
    [("amazon-ads", Aim.SALES, OWN), ("bookbub", Aim.REVIEWS, ()), ("goodreads", Aim.REVIEWS, OWN)],
)
def test_a_suggestion_says_what_counts_its_aim(
    catalog: Catalog, platform: str, aim: Aim, counter: tuple[str, ...]
) -> None:
    only = replace(catalog, platforms={platform: catalog.platforms[platform]})
    novel = Book(id="book", genre="romance", language="en", markets=("US",), kdp_select=True)
    phases = tuple(
        Phase(id=f"p{days}", name="Phase", starts=days, ends=days + 20, channels=()) for days in (-40, 0, 40)
    )
    made = replace(plan(book=novel, phases=phases), goals=(Goal(id="g", aim=aim),))
    chosen = [
        each
        for phase in suggest(only, made)
        for each in (*phase.chosen, *(o.candidate for o in phase.left_out))
    ]
    assert chosen
    for each in chosen:
        assert (each.aim, channel_of(each).tracking) == (aim, counter)
        told = [text for text, _ in reasons(only, made, each, NOTHING_OLD)][-1]
        assert told.endswith("native analytics." if counter else "nothing here counts that.")


def test_only_own_figures_are_asked_what_they_count(catalog: Catalog) -> None:
    newsletter = catalog.platforms["email-newsletter"]
    assert own_figures_count(newsletter, judge(catalog, newsletter, "native-analytics"), Aim.CLICKS)
    assert not own_figures_count(newsletter, judge(catalog, newsletter, "smart-link"), Aim.CLICKS)
    instagram = catalog.platforms["instagram"]
    unsure = judge(catalog, instagram, "native-analytics", NOBODY)
    sure = judge(catalog, instagram, "native-analytics", Situation(account("instagram", type="business")))
    assert (unsure.counts, unsure.is_sure, sure.is_sure) == (True, False, True)


SHOP, PAGE = "https://www.amazon.com/dp/B0EXAMPLE1", "https://author.example/book"


@pytest.mark.parametrize(
    ("platform", "placement", "targets", "button", "carrying"),
    [
        ("bookbub-ads", "ad", (SHOP,), "Switch Retailer attribution on", [True]),
        ("bookbub-ads", "ad", (PAGE,), "Switch UTM tags on", [True]),
        ("bookbub-ads", "ad", (PAGE, SHOP), "Switch UTM tags on", [True, False]),
        ("instagram", "bio", (SHOP, PAGE), "Switch Smart link on", [True, True]),
    ],
)
def test_what_is_switched_on_counts_and_the_links_carry_it(
    catalog: Catalog,
    rules: RuleBook,
    platform: str,
    placement: str,
    targets: tuple[str, ...],
    button: str,
    carrying: list[bool],
) -> None:
    links = (link(placement, id=f"l{n}", target=target) for n, target in enumerate(targets))
    made = plan(channel(platform, *links, aim=Aim.SALES))
    (finding,) = (each for each in findings(catalog, rules, made) if each.rule == "goal-not-measured")
    assert finding.fix is not None
    assert finding.fix.label == button
    document = Document(made)
    undo = document.apply(finding.fix.edit(document.tree, finding.subject))
    changed = document.tree.get("channel", Channel)
    assert [bool(each.options) for each in changed.links] == carrying
    left = found(catalog, rules, document.plan)
    assert "goal-not-measured" not in left
    assert "option-without-link" not in left
    document.apply(undo)
    assert document.plan == made


@pytest.mark.parametrize(
    ("targets", "options", "measured"),
    [
        ((SHOP,), ("utm",), False),
        ((SHOP,), ("retailer-attribution",), True),
        ((PAGE,), ("utm",), True),
        ((SHOP, PAGE), ("utm",), True),
    ],
)
def test_tags_that_the_shop_keeps_to_itself_measure_no_aim(
    catalog: Catalog, rules: RuleBook, targets: tuple[str, ...], options: tuple[str, ...], measured: bool
) -> None:
    links = (link("ad", *options, id=f"l{n}", target=target) for n, target in enumerate(targets))
    made = plan(channel("bookbub-ads", *links, aim=Aim.SALES, tracking=options))
    assert ("goal-not-measured" not in found(catalog, rules, made)) is measured


def test_tags_that_are_switched_on_get_their_words(catalog: Catalog, rules: RuleBook) -> None:
    posted = link("post", target="https://author.example/?utm_source=weibo")
    made = plan(channel("weibo", posted, aim=Aim.SALES), book=Book(id="book", title="Salt", language="zh"))
    said = next(each for each in findings(catalog, rules, made) if each.rule == "goal-not-measured")
    assert said.fix
    assert said.fix.label == "Switch UTM tags on"
    document = Document(made)
    document.apply(said.fix.edit(document.tree, said.subject))
    after = document.tree.plan
    tagged = after.channels[0].links[0]
    assert (tagged.utm_source, tagged.utm_medium, tagged.utm_campaign) == ("", "social", "salt")
    assert {"goal-not-measured", "utm-incomplete"}.isdisjoint(found(catalog, rules, after))


def test_what_limits_every_account_alike_is_told_and_not_asked(catalog: Catalog, rules: RuleBook) -> None:
    limit = "Only likes, reposts and replies are shown."
    platform = catalog.platforms["bluesky"]
    for met in ((), (limit,)):
        own = account("bluesky", met=met)
        found = judge(catalog, platform, "native-analytics", Situation(own, Book(id="b")))
        assert (found.kind, found.met, found.conditions) == (VerdictKind.LIMITED, None, ())
        assert explain(catalog, platform, found).condition == limit
        made = plan(channel("bluesky", tracking=("native-analytics",)), accounts=(own,))
        assert "condition-not-known" not in {each.rule for each in findings(catalog, rules, made)}
