"""Names are found as words of their own, and words that are names too only where they are meant so."""

import pytest

from planner.core.catalog import Catalog
from planner.core.catalog_lists import App
from planner.core.copy_scan.context_names import app_names
from planner.core.copy_scan.folding import fold, plain_sign
from planner.core.copy_scan.names import Names, names_in


def found(text: str, *names: str, not_in: tuple[str, ...] = ()) -> list[str]:
    return [text[slice(*fold(text).place(a, b))] for _, a, b in Names(names, not_in).places(fold(text))]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("buy now, BUY NOW", ("buy now",), ["buy now", "BUY NOW"]),
        ("rebuy nowhere", ("buy now",), []),
        ("buy nowé ébuy now", ("buy now",), []),
        ("buy now_ _buy now 2buy now buy now2", ("buy now",), []),
        ("在buy now上", ("buy now",), ["buy now"]),
        ("请搜索书名吧", ("搜索书名",), ["搜索书名"]),
        ("B站见 AB站", ("B站",), ["B站"]),
        ("抖Y见 抖Yes", ("抖Y",), ["抖Y"]),
        ("gift card for a review", ("gift card", "gift card for a review"), ["gift card for a review"]),
        ("b&n? b&nx", ("b&n",), ["b&n"]),
        ("x", ("", " "), []),
        ("", ("x",), []),
    ],
)
def test_names_have_their_edges(text: str, names: tuple[str, ...], expected: list[str]) -> None:
    assert found(text, *names) == expected
    assert [text[a:b] for a, b in names_in(text, names)] == expected


def test_longer_words_hide_names() -> None:
    assert found("东京东部的京东", "京东", not_in=("东京东",)) == ["京东"]
    assert found("the Amazon and Amazon", "Amazon", not_in=("the Amazon",)) == ["Amazon"]
    assert found("Amazon river, Amazon", "Amazon", not_in=("Amazon river",)) == ["Amazon"]
    assert found("an Amazonian Amazon rivers", "Amazon", not_in=("Amazon river",)) == ["Amazon"]


@pytest.fixture(scope="module")
def apps() -> tuple[App, ...]:
    return (
        App(id="line", words=("LINE", "Line", "油管")),
        App(id="shop", names=("TikTok", "Kobo"), evasions=("某宝",), not_in=("某宝石",)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On TikT0k, t1ktok and TIKTOK", ["TikT0k", "t1ktok", "TIKTOK"]),
        ("TikTok2 xTikTok", []),
        ("某宝和某宝石", ["某宝"]),
        ("chat on Line", ["Line"]),
        ("chat on line", []),
        ("CHAT ON LINE.", ["LINE"]),
        ("Line", []),
        ("my Line, too", ["Line"]),
        ("on Line Street", []),
        ("on Line 5", []),
        ("on Line app", ["Line"]),
        ("Line account", ["Line"]),
        ("Line accounting", []),
        ("Line Account", ["Line"]),
        ("neon Line", []),
        ("Kobo and Line", ["Kobo", "Line"]),
        ("Kobo, Line / LINE", ["Kobo", "Line", "LINE"]),
        ("Kobo but Line", ["Kobo"]),
        ("油管同名", ["油管"]),
        ("油管里的水", []),
        ("via  LINE", ["LINE"]),
    ],
)
def test_words_need_words_around(
    catalog: Catalog, apps: tuple[App, ...], text: str, expected: list[str]
) -> None:
    folded = fold(text)
    names = app_names(apps, catalog.copy_words)
    assert [text[slice(*folded.place(a, b))] for _, a, b in names.places(folded)] == expected


def test_the_name_is_told_as_it_stands_in_the_list(catalog: Catalog, apps: tuple[App, ...]) -> None:
    names = app_names(apps, catalog.copy_words)
    assert [name for name, _, _ in names.places(fold("t1ktok 某宝"))] == ["TikTok", "某宝"]


def test_longer_words_stand_in_the_lists_in_plain_letters(catalog: Catalog) -> None:
    """What hides a name in Chinese or the like is looked for by the name's first letter as it is written."""
    words = [word for app in catalog.apps.values() for word in app.not_in] + [*catalog.copy_words.qr_not_in]
    letters = {sign for word in words for sign in word.lower() if sign.isalpha() and sign >= "\u0250"}
    assert letters
    assert [sign for sign in letters if plain_sign(sign) != sign] == []
