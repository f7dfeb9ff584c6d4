"""Whether the people on a list ever gave their address to the author."""

from planner.core.plan import Account, ListOrigin

FOREIGN = (ListOrigin.SWAPPED, ListOrigin.BOUGHT, ListOrigin.COPIED)


def has_foreign_list(account: Account | None) -> bool:
    """Whether an account's list is of people who gave their address to somebody else, or to nobody."""
    return account is not None and account.list_origin in FOREIGN
