"""Whether work is for the plan's book, or by its name for something else, such as an earlier book."""

from enum import Enum, auto
from functools import lru_cache

from planner.core.catalog import Catalog
from planner.core.copy_scan.names import names_in
from planner.core.plan import Activity, Book
from planner.core.situation import NO_BOOK

NUMBER = "{n}"
FIRST_WITH_EARLIER = 2
# All names of a plan at once: to go through them again and again, some forgotten, remembers none.
REMEMBERED = 50_000


class Meant(Enum):
    """What work is for: the plan's book where nothing says otherwise."""

    THIS = auto()
    PERHAPS_OTHER = auto()
    OTHER = auto()


def meant(catalog: Catalog, book: Book, activity: Activity) -> Meant:
    """What work is for by its name; the numbers of others are sure where the book's own is known."""
    return _meant(catalog, book.series_number, activity.title)


def is_for_another(catalog: Catalog, book: Book, activity: Activity) -> bool:
    """Whether work is surely for something else than the plan's book."""
    return meant(catalog, book, activity) is Meant.OTHER


def book_of(catalog: Catalog, book: Book, activity: Activity) -> Book:
    """The plan's book, or for work that is surely for another a book of which nothing is known."""
    return NO_BOOK if is_for_another(catalog, book, activity) else book


def of_one_book(catalog: Catalog, book: Book, one: Activity, other: Activity) -> bool:
    """Whether two pieces of work are both for the plan's book: of others nobody knows which they are."""
    return meant(catalog, book, one) is meant(catalog, book, other) is Meant.THIS


def may_be_for_an_earlier_book(catalog: Catalog, book: Book, activity: Activity) -> bool:
    """Whether there are earlier books of the series, and work names neither title nor number of this one."""
    own, title = book.series_number, activity.title
    if own is None or own < FIRST_WITH_EARLIER or _is_counted_in(catalog, own, title):
        return False
    return not (book.title and book.title.casefold() in title.casefold())


def is_for_a_later_book(catalog: Catalog, book: Book, activity: Activity) -> bool:
    """Whether work names a book that comes after the plan's own."""
    return _is_later(catalog, book.series_number, activity.title)


def needs_the_number(catalog: Catalog, book: Book, activity: Activity) -> bool:
    """Whether the name of work has the number of a book of the series, and the brief has not this one's."""
    return book.series_number is None and _has_one(activity.title, _numbered(catalog, 0, None))


@lru_cache(maxsize=REMEMBERED)
def _meant(catalog: Catalog, own: int | None, title: str) -> Meant:
    rows = [row for row in catalog.other_work.values() if not row.later]
    named = _has_one(title, tuple(name for row in rows if row.sure and not row.numbers for name in row.names))
    earlier = _has_one(title, _numbered(catalog, 0, None if own is None else max(own - 1, 0)))
    if named or (earlier and own is not None):
        return Meant.PERHAPS_OTHER if _is_counted_in(catalog, own, title) else Meant.OTHER
    in_doubt = tuple(name for row in rows if not row.sure for name in row.names)
    doubted = earlier or _has_one(title, in_doubt) or _is_later(catalog, own, title)
    return Meant.PERHAPS_OTHER if doubted else Meant.THIS


def _is_later(catalog: Catalog, own: int | None, title: str) -> bool:
    return _has_one(title, _later(catalog, own))


@lru_cache
def _later(catalog: Catalog, own: int | None) -> tuple[str, ...]:
    """What a book after the plan's own is called."""
    later = tuple(name for row in catalog.other_work.values() if row.later for name in row.names)
    return (*later, *(_numbered(catalog, max(own, 0), None) if own is not None else ()))


def _is_counted_in(catalog: Catalog, own: int | None, title: str) -> bool:
    """Whether the book's own number stands in a name as well, such as in "books 1-3"."""
    if own is None:
        return False
    return _has_one(title, (str(own), *_numbered(catalog, max(own - 1, 0), own)))


def _has_one(title: str, names: tuple[str, ...]) -> bool:
    return any(True for _ in names_in(title, names))


@lru_cache
def _numbered(catalog: Catalog, first: int, end: int | None) -> tuple[str, ...]:
    """What the books of a series are called by their places in it, from one to before another."""
    return tuple(
        name.replace(NUMBER, number)
        for row in catalog.other_work.values()
        for numbers in row.numbers[first:end]
        for name in row.names
        for number in numbers
    )
