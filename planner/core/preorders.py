"""Whether a shop takes pre-orders of a book, by its editions."""

from planner.core.catalog import Platform
from planner.core.facts import Limit
from planner.core.plan import Book

PREORDER_EDITIONS = "preorder-editions"


def limits_taking_none(platform: Platform, book: Book) -> list[Limit]:
    """The limits by which a shop takes a pre-order of no edition of a book."""
    kinds = {edition.kind for edition in book.editions}
    limits = (limit for limit in platform.limits if limit.measure == PREORDER_EDITIONS)
    return [limit for limit in limits if kinds and kinds.isdisjoint(limit.editions)]
