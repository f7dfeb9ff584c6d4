"""What bears on many channels alike, each part of it under a name, so that it is known who has read it."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from functools import lru_cache, partial
from typing import Any, cast

from planner.core.catalog import Catalog
from planner.core.checks.digest import Digested, Digests
from planner.core.checks.memory import Memory, Reads
from planner.core.days import When, days_between, offset, resolve
from planner.core.plan import Account, Book, Phase, Plan, Recheck
from planner.core.rules import RuleBook
from planner.core.situation import Situation, by_platform

CHANNELS = "channels"
SITUATIONS = 1000
BOOK, PHASES = "book", "phases"
NAMES = {
    kind: tuple(each.name for each in fields(kind) if each.name not in (CHANNELS, BOOK))
    for kind in (Book, Phase, Plan)
}


class Background:
    """A plan that is judged, and what its channels are judged against; what is read of it is noted."""

    __slots__ = ("_digests", "book", "catalog", "memory", "once", "plan", "rules", "situation")

    situation: Callable[[str], Situation]
    """For whom verdicts are asked on a platform; what is worked out for it is remembered."""

    def __init__(self, catalog: Catalog, rules: RuleBook) -> None:
        """Begin without a plan."""
        self.catalog = catalog
        self.rules = rules
        self.memory = Memory()
        self.once = self.memory.once
        known = lru_cache(SITUATIONS)(partial(_Situation, self))
        self.situation = cast("Callable[[str], Situation]", known)
        self.book = cast("Book", _Book(self.memory, BOOK))
        whole = _Plan(self.memory, "plan")
        whole.book = self.book
        self.plan = cast("Plan", whole)
        self._digests = Digests()

    def turn_to(self, plan: Plan, today: date) -> Reads:
        """Stand for a plan on a day; the names of all that is another than before."""
        return self.memory.give(dict(_named(plan, today)))

    def phase(self, id: str) -> Phase:
        """A phase, whose channels are no part of the background."""
        return cast("Phase", _Phase(self.memory, f"phase {id}"))

    @property
    def phases(self) -> tuple[str, ...]:
        """The ids of the phases, in the order of the board."""
        found: tuple[str, ...] = self.memory.read(PHASES)
        return found

    def used_in(self, phase: str) -> frozenset[str]:
        """The platforms that a phase uses."""
        found: frozenset[str] = self.memory.read(_platforms_of(phase))
        return found

    def account(self, platform: str) -> Account | None:
        """The author's account on a platform."""
        found: Account | None = self.memory.read(f"account {platform}")
        return found

    @property
    def skipped(self) -> tuple[str, ...]:
        """The platforms that were turned down."""
        found: tuple[str, ...] = self.memory.read("skipped")
        return found

    @property
    def everything(self) -> Plan:
        """The plan itself, of which no more is noted than that it was read."""
        found: Plan = self.memory.read("plan")
        return found

    @property
    def digested(self) -> Digested:
        """Every channel with its digest, in the order of the board."""
        return self.once(self._digest)

    def _digest(self) -> Digested:
        return self._digests.of(self.plan.channels)

    @property
    def launch(self) -> date | None:
        """The plan's launch day."""
        return self.plan.launch

    def offset(self, when: When | None) -> int | None:
        """Whole days from launch to a day of the plan; only for a date is the launch day asked for."""
        return offset(when, self.launch if isinstance(when, date) else None)

    def days_between(self, first: When | None, second: When | None) -> int | None:
        """Whole days from one day of the plan to another, or None where that is not known."""
        differ = isinstance(first, date) is not isinstance(second, date)
        return days_between(first, second, self.launch if differ else None)

    def day(self, when: When | None) -> date | None:
        """The calendar day of ``when`` in the plan; only for a number is the launch day asked for."""
        return resolve(when, self.launch if isinstance(when, int) else None)

    @property
    def today(self) -> date:
        """The day on which the plan is checked."""
        found: date = self.memory.read("today")
        return found

    @property
    def time_zone(self) -> str:
        """The author's time zone."""
        found: str = self.memory.read("time zone")
        return found

    @property
    def rechecks(self) -> tuple[Recheck, ...]:
        """What the author has looked up."""
        return self.plan.rechecks


def _named(plan: Plan, today: date) -> Iterator[tuple[str, Any]]:
    """All that is judged, and is judged against, by the names under which it is read."""
    yield "today", today
    yield "plan", plan
    yield f"plan.{CHANNELS}", plan.channels
    for name in NAMES[Plan]:
        yield f"plan.{name}", getattr(plan, name)
    yield "time zone", plan.author.time_zone
    yield "skipped", tuple(each.platform for each in plan.skipped)
    for platform, account in by_platform(plan.accounts).items():
        yield f"account {platform}", account
    for name in NAMES[Book]:
        yield f"book.{name}", getattr(plan.book, name)
    yield PHASES, tuple([phase.id for phase in plan.phases])
    for phase in plan.phases:
        yield _platforms_of(phase.id), _one(frozenset([channel.platform for channel in phase.channels]))
        for name in NAMES[Phase]:
            yield field_of(phase, name), getattr(phase, name)


@lru_cache(maxsize=SITUATIONS)
def _one(used: frozenset[str]) -> frozenset[str]:
    """A set of platforms as it was met first: many phases use the same, and one and the same is soon told."""
    return used


def field_of(phase: Phase, name: str) -> str:
    """The name under which a field of a phase is read."""
    return f"phase {phase.id}.{name}"


def _platforms_of(phase: str) -> str:
    """The name under which the platforms that a phase uses are read."""
    return f"phase {phase}.platforms"


class _Record:
    """Stands for a record, and notes which of its fields are read; those of a plan's book are the book's."""

    __slots__ = (BOOK, "called", "read")

    book: Book

    def __init__(self, memory: Memory, called: str) -> None:
        self.read = memory.read
        self.called = called


def _standing_for(*fields: str) -> type[_Record]:
    """The class that stands for records with these fields."""

    def noted(field: str) -> property:
        return property(lambda record: record.read(f"{record.called}.{field}"))

    return type("_Noted", (_Record,), {"__slots__": (), **{field: noted(field) for field in fields}})


_Book, _Phase = _standing_for(*NAMES[Book]), _standing_for(*NAMES[Phase])
_Plan = _standing_for(*NAMES[Plan], CHANNELS)


class _Situation:
    """Stands for a situation, and notes what is read of it."""

    __slots__ = ("_background", "_platform", "book", "on", "once")

    def __init__(self, background: Background, platform: str) -> None:
        self._background = background
        self.once = background.once
        self._platform = platform
        self.book = background.book
        self.on = background.situation

    @property
    def account(self) -> Account | None:
        return self._background.account(self._platform)

    @property
    def skipped(self) -> tuple[str, ...]:
        return self._background.skipped
