"""Where markets lie: which of them overlap, and which a platform reaches."""

from functools import lru_cache

from planner.core.catalog import Catalog, Platform
from planner.core.languages import base
from planner.core.plan import Book
from planner.core.situation import Situation

REMEMBERED = 10_000
EVERYWHERE = "WORLD"


def in_its_markets(catalog: Catalog, platform: Platform, situation: Situation) -> bool:
    """Whether a platform reaches any market of the book of a situation."""
    return situation.once(in_markets, catalog, platform, situation.book)


def in_markets(catalog: Catalog, platform: Platform, book: Book) -> bool:
    """Whether a platform reaches any of the book's markets; one that is unnamed or unknown is everywhere."""
    known = known_markets(catalog, book)
    return not known or reaches(catalog, platform, known) or is_read_abroad(platform, book)


def is_read_abroad(platform: Platform, book: Book) -> bool:
    """Whether readers of a book's language use a platform outside its own markets too."""
    return platform.used_abroad and base(book.language) in platform.languages


def is_away(catalog: Catalog, platform: Platform, book: Book) -> bool:
    """Whether most of a platform's readers are in other markets than the book's, as far as is known."""
    known = known_markets(catalog, book) if platform.mostly_in else ()
    return bool(known) and not meet(catalog, known, platform.mostly_in)


@lru_cache(maxsize=REMEMBERED)
def reaches(catalog: Catalog, platform: Platform, markets: tuple[str, ...]) -> bool:
    """Whether a platform is offered in any of some markets and has readers there, or does not say where."""
    offered = tuple(market for market in markets if is_offered(catalog, platform, market))
    return bool(offered) and (not platform.regions or meet(catalog, offered, platform.regions))


def is_offered(catalog: Catalog, platform: Platform, market: str) -> bool:
    """Whether nothing is known against using a platform in a market, or in a wider one around it."""
    return {market, *_wider(catalog, market)}.isdisjoint(platform.not_regions)


def known_markets(catalog: Catalog, book: Book) -> tuple[str, ...]:
    """Those of a book's markets of which the catalog knows where they are."""
    return tuple([market for market in book.markets if market in catalog.regions])


@lru_cache(maxsize=REMEMBERED)
def meet(catalog: Catalog, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether any of some markets overlaps with any of others."""
    return any(overlap(catalog, one, other) for one in some for other in others)


@lru_cache(maxsize=REMEMBERED)
def overlap(catalog: Catalog, one: str, other: str) -> bool:
    """Whether two markets are the same, or one lies within the other."""
    return one == other or other in _wider(catalog, one) or one in _wider(catalog, other)


def may_meet(catalog: Catalog, one: str, other: str) -> bool:
    """Whether two markets overlap, or one of them is not said."""
    return not one or not other or overlap(catalog, one, other)


def _wider(catalog: Catalog, region: str) -> tuple[str, ...]:
    found = catalog.regions.get(region)
    return found.within if found else ()
