"""How well a platform suits a book, in words: for, against, and what would change it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.fit import FitKind
from planner.core.fit_words import FIT_MARKS, ORDER, FitExplanation, explain_fit
from planner.core.plan import Book
from tests.core.build import PLATFORM_IDS, account, plan
from tests.strategies import books


def told(catalog: Catalog, platform: str, **fields: object) -> FitExplanation:
    book = Book(id="b", **fields)  # type: ignore[arg-type]
    return explain_fit(catalog, catalog.platforms[platform], plan(book=book))


def test_a_chinese_edition_would_open_wechat(catalog: Catalog) -> None:
    words = told(catalog, "wechat", genre="history", language="en", markets=("CN",))
    assert (words.mark, words.label) == ("⚠", "Poor fit for this book")
    assert [reason.text for reason in words.speaks_for][:2] == [
        "Books like this one do well here: history, a kind of nonfiction.",
        "Its readers are in mainland China, among the book's markets.",
    ]
    assert [reason.text for reason in words.speaks_against] == [
        "Readers here read Chinese, and the book is in English.",
        "Any book with a Chinese edition can do well, and a book without one fits badly.",
    ]
    assert words.changes == ("A Chinese edition.",)
    assert words.why.startswith("Readers here read Chinese, and the book is in English. Any book")
    assert "Book publishing regulations in China" in words.source


def test_without_a_genre_it_is_asked_for(catalog: Catalog) -> None:
    words = told(catalog, "tiktok")
    assert (words.mark, words.label) == ("?", "Fit unknown")
    assert words.changes == ("Say in the brief which kind of book it is.",)
    assert words.why.startswith("Say in the brief which kind of book it is. ")


def test_a_strong_fit_says_which_kind_of_book_and_who_says_so(catalog: Catalog) -> None:
    words = told(catalog, "tiktok", genre="romantasy")
    assert (words.mark, words.label) == ("✓", "Strong fit for this book")
    first = words.speaks_for[0]
    assert first.text == "Books like this one do well here: romantasy."
    assert first.source.startswith("Source: ")
    assert "22 November 2026" in first.source
    assert words.speaks_against == ()


def test_every_kind_of_book_does_well_on_a_list_of_ones_own(catalog: Catalog) -> None:
    words = told(catalog, "email-newsletter", genre="poetry")
    assert words.speaks_for[0].text == "Books of every kind do well here."


def test_where_nothing_is_known_that_is_said(catalog: Catalog) -> None:
    words = told(catalog, "tiktok", genre="poetry")
    assert words.label == "Possible fit for this book"
    assert words.why.startswith("Nothing is known for or against books like this one here. ")


def test_a_missing_market_is_what_would_change_it(catalog: Catalog) -> None:
    words = told(catalog, "douban", genre="literary-fiction", language="zh", markets=("US",))
    assert words.changes == ("Readers in mainland China among the book's markets.",)


def test_a_platform_of_the_wide_world_is_hardly_used_in_china(catalog: Catalog) -> None:
    words = told(catalog, "tiktok", genre="romance", markets=("CN",))
    assert [reason.text for reason in words.speaks_against] == ["It is hardly used in mainland China."]
    assert words.changes == ("Readers in the rest of the world among the book's markets.",)


def test_the_exception_says_what_it_asks_for(catalog: Catalog) -> None:
    words = told(catalog, "xiaohongshu", genre="beauty", language="zh", markets=("CN",))
    assert words.kind is FitKind.POOR
    assert words.speaks_against[0].text.startswith("The one case worth a closer look")
    assert words.changes[:2] == (
        "An account of somebody who writes Chinese.",
        "An account with local help.",
    )
    assert words.changes[2].startswith("Your word in the account: “I accept that there will be no clicks")


def test_what_is_commonly_held_is_told_from_what_a_source_says(catalog: Catalog) -> None:
    words = told(catalog, "wechat", genre="politics", language="zh", markets=("CN",))
    assert words.speaks_against[-1].text == "Commonly held: political or sexual subjects fit badly here."


def test_headings_stand_above_what_is_there_alone(catalog: Catalog) -> None:
    words = told(catalog, "xiaohongshu", genre="history", language="en")
    assert [heading for heading, _ in words.parts] == [
        "Speaks for it",
        "Speaks against it",
        "Good to know",
        "What would change it",
    ]
    assert all(reasons for _, reasons in told(catalog, "tiktok", genre="romance").parts)


def test_there_is_no_secret_number() -> None:
    assert "No points are given." in ORDER
    assert list(FIT_MARKS) == list(FitKind)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_platform_has_reasons_with_sources_for_any_book(catalog: Catalog, id: str) -> None:
    for genre in ("", "no-such-genre", *catalog.genres):
        for language, markets in (("en", ("GB",)), ("zh", ("CN",)), ("", ())):
            words = told(catalog, id, genre=genre, language=language, markets=markets)
            assert words.why.endswith((".", "!"))
            assert all(reason.source for reason in (*words.speaks_for, *words.speaks_against, *words.to_know))
            if words.kind is FitKind.POOR:
                assert words.speaks_against, (id, genre)
            if words.kind is FitKind.STRONG:
                assert words.speaks_for, (id, genre)
            if words.kind is FitKind.UNKNOWN:
                assert words.changes


@settings(max_examples=60, deadline=None)
@given(book=books, id=st.sampled_from(PLATFORM_IDS))
def test_any_plan_gets_an_answer_in_clean_words(catalog: Catalog, book: Book, id: str) -> None:
    platform = catalog.platforms[id]
    words = explain_fit(catalog, platform, plan(book=book, accounts=(account(id, followers=0),)))
    assert words.label.startswith(("Strong", "Possible", "Fit", "Poor"))
    assert words.why
    assert explain_fit(catalog, platform, plan(book=book, accounts=(account(id, followers=0),))) == words
