"""Whether a book's e-book is in KDP Select, and so on Kindle alone; print and audio may go anywhere."""

from planner.core.catalog import SERVES_EBOOK, Platform
from planner.core.plan import Book
from planner.core.vocabulary import EditionKind

ISBN_10 = 10


def has_no_ebook(book: Book) -> bool:
    """Whether a book's editions are known, and none is an e-book."""
    return bool(book.editions) and not any(edition.kind is EditionKind.EBOOK for edition in book.editions)


def in_select(book: Book) -> bool | None:
    """Whether it is, False for a book whose editions are no e-books, None while the author has not said."""
    return False if has_no_ebook(book) else book.kdp_select


def only_in_select(book: Book) -> bool:
    """Whether an e-book in KDP Select is the only edition, so that nothing may be sold elsewhere."""
    alone = bool(book.editions) and all(edition.kind is EditionKind.EBOOK for edition in book.editions)
    return alone and bool(in_select(book))


def names_print(book: Book, address: str) -> bool:
    """Whether an address has the ISBN of an edition that is no e-book; both lengths share nine digits."""
    others = (each.isbn for each in book.editions if each.kind is not EditionKind.EBOOK)
    digits = (isbn.replace("-", "").replace(" ", "") for isbn in others)
    return any(isbn[-10:-1] in address.replace("-", "") for isbn in digits if len(isbn) >= ISBN_10)


def is_closed_to(platform: Platform, book: Book) -> bool:
    """Whether a platform is another place for e-books, and the book's may be on Kindle alone."""
    return SERVES_EBOOK in platform.traits and bool(in_select(book))
