"""How a book's languages and markets bear on which platforms suit it."""

from dataclasses import replace

import pytest

from planner.core.catalog import Catalog
from planner.core.fit import FitKind, judge_fit
from planner.core.fit_words import word_fit
from planner.core.markets import in_markets
from planner.core.plan import Author, Book, Phase, Plan
from planner.core.suggest import suggest
from tests.core.build import fit


@pytest.mark.parametrize("language", ["zh", "zh-Hans", "zh-TW", "ZH", ""])
def test_a_language_is_known_by_its_first_part(catalog: Catalog, language: str) -> None:
    assert fit(catalog, "wechat", genre="literary-fiction", language=language) is FitKind.STRONG


@pytest.mark.parametrize(
    ("platform", "markets", "reached"),
    [
        ("tiktok", (), True),
        ("tiktok", ("US",), True),
        ("tiktok", ("WORLD",), True),
        ("tiktok", ("CN",), False),
        ("tiktok", ("CN", "GB"), True),
        ("wechat", ("CN",), True),
        ("wechat", ("US", "DE"), False),
        ("wechat", (), True),
        ("wechat", ("NOWHERE",), True),
        ("wechat", ("NOWHERE", "US"), False),
    ],
)
def test_a_platform_reaches_a_market_or_a_wider_one_around_it(
    catalog: Catalog, platform: str, markets: tuple[str, ...], reached: bool
) -> None:
    assert in_markets(catalog, catalog.platforms[platform], Book(id="b", markets=markets)) is reached


NOT_OFFERED = (
    ("tiktok", "romance", "IN"),
    ("twitch", "fantasy", "KR"),
    ("discord", "fantasy", "TR"),
    ("facebook-page", "romance", "CN"),
)


@pytest.mark.parametrize(("platform", "genre", "market"), NOT_OFFERED)
def test_a_platform_suits_no_book_for_a_market_alone_where_it_is_not_offered(
    catalog: Catalog, platform: str, genre: str, market: str
) -> None:
    assert fit(catalog, platform, genre=genre, markets=(market,)) is FitKind.POOR
    wider = fit(catalog, platform, genre=genre, markets=("US", market))
    assert wider is fit(catalog, platform, genre=genre, markets=("US",)) is not FitKind.POOR
    book = Book(id="b", genre=genre, markets=(market,))
    made = Plan(id="plan", book=book, author=Author(id="author"), phases=(Phase(id="phase", name="Launch"),))
    (for_phase,) = suggest(catalog, made)
    assert platform not in {each.platform.id for each in for_phase.chosen}
    assert platform not in {each.candidate.platform.id for each in for_phase.left_out}


@pytest.mark.parametrize(
    ("platform", "language", "markets", "kind", "against"),
    [
        ("tiktok", "en", ("US",), FitKind.STRONG, ""),
        ("tiktok", "de", ("DE",), FitKind.POSSIBLE, "Nothing is known here of books in German."),
        ("tiktok", "", ("DE",), FitKind.STRONG, ""),
        ("own-website", "de", ("DE",), FitKind.STRONG, ""),
        ("line", "zh", ("TW",), FitKind.POSSIBLE, ""),
        ("reddit", "en", ("US", "DE"), FitKind.STRONG, ""),
        ("reddit", "en", ("DE",), FitKind.POSSIBLE, "Most people on Reddit are in"),
        ("storyorigin-bookfunnel", "zh", ("TW",), FitKind.POSSIBLE, "Most authors and readers there are in"),
    ],
)
def test_an_entry_that_names_no_language_tells_of_english_books_and_of_where_its_readers_are(
    catalog: Catalog, platform: str, language: str, markets: tuple[str, ...], kind: FitKind, against: str
) -> None:
    book = Book(id="b", genre="romance", language=language, markets=markets)
    entry = catalog.platforms[platform]
    verdict = judge_fit(catalog, entry, book)
    assert verdict.kind is kind
    told = " ".join(each.text for each in word_fit(catalog, entry, book, verdict).speaks_against)
    assert against in told
    assert ("Nothing is known" in told) is verdict.untold


def test_chinese_readers_abroad_are_reached_where_they_are(catalog: Catalog) -> None:
    wechat = catalog.platforms["wechat"]
    book = Book(id="b", genre="literary-fiction", language="zh", markets=("US", "CA"))
    verdict = judge_fit(catalog, wechat, book)
    assert verdict.kind is FitKind.POSSIBLE
    words = word_fit(catalog, wechat, book, verdict)
    assert wechat.region_note in {each.text for each in words.speaks_for}
    assert judge_fit(catalog, wechat, replace(book, markets=("US", "CN"))).kind is FitKind.STRONG
    assert judge_fit(catalog, wechat, replace(book, language="en")).kind is FitKind.POOR
    assert judge_fit(catalog, catalog.platforms["weibo"], book).kind is FitKind.POOR
