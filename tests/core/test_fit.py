"""How well a platform suits a book: by the line of its genre, its language and its markets."""

from dataclasses import replace

import pytest

from planner.core.catalog import Catalog
from planner.core.facts import Fit
from planner.core.fit import FitKind, in_markets, judge_fit
from planner.core.plan import Book
from tests.core.build import PLATFORM_IDS


def fit(catalog: Catalog, platform: str, **fields: object) -> FitKind:
    return judge_fit(catalog, catalog.platforms[platform], Book(id="b", **fields)).kind  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("genre", "kind", "decided"),
    [
        ("romance", FitKind.STRONG, "romance"),
        ("romantasy", FitKind.STRONG, "romantasy"),
        ("category-romance", FitKind.STRONG, "romance"),
        ("litrpg", FitKind.STRONG, "fantasy"),
        ("business", FitKind.POOR, "business"),
        ("historical-fiction", FitKind.POSSIBLE, ""),
        ("no-such-genre", FitKind.POSSIBLE, ""),
        ("", FitKind.UNKNOWN, ""),
    ],
)
def test_the_nearest_genre_of_the_line_decides(
    catalog: Catalog, genre: str, kind: FitKind, decided: str
) -> None:
    verdict = judge_fit(catalog, catalog.platforms["tiktok"], Book(id="b", genre=genre))
    assert (verdict.kind, verdict.genre) == (kind, decided)


def test_a_narrow_genre_speaks_before_a_wide_one_and_every_genre_speaks_last(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    mixed = replace(tiktok, fit=Fit(summary="", strong=("romantasy", "all"), weak=("romance",)))
    kinds = {genre: judge_fit(catalog, mixed, Book(id="b", genre=genre)).kind for genre in catalog.genres}
    assert kinds["romantasy"] is FitKind.STRONG
    assert kinds["category-romance"] is FitKind.POOR
    assert kinds["history"] is FitKind.STRONG


CHINESE = {"language": "zh", "markets": ("CN",)}


@pytest.mark.parametrize("genre", ["beauty", "fashion", "travel", "lifestyle", "lifestyle-memoir"])
def test_a_beauty_book_is_the_exception_on_xiaohongshu(catalog: Catalog, genre: str) -> None:
    platform = catalog.platforms["xiaohongshu"]
    verdict = judge_fit(catalog, platform, Book(id="b", genre=genre, **CHINESE))  # type: ignore[arg-type]
    assert verdict.kind is FitKind.POSSIBLE
    assert verdict.exception is platform.fit.exception


@pytest.mark.parametrize(
    "genre", ["historical-fiction", "romance", "business", "memoir", "history", "poetry"]
)
def test_other_books_fit_xiaohongshu_poorly(catalog: Catalog, genre: str) -> None:
    assert fit(catalog, "xiaohongshu", genre=genre, **CHINESE) is FitKind.POOR


def test_even_the_exception_needs_readers_of_its_language_and_market(catalog: Catalog) -> None:
    platform = catalog.platforms["xiaohongshu"]
    english = judge_fit(catalog, platform, Book(id="b", genre="beauty", language="en"))
    abroad = judge_fit(catalog, platform, Book(id="b", genre="beauty", language="zh", markets=("US",)))
    assert (english.kind, english.language, english.market) == (FitKind.POOR, False, True)
    assert (abroad.kind, abroad.language, abroad.market) == (FitKind.POOR, True, False)


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
        ("wechat", ("NOWHERE",), False),
    ],
)
def test_a_platform_reaches_a_market_or_a_wider_one_around_it(
    catalog: Catalog, platform: str, markets: tuple[str, ...], reached: bool
) -> None:
    assert in_markets(catalog, catalog.platforms[platform], Book(id="b", markets=markets)) is reached


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_no_genre_is_both_strong_and_weak_and_all_are_known(catalog: Catalog, id: str) -> None:
    found = catalog.platforms[id].fit
    assert not set(found.strong) & set(found.weak)
    wanted = {*found.strong, *found.weak, *(found.exception.genres if found.exception else ())}
    assert wanted <= {*catalog.genres, "all"}
    assert set(catalog.platforms[id].regions) <= set(catalog.regions)


def test_a_line_of_genres_ends_even_where_the_data_run_in_a_circle(catalog: Catalog) -> None:
    romance = catalog.genres["romance"]
    fiction = replace(catalog.genres["fiction"], parent="romance")
    circle = replace(catalog, genres={"romance": romance, "fiction": fiction})
    assert circle.genre_line("romance") == ("romance", "fiction")
    assert circle.genre_line("") == ()
