"""The names of what the catalog knows, or the ids of what it does not know."""

from collections.abc import Iterable, Mapping

from planner.core.catalog import Catalog
from planner.core.catalog_lists import Genre, Placement, Region, TrackingOption
from planner.core.languages import base
from planner.core.phrasing import listed


def places_text(catalog: Catalog, placements: Iterable[str]) -> str:
    """The names of placements in a row."""
    return listed([place_name(catalog, placement) for placement in placements], last="or")


def place_name(catalog: Catalog, placement: str) -> str:
    """The name of a placement, or the id itself when the catalog does not know it."""
    return _name(catalog.placements, placement)


def option_name(catalog: Catalog, option: str) -> str:
    """The name of a tracking option, or the id itself when the catalog does not know it."""
    return _name(catalog.options, option)


def platform_name(catalog: Catalog, platform: str) -> str:
    """The full name of a platform, or the id itself when the catalog does not know it."""
    known = catalog.platforms.get(platform)
    return known.full_name if known else platform


def language_name(catalog: Catalog, code: str) -> str:
    """The name of a language, in whichever country, or its code when the catalog does not know it."""
    known = catalog.languages.get(base(code))
    return known.name if known else code


def genre_name(catalog: Catalog, genre: str) -> str:
    """The name of a genre, or the id itself when the catalog does not know it."""
    return _name(catalog.genres, genre)


def _name(known: Mapping[str, Placement | TrackingOption | Genre | Region], id: str) -> str:
    found = known.get(id)
    return found.name if found else id


def market_names(catalog: Catalog, markets: Iterable[str]) -> list[str]:
    """The names of markets, or their codes where the catalog does not know them."""
    return [_name(catalog.regions, market) for market in markets]


def markets_said(catalog: Catalog, markets: Iterable[str]) -> list[str]:
    """The same within a sentence: "the United States", "Canada"."""
    known = catalog.regions
    return [market_said(known[market]) if market in known else market for market in markets]


def market_said(market: Region) -> str:
    """The name of a market within a sentence."""
    return f"the {market.name}" if market.the else market.name
