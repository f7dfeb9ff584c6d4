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
from planner.core.fit import FitKind, fit_for
from planner.core.plan import Book
from planner.core.rules import RuleBook
from planner.core.situation import NOBODY, Situation
from planner.core.verdict_words import explain, needs_way_on
from planner.core.verdicts import judge, judge_all
from tests.core.build import CHINESE, ENGLISH, PLATFORM_IDS, account

SITUATIONS = {"nobody": NOBODY, "english": ENGLISH, "chinese": CHINESE}


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
