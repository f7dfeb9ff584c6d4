"""Phrases of two parts stand for every pair of their words that is close together in one sentence."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.phrases import meant
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, plan, work

BOUGHT = ("fake account", "buy | bought … likes | reviews")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Buy 500 likes", ["Buy 500 likes"]),
        ("We bought reviews and likes", ["bought reviews", "bought reviews and likes"]),
        ("A fake account each, and buy likes", ["fake account", "buy likes"]),
        ("Never buy 500 likes", []),
        ("Buy paper. Likes come by themselves", []),
        ("Buy paper for all who have asked for it, likes or not", []),
        ("Likes buy nothing", []),
        ("buyer likes", []),
    ],
)
def test_pairs_of_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in meant(text, BOUGHT)] == found


def test_pairs_are_found_in_linear_time() -> None:
    assert sum(1 for _ in meant("buy likes " * 20_000, BOUGHT)) == 20_000


@pytest.mark.parametrize(
    ("platform", "title"),
    [
        ("wechat", "转发有奖"),
        ("wechat", "关注即可抽奖"),
        ("wechat", "分享领优惠券"),
        ("wechat", "Follow us for a coupon"),
        ("wechat", "A small gift for sharing"),
        ("xiaohongshu", "Buy 500 likes"),
        ("xiaohongshu", "Post from many accounts"),
        ("goodreads", "Write to all the entrants"),
    ],
)
def test_what_a_platform_forbids_is_found_in_other_words(
    catalog: Catalog, rules: RuleBook, platform: str, title: str
) -> None:
    made = plan(channel(platform, activities=(work(notes=title),)))
    assert "conduct" in {finding.rule for finding in findings(catalog, rules, made)}


@pytest.mark.parametrize("title", ["Share the cover", "关注新书", "Follow-up with the gift shop"])
def test_ordinary_work_is_clean(catalog: Catalog, rules: RuleBook, title: str) -> None:
    made = plan(channel("wechat", activities=(work(notes=title),)))
    assert "conduct" not in {finding.rule for finding in findings(catalog, rules, made)}
