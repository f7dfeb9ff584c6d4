"""The platforms' search and filters."""

import pytest
from PySide6.QtCore import Qt

from planner.core.catalog import Catalog, Platform
from planner.core.fit import FitKind
from planner.core.normalization import folded
from planner.core.plan import Book
from planner.gui.platforms.filters import BY_KIND, BY_NAME, Wanted, fits_of, found_by, grouped, serves
from planner.gui.platforms.model import DETAIL_ROLE, PlatformModel
from tests.core.build import account, plan

BOOK = Book(id="book", genre="", language="en")


def shown(catalog: Catalog, wanted: Wanted) -> list[Platform]:
    fits = fits_of(catalog, plan(book=BOOK))
    return [platform for group in grouped(catalog, fits, wanted) for platform in group.platforms]


def test_everything_is_shown_once(catalog: Catalog) -> None:
    assert sorted(p.id for p in shown(catalog, Wanted())) == sorted(catalog.platforms)


@pytest.mark.parametrize(("text", "same"), [("Café", "cafe"), ("ЁЖ", "еж"), ("ＷｅＣｈａｔ", "wechat")])
def test_accents_and_capitals_make_no_difference(text: str, same: str) -> None:
    assert folded(text) == same


def test_every_name_finds_its_platform(catalog: Catalog) -> None:
    for platform in catalog.platforms.values():
        for name in (platform.name, platform.native_name, *platform.other_names):
            assert found_by(platform, name.upper())


@pytest.mark.parametrize("sort", ["", BY_NAME])
def test_a_row_says_how_well_it_suits_the_book_unless_its_heading_does(catalog: Catalog, sort: str) -> None:
    model, fits = PlatformModel(catalog), fits_of(catalog, plan(book=BOOK))
    model.show(grouped(catalog, fits, Wanted(sort=sort)), fits)
    for platform in catalog.platforms.values():
        row = model.index(model.row_of(platform.id))
        assert (str(fits[platform.id]) in row.data(DETAIL_ROLE)) == bool(sort)
        assert str(fits[platform.id]) in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_filters_narrow(catalog: Catalog) -> None:
    everything = len(catalog.platforms)
    kind = next(iter(catalog.kinds))
    for wanted in (Wanted(trackable=True), Wanted(kind=kind), Wanted(region="JP"), Wanted(text="a b")):
        assert len(shown(catalog, wanted)) < everything
    assert all(p.kind == kind for p in shown(catalog, Wanted(kind=kind)))
    assert all(serves(catalog, p, "JP") for p in shown(catalog, Wanted(region="JP")))


def test_the_best_fit_comes_first_unless_something_else_is_asked(catalog: Catalog) -> None:
    fits = fits_of(catalog, plan(book=Book(id="book", genre="romance", language="en")))
    by_fit = grouped(catalog, fits, Wanted())
    assert [group.heading for group in by_fit] == ["strong fit", "possible fit", "poor fit"]
    assert all(fits[p.id] == group.heading for group in by_fit for p in group.platforms)
    (by_name,) = grouped(catalog, fits, Wanted(sort=BY_NAME))
    names = [folded(platform.name) for platform in by_name.platforms]
    assert (by_name.heading, names) == ("by name", sorted(names))
    by_kind = grouped(catalog, fits, Wanted(sort=BY_KIND))
    assert [group.heading for group in by_kind] == list(catalog.kinds.values())
    assert all(catalog.kinds[p.kind] == group.heading for group in by_kind for p in group.platforms)


def test_what_the_author_says_of_an_account_changes_the_fit(catalog: Catalog) -> None:
    book = Book(id="book", genre="fantasy", language="en")
    alone = plan(book=book, accounts=(account("discord", followers=0),))
    assert fits_of(catalog, plan(book=book))["discord"] is FitKind.STRONG
    assert fits_of(catalog, alone)["discord"] is FitKind.POSSIBLE


def test_a_platform_is_not_shown_for_a_market_where_it_is_not_offered(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    assert serves(catalog, tiktok, "US")
    assert not serves(catalog, tiktok, "IN")
