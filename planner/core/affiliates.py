"""Where shops bar their affiliate tags; checks and advice ask the same function."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.core.addresses import names_an_affiliate, retailer_of, shop_region, without_fields
from planner.core.catalog import Catalog
from planner.core.catalog_lists import MAIL, TEXT, AffiliateTerm, Retailer
from planner.core.facts import VerdictKind
from planner.core.plan import Account

AFFILIATE = "affiliate"
OWN_WORDS = ("", TEXT)


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


def is_unlisted(catalog: Catalog, shop: Retailer, platform: str, placement: str) -> bool:
    """Whether a tag stands in the author's own words on a platform that its shop does not name."""
    spot = catalog.placements.get(placement)
    own_words = spot is None or spot.medium in OWN_WORDS
    return own_words and bool(shop.affiliates_on) and platform not in shop.affiliates_on


def may_be_barred(
    catalog: Catalog, option: str, platform: str, placement: str, account: Account | None
) -> bool:
    """Whether a shop or mail service bars an option at a placement, so that nobody is sent there with it."""
    if not earns(catalog, option):
        return False
    spot = catalog.placements.get(placement)
    if spot is None:
        return False
    if any(is_unlisted(catalog, shop, platform, placement) for shop in catalog.retailers.values()):
        return True
    if service_bars(catalog, spot.medium, account):
        return True
    return any(True for _ in terms_against(catalog, "", spot.medium, account))


def without_tag(catalog: Catalog, address: str) -> str:
    """An address without the field of its query by which its shop pays a share."""
    shop = retailer_of(catalog, address)
    if shop is None or not names_an_affiliate(shop, address):
        return address
    return without_fields(address, shop.affiliate_fields)


def service_bars(catalog: Catalog, medium: str, account: Account | None) -> bool:
    """Whether the service that sends an account's mail takes no affiliate links."""
    service = catalog.mail_services.get(account.mail_service) if account and medium == MAIL else None
    return service is not None and service.affiliates is VerdictKind.FORBIDDEN


def earns(catalog: Catalog, option: str) -> bool:
    """Whether an option is a tag that earns the author a share."""
    known = catalog.options.get(option)
    return known is not None and known.marks == AFFILIATE
