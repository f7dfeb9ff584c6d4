"""Sums over a plan: hours a week and money, by phase and in all."""

from planner.core.money import Money, total
from planner.core.plan import Goal, Phase, Plan

MOST_GOALS = 3


def hours_a_week(phase: Phase) -> float:
    """The hours that a phase's channels ask for in a week."""
    return sum(channel.hours or 0 for channel in phase.channels)


def phase_budget(phase: Phase, currency: str) -> Money:
    """The money that a phase's channels are given, in one currency."""
    return total((channel.budget for channel in phase.channels), currency)


def phase_spent(phase: Phase, currency: str) -> Money:
    """The money that a phase's channels have spent, in one currency."""
    return total((channel.spent for channel in phase.channels), currency)


def money_allowed(plan: Plan) -> Money | None:
    """The money that the brief allows, None where it names none in the plan's currency."""
    return plan.budget if plan.budget and plan.budget.currency == plan.currency else None


def plan_budget(plan: Plan) -> Money:
    """The money that all channels are given, in the plan's currency."""
    return total((phase_budget(phase, plan.currency) for phase in plan.phases), plan.currency)


def plan_taken(plan: Plan) -> Money:
    """The money that channels are given, or have spent where that is more, in the plan's currency."""
    channels = ((channel.budget, channel.spent) for channel in plan.channels)
    own = ([each for each in pair if each and each.currency == plan.currency] for pair in channels)
    return total((max(amounts, key=lambda each: each.amount, default=None) for amounts in own), plan.currency)


def plan_spent(plan: Plan) -> Money:
    """The money that all channels have spent, in the plan's currency."""
    return total((phase_spent(phase, plan.currency) for phase in plan.phases), plan.currency)


def goals_in_numbers(plan: Plan) -> tuple[Goal, ...]:
    """The goals that stand for the plan at a glance: the first of those that have a number."""
    return tuple(goal for goal in plan.goals if goal.target is not None)[:MOST_GOALS]


def other_currencies(plan: Plan) -> list[str]:
    """The currencies of budgets that are not in the plan's, and so are not in its sums."""
    return sorted({channel.budget.currency for channel in plan.channels if channel.budget} - {plan.currency})
