"""For every rule the plans in its row: those that break it, and those that do not."""

from collections import Counter
from typing import NamedTuple

from planner.core.examples import Example, broken_by, kept_by
from planner.storage.rule_files import load_rules


class Case(NamedTuple):
    """An example of a rule."""

    rule: str
    example: Example


BROKEN = tuple(Case(rule.id, each) for rule in load_rules().values() for each in broken_by(rule))
KEPT = tuple(Case(rule.id, each) for rule in load_rules().values() for each in kept_by(rule))


def named(cases: tuple[Case, ...]) -> list[str]:
    """Names for tests: the rule's id, and a number of its own examples, so that a new rule renames none."""
    seen: Counter[str] = Counter()
    names = []
    for case in cases:
        seen[case.rule] += 1
        names.append(f"{case.rule}-{seen[case.rule]}")
    return names
