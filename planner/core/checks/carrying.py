"""Whether a link could carry a tracking option, so that it would count something there."""

from planner.core.addresses import host_of, in_domains, retailer_of
from planner.core.affiliates import AFFILIATE, may_be_barred
from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import TrackingOption
from planner.core.checks.link_marks import ATTRIBUTION
from planner.core.checks.links import closed_shop
from planner.core.plan import Link
from planner.core.situation import Situation
from planner.core.verdicts import judge

OF_A_SHOP = frozenset({AFFILIATE, ATTRIBUTION})


def can_carry(
    catalog: Catalog, platform: Platform, option: TrackingOption, link: Link, situation: Situation
) -> bool:
    """Whether an option works where a link stands, and its page tells what it counts."""
    if is_the_promotions(platform, link):
        return False
    if not link.placement or not judge(catalog, platform, option.id, situation, link.placement).counts:
        return False
    if may_be_barred(catalog, option.id, platform.id, link.placement, situation.account):
        return False
    if option.reports_to_page and closed_shop(catalog, link.target):
        return False
    if option.marks in OF_A_SHOP and not retailer_of(catalog, link.target):
        return False
    if option.marks == ATTRIBUTION and has_no_tags(catalog, link.target):
        return False
    return not any(_spoils(platform, option.id, other) for other in link.options)


def has_no_tags(catalog: Catalog, address: str) -> bool:
    """Whether an address leads to a shop that gives authors no tag which tells them of its sales."""
    shop = retailer_of(catalog, address)
    return shop is not None and not shop.attribution_fields


def is_the_promotions(platform: Platform, link: Link) -> bool:
    """Whether a link is one that a group promotion gave, and counts only as it is."""
    given = (rule.domains for rule in platform.promotion_rules if rule.domains)
    return any(in_domains(host_of(link.target), domains) for domains in given)


def _spoils(platform: Platform, one: str, other: str) -> bool:
    """Whether two options on a link stop each other from counting."""
    facts = (platform.tracking_fact(one), platform.tracking_fact(other))
    return any(fact and {one, other} & {*fact.not_with} for fact in facts)
