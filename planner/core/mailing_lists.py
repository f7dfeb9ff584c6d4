"""Whether a platform keeps a mailing list, and whether its people ever gave their address to the author."""

from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import MAIL
from planner.core.facts import Clickable
from planner.core.plan import Account
from planner.core.vocabulary import ListOrigin

FOREIGN = (ListOrigin.SWAPPED, ListOrigin.BOUGHT, ListOrigin.COPIED)


def has_foreign_list(account: Account | None) -> bool:
    """Whether an account's list is of people who gave their address to somebody else, or to nobody."""
    return account is not None and account.list_origin in FOREIGN


def has_list(catalog: Catalog, platform: Platform) -> bool:
    """Whether a platform sends links to people in messages, so that who uses it keeps a list of them."""
    spots = (spot for spot in platform.placements if spot.clickable is not Clickable.NO)
    known = (catalog.placements.get(spot.placement) for spot in spots)
    return any(placement is not None and placement.medium == MAIL for placement in known)
