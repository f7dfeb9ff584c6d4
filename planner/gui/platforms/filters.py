"""Which platforms are listed, and in which groups: plain functions, without Qt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from planner.core.catalog import Catalog, Platform
from planner.core.fit import FIT_ORDER, FitKind, judge_fit
from planner.core.markets import is_offered
from planner.core.normalization import folded
from planner.core.plan import Plan
from planner.core.verdicts import any_click_counts, judge_all

FITTING = frozenset({FitKind.STRONG, FitKind.POSSIBLE})
BY_NAME, BY_KIND = "name", "kind"
SORTS: Mapping[str, str] = {BY_NAME: "By name", BY_KIND: "By kind"}
ALL_BY_NAME = "by name"

Fits = Mapping[str, FitKind]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user searches, filters and sorts by; "" is anything, and sorted by fit."""

    text: str = ""
    fitting: bool = False
    trackable: bool = False
    region: str = ""
    kind: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the platforms under it."""

    heading: str
    platforms: tuple[Platform, ...]


def fits_of(catalog: Catalog, plan: Plan) -> Fits:
    """How well each platform suits a plan's book and author."""
    platforms = catalog.platforms.values()
    return {p.id: judge_fit(catalog, p, plan.book, plan.account(p.id)).kind for p in platforms}


def grouped(catalog: Catalog, fits: Fits, wanted: Wanted) -> list[Group]:
    """The platforms that are wanted, by name within their group: best fit first, unless sorted otherwise."""
    found = [p for p in catalog.platforms.values() if matches(catalog, p, fits[p.id], wanted)]
    kinds = list(catalog.kinds)
    group_of: Callable[[Platform], tuple[int, str]] = {
        BY_NAME: lambda _platform: (0, ALL_BY_NAME),
        BY_KIND: lambda platform: (kinds.index(platform.kind), catalog.kinds[platform.kind]),
    }.get(wanted.sort, lambda platform: (FIT_ORDER.index(fits[platform.id]), str(fits[platform.id])))
    found.sort(key=lambda platform: (*group_of(platform), folded(platform.name)))
    groups = groupby(found, key=group_of)
    return [Group(heading, tuple(platforms)) for (_, heading), platforms in groups]


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
    around = {region, *(known.within if known else ())}
    return is_offered(catalog, platform, region) and not around.isdisjoint(platform.regions)
