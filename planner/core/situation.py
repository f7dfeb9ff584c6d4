"""For whom a question is asked: the author's accounts, and the book."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from planner.core.plan import Account, Book, Plan

NO_BOOK = Book(id="book", language="")
"""The book of an author who has said nothing of it."""
T = TypeVar("T")


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

    def once(self, _key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What ``make`` works out for this situation; one with a memory works it out once for a key."""
        return make()


def by_platform(accounts: Iterable[Account]) -> dict[str, Account]:
    """Accounts by the platform that each is on; the first where there are several."""
    found: dict[str, Account] = {}
    for account in accounts:
        found.setdefault(account.platform, account)
    return found


NOBODY = Situation()
