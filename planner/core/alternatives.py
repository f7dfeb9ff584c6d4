"""What to do instead of a way of tracking that cannot work, found by the facts of the catalog.

Nothing here leads readers around a platform's rules: a placement or a platform is named only where the option
works by its own facts, never a code within a picture, and never a platform that suits the book poorly.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from planner.core.affiliates import earns, may_be_barred
from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import PRINT
from planner.core.facts import Fact, WayOn
from planner.core.fit import FIT_ORDER, FitKind, does_well, fit_kind
from planner.core.kdp_select import is_closed_to
from planner.core.markets import known_markets, meet, reaches
from planner.core.plan import Book
from planner.core.platforms import ids_of_kind
from planner.core.situation import Situation, answered_once
from planner.core.verdicts import COUNTING, Verdict, any_click_counts, judge, judge_all, rank
from planner.core.vocabulary import Aim

MOST_PLATFORMS = 2
SUITING = tuple(kind for kind in FIT_ORDER if kind is not FitKind.POOR)
REMEMBERED = 1000


class OtherPlatform(NamedTuple):
    """Another platform, whether it suits the book no worse than possibly, and what the option can do there.

    ``works`` says whether the option can be relied on there; ``places`` are where it works, () where that
    depends on no placement.
    """

    platform: Platform
    suits: bool
    verdict: Verdict
    works: bool
    places: tuple[str, ...] = ()

    @property
    def takes_over(self) -> bool:
        """Whether the platform can take the other's place."""
        return self.works and self.suits


def other_placements(
    catalog: Catalog, platform: Platform, option: str, situation: Situation, placement: str = ""
) -> tuple[Verdict, ...]:
    """The verdicts at the other placements where an option works, those that hang on least first.

    Where a shop's terms may bar the option, it is not sent.
    """
    spots = (spot.placement for spot in platform.placements if spot.placement != placement)
    usable = (spot for spot in spots if not catalog.placements[spot].in_picture)
    allowed = (
        spot for spot in usable if not may_be_barred(catalog, option, platform.id, spot, situation.account)
    )
    found = [judge(catalog, platform, option, situation, spot) for spot in allowed]
    return tuple(sorted((verdict for verdict in found if verdict.counts), key=rank))


def dependable(catalog: Catalog, verdict: Verdict, situation: Situation) -> bool:
    """Whether to recommend an option: it counts here, what is scanned is on paper, and no terms bar it."""
    option = catalog.options[verdict.option]
    printed = verdict.only_at and all(catalog.placements[spot].medium == PRINT for spot in verdict.only_at)
    return (
        verdict.counts
        and (not option.scanned or bool(printed))
        and (not earns(catalog, option.id) or _has_a_place(catalog, verdict, situation))
    )


def _has_a_place(catalog: Catalog, verdict: Verdict, situation: Situation) -> bool:
    """Whether there is a placement where no shop's terms bar an option."""
    platform = catalog.platforms[verdict.platform]
    return bool(other_placements(catalog, platform, verdict.option, situation))


def other_options(
    catalog: Catalog, platform: Platform, option: str, situation: Situation
) -> tuple[Verdict, ...]:
    """The verdicts on the other options that can be relied on here."""
    found = judge_all(catalog, platform, situation)
    return tuple(v for v in found if v.option != option and dependable(catalog, v, situation))


@answered_once
def other_platforms(
    catalog: Catalog, platform: Platform, option: str, situation: Situation
) -> tuple[OtherPlatform, ...]:
    """Platforms for the same readers and purpose: those that the record names, then one that the facts name.

    Where no click counts at all, a way on that suits the book poorly, or where the option does not work, is
    among them too, last: the record says it of the readers. What the facts add always suits and works. One
    that would suit, and that the record names for readers in other markets than the book's, is left out.
    """
    named = [
        other
        for each in _named(catalog, platform, situation)
        if not (other := _seen_named(catalog, each, option, situation)).takes_over or each.is_aimed
    ]
    taking_over = [other for other in named if other.takes_over]
    if len(taking_over) < len(named) and _any_click(catalog, platform, situation):
        named = taking_over
    named = named[:MOST_PLATFORMS]
    if any(other.takes_over for other in named):
        return tuple(sorted(named, key=lambda other: not other.takes_over))
    return (*_alike(catalog, platform, option, situation), *named)


class _Named(NamedTuple):
    """A platform that a record names, whether it suits the book, and whether for the book's markets."""

    platform: Platform
    suits: bool
    is_aimed: bool


@answered_once
def _named(catalog: Catalog, platform: Platform, situation: Situation) -> tuple[_Named, ...]:
    """The platforms that a record names for a kind of book, whatever option is asked for."""
    aimed = ways_for(catalog, platform, situation)
    ways = ways_on(catalog, platform, (), _genre_asked(platform, situation.book))
    others = ((way, catalog.platforms[way.platform]) for way in ways)
    return tuple(
        [_Named(other, _suits(catalog, other, situation.on(other.id)), way in aimed) for way, other in others]
    )


def _seen_named(catalog: Catalog, named: _Named, option: str, situation: Situation) -> OtherPlatform:
    seen = _seen(catalog, named.platform, option, situation.on(named.platform.id))
    return seen if named.suits else seen._replace(suits=False)


@lru_cache(maxsize=REMEMBERED)
def ways_on(
    catalog: Catalog, platform: Platform, markets: tuple[str, ...], genre: str = ""
) -> tuple[WayOn, ...]:
    """The ways on that a record names for a kind of book and readers in any of some markets, if given."""
    known = [way for way in platform.ways_on if way.platform in catalog.platforms]
    line = catalog.genre_line(genre)
    read = (way for way in known if not (line and way.genres) or not set(line).isdisjoint(way.genres))
    return tuple(way for way in read if not (markets and way.markets) or meet(catalog, markets, way.markets))


@answered_once
def ways_for(catalog: Catalog, platform: Platform, situation: Situation) -> tuple[WayOn, ...]:
    """The ways on that a record names for the markets and the kind of a situation's book."""
    book = situation.book
    return ways_on(catalog, platform, known_markets(catalog, book), _genre_asked(platform, book))


def _genre_asked(platform: Platform, book: Book) -> str:
    """The kind of a book where a way on of a platform is for some kinds alone; elsewhere it is not read."""
    return book.genre if _leads_by_genre(platform) else ""


@lru_cache(maxsize=REMEMBERED)
def _leads_by_genre(platform: Platform) -> bool:
    return any(way.genres for way in platform.ways_on)


@lru_cache(maxsize=REMEMBERED)
def may_lead_to(catalog: Catalog, platform: Platform) -> tuple[str, ...]:
    """The ids of a platform itself and of all that may be named instead of it."""
    alike = ids_of_kind(catalog.platforms, platform.kind)
    homes = (option.home for option in catalog.options.values() if option.home)
    named = (way.platform for way in platform.ways_on)
    return tuple(dict.fromkeys((platform.id, *named, *alike, *homes)))


def main_option(catalog: Catalog) -> str:
    """The option that platforms are compared by where none is asked for: the catalog's first."""
    return next(iter(catalog.options))


def _alike(
    catalog: Catalog, platform: Platform, option: str, situation: Situation
) -> tuple[OtherPlatform, ...]:
    """The platform that the option is made for, else the one beside this that can take its place best."""
    home = catalog.platforms.get(catalog.options[option].home)
    if home is not None:
        return _at_home(catalog, platform, home, option, situation)
    able = _able_to(catalog, platform.kind, option)
    others = _suiting_beside(catalog, platform, situation) if able else ()
    seen = (_seen(catalog, other, option, situation.on(other.id)) for other in others if other in able)
    first = next((each for each in seen if each.works), None)
    return (first,) if first else ()


@lru_cache(maxsize=REMEMBERED)
def _able_to(catalog: Catalog, kind: str, option: str) -> frozenset[Platform]:
    """The platforms of a kind on which an option works for some books and accounts."""
    facts = ((each, each.tracking_fact(option)) for each in _by_name(catalog, kind))
    return frozenset(each for each, fact in facts if fact and fact.verdict in COUNTING)


def _at_home(
    catalog: Catalog, platform: Platform, home: Platform, option: str, situation: Situation
) -> tuple[OtherPlatform, ...]:
    """The platform that an option is made for, where it suits the book and has readers in its markets."""
    markets = markets_wanted(catalog, platform, situation.book.markets)
    left_out = home.id in (platform.id, *situation.skipped) or not reaches(catalog, home, markets)
    there = situation.on(home.id)
    if left_out or not _suits(catalog, home, there):
        return ()
    seen = _seen(catalog, home, option, there)
    return (seen,) if seen.works else ()


@answered_once
def _suiting_beside(catalog: Catalog, platform: Platform, situation: Situation) -> tuple[Platform, ...]:
    """The platforms beside this one that suit the book, the best first."""
    beside = _beside(catalog, platform, situation)
    ranked = situation.once(_best_first, catalog, platform.kind, situation.on) if beside else ()
    return tuple([other for other in ranked if other in beside])


def _best_first(catalog: Catalog, kind: str, on: Callable[[str], Situation]) -> tuple[Platform, ...]:
    """The platforms of a kind that suit the book no worse than possibly, the best fit first.

    Of those that fit alike, such books do well on the first, though something weakens that for this one.
    ``on`` is the situation on each of them.
    """
    there = [(other, on(other.id)) for other in _by_name(catalog, kind)]
    fits = [(fit_kind(catalog, other, at), does_well(catalog, other, at), other) for other, at in there]
    best_first = [(kind, well) for kind in SUITING for well in (True, False)]
    return tuple([other for wanted in best_first for *fit, other in fits if tuple(fit) == wanted])


@answered_once
def _beside(catalog: Catalog, platform: Platform, situation: Situation) -> tuple[Platform, ...]:
    """Platforms of the same kind for the same markets and languages that no way on leads to, by name."""
    book = situation.book
    markets = markets_wanted(catalog, platform, book.markets)
    skipped = situation.skipped
    return tuple(
        other
        for other in _of_its_kind(catalog, platform, ways_for(catalog, platform, situation))
        if other.id not in skipped and not is_closed_to(other, book) and reaches(catalog, other, markets)
    )


@lru_cache(maxsize=REMEMBERED)
def _of_its_kind(catalog: Catalog, platform: Platform, ways: tuple[WayOn, ...]) -> tuple[Platform, ...]:
    """The other platforms of the same kind whose readers share a language, and that no way on leads to."""
    left_out = {platform.id, *(way.platform for way in ways)}
    others = (other for other in _by_name(catalog, platform.kind) if other.id not in left_out)
    return tuple(other for other in others if _share_words(platform, other))


@lru_cache(maxsize=REMEMBERED)
def _by_name(catalog: Catalog, kind: str) -> tuple[Platform, ...]:
    """The platforms of a kind, in the order of their names."""
    found = map(catalog.platforms.__getitem__, ids_of_kind(catalog.platforms, kind))
    return tuple(sorted(found, key=lambda platform: platform.name))


def _share_words(platform: Platform, other: Platform) -> bool:
    """Whether two platforms have readers of one language; one that names none has readers of all."""
    return (
        not platform.languages
        or not other.languages
        or not set(platform.languages).isdisjoint(other.languages)
    )


@lru_cache(maxsize=REMEMBERED)
def markets_wanted(catalog: Catalog, platform: Platform, markets: tuple[str, ...]) -> tuple[str, ...]:
    """The markets to reach: those of a book that the platform reaches, or all of them, or else its own."""
    shared = tuple(market for market in markets if reaches(catalog, platform, (market,)))
    return shared or markets or platform.regions


@lru_cache(maxsize=REMEMBERED)
def markets_shared(
    catalog: Catalog, platform: Platform, other: Platform, markets: tuple[str, ...]
) -> tuple[str, ...]:
    """Those of the markets to reach in which another platform has readers too."""
    wanted = markets_wanted(catalog, platform, markets)
    return tuple(market for market in wanted if reaches(catalog, other, (market,)))


@answered_once
def _seen(catalog: Catalog, platform: Platform, option: str, there: Situation) -> OtherPlatform:
    """A platform that suits the book, as it is seen from another one."""
    verdict = judge(catalog, platform, option, there)
    works = dependable(catalog, verdict, there)
    places = _places(catalog, platform, option, there) if works else ()
    return OtherPlatform(platform, True, verdict, works, places)


@answered_once
def _suits(catalog: Catalog, platform: Platform, there: Situation) -> bool:
    closed = is_closed_to(platform, there.book)
    return not closed and fit_kind(catalog, platform, there) is not FitKind.POOR


def _places(catalog: Catalog, platform: Platform, option: str, situation: Situation) -> tuple[str, ...]:
    """Where an option that needs a place works."""
    known = catalog.options.get(option)
    if known is None or not known.needs_click:
        return ()
    return tuple(v.placement for v in other_placements(catalog, platform, option, situation))


def own_figures_count(platform: Platform, verdict: Verdict, aim: Aim) -> bool:
    """Whether an option stands for the platform's own figures, and they count an aim and can be relied on."""
    fact = platform.tracking_fact(verdict.option)
    return fact is not None and aim in fact.counts and verdict.counts


def proxy_goal(catalog: Catalog, platform: Platform, situation: Situation) -> Fact | None:
    """What the platform's own figures show, where nothing else counts: a goal that can be measured."""
    inside = (option.id for option in catalog.options.values() if option.inside_only)
    counts = any(judge(catalog, platform, option, situation).counts for option in inside)
    return platform.native_analytics if counts and not _any_click(catalog, platform, situation) else None


@answered_once
def _any_click(catalog: Catalog, platform: Platform, situation: Situation) -> bool:
    """Whether an option that counts clicks can be relied on here; no further than the first is judged."""
    return any_click_counts(catalog, (judge(catalog, platform, id, situation) for id in catalog.options))
