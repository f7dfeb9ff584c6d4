"""The platforms' search and filters."""

import pytest

from planner.core.catalog import Catalog, Platform
from planner.core.folding import folded
from planner.core.plan import Book
from planner.gui.platforms.filters import Wanted, found_by, grouped, serves

BOOK = Book(id="book", genre="", language="en")


def shown(catalog: Catalog, wanted: Wanted) -> list[Platform]:
    return [platform for group in grouped(catalog, BOOK, wanted) for platform in group.platforms]


def test_everything_is_shown_once(catalog: Catalog) -> None:
    assert sorted(p.id for p in shown(catalog, Wanted())) == sorted(catalog.platforms)


@pytest.mark.parametrize(("text", "same"), [("Café", "cafe"), ("ЁЖ", "еж"), ("ＷｅＣｈａｔ", "wechat")])
def test_accents_and_capitals_make_no_difference(text: str, same: str) -> None:
    assert folded(text) == same


def test_every_name_finds_its_platform(catalog: Catalog) -> None:
    for platform in catalog.platforms.values():
        for name in (platform.name, platform.native_name, *platform.other_names):
            assert found_by(platform, name.upper())


def test_filters_narrow(catalog: Catalog) -> None:
    everything = len(catalog.platforms)
    kind = next(iter(catalog.kinds))
    for wanted in (Wanted(trackable=True), Wanted(kind=kind), Wanted(region="JP"), Wanted(text="a b")):
        assert len(shown(catalog, wanted)) < everything
    assert all(p.kind == kind for p in shown(catalog, Wanted(kind=kind)))
    assert all(serves(catalog, p, "JP") for p in shown(catalog, Wanted(region="JP")))
