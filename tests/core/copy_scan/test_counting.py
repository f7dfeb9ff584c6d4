"""Texts are counted as the platforms count them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.copy_scan.counting import graphemes, hashtags, length, weighted
from planner.core.facts import Limit, Unit

FAMILY = "👨‍👩‍👧"


def limit(unit: Unit = Unit.CODE_POINTS, link_length: int | None = None) -> Limit:
    return Limit(text="", source=(), unit=unit, link_length=link_length)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.CODE_POINTS, 10),
        (Unit.UTF_16, 13),
        (Unit.BYTES, 26),
        (Unit.GRAPHEMES, 5),
        (Unit.WEIGHTED, 7),
    ],
)
def test_each_unit_counts_in_its_own_way(catalog: Catalog, unit: Unit, expected: int) -> None:
    assert length(catalog, f"a盐e\u0301 {FAMILY}", limit(unit)) == expected


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", []),
        ("ab", ["a", "b"]),
        ("e\u0301a", ["e\u0301", "a"]),
        (f"{FAMILY}a", [FAMILY, "a"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🇫🇷🇩🇪🇫", ["🇫🇷", "🇩🇪", "🇫"]),
        ("\r\n\n", ["\r\n", "\n"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
        ("a\u200db", ["a\u200d", "b"]),
    ],
)
def test_signs_are_parted_as_readers_see_them(text: str, signs: list[str]) -> None:
    assert list(graphemes(text)) == signs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("salt", 4),
        ("盐路", 4),
        ("소금", 4),
        ("しお", 4),
        ("cafe\u0301", 4),
        ("café — “so”…", 13),
        ("👾", 2),
        ("🙋🏽", 2),
        (FAMILY, 2),
        ("🇫🇷", 2),
        ("1\ufe0f\u20e3", 2),
        ("соль", 4),
        ("\u10ff\u1100", 3),
        ("\u2000\u200e\u2010\u2020\u2032\u2038", 9),
    ],
)
def test_x_gives_its_weights(text: str, expected: int) -> None:
    assert weighted(text) == expected


def test_an_address_counts_as_the_platform_says(catalog: Catalog) -> None:
    text = "Read https://annavale.example/a/long/way/to/go and annavale.com now"
    assert length(catalog, text, limit(link_length=23)) == len("Read  and  now") + 2 * 23
    assert length(catalog, text, limit()) == len(text)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#BookTok and #Salt_Roads2", ["#BookTok", "#Salt_Roads2"]),
        ("#写作 #盐路# 很好", ["#写作", "#盐路"]),
        ("#盐路#海#", ["#盐路"]),
        ("＃読書", ["＃読書"]),
        ("#соль #소금 #bücher", ["#соль", "#소금", "#bücher"]),
        ("We are #1, C# and &#39; and a#b", []),
        ("https://annavale.com/#maps page#top", []),
        ("#2027goals", ["#2027goals"]),
        ("# no", []),
    ],
)
def test_hashtags_are_those_of_any_script(text: str, tags: list[str]) -> None:
    assert hashtags(text) == tags


@given(st.text())
def test_graphemes_are_the_text_and_never_more_than_its_code_points(text: str) -> None:
    signs = list(graphemes(text))
    assert "".join(signs) == text
    assert len(signs) <= len(text)
