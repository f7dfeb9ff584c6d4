"""A shop that has a page for a market is no poor fit there."""

import pytest

from planner.core.catalog import Catalog
from planner.core.fit import FitKind, judge_fit
from planner.core.plan import Book

SHOPS = {"amazon-author": "amazon", "apple-books": "apple", "kobo": "kobo"}


@pytest.mark.parametrize(("platform", "retailer"), SHOPS.items())
def test_a_shop_suits_every_market_that_its_addresses_are_for(
    catalog: Catalog, platform: str, retailer: str
) -> None:
    for market in {*catalog.retailers[retailer].regions.values()}:
        book = Book(id="book", genre="thriller", markets=(market,))
        assert judge_fit(catalog, catalog.platforms[platform], book).kind is not FitKind.POOR, market
