"""Where an author says what a condition hangs on: in the account, or in the brief."""

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache

from planner.core.facts import Condition, Fact, Need, TrackingFact

REMEMBERED = 1000
IN_THE_ACCOUNT = "Say in the account whether you meet it."
IN_THE_BRIEF = "Say in the brief whether the book is in KDP Select."


def parts(need: Need) -> Iterator[Need]:
    """A need as needs of one thing each."""
    for field in fields(Need):
        value = getattr(need, field.name)
        if value not in ((), "", None, {}):
            yield Need(**{field.name: value})


@lru_cache(maxsize=REMEMBERED)
def where_to_say(facts: tuple[Fact, ...]) -> str:
    """Where to say whether the conditions among facts are met, a sentence for each place."""
    asked = {_is_of_the_book(fact) for fact in facts}
    told = [(IN_THE_BRIEF, True in asked), (IN_THE_ACCOUNT, asked != {True})]
    return " ".join(text for text, is_due in told if is_due)


def _is_of_the_book(fact: Fact) -> bool:
    """Whether a condition asks for nothing but what the brief says of the book."""
    asked = [part for need in _needs_of(fact) for part in parts(need)]
    return bool(asked) and all(part.kdp_select is not None for part in asked)


def always_asks_for(fact: Fact, field: str) -> bool:
    """Whether whatever meets a condition has one field of a need among what it asks for."""
    needs = _needs_of(fact)
    return bool(needs) and all(getattr(need, field) is not None for need in needs)


def is_met_outside_select(fact: Fact) -> bool:
    """Whether it is enough for a condition that the e-book is not in KDP Select."""
    return any([part.kdp_select for part in parts(need)] == [False] for need in _needs_of(fact))


def _needs_of(fact: Fact) -> tuple[Need, ...]:
    return fact.any_of if isinstance(fact, Condition | TrackingFact) else ()
