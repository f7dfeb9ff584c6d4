"""The words for what to do instead; window, PDF and command line all print these."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from planner.core import alternatives
from planner.core.catalog import Catalog, Platform
from planner.core.citations import NOBODY_SAYS, Citation, entry_text, sources_text
from planner.core.facts import Fact, WayOn
from planner.core.fit import FitKind, fit_kind
from planner.core.markets import EVERYWHERE
from planner.core.names import markets_said, option_name, places_text
from planner.core.phrasing import listed, lower_first
from planner.core.situation import Situation, answered_once
from planner.core.verdicts import Verdict

REMEMBERED = 10_000
SKIPPED = "stands among the platforms that you skip."
NOTHING_BETTER = "No better way is known."


class Way(NamedTuple):
    """One thing to do instead, and who says that it works.

    ``platform`` is the one it leads to, which can take the other's place where ``takes_over`` says so.
    """

    text: str
    source: Citation = NOBODY_SAYS
    platform: str = ""
    takes_over: bool = False


def ways_instead(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation
) -> tuple[Way, ...]:
    """What to do instead, from the nearest to the farthest, or that nothing better is known."""
    others = alternatives.other_platforms(catalog, platform, verdict.option, situation)
    here = _here(catalog, platform, verdict.option, verdict.placement, situation)
    elsewhere = _ways_to(catalog, platform, others, situation)
    nowhere = not here.same and not any(other.works for other in others)
    found = (*here.same, *here.others, *elsewhere, *here.proxy)
    if not found:
        return (Way(NOTHING_BETTER),)
    return (*found, _nowhere(catalog, [verdict.option])) if nowhere else found


def ways_for_all(
    catalog: Catalog, platform: Platform, verdicts: Sequence[Verdict], situation: Situation
) -> tuple[Way, ...]:
    """What to do instead of several options, each thing told once with all the options that it stands for.

    The verdicts are on no placement.
    """
    found = {v.option: alternatives.other_platforms(catalog, platform, v.option, situation) for v in verdicts}
    by_platform: dict[str, list[alternatives.OtherPlatform]] = {}
    for other in chain.from_iterable(found.values()):
        by_platform.setdefault(other.platform.id, []).append(other)
    here = (way for v in verdicts for way in _other_options(catalog, platform, v.option, situation))
    there = (
        way for group in by_platform.values() for way in _there(catalog, platform, tuple(group), situation)
    )
    proxies = (way for v in verdicts for way in _proxy_goal(catalog, platform, v.option, situation))
    lost = [option for option, others in found.items() if not any(other.works for other in others)]
    told = dict.fromkeys((*here, *there, *proxies))
    if not told:
        return (Way(NOTHING_BETTER),)
    return (*told, _nowhere(catalog, lost)) if lost else tuple(told)


class _Here(NamedTuple):
    """What can be done on the platform itself: at other placements, by other options, by its own figures."""

    same: tuple[Way, ...]
    others: tuple[Way, ...]
    proxy: tuple[Way, ...]


@answered_once
def _here(catalog: Catalog, platform: Platform, option: str, placement: str, situation: Situation) -> _Here:
    return _Here(
        tuple(_other_placements(catalog, platform, option, placement, situation)),
        tuple(_other_options(catalog, platform, option, situation)),
        tuple(_proxy_goal(catalog, platform, option, situation)),
    )


def _nowhere(catalog: Catalog, options: Iterable[str]) -> Way:
    return Way(f"Nowhere better is known for this: {listed(option_name(catalog, each) for each in options)}.")


def _other_placements(
    catalog: Catalog, platform: Platform, option: str, placement: str, situation: Situation
) -> Iterator[Way]:
    if not placement:
        return
    found = alternatives.other_placements(catalog, platform, option, situation, placement)
    places = [other.placement for other in found]
    if places:
        spots = [spot for spot in platform.placements if spot.placement in places]
        yield Way(f"Here it works in: {places_text(catalog, places)}.", sources_text(platform, spots))


def _other_options(catalog: Catalog, platform: Platform, option: str, situation: Situation) -> Iterator[Way]:
    found = alternatives.other_options(catalog, platform, option, situation)
    if found:
        names = listed(catalog.options[each.option].name for each in found)
        facts = [fact for each in found for fact in each.facts]
        yield Way(f"What can be used here: {names}.", sources_text(platform, facts))


def ways_elsewhere(
    catalog: Catalog, platform: Platform, option: str, situation: Situation
) -> tuple[Way, ...]:
    """All that is to be said of other platforms for an option."""
    others = alternatives.other_platforms(catalog, platform, option, situation)
    return _ways_to(catalog, platform, others, situation)


def _ways_to(
    catalog: Catalog, platform: Platform, others: Iterable[alternatives.OtherPlatform], situation: Situation
) -> tuple[Way, ...]:
    return tuple([way for other in others for way in _there(catalog, platform, (other,), situation)])


def other_platform_ways(
    catalog: Catalog, platform: Platform, other: alternatives.OtherPlatform, situation: Situation
) -> tuple[Way, ...]:
    """Another platform: what the record or the facts say of it, whether it suits, and what works there."""
    return _there(catalog, platform, (other,), situation)


def _there(
    catalog: Catalog, platform: Platform, others: tuple[alternatives.OtherPlatform, ...], situation: Situation
) -> tuple[Way, ...]:
    """Another platform, and what works there of the options that ``others`` were asked for."""
    other, there = others[0], others[0].platform
    ways = alternatives.ways_for(catalog, platform, situation) if other.takes_over else platform.ways_on
    said = way_on_text(catalog, platform, there, ways)
    doubt = "" if other.suits else f" For this book {there.name} is a poor fit as things stand."
    skipped = f" {there.name} {SKIPPED}" if there.id in situation.skipped else ""
    text = f"{said}{doubt}{skipped}" if said else _unnamed(catalog, platform, others, situation)
    return _ways_there(catalog, text, entry_text(platform if said else there), others)


@lru_cache(maxsize=REMEMBERED)
def _ways_there(
    catalog: Catalog, text: str, source: Citation, others: tuple[alternatives.OtherPlatform, ...]
) -> tuple[Way, ...]:
    """What a text says of another platform, and at which placements each option works there."""
    there = others[0].platform
    by_places: dict[tuple[str, ...], list[Verdict]] = {}
    for each in others:
        if each.works:
            by_places.setdefault(each.places, []).append(each.verdict)
    working = (_usable_there(catalog, there, places, found) for places, found in by_places.items())
    return (Way(text, source, there.id, any(each.takes_over for each in others)), *working)


def _usable_there(
    catalog: Catalog, there: Platform, places: Iterable[str], verdicts: Sequence[Verdict]
) -> Way:
    """What works on another platform, and at which placements."""
    where = f" in: {places_text(catalog, places)}" if places else ""
    options = listed(option_name(catalog, verdict.option) for verdict in verdicts)
    facts = [fact for verdict in verdicts for fact in verdict.facts]
    return Way(f"{options} can be used on {there.name}{where}.", sources_text(there, facts), there.id)


def _unnamed(
    catalog: Catalog, platform: Platform, others: tuple[alternatives.OtherPlatform, ...], situation: Situation
) -> str:
    """Why a platform that no record names may stand in."""
    other = others[0].platform
    at_home = [each for each in others if catalog.options[each.verdict.option].home == other.id]
    if at_home and other.kind != platform.kind:
        names = listed(option_name(catalog, each.verdict.option) for each in at_home)
        return f"Use {other.full_name} for this: {names}."
    return _alike(catalog, platform, other, situation)


def _alike(catalog: Catalog, platform: Platform, other: Platform, situation: Situation) -> str:
    """Why a platform of the same kind may stand in."""
    kind = fit_kind(catalog, other, situation.on(other.id))
    return _alike_text(
        catalog, other, alternatives.markets_shared(catalog, platform, other, situation.book.markets), kind
    )


@lru_cache(maxsize=REMEMBERED)
def _alike_text(catalog: Catalog, other: Platform, markets: tuple[str, ...], kind: FitKind) -> str:
    """What makes a platform an alternative: its kind, the markets that it shares, and its fit."""
    reached = listed(markets_said(catalog, (m for m in markets if m != EVERYWHERE)))
    told = f"{other.full_name} is of the same kind ({lower_first(catalog.kinds[other.kind])})"
    fit = "" if kind is FitKind.UNKNOWN else f": a {kind}"
    return f"{told} and reaches {reached}{fit}." if reached else f"{told}{fit}."


def _proxy_goal(catalog: Catalog, platform: Platform, option: str, situation: Situation) -> Iterator[Way]:
    if catalog.options[option].inside_only:
        return
    fact = alternatives.proxy_goal(catalog, platform, situation)
    if fact:
        yield proxy_way(platform, fact)


def proxy_way(platform: Platform, fact: Fact) -> Way:
    """A goal that can be counted where clicks cannot."""
    text = f"A goal that can be counted here is what {platform.name} itself shows. {fact.text}"
    return Way(text, sources_text(platform, [fact]))


@lru_cache(maxsize=REMEMBERED)
def way_on_text(catalog: Catalog, platform: Platform, other: Platform, ways: tuple[WayOn, ...]) -> str:
    """The sentence that sends an author from one platform to another by one of some ways, "" without one."""
    way = next((way for way in ways if way.platform == other.id), None)
    if way is None:
        return ""
    markets = listed(markets_said(catalog, (m for m in way.markets if m != EVERYWHERE)))
    readers = f"For readers in {markets}" if markets else "Instead"
    why = way.why if way.why.startswith((platform.name, other.name)) else lower_first(way.why)
    return f"{readers}, use {other.full_name}: {why}"
