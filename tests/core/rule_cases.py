"""For every rule the plans in its row: those that break it, and those that do not."""

from collections import Counter
from typing import NamedTuple

from planner.core.rule_examples import Example, example
from planner.storage.rule_files import load_rules


class Case(NamedTuple):
    """An example of a rule."""

    rule: str
    example: Example


RULES = load_rules().values()
BROKEN = tuple(Case(rule.id, example(each, rule.checked)) for rule in RULES for each in rule.breaks)
KEPT = tuple(Case(rule.id, example(each, rule.checked)) for rule in RULES for each in rule.keeps)


def named(cases: tuple[Case, ...]) -> list[str]:
    """Names for tests: the rule's id, and a number of its own examples, so that a new rule renames none."""
    seen: Counter[str] = Counter()
    names = []
    for case in cases:
        seen[case.rule] += 1
        names.append(f"{case.rule}-{seen[case.rule]}")
    return names
