"""Numbers are counted as the platform counts them, and only where the text is of the kind that they limit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.checks.quotas import RECIPIENTS
from planner.core.document import Document
from planner.core.plan import Account, Activity, Link, Phase, Plan
from planner.core.rules import RuleBook, Severity
from planner.core.tree import Tree
from planner.core.vocabulary import ActivityKind, State
from tests.core.build import TODAY, account, channel, findings, link, plan

ADDRESS = "https://author.example/a-book-with-a-long-name"


def found(catalog: Catalog, rules: RuleBook, made: Plan) -> set[str]:
    return {finding.rule for finding in findings(catalog, rules, made)}


@pytest.mark.parametrize(
    ("placement", "links", "posts", "told"),
    [
        ("read-more-link", 1, 0, set()),
        ("read-more-link", 2, 0, {"links-over-articles"}),
        ("read-more-link", 2, 2, set()),
        ("read-more-link", 3, 2, {"links-over-articles"}),
        ("article", 3, 1, set()),
        ("article", 4, 1, {"links-perhaps-over-articles"}),
        ("article", 6, 2, set()),
    ],
)
def test_links_are_counted_for_each_article(
    catalog: Catalog, rules: RuleBook, placement: str, links: int, posts: int, told: set[str]
) -> None:
    made = plan(
        channel(
            "wechat",
            *(link(placement, target=f"https://author.example/{n}") for n in range(links)),
            activities=tuple(Activity(id=f"p{n}", kind=ActivityKind.POST) for n in range(posts)),
        )
    )
    assert {rule for rule in found(catalog, rules, made) if "-over-articles" in rule} == told


@pytest.mark.parametrize(
    ("placement", "links", "posts", "planned", "advice"),
    [
        ("read-more-link", 2, 0, "the plan has no article there", "Plan an article for each of them, or"),
        ("read-more-link", 2, 1, "the plan has 1 article there", "Plan an article for each of them, or"),
        ("read-more-link", 3, 2, "the plan has 2 articles there", "Plan an article for each of them, or"),
        ("article", 4, 0, "the plan has no article there", "or plan an article for each 3 of them."),
    ],
)
def test_articles_are_counted_in_words(
    catalog: Catalog, rules: RuleBook, placement: str, links: int, posts: int, planned: str, advice: str
) -> None:
    made = plan(
        channel(
            "wechat",
            *(link(placement, target=f"https://author.example/{n}") for n in range(links)),
            activities=tuple(Activity(id=f"p{n}", kind=ActivityKind.POST) for n in range(posts)),
        )
    )
    (told,) = [each for each in findings(catalog, rules, made) if "over-articles" in each.rule]
    assert planned in told.text
    assert advice in told.instead


def test_where_sources_disagree_on_a_number_it_is_a_tip_with_both_sides(
    catalog: Catalog, rules: RuleBook
) -> None:
    text = " ".join(f"site{n}.example.com" for n in range(4))
    made = plan(channel("wechat", link("article"), copy=text))
    (told,) = [each for each in findings(catalog, rules, made) if each.rule == "links-perhaps-over-limit"]
    assert told.severity is Severity.TIP
    assert "Sources disagree" in told.text
    assert "none, three or five" in told.text
    assert [text[start:end] for start, end in told.spans] == text.split()


def test_links_of_a_story_need_a_slide_each(catalog: Catalog, rules: RuleBook) -> None:
    links = (link("story", target=f"https://author.example/{n}") for n in range(3))
    made = plan(channel("instagram", *links))
    (told,) = [each for each in findings(catalog, rules, made) if each.rule == "links-need-slides"]
    assert "3 slides" in told.text
    assert told.severity is Severity.TIP


@pytest.mark.parametrize(
    ("platform", "text", "too_long"),
    [
        ("x", "s" * 256 + " " + ADDRESS, False),
        ("x", "s" * 257 + " " + ADDRESS, True),
        ("youtube", "路" * 1666, False),
        ("youtube", "路" * 1667, True),
        ("bluesky", "路" * 300, False),
        ("mastodon", "s" * 501, False),
        ("reddit", "s" * 301, False),
        ("telegram", "s" * 161, False),
    ],
)
def test_length_as_the_platform_counts(
    catalog: Catalog, rules: RuleBook, platform: str, text: str, too_long: bool
) -> None:
    made = plan(channel(platform, copy=text), accounts=(account(platform, type="personal"),))
    assert ("copy-too-long" in found(catalog, rules, made)) is too_long


@pytest.mark.parametrize(("letters", "told"), [(500, []), (501, [Severity.TIP])])
def test_a_length_that_others_may_allow_is_a_tip(
    catalog: Catalog, rules: RuleBook, letters: int, told: list[Severity]
) -> None:
    text = "s" * (letters - 24) + f" {ADDRESS}"  # any address counts as 23
    made = findings(catalog, rules, plan(channel("mastodon", copy=text)))
    assert [each.severity for each in made if each.rule == "copy-perhaps-too-long"] == told
    assert "copy-too-long" not in {each.rule for each in made}


def test_an_ad_is_measured_line_by_line(catalog: Catalog, rules: RuleBook) -> None:
    lines = "\n".join(["s" * 90] * 3)
    assert "copy-too-long" not in found(catalog, rules, plan(channel("google-ads", link("ad"), copy=lines)))
    assert "copy-too-long" in found(catalog, rules, plan(channel("google-ads", link("ad"), copy=f"{lines}s")))
    assert "copy-too-long" in found(catalog, rules, plan(channel("telegram", link("ad"), copy="s" * 161)))


def weekly(kind: str, count: int, days: int) -> Plan:
    """Broadcasts on WeChat every few days from the first of May on."""
    sends = tuple(
        Activity(id=f"w{n}", title="A letter", kind=ActivityKind.SEND, due=n * days) for n in range(count)
    )
    lane = Phase(id="phase", channels=(channel("wechat", activities=sends),))
    return plan(launch=date(2027, 5, 1), phases=(lane,), accounts=(account("wechat", type=kind),))


@pytest.mark.parametrize(
    ("kind", "count", "days", "over"),
    [
        ("service account", 5, 7, True),
        ("service account", 4, 7, False),
        ("service account", 6, 8, False),
        ("subscription account", 5, 1, False),
        ("subscription account", 2, 0, True),
        ("", 9, 0, False),
    ],
)
def test_sends_by_the_month_or_the_day_for_the_type_of_account(
    catalog: Catalog, rules: RuleBook, kind: str, count: int, days: int, over: bool
) -> None:
    assert ("sends-over-limit" in found(catalog, rules, weekly(kind, count, days))) is over


@pytest.mark.parametrize(
    ("own", "days", "more", "over"),
    [
        (
            account("wechat", type="service account"),
            (1, 8, 10),
            (22, 24),
            "5 sends in February 2028 (",
        ),
        (account("wechat", type="service account"), (1, 8, 10), (22, 33), ""),
        (
            account("wechat", type="subscription account"),
            (1,),
            (1,),
            "2 sends on 1 February 2028 (",
        ),
        (
            account("line", type="communication plan", list_size=150),
            (1,),
            (22,),
            "300 messages in February 2028 (",
        ),
        (account("line", type="communication plan"), (1,), (22,), ""),
        (None, (1,), (1,), ""),
    ],
)
def test_sends_are_counted_over_all_channels_of_an_account_and_told_at_the_one_that_goes_over(
    catalog: Catalog,
    rules: RuleBook,
    own: Account | None,
    days: tuple[int, ...],
    more: tuple[int, ...],
    over: str,
) -> None:
    def lane(name: str, due: tuple[int, ...]) -> Phase:
        first = date(2028, 1, 31)
        sends = tuple(
            Activity(id=f"{name}{n}", kind=ActivityKind.SEND, due=first + timedelta(day))
            for n, day in enumerate(due)
        )
        return Phase(
            id=name,
            name=name,
            channels=(channel(own.platform if own else "wechat", id=f"in {name}", activities=sends),),
        )

    accounts = (own,) if own else ()
    for phases in ((lane("One", days), lane("Two", more)), (lane("Two", more), lane("One", days))):
        made = plan(phases=phases, accounts=accounts)
        told = [each for each in findings(catalog, rules, made) if each.rule == "sends-over-limit"]
        assert [over in each.text for each in told] == [True] * bool(over)
        assert {each.subject for each in told} <= {f"in {phases[1].name}" if days == more else "in Two"}


def test_the_phases_that_share_too_many_sends_are_named(catalog: Catalog, rules: RuleBook) -> None:
    made = weekly("service account", 3, 7)
    more = tuple(Activity(id=f"m{n}", kind=ActivityKind.SEND, due=20 + n) for n in range(2))
    late = Phase(id="late", name="Late", channels=(channel("wechat", id="more", activities=more),))
    both = replace(made, phases=(replace(made.phases[0], name="Early"), late))
    (told,) = (each for each in findings(catalog, rules, both) if each.rule == "sends-over-limit")
    assert told.text.startswith(
        "The plan has 5 sends in May 2027 (3 in Early and 2 in Late), and WeChat takes 4 "
    )
    assert told.where == "WeChat 微信公众号 · Late"


def test_what_another_channel_sends_is_counted_anew_after_each_edit(
    catalog: Catalog, rules: RuleBook
) -> None:
    document = Document(weekly("service account", 4, 7))
    kept = Checker(catalog, rules, TODAY)
    again = channel("wechat", id="again")
    one = Activity(id="one", kind=ActivityKind.SEND, due=3)
    steps: tuple[Callable[[Tree], Edit], ...] = (
        lambda tree: edits.add(tree, "phase", again, "Add"),
        lambda tree: edits.add(tree, "again", one, "Add"),
        lambda tree: edits.set_field(tree, "one", "due", 40, "Later"),
        lambda tree: edits.set_field(tree, "one", "due", 4, "Sooner"),
        lambda tree: edits.set_field(tree, "one", "state", State.DROPPED, "Drop"),
    )
    over = []
    for step in steps:
        document.apply(step(document.tree))
        now = kept.findings(document.plan)
        assert now == findings(catalog, rules, document.plan)
        over.append([each.subject for each in now if each.rule == "sends-over-limit"])
    assert over == [[], ["channel"], [], ["channel"], []]


def test_a_colour_or_an_entity_is_no_hashtag(catalog: Catalog, rules: RuleBook) -> None:
    text = "&#39; page#top C#a " * 6
    assert "hashtags-over-limit" not in found(catalog, rules, plan(channel("instagram", copy=text)))


@pytest.mark.parametrize(("count", "over"), [(5, False), (6, True)])
def test_different_addresses_in_one_post_are_counted(
    catalog: Catalog, rules: RuleBook, count: int, over: bool
) -> None:
    copy = " and ".join(f"annavale.com/{n} and annavale.com/{n}" for n in range(count))
    made = plan(channel("threads", copy=copy))
    told = [each for each in findings(catalog, rules, made) if each.rule == "links-over-limit"]
    assert bool(told) is over
    assert all(each.aspect == "copy" and len(each.spans) == 2 * count for each in told)


@pytest.mark.parametrize(
    ("platform", "copy", "over"),
    [
        ("x", "盐" * 140, False),
        ("x", "盐" * 141, True),
        ("x", "s" * 280, False),
        ("bluesky", "👨‍👩‍👧" * 300, False),
        ("bluesky", "👨‍👩‍👧" * 301, True),
        ("youtube", "盐" * 1667, True),
        ("youtube", "盐" * 1666, False),
    ],
)
def test_text_is_as_long_as_the_platform_counts_it(
    catalog: Catalog, rules: RuleBook, platform: str, copy: str, over: bool
) -> None:
    kind = "personal" if platform == "x" else ""
    made = plan(channel(platform, copy=copy), accounts=(account(platform, type=kind),))
    assert ("copy-too-long" in found(catalog, rules, made)) is over


BY_KIND = "limit-hangs-on-account"


@pytest.mark.parametrize(
    ("type", "letters", "told"),
    [
        ("", 300, {BY_KIND}),
        ("", 280, set()),
        ("personal", 300, {"copy-too-long"}),
        ("verified", 300, {"copy-too-long"}),
        ("premium", 300, set()),
    ],
)
@pytest.mark.parametrize("links", [(), (link("post"),)])
def test_a_text_too_long_for_some_kinds_of_account_asks_for_the_kind(
    catalog: Catalog, rules: RuleBook, type: str, letters: int, told: set[str], links: tuple[Link, ...]
) -> None:
    made = plan(channel("x", *links, copy="s" * letters), accounts=(account("x", type=type),))
    assert found(catalog, rules, made) & {BY_KIND, "copy-too-long"} == told


def test_messages_too_many_for_some_plans_of_an_account_ask_for_the_plan(
    catalog: Catalog, rules: RuleBook
) -> None:
    send = Activity(id="s", title="News", kind=ActivityKind.SEND, due=0)
    accounts = (account("line", followers=40_000),)
    made = plan(channel("line", activities=(send,)), accounts=accounts, launch=date(2027, 5, 5))
    told = [each for each in findings(catalog, rules, made) if each.rule == BY_KIND]
    assert {each.severity for each in told} == {Severity.TIP}
    assert ["communication plan" in each.text for each in told] == [True, False]
    assert "40,000 messages in May 2027" in told[0].text
    assert told[0].instead == "Say in the account of which type it is."
    assert "Source: " in told[0].source


@pytest.mark.parametrize(
    ("kind", "firm", "told"),
    [
        ("business", True, True),
        ("personal", True, False),
        ("", True, False),
        ("business", False, True),
        ("personal", False, False),
        ("", False, True),
    ],
)
def test_a_number_for_a_kind_of_account_holds_for_it_and_where_it_is_not_firm_perhaps_for_any(
    catalog: Catalog, rules: RuleBook, kind: str, firm: bool, told: bool
) -> None:
    whatsapp = catalog.platforms["whatsapp"]
    most = next(limit for limit in whatsapp.limits if limit.measure == RECIPIENTS)
    for_business = replace(most, account_type=("business",), firm=firm)
    changed = replace(whatsapp, account_types=("personal", "business"), limits=(for_business,))
    send = Activity(id="send", kind=ActivityKind.SEND)
    made = plan(
        channel("whatsapp", activities=(send,)), accounts=(account("whatsapp", type=kind, list_size=257),)
    )
    rules_told = found(replace(catalog, platforms={**catalog.platforms, "whatsapp": changed}), rules, made)
    assert any(rule.startswith("list-") and "over-limit" in rule for rule in rules_told) is told


@pytest.mark.parametrize(("placement", "told"), [("broadcast", True), ("channel", False)])
def test_a_list_is_too_large_where_a_link_goes_to_it(
    catalog: Catalog, rules: RuleBook, placement: str, told: bool
) -> None:
    made = plan(channel("whatsapp", link(placement)), accounts=(account("whatsapp", list_size=257),))
    assert ("list-over-limit" in found(catalog, rules, made)) is told
    alone = replace(made, accounts=())
    assert "list-over-limit" not in found(catalog, rules, alone)
