"""Who says so: sources with their dates, and when somebody last looked; all that is shown prints these."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import chain

from planner.core.catalog import Platform
from planner.core.catalog_lists import AdLabel, MailService
from planner.core.days import day_text
from planner.core.facts import Confidence, Conflict, Fact, Source
from planner.core.phrasing import lower_first
from planner.core.rules import Rule

COMMON_KNOWLEDGE = "common-knowledge"
UNIVERSAL_SOURCES = {
    COMMON_KNOWLEDGE: Source(title="Common knowledge"),
    "derived": Source(title="Follows from the platform's other facts"),
}
DOUBTS = {Confidence.DISPUTED: "Sources disagree.", Confidence.UNCERTAIN: "This is not certain."}
OWN_DOUBTS = frozenset(DOUBTS.values())
"""How a citation says that what it is about is in doubt, and not merely what to do instead."""
NEVER = date.max
REMEMBERED = 10_000


General = Rule | AdLabel | MailService
"""What is known of no one platform, each with sources of its own."""

Known = Fact | Conflict | Platform | General
"""All that can decide something, and grows old."""


class Citation(str):
    """Who says so, in words: the titles of sources, when somebody last looked, and what is in doubt.

    ``known`` is all that was read there; ``checked`` is ``NEVER`` where that is the author's plan alone.
    """

    __slots__ = ("checked", "doubts", "known", "titles")

    titles: tuple[str, ...]
    checked: date
    doubts: tuple[str, ...]
    known: tuple[Known, ...]


def _cited(
    sources: Iterable[str], checked: date, known: Iterable[Known], doubts: Iterable[str] = ()
) -> Citation:
    titles, doubts = tuple(dict.fromkeys(sources)), tuple(dict.fromkeys(doubts))
    named = "; ".join(titles)
    stop = "" if named.endswith(("?", "!", ".")) else "."
    read = f"Source: {named}{stop}" + (f" {_checked_text(checked)}" if checked < NEVER else "")
    said = Citation(" ".join((read, *doubts)) if titles else "")
    said.titles, said.checked, said.doubts, said.known = titles, checked, doubts, tuple(dict.fromkeys(known))
    return said


def _checked_text(day: date) -> str:
    return f"Checked {day_text(day)}."


NOBODY_SAYS = _cited((), NEVER, ())


Remembered = tuple[tuple[Citation, tuple[Known, ...]], ...]
"""Citations with what each stands for: two with the same words may stand for different facts."""


def together(citations: Iterable[Citation]) -> Citation:
    """Several citations as one, in which each source is named once."""
    return _together(_remembered(citations))


def with_ways(said: Citation, ways: Iterable[Citation]) -> Citation:
    """A citation with those of what to do instead, whose doubts are not its own."""
    return _with_ways(said, said.known, _remembered(ways))


def _remembered(citations: Iterable[Citation]) -> Remembered:
    return tuple([(each, each.known) for each in citations])


@lru_cache(maxsize=REMEMBERED)
def _together(given: Remembered) -> Citation:
    return _joined(*(each for each, _ in given))


def _joined(*citations: Citation) -> Citation:
    return _cited(
        chain.from_iterable(each.titles for each in citations),
        min((each.checked for each in citations), default=NEVER),
        chain.from_iterable(each.known for each in citations),
        chain.from_iterable(each.doubts for each in citations),
    )


@lru_cache(maxsize=REMEMBERED)
def _with_ways(said: Citation, _known: tuple[Known, ...], ways: Remembered) -> Citation:
    beside = _together(ways)
    doubt = " ".join(beside.doubts)
    doubts = (f"On what to do instead: {lower_first(doubt)}",) if doubt else ()
    return _joined(said, _cited(beside.titles, beside.checked, beside.known, doubts))


def source_of(platform: Platform, key: str) -> Source:
    """The source under a key of a platform's file."""
    return UNIVERSAL_SOURCES.get(key) or platform.sources[key]


def sources_text(platform: Platform, facts: Iterable[Fact]) -> Citation:
    """Where facts were read, when somebody last looked, and every side where sources disagree."""
    return _with_sides(platform, tuple(facts))


@lru_cache(maxsize=REMEMBERED)
def _with_sides(platform: Platform, facts: tuple[Fact, ...]) -> Citation:
    said = _without_sides(platform, facts)
    disputed = (conflict for conflict in platform.conflicts if disputed_by(conflict, facts))
    sides = (f"{_point(conflict)} On one side: {sides_text(conflict)}" for conflict in disputed)
    return _cited(said.titles, said.checked, facts, (*said.doubts, *sides))


def _point(conflict: Conflict) -> str:
    return f"It is about {lower_first(conflict.about)}."


def bare_sources_text(platform: Platform, facts: Iterable[Fact]) -> Citation:
    """The same, where the sides are told beside it."""
    return _without_sides(platform, tuple(facts))


@lru_cache(maxsize=REMEMBERED)
def _without_sides(platform: Platform, facts: tuple[Fact, ...]) -> Citation:
    if not facts:
        return NOBODY_SAYS
    keys = chain.from_iterable(fact.source for fact in facts)
    checked = min(fact.checked or platform.checked for fact in facts)
    found = {fact.confidence for fact in facts}
    doubts = (text for confidence, text in DOUBTS.items() if confidence in found)
    return _cited((source_text(source_of(platform, key)) for key in keys), checked, facts, doubts)


def conflict_sources_text(platform: Platform, conflict: Conflict) -> Citation:
    """Where the sides of a conflict were read, and when somebody last looked."""
    keys = chain.from_iterable(claim.source for claim in conflict.claims)
    titles = (source_text(source_of(platform, key)) for key in keys)
    return _cited(titles, platform.checked, (conflict,), (DOUBTS[Confidence.DISPUTED],))


def entry_name(platform: Platform) -> str:
    """What the catalog's file of a platform is called among the sources."""
    return f"Frontlist's entry for {platform.name}"


@lru_cache(maxsize=REMEMBERED)
def entry_text(platform: Platform) -> Citation:
    """Who says what no single fact of a platform says, such as its languages and markets."""
    return _cited((entry_name(platform),), platform.checked, (platform,))


@lru_cache(maxsize=REMEMBERED)
def own_sources_text(known: General) -> Citation:
    """Who says what a rule, a law or a mail service says, and when somebody last looked."""
    checked = NEVER if all(source.of_plan for source in known.sources) else known.checked
    return _cited(map(source_text, known.sources), checked, (known,))


def disputed_by(conflict: Conflict, facts: Iterable[Fact]) -> list[Fact]:
    """The disputed facts that share a source with a side of a conflict."""
    keys = {key for claim in conflict.claims for key in claim.source}
    disputed = (fact for fact in facts if fact.confidence is Confidence.DISPUTED)
    return [fact for fact in disputed if keys.intersection(fact.source)]


def sides_text(conflict: Conflict) -> str:
    """What each side of a conflict says."""
    other = " On another side: " if len(conflict.claims) > 2 else " On the other side: "
    return other.join(claim.says for claim in conflict.claims)


def in_short(said: Citation) -> str:
    """A citation that fits a line or two: of several sources how many, and whether they are in doubt."""
    if len(said.titles) < 2:
        return said
    counts = f"{len(said.titles)} sources. {_checked_text(said.checked)}"
    return " ".join((counts, *(doubt for doubt in said.doubts if doubt in OWN_DOUBTS)))


def undated(citation: str, checked: date) -> str:
    """A citation without the day of the last look, where that is told once for several."""
    return citation.replace(f" {_checked_text(checked)}", "")


def source_text(source: Source) -> str:
    """A source's title with its own date, where it shows one."""
    return f"{source.title}, {as_of_text(source.as_of)}" if source.as_of else source.title


def as_of_text(as_of: str) -> str:
    """The date of a source as people read it: 19 April 2023, May 2024; a year stays as it is."""
    try:
        first = date.fromisoformat(f"{as_of}-01" if as_of.count("-") == 1 else as_of)
    except ValueError:
        return as_of
    return day_text(first) if as_of.count("-") > 1 else day_text(first).partition(" ")[2]
