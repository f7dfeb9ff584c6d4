"""How well a platform suits a book, in words: for, against, and what would change it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.facts import Need
from planner.core.fit import FitKind
from planner.core.fit_words import FIT_MARKS, ORDER, FitExplanation, explain_fit, fit_label, need_text
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


@pytest.mark.parametrize("genre", ["", "romanse"])
def test_without_a_genre_or_with_an_unknown_one_it_is_asked_for(catalog: Catalog, genre: str) -> None:
    words = told(catalog, "tiktok", genre=genre)
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


def test_only_the_markets_of_the_book_are_named(catalog: Catalog) -> None:
    words = told(catalog, "amazon-author", genre="fantasy", markets=("US", "GB", "CN"))
    where = "Its readers are in the United States and the United Kingdom, among the book's markets."
    assert where in [reason.text for reason in words.speaks_for]


def test_a_missing_market_is_what_would_change_it(catalog: Catalog) -> None:
    words = told(catalog, "douban", genre="literary-fiction", language="zh", markets=("US",))
    assert words.changes == ("Readers in mainland China among the book's markets.",)


def test_a_platform_of_the_wide_world_is_hardly_used_in_russia(catalog: Catalog) -> None:
    words = told(catalog, "tiktok", genre="romance", markets=("RU",))
    assert [reason.text for reason in words.speaks_against] == ["It is hardly used in Russia."]
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


@settings(max_examples=60)
@given(book=books, id=st.sampled_from(PLATFORM_IDS))
def test_any_plan_gets_an_answer_in_clean_words(catalog: Catalog, book: Book, id: str) -> None:
    platform = catalog.platforms[id]
    words = explain_fit(catalog, platform, plan(book=book, accounts=(account(id, followers=0),)))
    assert words.label.startswith(("Strong", "Possible", "Fit", "Poor"))
    assert words.why
    assert explain_fit(catalog, platform, plan(book=book, accounts=(account(id, followers=0),))) == words


def test_readers_of_the_books_language_speak_for_a_platform(catalog: Catalog) -> None:
    words = told(catalog, "douban", genre="history", language="zh", markets=("CN",))
    assert [reason.text for reason in words.speaks_for] == [
        "Books like this one do well here: history.",
        "Readers here read Chinese, as the book is written.",
        "Its readers are in mainland China, among the book's markets.",
        "Readers trust its scores more than any others.",
    ]
    entry = "Source: Frontlist's entry for Douban. Checked 22 November 2026."
    assert [reason.source for reason in words.speaks_for][1:3] == [entry, entry]


def test_without_a_fact_that_says_so_the_languages_are_named(catalog: Catalog) -> None:
    line = catalog.platforms["line"]
    bare = replace(line, languages=("ja", "th"), fit=replace(line.fit, cautions=()))
    words = explain_fit(catalog, bare, plan(book=Book(id="b", genre="romance", language="en")))
    assert words.changes[0] == "An edition in Japanese or Thai."
    assert words.speaks_against[0].text == "Readers here read Japanese or Thai, and the book is in English."


def test_who_says_that_a_kind_does_badly_is_not_who_says_otherwise(catalog: Catalog) -> None:
    words = told(catalog, "xiaohongshu", genre="history", language="zh", markets=("CN",))
    source = words.speaks_against[0].source
    assert "ScribeCount" in source
    assert "editor's account" not in source
    assert "editor's account" in words.speaks_for[-1].source


@pytest.mark.parametrize(
    ("platform", "fields", "asked"),
    [
        (
            "booksirens",
            {"genre": "romance", "language": ""},
            "Say in the brief which language the book is in.",
        ),
        (
            "wechat",
            {"genre": "history", "language": "zh"},
            "Say in the brief in which markets the book is sold.",
        ),
        ("bookbub", {"genre": "romance"}, "Say in the brief in which formats the book is sold."),
        ("facebook-ads", {"genre": "romance"}, "Give the e-book a price in US dollars in the brief."),
        ("kobo", {"genre": "romance"}, "Say in the brief whether the book is in KDP Select."),
        ("discord", {"genre": "fantasy"}, "Say in the account how many follow you."),
    ],
)
def test_what_could_still_decide_is_asked_for_in_words(
    catalog: Catalog, platform: str, fields: dict[str, object], asked: str
) -> None:
    assert asked in told(catalog, platform, **fields).changes


@pytest.mark.parametrize(
    ("need", "text"),
    [
        (Need(author_language="ja"), "An account of somebody who writes Japanese."),
        (Need(local_help=True), "An account with local help."),
        (Need(asks="I know."), "Your word in the account: “I know.”"),
        (Need(followers_at_least=1000), "At least 1,000 followers."),
        (Need(account_type=("business", "creator")), "An account of this type: business or creator."),
        (Need(opt_in=True), "A list whose readers have agreed to it."),
        (Need(kdp_select=True), "The e-book in KDP Select."),
        (Need(kdp_select=False), "The e-book outside KDP Select."),
        (Need(followers_by_region={"US": 10}), "What the platform asks of such an account."),
    ],
)
def test_a_need_says_what_would_meet_it(catalog: Catalog, need: Need, text: str) -> None:
    assert need_text(catalog, need) == text


def test_the_order_of_answers_is_best_first_and_the_label_says_for_what() -> None:
    assert [fit_label(kind) for kind in FitKind] == [
        "Strong fit for this book",
        "Possible fit for this book",
        "Fit unknown",
        "Poor fit for this book",
    ]
    assert FIT_MARKS == {
        FitKind.STRONG: "✓",
        FitKind.POSSIBLE: "◐",
        FitKind.UNKNOWN: "?",
        FitKind.POOR: "⚠",
    }


def test_where_a_platform_is_not_offered_speaks_against_it(catalog: Catalog) -> None:
    note = catalog.platforms["tiktok"].region_note
    alone = told(catalog, "tiktok", genre="romance", markets=("IN",))
    assert alone.why.startswith(note)
    beside = told(catalog, "tiktok", genre="romance", markets=("US", "IN"))
    assert beside.kind is FitKind.STRONG
    assert [reason.text for reason in beside.speaks_against] == [note]
    both = told(catalog, "tiktok", genre="romance", markets=("IN", "RU"))
    assert both.why.startswith(f"{note} It is hardly used in Russia.")
    assert note not in told(catalog, "tiktok", genre="romance", markets=("US",)).why


def test_an_author_is_told_to_look_up_what_nobody_says_of_a_kind_of_book(catalog: Catalog) -> None:
    words = told(catalog, "tiktok", genre="erotica", markets=("US",))
    assert words.label == "Fit unknown"
    assert words.why.startswith("Nothing is known for or against books like this one here.")
    assert words.changes == ("A look at the platform's own rules: do they allow such books?",)


NOTHING_KNOWN = "Nothing is known for or against books like this one here."


@pytest.mark.parametrize(
    ("platform", "genre", "says"),
    [
        ("podcast-guesting", "romance", "Genre fiction struggles unless it has a topic to talk about."),
        ("kickstarter", "mystery", "Between 2009 and 2016 Kickstarter counted 8,009 fiction projects"),
        ("linkedin", "technology", "Nonfiction for a profession fits well too, whatever its subject."),
        ("twitch", "poetry", "For most other kinds of book, Twitch is a weak place."),
        ("podcast-guesting", "poetry", NOTHING_KNOWN),
        ("instagram", "history", NOTHING_KNOWN),
    ],
)
def test_what_is_known_of_such_books_stands_first_where_no_kind_decides(
    catalog: Catalog, platform: str, genre: str, says: str
) -> None:
    words = told(catalog, platform, genre=genre, markets=("US",))
    assert words.kind is FitKind.POSSIBLE
    assert words.why.count(says) == 1
    assert (NOTHING_KNOWN in words.why) is (says == NOTHING_KNOWN) is (NOTHING_KNOWN in words.summary)


def test_what_is_bad_of_a_wider_kind_is_told_in_doubt(catalog: Catalog) -> None:
    words = told(catalog, "xiaohongshu", genre="cookbooks", language="zh", markets=("CN",))
    said = "Books of a wider kind do badly here: nonfiction. That may hold for cookbooks too."
    assert words.why.startswith(said)
