"""How well a platform suits a book, with the facts that speak for and against it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.core.catalog import Catalog, Platform
from planner.core.facts import Fact
from planner.core.plan import Book

EVERY_GENRE = "all"


class FitKind(StrEnum):
    """The four answers to "does this platform suit this book?"."""

    STRONG = "strong fit"
    POSSIBLE = "possible fit"
    POOR = "poor fit"
    UNKNOWN = "fit unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FitVerdict:
    """An answer, the genre that decided (if one did), and what speaks for and against.

    ``language`` and ``market`` are False when the platform's readers cannot be the book's.
    """

    kind: FitKind
    genre: str = ""
    exception: Fact | None = None
    language: bool = True
    market: bool = True


def judge_fit(catalog: Catalog, platform: Platform, book: Book) -> FitVerdict:
    """How well a platform suits a book, by its genre, its language and its markets."""
    by_genre = _by_genre(catalog, platform, book)
    spoken = book.language.split("-")[0].lower()
    language = not platform.languages or not spoken or spoken in platform.languages
    market = in_markets(catalog, platform, book)
    if language and market:
        return by_genre
    return replace(by_genre, kind=FitKind.POOR, language=language, market=market)


def in_markets(catalog: Catalog, platform: Platform, book: Book) -> bool:
    """Whether a platform reaches any of the book's markets; an unnamed market is everywhere."""
    if not book.markets or not platform.regions:
        return True
    return any(overlap(catalog, market, region) for market in book.markets for region in platform.regions)


def overlap(catalog: Catalog, one: str, other: str) -> bool:
    """Whether two markets are the same, or one lies within the other."""
    return one == other or other in _wider(catalog, one) or one in _wider(catalog, other)


def _wider(catalog: Catalog, region: str) -> tuple[str, ...]:
    found = catalog.regions.get(region)
    return found.within if found else ()


def _by_genre(catalog: Catalog, platform: Platform, book: Book) -> FitVerdict:
    if not book.genre:
        return FitVerdict(kind=FitKind.UNKNOWN)
    line = catalog.genre_line(book.genre)
    fit = platform.fit
    if fit.exception and any(genre in fit.exception.genres for genre in line):
        return FitVerdict(kind=FitKind.POSSIBLE, genre=line[0], exception=fit.exception)
    for genre in (*line, EVERY_GENRE):
        if genre in fit.strong:
            return FitVerdict(kind=FitKind.STRONG, genre=genre)
        if genre in fit.weak:
            return FitVerdict(kind=FitKind.POOR, genre=genre)
    return FitVerdict(kind=FitKind.POSSIBLE)
