"""What is named elsewhere is for the markets of the book, or says that it is not."""

from dataclasses import replace

import pytest

from planner.core.alternative_words import ways_elsewhere
from planner.core.alternatives import (
    markets_shared,
    other_platforms,
    ways_on,
)
from planner.core.catalog import SERVES_EBOOK, Catalog
from planner.core.markets import reaches
from planner.core.plan import Book
from planner.core.rules import RuleBook
from planner.core.situation import Situation
from planner.core.verdicts import any_click_counts, judge_all
from tests.core.build import PLATFORM_IDS, channel, findings, plan

ROMANCE = Book(id="book", genre="romance", language="en", markets=("US",))


def test_no_platform_is_named_for_a_market_where_it_is_not_offered(catalog: Catalog) -> None:
    youtube, tiktok = catalog.platforms["youtube"], catalog.platforms["tiktok"]
    assert markets_shared(catalog, youtube, tiktok, ("US", "IN")) == ("US",)
    indian = Situation(book=replace(ROMANCE, markets=("IN",)))
    for id in PLATFORM_IDS:
        for option in catalog.options:
            others = other_platforms(catalog, catalog.platforms[id], option, indian)
            assert not any(other.takes_over and other.platform is tiktok for other in others)


@pytest.mark.parametrize("market", ["US", "DE", "FR", "BR", "IN", "JP", "KR", "CN"])
def test_a_way_on_for_other_markets_than_the_books_is_never_to_take_over_as_one(
    catalog: Catalog, market: str
) -> None:
    situation = Situation(book=Book(id="b", genre="romance", language="en", markets=(market,)))
    for platform in map(catalog.platforms.__getitem__, PLATFORM_IDS):
        ways = ways_elsewhere(catalog, platform, "smart-link", situation)
        aimed = {way.platform for way in ways_on(catalog, platform, (market,))}
        for way in (each for each in ways if each.takes_over and each.platform not in aimed):
            assert "is of the same kind" in way.text
            assert reaches(catalog, catalog.platforms[way.platform], (market,))


@pytest.mark.parametrize("market", ["US", "DE", "BR", "CN"])
def test_a_poor_fit_sends_on_to_other_markets_than_the_books_last_and_only_where_no_click_counts(
    catalog: Catalog, rules: RuleBook, market: str
) -> None:
    book = Book(id="book", genre="business", language="en", markets=(market,))
    channels = (channel(id, id=f"channel-{id}") for id in PLATFORM_IDS)
    for finding in findings(catalog, rules, plan(*channels, book=book)):
        if finding.rule != "poor-fit":
            continue
        platform = catalog.platforms[finding.subject.removeprefix("channel-")]
        aimed = ways_on(catalog, platform, (market,))
        for other in (catalog.platforms[each.platform] for each in platform.ways_on if each not in aimed):
            _, named, after = finding.instead.partition(f"use {other.full_name}")
            situation = Situation(book=book)
            assert not (named and any_click_counts(catalog, judge_all(catalog, platform, situation)))
            assert "is of the same kind" not in after


def test_a_german_book_is_sent_on_to_no_market_of_others(catalog: Catalog) -> None:
    german = Situation(book=Book(id="b", genre="romance", language="de", markets=("DE",)))
    for id, platform in (("kobo", "Own website"), ("lemon8", "Facebook Groups")):
        text = " ".join(
            way.text for way in ways_elsewhere(catalog, catalog.platforms[id], "smart-link", german)
        )
        assert platform in text
        assert "United States" not in text


@pytest.mark.parametrize(
    ("platform", "genre", "named"),
    [
        ("royalroad", "romance", {"wattpad"}),
        ("royalroad", "litrpg", {"patreon"}),
        ("royalroad", "contemporary-fiction", set()),
        ("royalroad", "", {"patreon", "wattpad"}),
        ("twitch", "poetry", {"discord"}),
        ("twitch", "litrpg", {"discord", "royalroad"}),
    ],
)
def test_a_way_on_for_some_kinds_of_book_is_named_for_these_alone(
    catalog: Catalog, platform: str, genre: str, named: set[str]
) -> None:
    ways = ways_on(catalog, catalog.platforms[platform], (), genre)
    assert {way.platform for way in ways} - {"amazon-author"} == named


def test_no_exclusive_e_book_is_sent_on_to_where_readers_get_it_too(
    catalog: Catalog, rules: RuleBook
) -> None:
    def buttons(kdp_select: bool) -> list[str]:
        book = replace(ROMANCE, kdp_select=kdp_select)
        found = findings(catalog, rules, plan(channel("royalroad"), book=book))
        return [fix.label for each in found if each.rule == "poor-fit" for fix in each.fixes]

    assert buttons(kdp_select=False) == ["Replace with Wattpad"]
    assert buttons(kdp_select=True) == []
    for id in PLATFORM_IDS:
        for option in catalog.options:
            exclusive = Situation(book=replace(ROMANCE, genre="litrpg", kdp_select=True))
            others = other_platforms(catalog, catalog.platforms[id], option, exclusive)
            assert not any(each.takes_over and SERVES_EBOOK in each.platform.traits for each in others)
