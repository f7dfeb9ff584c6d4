"""The part of a plan that money goes to."""

from dataclasses import replace

from planner.core.plan import Channel, Plan


def only_paid(plan: Plan) -> Plan:
    """The plan with no other channels than those that cost money, and no phases without any."""
    phases = (replace(phase, channels=tuple(filter(_is_paid, phase.channels))) for phase in plan.phases)
    return replace(plan, phases=tuple(phase for phase in phases if phase.channels))


def _is_paid(channel: Channel) -> bool:
    return any(given and given.amount for given in (channel.budget, channel.spent))
