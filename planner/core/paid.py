"""The part of a plan that money goes to."""

from dataclasses import replace

from planner.core.catalog import PAID_ADS, Catalog
from planner.core.plan import Activity, Channel, Plan
from planner.core.vocabulary import ActivityKind


def only_paid(plan: Plan, catalog: Catalog) -> Plan:
    """The plan with no other channels than those that cost money, and no phases without any."""
    ads = {platform.id for platform in catalog.platforms.values() if PAID_ADS in platform.traits}
    phases = (
        replace(phase, channels=tuple(each for each in phase.channels if _is_paid(each, ads)))
        for phase in plan.phases
    )
    return replace(plan, phases=tuple(phase for phase in phases if phase.channels))


def _is_paid(channel: Channel, ads: set[str]) -> bool:
    """Whether a channel has money, or is or holds advertising, whose amount may not be known yet."""
    given = any(money and money.amount for money in (channel.budget, channel.spent))
    return given or channel.platform in ads or any(map(_is_advertising, channel.activities))


def _is_advertising(activity: Activity) -> bool:
    return bool(activity.boosted) or activity.kind is ActivityKind.AD
