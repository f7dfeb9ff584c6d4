"""Numbers are counted as the platform counts them, and only where the text is of the kind that they limit."""

from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, ActivityKind, Phase, Plan
from planner.core.rules import RuleBook, Severity
from tests.core.build import account, channel, findings, link, plan

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
