"""How well a platform suits a book: by the line of its genre, its language and its markets."""

from dataclasses import replace
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.facts import Need
from planner.core.fit import FitKind, FitVerdict, Unsaid, case_holds, judge_fit
from planner.core.fit_facts import Fit, FitCase, FitFact, Speaks
from planner.core.fit_words import need_text, word_fit
from planner.core.money import Money
from planner.core.needs import parts
from planner.core.plan import Book, Edition
from planner.core.vocabulary import EditionKind
from tests.core.build import PLATFORM_IDS, account, fit


@pytest.mark.parametrize(
    ("genre", "kind", "decided"),
    [
        ("romance", FitKind.STRONG, "romance"),
        ("romantasy", FitKind.STRONG, "romantasy"),
        ("category-romance", FitKind.STRONG, "romance"),
        ("litrpg", FitKind.STRONG, "fantasy"),
        ("business", FitKind.POOR, "business"),
        ("historical-fiction", FitKind.POSSIBLE, ""),
        ("no-such-genre", FitKind.UNKNOWN, ""),
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


NO_CLICKS = (
    "I accept that there will be no clicks to count, and sales only from readers who search for the title."
)
LOCAL: dict[str, Any] = {"languages": ("zh",), "local_help": True, "met": (NO_CLICKS,)}


def beauty(catalog: Catalog, genre: str = "beauty", **said: Any) -> FitVerdict:
    platform = catalog.platforms["xiaohongshu"]
    book = Book(id="b", genre=genre, language="zh", markets=("CN",))
    return judge_fit(catalog, platform, book, account("xiaohongshu", **said) if said else None)


@pytest.mark.parametrize("genre", ["beauty", "fashion", "travel", "lifestyle", "lifestyle-memoir"])
def test_a_beauty_book_is_the_exception_on_xiaohongshu_once_its_needs_are_met(
    catalog: Catalog, genre: str
) -> None:
    exception = catalog.platforms["xiaohongshu"].fit.exception
    closed, opened = beauty(catalog, genre), beauty(catalog, genre, **LOCAL)
    assert (closed.kind, closed.exception) == (FitKind.POOR, exception)
    assert (opened.kind, opened.exception, opened.missing) == (FitKind.POSSIBLE, exception, ())


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"languages": ("en",)}, "An account of somebody who writes Chinese."),
        ({"local_help": False}, "An account with local help."),
        ({"met": ()}, f"Your word in the account: “{NO_CLICKS}”"),
    ],
)
def test_one_missing_prerequisite_keeps_the_exception_shut_and_is_named(
    catalog: Catalog, said: dict[str, Any], wanted: str
) -> None:
    verdict = beauty(catalog, **{**LOCAL, **said})
    assert verdict.kind is FitKind.POOR
    assert [need_text(catalog, need) for need in verdict.missing] == [wanted]


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
    assert circle.genre_line("") == circle.genre_line("romanse") == ()


EBOOK = Edition(kind=EditionKind.EBOOK, price=Money.parse("2.99 USD"))
AUDIO = Edition(kind=EditionKind.AUDIOBOOK)
DEAR = Edition(kind=EditionKind.EBOOK, price=Money.parse("5 USD"))
IN_EUROS = Edition(kind=EditionKind.EBOOK, price=Money.parse("2.99 EUR"))
PAPER = Edition(kind=EditionKind.PAPERBACK)


@pytest.mark.parametrize(
    ("case", "book", "followers", "holds"),
    [
        ({"genres": ("romance",)}, {"genre": "romantasy"}, None, True),
        ({"genres": ("romantasy",)}, {"genre": "romance"}, None, False),
        ({"genres": ("romance",)}, {}, None, None),
        ({"genres": ("romance",)}, {"genre": "romanse"}, None, None),
        ({"not_genres": ("romance",)}, {"genre": "history"}, None, True),
        ({"not_genres": ("romance", "history")}, {"genre": "romantasy"}, None, False),
        ({"not_genres": ("romance",)}, {}, None, None),
        ({"not_languages": ("zh",)}, {"language": "en-GB"}, None, True),
        ({"not_languages": ("zh",)}, {"language": "zh-TW"}, None, False),
        ({"not_languages": ("zh",)}, {"language": ""}, None, None),
        ({"only_markets": ("US",)}, {"markets": ("US",)}, None, True),
        ({"only_markets": ("US",)}, {"markets": ("US", "GB")}, None, False),
        ({"only_markets": ("US",)}, {}, None, None),
        ({"only_formats": ("e-book",)}, {"editions": (EBOOK,)}, None, True),
        ({"only_formats": ("e-book",)}, {"editions": (EBOOK, PAPER)}, None, False),
        ({"only_formats": ("e-book",)}, {}, None, None),
        ({"without_format": "e-book"}, {"editions": (PAPER,)}, None, True),
        ({"without_format": "e-book"}, {"editions": (PAPER, EBOOK)}, None, False),
        ({"without_format": "e-book"}, {}, None, None),
        ({"price_below": 5}, {"editions": (PAPER, EBOOK)}, None, True),
        ({"price_below": 5}, {"editions": (DEAR,)}, None, False),
        ({"price_below": 5}, {"editions": (IN_EUROS,)}, None, None),
        ({"price_below": 5}, {"editions": (PAPER,)}, None, None),
        ({"in_series": False}, {}, None, True),
        ({"in_series": False}, {"series": "The Spice Quartet"}, None, False),
        ({"in_series": True}, {"series": "The Spice Quartet"}, None, True),
        ({"kdp_select": True}, {"kdp_select": True}, None, True),
        ({"kdp_select": True}, {"kdp_select": False}, None, False),
        ({"kdp_select": True}, {}, None, None),
        ({"followers_below": 1}, {}, 0, True),
        ({"followers_below": 1}, {}, 1, False),
        ({"followers_below": 1}, {}, None, None),
        ({"genres": ("romance",), "kdp_select": True}, {"genre": "romance"}, None, None),
        ({"genres": ("romance",), "kdp_select": True}, {"genre": "history"}, None, False),
    ],
)
def test_a_case_holds_for_some_books_and_is_open_while_the_author_has_not_said(
    catalog: Catalog, case: dict[str, Any], book: dict[str, Any], followers: int | None, holds: bool | None
) -> None:
    own, told = account("discord", followers=followers), Book(id="b", **book)
    kinds = catalog.genre_line(told.genre) or None
    assert case_holds(FitCase(**case), kinds, told, own) is holds


def test_a_fact_without_a_case_is_about_every_book() -> None:
    assert case_holds(None, None, Book(id="b"), None) is True
    assert case_holds(FitCase(followers_below=1), None, Book(id="b"), None) is None


@pytest.mark.parametrize(
    ("platform", "fields", "kind"),
    [
        ("kobo", {"genre": "romance", "kdp_select": True}, FitKind.POOR),
        ("kobo", {"genre": "romance", "kdp_select": False}, FitKind.STRONG),
        ("kobo", {"genre": "romance"}, FitKind.STRONG),
        ("kobo", {"kdp_select": True}, FitKind.POOR),
        ("bookbub", {"genre": "romance", "editions": (PAPER,)}, FitKind.POOR),
        ("bookbub", {"genre": "romance", "editions": (PAPER, EBOOK)}, FitKind.STRONG),
        ("bookbub-ads", {"genre": "romance", "editions": (PAPER, EBOOK)}, FitKind.STRONG),
        ("bookbub-ads", {"genre": "romance", "editions": (AUDIO,)}, FitKind.POSSIBLE),
        ("fable", {"genre": "romance", "editions": (PAPER, EBOOK)}, FitKind.STRONG),
        ("fable", {"genre": "romance", "editions": (AUDIO,)}, FitKind.POSSIBLE),
        ("offline-bookshop-library", {"genre": "poetry", "editions": (EBOOK,)}, FitKind.POOR),
        ("booksirens", {"genre": "romance", "language": "de"}, FitKind.POOR),
        ("facebook-ads", {"genre": "romance", "editions": (EBOOK,)}, FitKind.POSSIBLE),
        ("facebook-ads", {"genre": "romance", "editions": (DEAR,)}, FitKind.STRONG),
        ("facebook-ads", {"genre": "romance", "editions": (EBOOK,), "series": "S"}, FitKind.STRONG),
        ("whatsapp", {"genre": "romance", "markets": ("US",)}, FitKind.POSSIBLE),
        ("wechat", {"genre": "politics", "language": "zh", "markets": ("CN",)}, FitKind.POOR),
        ("wechat", {"genre": "history", "language": "zh", "markets": ("CN",)}, FitKind.STRONG),
        ("wechat", {"genre": "history", "language": "en", "markets": ("CN",)}, FitKind.POOR),
    ],
)
def test_formats_price_select_language_and_market_reach_the_fit(
    catalog: Catalog, platform: str, fields: dict[str, Any], kind: FitKind
) -> None:
    assert fit(catalog, platform, **fields) is kind


def test_a_fact_about_every_book_is_said_and_changes_nothing(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    doubt = FitFact(text="It takes time.", source=("derived",), speaks=Speaks.AGAINST)
    slow = replace(tiktok, fit=replace(tiktok.fit, cautions=(doubt,)))
    verdict = judge_fit(catalog, slow, Book(id="b", genre="romance"))
    assert (verdict.kind, verdict.speaking_against) == (FitKind.STRONG, (doubt,))


@pytest.mark.parametrize(
    ("platform", "fields", "unsaid"),
    [
        ("tiktok", {}, (Unsaid.GENRE,)),
        ("tiktok", {"genre": "romance"}, ()),
        ("kobo", {"genre": "romance", "markets": ("GB",)}, (Unsaid.FORMATS, Unsaid.KDP_SELECT)),
        ("kobo", {"genre": "romance", "kdp_select": False}, (Unsaid.MARKETS, Unsaid.FORMATS)),
        ("wechat", {"genre": "history", "language": ""}, (Unsaid.LANGUAGE, Unsaid.MARKETS)),
        ("discord", {"genre": "fantasy"}, (Unsaid.FOLLOWERS,)),
        ("offline-bookshop-library", {"genre": "poetry"}, (Unsaid.FORMATS,)),
        ("facebook-ads", {"genre": "romance"}, (Unsaid.PRICE,)),
    ],
)
def test_what_has_not_been_said_and_could_decide_is_asked_for(
    catalog: Catalog, platform: str, fields: dict[str, Any], unsaid: tuple[Unsaid, ...]
) -> None:
    book = Book(id="b", **fields)
    assert judge_fit(catalog, catalog.platforms[platform], book).unsaid == unsaid


def test_a_need_is_taken_apart_into_what_it_asks_for(catalog: Catalog) -> None:
    whole = Need(author_language="zh", local_help=True, asks="I know.")
    assert [need_text(catalog, part) for part in parts(whole)] == [
        "An account of somebody who writes Chinese.",
        "An account with local help.",
        "Your word in the account: “I know.”",
    ]


def test_the_facts_stand_on_their_sides(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    verdict = judge_fit(catalog, tiktok, Book(id="b", genre="thriller"))
    evidence, cautions = tiktok.fit.evidence, tiktok.fit.cautions
    assert verdict.speaking_for == ()
    assert verdict.speaking_against == ()
    assert verdict.to_know == (evidence[0], evidence[1], cautions[0])
    romance = judge_fit(catalog, tiktok, Book(id="b", genre="romance"))
    assert romance.speaking_for == (evidence[2], evidence[4], evidence[5])
    business = judge_fit(catalog, tiktok, Book(id="b", genre="business"))
    assert business.speaking_against == (cautions[1],)


def test_where_every_kind_of_book_does_well_one_that_is_not_said_does_too(catalog: Catalog) -> None:
    book = Book(id="book", language="en", markets=("US",))
    assert judge_fit(catalog, catalog.platforms["own-website"], book).kind is FitKind.STRONG
    assert judge_fit(catalog, catalog.platforms["tiktok"], book).kind is FitKind.UNKNOWN


@pytest.mark.parametrize("platform", ["tiktok", "pinterest", "instagram", "facebook-ads"])
def test_a_kind_of_book_that_stands_apart_takes_over_no_good_from_a_wider_one(
    catalog: Catalog, platform: str
) -> None:
    assert fit(catalog, platform, genre="romance") is FitKind.STRONG
    assert fit(catalog, platform, genre="erotica") is FitKind.UNKNOWN
    verdict = judge_fit(catalog, catalog.platforms[platform], Book(id="b", genre="erotica"))
    assert (verdict.genre, verdict.strong) == ("", None)
    assert Unsaid.GENRE not in verdict.unsaid


def test_a_kind_of_book_that_stands_apart_is_judged_where_it_is_named(catalog: Catalog) -> None:
    wanted = {"amazon-ads": FitKind.POOR, "librarything": FitKind.POOR, "own-website": FitKind.STRONG}
    assert {id: fit(catalog, id, genre="erotica") for id in wanted} == wanted
    tiktok = catalog.platforms["tiktok"]
    welcome = replace(tiktok, fit=Fit(summary="", strong=("erotica",), weak=("romance",)))
    assert judge_fit(catalog, welcome, Book(id="b", genre="erotica")).kind is FitKind.STRONG
    barred = replace(tiktok, fit=Fit(summary="", weak=("romance",)))
    assert judge_fit(catalog, barred, Book(id="b", genre="erotica")).kind is FitKind.UNKNOWN
    assert fit(catalog, "x", genre="romance") is FitKind.POOR
    assert fit(catalog, "x", genre="erotica") is FitKind.UNKNOWN
    assert fit(catalog, "xiaohongshu", genre="erotica", language="zh", markets=("CN",)) is FitKind.POOR


@pytest.mark.parametrize("platform", ["kobo", "apple-books"])
def test_a_shop_for_files_has_no_page_for_a_book_in_print_only(catalog: Catalog, platform: str) -> None:
    def kind(*formats: EditionKind) -> FitKind:
        editions = tuple(Edition(kind=each) for each in formats)
        return fit(catalog, platform, genre="romance", markets=("GB",), kdp_select=False, editions=editions)

    assert kind(EditionKind.PAPERBACK) is kind(EditionKind.HARDBACK, EditionKind.PAPERBACK) is FitKind.POOR
    assert kind(EditionKind.AUDIOBOOK, EditionKind.PAPERBACK) is kind(EditionKind.EBOOK) is FitKind.STRONG
    assert kind() is FitKind.STRONG


@pytest.mark.parametrize("platform", ["own-website", "patreon"])
def test_a_shop_of_ones_own_suits_an_exclusive_e_book_less_where_there_is_nothing_else(
    catalog: Catalog, platform: str
) -> None:
    def kind(*formats: EditionKind, kdp_select: bool | None = True) -> FitKind:
        editions = tuple(Edition(kind=each) for each in formats)
        return fit(catalog, platform, genre="romance", kdp_select=kdp_select, editions=editions)

    assert kind(EditionKind.EBOOK) is FitKind.POSSIBLE
    assert kind(EditionKind.EBOOK, EditionKind.PAPERBACK) is kind() is FitKind.STRONG
    assert kind(EditionKind.EBOOK, kdp_select=None) is FitKind.STRONG


def test_nothing_is_asked_that_could_not_better_a_poor_fit(catalog: Catalog) -> None:
    ads = catalog.platforms["amazon-ads"]
    erotica = Book(id="b", genre="erotica", markets=("US",))
    assert word_fit(catalog, ads, erotica, judge_fit(catalog, ads, erotica)).changes == ()
    romance = replace(erotica, genre="romance")
    assert word_fit(catalog, ads, romance, judge_fit(catalog, ads, romance)).changes
