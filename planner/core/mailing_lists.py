"""Whether a platform keeps a mailing list, and whether its people ever gave their address to the author."""

from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import MAIL
from planner.core.facts import Clickable
from planner.core.needs import needs_of
from planner.core.plan import Account, Channel, Plan
from planner.core.vocabulary import ActivityKind, ListOrigin, State

OF_A_LIST = ("opt_in", "list_origin", "legal_basis")  # what conditions ask of one
FOREIGN = (ListOrigin.SWAPPED, ListOrigin.BOUGHT, ListOrigin.COPIED)


def has_foreign_list(account: Account | None) -> bool:
    """Whether an account's list is of people who gave their address to somebody else, or to nobody."""
    return account is not None and account.list_origin in FOREIGN


def has_list(catalog: Catalog, platform: Platform) -> bool:
    """Whether a platform sends links to people in messages, so that who uses it keeps a list of them."""
    spots = (spot for spot in platform.placements if spot.clickable is not Clickable.NO)
    return any(_is_mailed(catalog, spot.placement) for spot in spots)


def writes_to_a_list(catalog: Catalog, channel: Channel) -> bool:
    """Whether a channel plans messages to many, or links in them."""
    if any(_is_mailed(catalog, link.placement) for link in channel.links):
        return True
    return any(
        each.kind is ActivityKind.SEND and each.state is not State.DROPPED for each in channel.activities
    )


def list_matters(catalog: Catalog, platform: Platform, plan: Plan) -> bool:
    """Whether what is said of a list can change anything: a condition hangs on it, or it is written to."""
    if not has_list(catalog, platform):
        return False
    needs = (need for fact in (*platform.conditions, *platform.tracking) for need in needs_of(fact))
    if any(getattr(need, field) is not None for need in needs for field in OF_A_LIST):
        return True
    return any(each.platform == platform.id and writes_to_a_list(catalog, each) for each in plan.channels)


def _is_mailed(catalog: Catalog, placement: str) -> bool:
    known = catalog.placements.get(placement)
    return known is not None and known.medium == MAIL
