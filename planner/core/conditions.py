"""Whether the conditions of placements and options are met, and by what."""

from collections.abc import Iterable
from itertools import chain

from planner.core.catalog import Platform
from planner.core.facts import Condition, Fact, Need, TrackingFact
from planner.core.needs import any_of, given_for, need_met
from planner.core.situation import Situation


def option_met(platform: Platform, fact: TrackingFact, situation: Situation) -> bool | None:
    """Whether what an option's own condition asks for is given, or None while that is not known."""
    if fact.for_all:
        return None
    if _ticked((fact.condition,) if fact.condition else (), situation):
        return True
    return _any_met(platform, fact.any_of, situation) if fact.any_of else None


def _ticked(texts: Iterable[str], situation: Situation) -> bool | None:
    """Whether the author has said that conditions without a check of their own are met."""
    said = situation.account.met if situation.account else ()
    return True if all(text in said for text in texts) else None


def condition_met(platform: Platform, condition: Condition, situation: Situation) -> bool | None:
    """Whether one of a condition's alternatives is met, or None while that is not known."""
    if _ticked((condition.text,), situation):
        return True
    return _any_met(platform, condition.any_of, situation)


def because(platform: Platform, facts: Iterable[Fact], situation: Situation) -> tuple[str, ...]:
    """What the author has said that meets the conditions among facts: "2,000 followers", "business"."""
    account, types = situation.account, platform.account_types
    met = (
        next((need for need in fact.any_of if need_met(need, situation, types)), None)
        for fact in facts
        if isinstance(fact, Condition | TrackingFact)
    )
    return tuple(dict.fromkeys(chain.from_iterable(given_for(need, account) for need in met if need)))


def _any_met(platform: Platform, needs: Iterable[Need], situation: Situation) -> bool | None:
    return any_of([need_met(need, situation, platform.account_types) for need in needs])
