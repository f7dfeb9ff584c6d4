"""Where shops bar their affiliate tags; checks and advice ask the same function."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.core.addresses import names_an_affiliate, retailer_of, shop_region, without_fields
from planner.core.catalog import Catalog
from planner.core.catalog_lists import AffiliateTerm, Retailer
from planner.core.plan import Account

AFFILIATE = "affiliate"


class Barred(NamedTuple):
    """A shop, and what its terms say against a tag."""

    shop: Retailer
    term: AffiliateTerm


def terms_against(
    catalog: Catalog, address: str, medium: str, account: Account | None, kind: str = ""
) -> Iterator[Barred]:
    """What a tag in a medium breaks: the terms of the shop that an address leads to, of any if to none.

    ``kind`` is that of the platform; only an address shows for which market its shop is.
    """
    known = retailer_of(catalog, address)
    asked_for = account is not None and account.opt_in is True
    for shop in (known,) if known else catalog.retailers.values():
        for term in shop.affiliate_terms:
            meant = medium in term.mediums and not (term.unless_asked_for and asked_for)
            if not meant or (term.kinds and kind not in term.kinds):
                continue
            if not term.regions or shop_region(catalog, shop, address) in term.regions:
                yield Barred(shop, term)
                break


def may_be_barred(catalog: Catalog, option: str, placement: str, account: Account | None) -> bool:
    """Whether the terms of any shop bar an option at a placement, so that nobody is sent there with it."""
    if not earns(catalog, option):
        return False
    spot = catalog.placements.get(placement)
    return spot is not None and any(True for _ in terms_against(catalog, "", spot.medium, account))


def without_tag(catalog: Catalog, address: str) -> str:
    """An address without the field of its query by which its shop pays a share."""
    shop = retailer_of(catalog, address)
    if shop is None or not names_an_affiliate(shop, address):
        return address
    return without_fields(address, shop.affiliate_fields)


def earns(catalog: Catalog, option: str) -> bool:
    """Whether an option is a tag that earns the author a share."""
    known = catalog.options.get(option)
    return known is not None and known.marks == AFFILIATE
