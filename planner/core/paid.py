"""The part of a plan that money goes to."""

from dataclasses import replace

from planner.core.catalog import PAID_ADS, Catalog
from planner.core.plan import Activity, Channel, Plan
from planner.core.promotions import promotion_kind
from planner.core.vocabulary import ActivityKind


def only_paid(plan: Plan, catalog: Catalog) -> Plan:
    """The plan with no other channels than those that cost money, and no phases without any."""
    phases = (
        replace(phase, channels=tuple(each for each in phase.channels if _is_paid(catalog, each)))
        for phase in plan.phases
    )
    return replace(plan, phases=tuple(phase for phase in phases if phase.channels))


def _is_paid(catalog: Catalog, channel: Channel) -> bool:
    """Whether a channel has money, or is or holds what is paid for, whose amount may not be known yet."""
    given = any(money and money.amount for money in (channel.budget, channel.spent))
    platform = catalog.platforms.get(channel.platform)
    is_ads = platform is not None and PAID_ADS in platform.traits
    return given or is_ads or any(_costs(catalog, each) for each in channel.activities)


def _costs(catalog: Catalog, activity: Activity) -> bool:
    """Whether work is advertising, or a promotion that those who run it ask money for."""
    if activity.boosted or activity.kind is ActivityKind.AD:
        return True
    kind = promotion_kind(catalog, activity) if activity.kind is ActivityKind.PRICE_PROMOTION else None
    return kind is not None and kind.paid
