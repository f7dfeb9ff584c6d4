"""Who says so: sources with their dates, and when somebody last looked; all that is shown prints these."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import chain

from planner.core.catalog import AdLabel, MailService, Platform
from planner.core.days import day_text
from planner.core.facts import Confidence, Conflict, Fact, Source
from planner.core.rules import Rule

UNIVERSAL_SOURCES = {
    "common-knowledge": Source(title="Common knowledge"),
    "derived": Source(title="Follows from the platform's other facts"),
}
DOUBTS = {Confidence.DISPUTED: " Sources disagree.", Confidence.UNCERTAIN: " This is not certain."}
REMEMBERED = 10_000


General = Rule | AdLabel | MailService
"""What is known of no one platform, each with sources of its own."""

Known = Fact | Conflict | General
"""All that can decide something, and grows old."""


class Citation(str):
    """Who says so, in words, and what was read there."""

    __slots__ = ("known",)

    known: tuple[Known, ...]


def _cited(text: str, known: tuple[Known, ...]) -> Citation:
    said = Citation(text)
    said.known = known
    return said


def together(citations: Iterable[str]) -> Citation:
    """Several citations as one, in which each is said once."""
    given = [*filter(None, citations)]
    known = chain.from_iterable(each.known for each in given if isinstance(each, Citation))
    return _cited(" ".join(dict.fromkeys(given)), tuple(dict.fromkeys(known)))


def source_of(platform: Platform, key: str) -> Source:
    """The source under a key of a platform's file."""
    return UNIVERSAL_SOURCES.get(key) or platform.sources[key]


def sources_text(platform: Platform, facts: Iterable[Fact]) -> Citation:
    """Where facts were read, when somebody last looked, and every side where sources disagree."""
    return _with_sides(platform, tuple(facts))


def bare_sources_text(platform: Platform, facts: Iterable[Fact]) -> Citation:
    """The same, where the sides are told beside it."""
    facts = tuple(facts)
    return _cited(_sources_text(platform, facts), facts)


def conflict_sources_text(platform: Platform, conflict: Conflict) -> Citation:
    """Where the sides of a conflict were read, and when somebody last looked."""
    keys = dict.fromkeys(key for claim in conflict.claims for key in claim.source)
    read = citation((source_of(platform, key) for key in keys), platform.checked)
    return _cited(f"{read}{DOUBTS[Confidence.DISPUTED]}", (conflict,))


@lru_cache(maxsize=REMEMBERED)
def own_sources_text(known: General) -> Citation:
    """Who says what a rule, a law or a mail service says, and when somebody last looked."""
    return _cited(citation(known.sources, known.checked), (known,))


@lru_cache(maxsize=REMEMBERED)
def _with_sides(platform: Platform, facts: tuple[Fact, ...]) -> Citation:
    told = (sides_text(conflict) for conflict in platform.conflicts if disputed_by(conflict, facts))
    sides = (f"On the one side: {text}" for text in told)
    return _cited(" ".join(filter(None, (_sources_text(platform, facts), *sides))), facts)


def disputed_by(conflict: Conflict, facts: Iterable[Fact]) -> list[Fact]:
    """The disputed facts that share a source with a side of a conflict."""
    keys = {key for claim in conflict.claims for key in claim.source}
    disputed = (fact for fact in facts if fact.confidence is Confidence.DISPUTED)
    return [fact for fact in disputed if keys.intersection(fact.source)]


def sides_text(conflict: Conflict) -> str:
    """What each side of a conflict says."""
    other = " On another side: " if len(conflict.claims) > 2 else " On the other side: "
    return other.join(claim.says for claim in conflict.claims)


@lru_cache(maxsize=REMEMBERED)
def _sources_text(platform: Platform, facts: tuple[Fact, ...]) -> str:
    if not facts:
        return ""
    keys = dict.fromkeys(key for fact in facts for key in fact.source)
    checked = min(fact.checked or platform.checked for fact in facts)
    found = {fact.confidence for fact in facts}
    doubt = "".join(text for confidence, text in DOUBTS.items() if confidence in found)
    return f"{citation((source_of(platform, key) for key in keys), checked)}{doubt}"


def citation(sources: Iterable[Source], checked: date) -> str:
    """Sources with their own dates, and when somebody last looked."""
    return f"Source: {'; '.join(map(source_text, sources))}. Checked {day_text(checked)}."


def undated(citation: str, checked: date) -> str:
    """A citation without the day of the last look, where that is told once for several."""
    return citation.replace(f" Checked {day_text(checked)}.", "")


def source_text(source: Source) -> str:
    """A source's title with its own date, where it shows one."""
    return f"{source.title}, {as_of_text(source.as_of)}" if source.as_of else source.title


def as_of_text(as_of: str) -> str:
    """The date of a source as people read it; a year or a month stays as it is."""
    try:
        return day_text(date.fromisoformat(as_of))
    except ValueError:
        return as_of
