"""The words for what the rules and facts say; window, PDF and command line all print these."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from planner.core import instead
from planner.core.catalog import Catalog, Genre, Placement, Platform, Region, TrackingOption
from planner.core.citations import NOBODY_SAYS, Citation, entry_text, sources_text, with_ways
from planner.core.days import day_text, when_text
from planner.core.facts import Fact, Policy, VerdictKind, WayOn
from planner.core.fit import EVERYWHERE, NO_BOOK, FitKind, fit_kind
from planner.core.markets import markets_said
from planner.core.plan import Activity, Recheck
from planner.core.rules import Severity
from planner.core.verdicts import (
    IN_DOUBT,
    NOBODY,
    NOT_CLICKABLE,
    NOT_OFFERED,
    UNSETTLED,
    Situation,
    Verdict,
    any_click_counts,
    because,
    judge_all,
)

MARKS = {
    VerdictKind.AVAILABLE: "✓",
    VerdictKind.LIMITED: "◐",
    VerdictKind.NOT_YET: "◷",
    VerdictKind.FORBIDDEN: "⚠",
    VerdictKind.IMPOSSIBLE: "⊘",
    VerdictKind.UNKNOWN: "?",
}
SEVERITY_MARKS = {
    Severity.BLOCKER: "⊘",
    Severity.ERROR: "✕",
    Severity.WARNING: "▲",
    Severity.TIP: "i",
}
POLICY_WORDS = {
    Policy.OPEN: "links open",
    Policy.LIMITED: "links limited",
    Policy.BLOCKED: "links blocked",
}
MET_WORDS = {True: "met", False: "not met", None: "not known yet"}
NOTHING_BETTER = "No better way is known."
REMEMBERED = 10_000


class Way(NamedTuple):
    """One thing to do instead, and who says that it works.

    ``platform`` is the one it leads to, which can take the other's place where ``takes_over`` says so.
    """

    text: str
    source: Citation = NOBODY_SAYS
    platform: str = ""
    takes_over: bool = False


class Explanation(NamedTuple):
    """A verdict in words: a mark and label, the reason, its conditions, the ways on, and the source."""

    mark: str
    label: str
    reason: str
    condition: str
    ways: tuple[Way, ...]
    source: Citation

    @property
    def way_on(self) -> str:
        """All that can be done instead, in one paragraph."""
        return " ".join(way.text for way in self.ways)

    @property
    def sources(self) -> Citation:
        """Who says all of it: the verdict, and what can be done instead."""
        return with_ways(self.source, (way.source for way in self.ways))

    @property
    def text(self) -> str:
        """Everything in one paragraph."""
        return " ".join(filter(None, (self.reason, self.condition, self.way_on, self.source)))


def explain(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation = NOBODY
) -> Explanation:
    """The words for a verdict."""
    return Explanation(
        mark=MARKS[verdict.kind],
        label=str(verdict.kind),
        reason=_reason(catalog, platform, verdict),
        condition=_condition(catalog, platform, verdict, situation),
        ways=ways_instead(catalog, platform, verdict, situation) if needs_way_on(verdict) else (),
        source=sources_text(platform, verdict.facts),
    )


def needs_way_on(verdict: Verdict) -> bool:
    """Whether an author who wanted the option has to be told what to do instead."""
    return not verdict.usable or verdict.met is False


def _reason(catalog: Catalog, platform: Platform, verdict: Verdict) -> str:
    if not verdict.facts:
        return f"The catalog does not say what this can do on {platform.name}."
    if verdict.rule == NOT_OFFERED:
        return f"The catalog does not know this placement on {platform.name}."
    if verdict.rule == UNSETTLED:
        fact = platform.tracking_fact(verdict.option)
        places = [verdict.placement] if verdict.placement or not fact else fact.unsettled
        told = places_text(catalog, places)
        return f"No source is known on its use in: {told}. {verdict.facts[-1].text}"
    return verdict.facts[0 if verdict.rule in (NOT_CLICKABLE, IN_DOUBT) else -1].text


def _condition(catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation) -> str:
    if verdict.rule == UNSETTLED:
        places = places_text(catalog, verdict.only_at)
        return " ".join([*([f"It is known to work in: {places}."] if places else ()), *verdict.conditions])
    sentences = []
    if verdict.usable and verdict.only_at:
        sentences.append(f"Works only here: {places_text(catalog, verdict.only_at)}.")
    if verdict.conditions and (verdict.met or verdict.kind is not VerdictKind.AVAILABLE):
        given = listed(because(platform, verdict.facts, situation)) if verdict.met else ""
        met = f"{MET_WORDS[verdict.met]}: {given}" if given else MET_WORDS[verdict.met]
        sentences.append(f"{' '.join(verdict.conditions).removesuffix('.')} ({met}).")
    if verdict.usable and verdict.advice and verdict.met is not False:
        sentences.append(verdict.advice)
    return " ".join(sentences)


def ways_instead(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation = NOBODY
) -> tuple[Way, ...]:
    """What to do instead, from the nearest to the farthest, or that nothing better is known."""
    others = instead.other_platforms(catalog, platform, verdict.option, situation)
    asked = verdict.option, verdict.placement
    here = situation.once(("ways here", *asked), partial(_here, catalog, platform, verdict, situation))
    elsewhere = ways_elsewhere(catalog, platform, verdict.option, situation)
    nowhere = not here.same and not any(other.works for other in others)
    found = (*here.same, *here.others, *elsewhere, *here.proxy)
    if not found:
        return (Way(NOTHING_BETTER),)
    return (*found, _nowhere(catalog, [verdict.option])) if nowhere else found


def ways_for_all(
    catalog: Catalog, platform: Platform, verdicts: Sequence[Verdict], situation: Situation = NOBODY
) -> tuple[Way, ...]:
    """What to do instead of several options, each thing told once with all the options that it stands for.

    The verdicts are on no placement.
    """
    found = {v.option: instead.other_platforms(catalog, platform, v.option, situation) for v in verdicts}
    by_platform: dict[str, list[instead.Other]] = {}
    for other in chain.from_iterable(found.values()):
        by_platform.setdefault(other.platform.id, []).append(other)
    here = (way for v in verdicts for way in _other_options(catalog, platform, v, situation))
    there = (
        way for group in by_platform.values() for way in _there(catalog, platform, tuple(group), situation)
    )
    proxies = (way for v in verdicts for way in _proxy_goal(catalog, platform, v, situation))
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


def _here(catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation) -> _Here:
    asked = catalog, platform, verdict, situation
    return _Here(*(tuple(ways(*asked)) for ways in (_other_placements, _other_options, _proxy_goal)))


def _nowhere(catalog: Catalog, options: Iterable[str]) -> Way:
    return Way(f"Nowhere better is known for this: {listed(option_name(catalog, each) for each in options)}.")


def _other_placements(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation
) -> Iterator[Way]:
    if not verdict.placement:
        return
    found = instead.other_placements(catalog, platform, verdict.option, situation, verdict.placement)
    places = [other.placement for other in found]
    if places:
        spots = [spot for spot in platform.placements if spot.placement in places]
        yield Way(f"Here it works in: {places_text(catalog, places)}.", sources_text(platform, spots))


def _other_options(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation
) -> Iterator[Way]:
    found = instead.other_options(catalog, platform, verdict.option, situation)
    if found:
        names = listed(catalog.options[each.option].name for each in found)
        facts = [fact for each in found for fact in each.facts]
        yield Way(f"What can be used here: {names}.", sources_text(platform, facts))


def ways_elsewhere(
    catalog: Catalog, platform: Platform, option: str, situation: Situation = NOBODY
) -> tuple[Way, ...]:
    """All that is to be said of other platforms for an option."""
    others = instead.other_platforms(catalog, platform, option, situation)
    return tuple(way for other in others for way in other_platform_ways(catalog, platform, other, situation))


def other_platform_ways(
    catalog: Catalog, platform: Platform, other: instead.Other, situation: Situation = NOBODY
) -> tuple[Way, ...]:
    """Another platform: what the record or the facts say of it, whether it suits, and what works there."""
    return _there(catalog, platform, (other,), situation)


def _there(
    catalog: Catalog, platform: Platform, others: tuple[instead.Other, ...], situation: Situation
) -> tuple[Way, ...]:
    """Another platform, and what works there of the options that ``others`` were asked for."""
    other, there = others[0], others[0].platform
    ways = instead.ways_for(catalog, platform, situation) if other.takes_over else platform.ways_on
    said = way_on_text(catalog, platform, there, ways)
    doubt = "" if other.suits else f" For this book {there.name} is a poor fit as things stand."
    text = f"{said}{doubt}" if said else _alike(catalog, platform, there, situation)
    return _ways_there(catalog, text, entry_text(platform if said else there), others)


@lru_cache(maxsize=REMEMBERED)
def _ways_there(
    catalog: Catalog, text: str, source: Citation, others: tuple[instead.Other, ...]
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


def _alike(catalog: Catalog, platform: Platform, other: Platform, situation: Situation) -> str:
    """Why a platform that no record names may stand in."""
    book = situation.book or NO_BOOK
    kind = fit_kind(catalog, other, situation.on(other.id))
    return _alike_text(catalog, other, instead.markets_shared(catalog, platform, other, book.markets), kind)


@lru_cache(maxsize=REMEMBERED)
def _alike_text(catalog: Catalog, other: Platform, markets: tuple[str, ...], kind: FitKind) -> str:
    """What makes a platform an alternative: its kind, the markets that it shares, and its fit."""
    reached = listed(markets_said(catalog, (m for m in markets if m != EVERYWHERE)))
    told = f"{other.full_name} is of the same kind ({lower_first(catalog.kinds[other.kind])})"
    fit = "" if kind is FitKind.UNKNOWN else f": a {kind}"
    return f"{told} and reaches {reached}{fit}." if reached else f"{told}{fit}."


def _proxy_goal(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation
) -> Iterator[Way]:
    if catalog.options[verdict.option].inside_only:
        return
    fact = instead.proxy_goal(catalog, platform, situation)
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


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: "1 channel", "3 channels"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def beside_release(days: int) -> str:
    """So many days before release in words, or after it where they are negative."""
    if not days:
        return "on the day of release"
    return f"{counted(abs(days), 'day')} {'before' if days > 0 else 'after'} release"


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in a row as a sentence has them: "a, b and c"."""
    *head, tail = [*names] or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def lower_first(text: str) -> str:
    """A sentence with a small first letter, unless its first word has another capital or a mark in it."""
    word = text.split(" ", 1)[0]
    return text if not word.isalpha() or word[1:] != word[1:].lower() else text[:1].lower() + text[1:]


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


def genre_name(catalog: Catalog, genre: str) -> str:
    """The name of a genre, or the id itself when the catalog does not know it."""
    return _name(catalog.genres, genre)


def _name(known: Mapping[str, Placement | TrackingOption | Genre | Region], id: str) -> str:
    found = known.get(id)
    return found.name if found else id


def recheck_text(recheck: Recheck) -> str:
    """What the author has looked up, and when: "I checked on 22 November 2026: still 1,000 followers"."""
    said = f"I checked on {day_text(recheck.on)}" if recheck.on else "To be checked"
    facts = f" ({' '.join(f'“{fact}”' for fact in recheck.facts)})" if recheck.facts else ""
    return f"{said}{facts}: {recheck.note}" if recheck.note else f"{said}{facts}."


def offer_text(activity: Activity, launch: date | None) -> str:
    """What a promotion offers and until when: "Kindle Countdown Deal, $0.99 instead of $4.99, until T+4"."""
    price, before = activity.price, activity.list_price
    cut = f"{price.text} instead of {before.text}" if price and before else price.text if price else ""
    ends = when_text(activity.ends, launch)
    return ", ".join(filter(None, (str(activity.promo or ""), cut, f"until {ends}" if ends else "")))


def link_policy(catalog: Catalog, platform: Platform) -> str:
    """What links may do on a platform, in a few words: "links limited · ad tracking not yet"."""
    words = [POLICY_WORDS[platform.links.policy]]
    verdicts = judge_all(catalog, platform)
    if not any_click_counts(catalog, verdicts):
        words.append("no click can be tracked")
    missing = [v.option for v in verdicts if v.kind is VerdictKind.NOT_YET]
    words += [f"{catalog.options[option].name.lower()} not yet" for option in missing]
    return " · ".join(words)


def counts_text(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity: "1 blocker and 2 warnings"."""
    return listed(counted(counts[severity], severity) for severity in Severity if counts.get(severity))
