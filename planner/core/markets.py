"""The names of markets: by themselves, and as a sentence has them."""

from collections.abc import Iterable

from planner.core.catalog import Catalog, Region


def market_names(catalog: Catalog, markets: Iterable[str]) -> list[str]:
    """The names of markets, or their codes where the catalog does not know them."""
    known = catalog.regions
    return [known[market].name if market in known else market for market in markets]


def markets_said(catalog: Catalog, markets: Iterable[str]) -> list[str]:
    """The same within a sentence: "the United States", "Canada"."""
    known = catalog.regions
    return [market_said(known[market]) if market in known else market for market in markets]


def market_said(market: Region) -> str:
    """The name of a market within a sentence."""
    return f"the {market.name}" if market.the else market.name
