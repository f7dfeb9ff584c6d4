"""The words for where an author says whether a condition is met: in the account, or in the brief."""

from functools import lru_cache

from planner.core.facts import Fact
from planner.core.needs import needs_of, parts

REMEMBERED = 1000
IN_THE_ACCOUNT = "Say in the account whether you meet it."
IN_THE_BRIEF = "Say in the brief whether the book is in KDP Select."


@lru_cache(maxsize=REMEMBERED)
def where_to_say(facts: tuple[Fact, ...]) -> str:
    """Where to say whether the conditions among facts are met, a sentence for each place."""
    asked = {_is_of_the_book(fact) for fact in facts}
    told = [(IN_THE_BRIEF, True in asked), (IN_THE_ACCOUNT, asked != {True})]
    return " ".join(text for text, is_due in told if is_due)


def _is_of_the_book(fact: Fact) -> bool:
    """Whether a condition asks for nothing but what the brief says of the book."""
    asked = [part for need in needs_of(fact) for part in parts(need)]
    return bool(asked) and all(part.kdp_select is not None for part in asked)
