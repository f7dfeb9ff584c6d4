"""Whether a book's e-book is in KDP Select, and so on Kindle alone; print and audio may go anywhere."""

from planner.core.plan import Book, EditionKind


def in_select(book: Book) -> bool | None:
    """Whether it is, False for a book whose editions are no e-books, None while the author has not said."""
    if book.editions and not any(edition.kind is EditionKind.EBOOK for edition in book.editions):
        return False
    return book.kdp_select


def only_in_select(book: Book) -> bool:
    """Whether an e-book in KDP Select is the only edition, so that nothing may be sold elsewhere."""
    alone = bool(book.editions) and all(edition.kind is EditionKind.EBOOK for edition in book.editions)
    return alone and bool(in_select(book))
