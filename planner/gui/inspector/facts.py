"""What the catalog knows of a platform, as sections of sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.core.catalog import Catalog, Platform
from planner.core.citations import as_of_text
from planner.core.days import day_text
from planner.core.facts import ANYWHERE, Clickable, Confidence, Fact, Source
from planner.core.names import place_name
from planner.core.phrasing import upper_first
from planner.core.verdict_words import link_policy

CLICKABLE = {
    Clickable.YES: "links can be clicked",
    Clickable.TYPED: "readers type what they hear or see",
    Clickable.NO: "links cannot be clicked",
    Clickable.UNKNOWN: "not known",
}
DOUBTS = {
    Confidence.DISPUTED: "sources disagree",
    Confidence.UNCERTAIN: "not certain",
    Confidence.COMMON_KNOWLEDGE: "common knowledge",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the sentences below it, each of ``sources`` with the address where it can be read."""

    title: str
    sentences: tuple[str, ...]
    sources: tuple[tuple[str, str], ...] = ()


def fact_sections(catalog: Catalog, platform: Platform) -> tuple[Section, ...]:
    """All sections that have something to say."""
    made = (Section(title, tuple(sentences)) for title, sentences in _sections(catalog, platform))
    return (*(section for section in made if section.sentences), _sources(platform))


def _sections(catalog: Catalog, platform: Platform) -> Iterator[tuple[str, Iterable[str]]]:
    yield "Audience", (_said(platform.audience), *platform.audience.who)
    yield "Where it is used", filter(None, (platform.region_note,))
    yield "Formats", platform.formats
    yield f"Links: {link_policy(catalog, platform)}", (_said(platform.links),)
    yield "Where links can stand", _placements(catalog, platform)
    yield "Ads", (_said(platform.ads),)
    yield "In-app numbers", (_said(platform.native_analytics),)
    yield "Interfaces for tools", (_said(platform.api),)
    yield f"Promotion rules, enforcement: {platform.enforcement.level}", _all(platform.promotion_rules)
    yield "Enforcement", (_said(platform.enforcement),)
    yield "Limits", _all(platform.limits)
    yield "What you need first", _all(platform.prerequisites)
    yield "What has to be disclosed", _all(platform.disclosure)
    yield (
        "For books of all kinds, in favour and against",
        _all((*platform.fit.evidence, *platform.fit.cautions)),
    )
    yield "Where sources disagree", _conflicts(platform)


def _said(fact: Fact) -> str:
    doubt = DOUBTS.get(fact.confidence)
    return f"{fact.text} ({doubt})" if doubt else fact.text


def _all(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(map(_said, facts))


def _placements(catalog: Catalog, platform: Platform) -> Iterator[str]:
    for spot in platform.placements:
        name = place_name(catalog, spot.placement)
        yield f"{upper_first(name)}, {CLICKABLE[spot.clickable]}: {_said(spot)}"
    for condition in platform.conditions:
        place = place_name(catalog, condition.placement) if condition.placement != ANYWHERE else "everywhere"
        yield f"Condition, {place}: {_said(condition)}"


def _conflicts(platform: Platform) -> Iterator[str]:
    for conflict in platform.conflicts:
        sides = " ".join(f"One side: {claim.says}" for claim in conflict.claims)
        yield f"{conflict.about}. {sides} {conflict.used}"


def _sources(platform: Platform) -> Section:
    sources = platform.sources.values()
    told = ((", ".join(filter(None, (each.title, _dated(each)))), each.url) for each in sources)
    return Section("Sources", (f"Last checked {day_text(platform.checked)}.",), tuple(told))


def _dated(source: Source) -> str:
    official = "the platform's own" if source.official else ""
    return ", ".join(filter(None, (as_of_text(source.as_of) if source.as_of else "", official)))
