"""Which edition of a book a promotion is of, as far as what stands in the plan says so."""

import re
from functools import lru_cache

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Activity, Book
from planner.core.promotions import promotion_kind
from planner.core.vocabulary import EditionKind

WORD = re.compile(r"[\w-]+")
REMEMBERED = 1000


def edition_of(catalog: Catalog, promotion: Activity, book: Book) -> EditionKind | None:
    """The edition that a promotion names, or that its kind or the price that it begins from stands for."""
    named = _named(catalog, promotion.title)
    if named:
        return named[0] if len(named) == 1 else None
    kind = promotion_kind(catalog, promotion)
    if kind and kind.edition:
        return kind.edition
    priced = [each.kind for each in book.editions if each.price == promotion.list_price is not None]
    return priced[0] if len(priced) == 1 else None


def of_two_editions(catalog: Catalog, book: Book, one: Activity, other: Activity) -> bool:
    """Whether two promotions are surely of two editions."""
    kinds = {edition_of(catalog, each, book) for each in (one, other)} - {None}
    return len(kinds) == len((one, other))


def names_an_edition(catalog: Catalog, activity: Activity) -> bool:
    """Whether work says by its name which editions it is about."""
    return bool(_named(catalog, activity.title))


@lru_cache(maxsize=REMEMBERED)
def _named(catalog: Catalog, title: str) -> tuple[EditionKind, ...]:
    words, rows = WORD.findall(title.casefold()), catalog.editions.values()
    return tuple(EditionKind(row.id) for row in rows if any(word.startswith(row.names) for word in words))


def price_before(catalog: Catalog, promotion: Activity, book: Book) -> Money | None:
    """The price that a promotion begins from: its own word, else its edition's; the e-book's in doubt."""
    price = promotion.price
    if promotion.list_price is not None or price is None:
        return promotion.list_price
    kind = edition_of(catalog, promotion, book) or EditionKind.EBOOK
    prices = (each.price for each in book.editions if each.kind is kind)
    return next((each for each in prices if each and each.currency == price.currency), None)


def may_be_of_another(catalog: Catalog, promotion: Activity, book: Book) -> bool:
    """Whether nothing says which edition a promotion is of, and its price is below that of a dearer one."""
    price = promotion.price
    if price is None or promotion.list_price is not None or edition_of(catalog, promotion, book):
        return False
    prices = (each.price for each in book.editions)
    return any(each.amount > price.amount for each in prices if each and each.currency == price.currency)
