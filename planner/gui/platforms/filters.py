"""Which platforms are listed, and in which groups: plain functions, without Qt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from planner.core.catalog import Catalog, Platform
from planner.core.fit import FitKind, judge_fit
from planner.core.folding import folded
from planner.core.plan import Book
from planner.core.verdicts import any_click_counts, judge_all

FIT_ORDER = (FitKind.STRONG, FitKind.POSSIBLE, FitKind.UNKNOWN, FitKind.POOR)
FITTING = frozenset({FitKind.STRONG, FitKind.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user searches and filters by; "" is anything."""

    text: str = ""
    fitting: bool = False
    trackable: bool = False
    region: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the platforms under it."""

    heading: str
    platforms: tuple[Platform, ...]


def grouped(catalog: Catalog, book: Book, wanted: Wanted) -> list[Group]:
    """The platforms that are wanted, best fit first, by name within a fit."""
    fits = {platform.id: judge_fit(catalog, platform, book).kind for platform in catalog.platforms.values()}
    found = [p for p in catalog.platforms.values() if matches(catalog, p, fits[p.id], wanted)]
    found.sort(key=lambda p: (FIT_ORDER.index(fits[p.id]), folded(p.name)))
    groups = groupby(found, key=lambda p: fits[p.id])
    return [Group(str(fit), tuple(platforms)) for fit, platforms in groups]


def matches(catalog: Catalog, platform: Platform, fit: FitKind, wanted: Wanted) -> bool:
    """Whether a platform is one of those that are wanted."""
    tests: Sequence[tuple[bool, Callable[[], bool]]] = (
        (bool(wanted.text.strip()), lambda: found_by(platform, wanted.text)),
        (wanted.fitting, lambda: fit in FITTING),
        (bool(wanted.kind), lambda: platform.kind == wanted.kind),
        (bool(wanted.region), lambda: serves(catalog, platform, wanted.region)),
        (wanted.trackable, lambda: any_click_counts(catalog, judge_all(catalog, platform))),
    )
    return all(test() for on, test in tests if on)


def found_by(platform: Platform, text: str) -> bool:
    """Whether every word of a search stands in one of a platform's names."""
    names = folded(" ".join(names_of(platform)))
    return all(word in names for word in folded(text).split())


def names_of(platform: Platform) -> Iterator[str]:
    """All names of a platform."""
    yield platform.name
    yield platform.native_name
    yield from platform.other_names


def serves(catalog: Catalog, platform: Platform, region: str) -> bool:
    """Whether a platform is used in a region, or in a wider one around it."""
    known = catalog.regions.get(region)
    return not {region, *(known.within if known else ())}.isdisjoint(platform.regions)
