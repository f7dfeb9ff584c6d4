"""What bears on many channels alike, and a record of which parts of it were read to judge one of them."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, TypeVar, cast

from planner.core.plan import Account, Book, Phase, Plan, Recheck
from planner.core.verdicts import Situation, by_platform

T = TypeVar("T")

Reads = frozenset[str]
"""Names of parts that were read: "launch", "book.genre", "account PLATFORM", "phase.ends"."""

CHANNELS = "channels"
PARTS = ("launch", "today", "time_zone", "rechecks", "skipped")


@dataclass(frozen=True, slots=True)
class Background:
    """The parts of a plan that its channels are judged against.

    ``memory`` keeps what was worked out under it, with the parts that were read for it: channels share a few
    platforms.
    """

    book: Book
    accounts: Mapping[str, Account]
    skipped: tuple[str, ...]
    rechecks: tuple[Recheck, ...]
    time_zone: str
    launch: date | None
    today: date
    memory: dict[Hashable, tuple[Reads, Any]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, plan: Plan, today: date) -> "Background":
        """The background that a plan gives its channels on a day."""
        return cls(
            book=plan.book,
            accounts=by_platform(plan.accounts),
            skipped=tuple(each.platform for each in plan.skipped),
            rechecks=plan.rechecks,
            time_zone=plan.author.time_zone,
            launch=plan.launch,
            today=today,
        )

    def changed_since(self, old: "Background") -> Reads:
        """The names of the parts that are others than they were."""
        parts = {name for name in PARTS if getattr(self, name) != getattr(old, name)}
        if self.book is not old.book:
            parts |= {f"book.{name}" for name in _changed_fields(self.book, old.book)}
        for platform in self.accounts.keys() | old.accounts.keys():
            if self.accounts.get(platform) != old.accounts.get(platform):
                parts.add(f"account {platform}")
        return frozenset(parts)

    def remember(self, old: "Background", changed: Reads) -> None:
        """Keep what was worked out under another background from parts that are the same here."""
        kept = {key: entry for key, entry in old.memory.items() if entry[0].isdisjoint(changed)}
        self.memory.update(kept)


def _changed_fields(new: Book | Phase, old: Book | Phase) -> set[str]:
    names = (each.name for each in fields(new) if each.name != CHANNELS)
    return {name for name in names if getattr(new, name) != getattr(old, name)}


def changed_phase(new: Phase, old: Phase | None) -> Reads:
    """The names of a phase's fields that are others than those of another one; its channels do not count."""
    if old is None or new is old:
        return frozenset()
    return frozenset(f"phase.{name}" for name in _changed_fields(new, old))


class Reader:
    """A background and a phase that note in ``reads`` what is asked of them."""

    __slots__ = ("_ground", "book", "phase", "reads")

    def __init__(self, ground: Background, phase: Phase) -> None:
        """Begin with nothing read."""
        self._ground = ground
        self.reads: set[str] = set()
        self.book = cast("Book", _Traced("book", ground.book, self))
        self.phase = cast("Phase", _Traced("phase", phase, self))

    def account(self, platform: str) -> Account | None:
        """The author's account on a platform."""
        self.reads.add(f"account {platform}")
        return self._ground.accounts.get(platform)

    def situation(self, platform: str) -> Situation:
        """For whom verdicts are asked on a platform; what nobody reads of it is not noted."""
        accounts: Any = _Accounts(self)
        return Situation(self.account(platform), self.book, accounts, _Skipped(self))

    @property
    def skipped(self) -> tuple[str, ...]:
        """The platforms that were turned down."""
        self.reads.add("skipped")
        return self._ground.skipped

    @property
    def launch(self) -> date | None:
        """The plan's launch day."""
        self.reads.add("launch")
        return self._ground.launch

    @property
    def today(self) -> date:
        """The day on which the plan is checked."""
        self.reads.add("today")
        return self._ground.today

    @property
    def time_zone(self) -> str:
        """The author's time zone."""
        self.reads.add("time_zone")
        return self._ground.time_zone

    @property
    def rechecks(self) -> tuple[Recheck, ...]:
        """What the author has looked up."""
        self.reads.add("rechecks")
        return self._ground.rechecks

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` works out, asked only once under this background; what it reads counts each time."""
        found = self._ground.memory.get(key)
        if found is None:
            before, self.reads = self.reads, set()
            made = make()
            found = self._ground.memory[key] = (frozenset(self.reads), made)
            self.reads = before
        self.reads |= found[0]
        answer: T = found[1]
        return answer


class _Traced:
    """Stands for a record, and notes which of its fields are read."""

    __slots__ = ("_name", "_reader", "_record")

    def __init__(self, name: str, record: Book | Phase, reader: Reader) -> None:
        self._name = name
        self._record = record
        self._reader = reader

    def __getattr__(self, field: str) -> Any:
        self._reader.reads.add(f"{self._name}.{field}")
        return getattr(self._record, field)


class _Accounts:
    """Stands for the accounts by platform, and notes which are asked for."""

    __slots__ = ("get",)

    def __init__(self, reader: Reader) -> None:
        self.get = reader.account


class _Skipped(Collection[str]):
    """Stands for the platforms that were turned down, and notes that they are asked for."""

    __slots__ = ("_reader",)

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __iter__(self) -> Iterator[str]:
        return iter(self._reader.skipped)

    def __len__(self) -> int:
        return len(self._reader.skipped)

    def __contains__(self, platform: object) -> bool:
        return platform in self._reader.skipped
