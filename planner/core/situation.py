"""For whom a question is asked: the author's accounts, and the book."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple, cast

from planner.core.plan import Account, Book, Plan

NO_BOOK = Book(id="book", language="")
"""The book of an author who has said nothing of it."""
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


@dataclass(frozen=True, slots=True)
class Situation:
    """For whom a verdict is asked: the author's account on the platform, and the book.

    ``accounts`` are those on all platforms, by platform, ``skipped`` the platforms that were turned down.
    """

    account: Account | None = None
    book: Book = NO_BOOK
    accounts: Mapping[str, Account] = field(default_factory=dict)
    skipped: Collection[str] = ()

    @classmethod
    def of(cls, plan: Plan, platform: str) -> "Situation":
        """The situation of a plan's author on a platform."""
        skipped = tuple(each.platform for each in plan.skipped)
        return cls(plan.account(platform), plan.book, by_platform(plan.accounts), skipped)

    def on(self, platform: str) -> "Situation":
        """The same author and book on another platform."""
        return replace(self, account=self.accounts.get(platform))

    def once(self, make: Callable[[*Ts], T], *args: *Ts) -> T:
        """What ``make`` answers; a situation with a memory asks it once."""
        return make(*args)


def by_platform(accounts: Iterable[Account]) -> dict[str, Account]:
    """Accounts by the platform that each is on; the first where there are several."""
    found: dict[str, Account] = {}
    for account in accounts:
        found.setdefault(account.platform, account)
    return found


def answered_once(make: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
    """The function, whose answers the situation that it is asked of, its last argument, remembers."""

    @wraps(make)
    def ask(*args: Any) -> Any:
        return args[-1].once(make, *args)

    return cast("Callable[[*Ts], T]", ask)


NOBODY = Situation()
