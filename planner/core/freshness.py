"""How long facts, rules and laws stay fresh, and which of them nobody has looked up since."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from planner.core.catalog import Catalog, Platform
from planner.core.citations import (
    Citation,
    General,
    Known,
    as_of_text,
    bare_sources_text,
    conflict_sources_text,
    entry_name,
    entry_text,
    own_sources_text,
    together,
)
from planner.core.days import day_text, last_day, months_after
from planner.core.facts import Conflict, Fact
from planner.core.plan import Recheck
from planner.core.rule_ids import RuleId
from planner.core.rules import Rule, RuleBook

STALE: RuleId = "stale-fact"
AGAIN = "This is old: check it again."
REMEMBERED = 1000
LookedUp = Mapping[tuple[str, str], date]
"""The last day on which somebody looked, by platform and sentence; "" is any platform, and any sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class ShelfLife:
    """How long something that is known stays fresh: so many months, ``until`` its last day.

    ``platform`` is the one that it is known of, "" where that is none. ``said`` is the sentence by which
    a note names it, ``checked`` the day on which somebody looked, ``as_of`` that of the source, if known.
    """

    known: Known
    platform: str
    said: str
    checked: date
    until: date
    months: int
    as_of: str = ""

    @property
    def dated(self) -> str:
        """The day that it is from in words."""
        return as_of_text(self.as_of) or day_text(self.checked)


Outdated = Mapping[Known, ShelfLife]
NOTHING_OLD: Outdated = {}


def outdated(
    catalog: Catalog, rules: RuleBook, rechecks: Iterable[Recheck], today: date, ids: Iterable[str]
) -> Outdated:
    """What nobody has looked up within its shelf life of some platforms, and of what is known of none.

    Platforms are named one by one, since of a catalog most are not built until they are asked for.
    """
    looked_up = looked_up_by(rechecks, today)
    parts = (outdated_of(catalog, rules, looked_up, today, id) for id in dict.fromkeys(("", *ids)))
    return {life.known: life for part in parts for life in part}


def outdated_of(
    catalog: Catalog, rules: RuleBook, looked_up: LookedUp, today: date, id: str
) -> tuple[ShelfLife, ...]:
    """What is out of date of one platform; of what is known of none where the id is ""."""
    shelf = rules.get(STALE)
    if shelf is None or (id and id not in catalog.platforms):
        return ()
    months = shelf.months
    lives = _past(catalog.platforms[id], months, today) if id else _general(catalog, rules, months, today)
    return tuple([life for life in lives if not _is_fresh(life, looked_up, today)])


def with_age(said: Citation, old: Outdated) -> str:
    """A citation, and that it has to be looked up again where something that it stands for is old."""
    return f"{said} {AGAIN}" if is_old(said, old) else said


def is_old(said: Citation, old: Outdated) -> bool:
    """Whether something that a citation stands for is old."""
    return not old.keys().isdisjoint(said.known)


def old_sources(catalog: Catalog, lives: Iterable[ShelfLife]) -> Citation:
    """Who says what is old."""
    facts: dict[str, list[Fact]] = {}
    others: list[Citation] = []
    for life in lives:
        match life.known:
            case Fact():
                facts.setdefault(life.platform, []).append(life.known)
            case Conflict():
                others.append(conflict_sources_text(catalog.platforms[life.platform], life.known))
            case Platform():
                others.append(entry_text(life.known))
            case _:
                others.append(own_sources_text(life.known))
    read = (bare_sources_text(catalog.platforms[id], some) for id, some in facts.items())
    return together((*read, *others))


def looked_up_by(rechecks: Iterable[Recheck], today: date) -> LookedUp:
    """When somebody last looked what up, until today."""
    found: dict[tuple[str, str], date] = {}
    for note in rechecks:
        if note.on and note.on <= today:
            for key in [(id, said) for id in (note.platform, "") for said in note.facts or ("",)]:
                found[key] = max(note.on, found.get(key, note.on))
    return found


def _is_fresh(life: ShelfLife, looked_up: LookedUp, today: date) -> bool:
    """Whether somebody has looked up lately what is past its last day."""
    keys = [(life.platform, life.said), *([(life.platform, "")] if life.platform else [])]
    days = [looked_up[key] for key in keys if key in looked_up]
    return bool(days) and today <= months_after(max(days), life.months)


@lru_cache(maxsize=REMEMBERED)
def _past(platform: Platform, months: int, today: date) -> tuple[ShelfLife, ...]:
    """What is known of a platform and past its last day, which most is not."""
    return tuple(_known_past(platform, months, today))


def _known_past(platform: Platform, months: int, today: date) -> Iterator[ShelfLife]:
    for fact in _facts(platform):
        shelf = _months(fact.shelf_months, months)
        until = _until(fact_day(fact, platform.checked), shelf)
        if today > until:
            checked = fact.checked or platform.checked
            yield ShelfLife(fact, platform.id, fact.text, checked, until, shelf, fact.as_of)
    checked, until = platform.checked, _until(platform.checked, months)
    if today > until:
        yield ShelfLife(platform, platform.id, f"{entry_name(platform)}.", checked, until, months)
        for conflict in platform.conflicts:
            yield ShelfLife(conflict, platform.id, f"{conflict.about}.", checked, until, months)


_until = lru_cache(maxsize=REMEMBERED)(months_after)


def _general(catalog: Catalog, rules: RuleBook, months: int, today: date) -> list[ShelfLife]:
    """Laws and mail services, and the rules that were read somewhere, not only in the platforms' facts."""
    laws, services = catalog.ad_labels.values(), catalog.mail_services.values()
    known: tuple[General, ...] = (*laws, *services, *rules.values())
    lives = (_of_general(each, months) for each in known if _was_read(each))
    return [life for life in lives if today > life.until]


def _was_read(known: General) -> bool:
    """Whether somebody read it somewhere, so that it can be looked up again."""
    return any(source.url or source.as_of or source.seen for source in known.sources)


def _named(rule: Rule) -> str:
    """A rule as a sentence that a note of what was looked up can hold."""
    return f"The rule “{rule.title}”."


@lru_cache(maxsize=REMEMBERED)
def _of_general(known: General, months: int) -> ShelfLife:
    said = _named(known) if isinstance(known, Rule) else known.text
    shelf = _months(known.shelf_months, months)
    return ShelfLife(known, "", said, known.checked, months_after(known.checked, shelf), shelf)


def _months(own: int | None, of_all: int) -> int:
    return of_all if own is None else own


def _facts(platform: Platform) -> Iterator[Fact]:
    """The facts of a platform that can decide something."""
    yield from (platform.links, platform.audience, platform.native_analytics)
    yield from (*platform.tracking, *platform.placements)
    yield from (*platform.conditions, *platform.limits, *platform.disclosure)
    yield from (*platform.promotion_rules, *platform.quiet_hours, *platform.prerequisites)
    yield from (*platform.fit.evidence, *platform.fit.cautions)
    yield from filter(None, (platform.copy, platform.fit.exception))


def fact_day(fact: Fact, checked: date) -> date:
    """The last day on which a fact is known to have held: its source's own date, else when it was checked."""
    if not fact.as_of:
        return fact.checked or checked
    with suppress(ValueError):
        return last_day(fact.as_of)
    return checked
