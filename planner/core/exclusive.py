"""Whether a book's e-book is in KDP Select, and so on Kindle alone; print and audio may go anywhere."""

from planner.core.plan import Book, EditionKind


def in_select(book: Book) -> bool | None:
    """Whether it is, False for a book whose editions are no e-books, None while the author has not said."""
    if book.kdp_select and book.editions:
        return any(edition.kind is EditionKind.EBOOK for edition in book.editions)
    return book.kdp_select
