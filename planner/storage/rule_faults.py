"""What is wrong in a rule's row although every field has its type: dead rules, idle examples."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from string import Formatter
from typing import Any

from planner.core.catalog import Catalog
from planner.core.changes import ChangeError
from planner.core.checks.checker import Checker, rules_in_checks
from planner.core.examples import example
from planner.core.findings import Finding
from planner.core.rules import Rule, RuleBook, Severity, ValueNotGivenError
from planner.core.tree import Tree
from planner.storage.platform_faults import ENDS, Lapse

Reported = Callable[[Mapping[str, Any], date], tuple[Finding, ...]]
"""What the checks report of a piece of a plan on a day."""


def rule_lapses(rule: Rule, twice: bool, reported: Reported | None) -> Iterator[Lapse]:
    """All that is wrong with a rule; ``twice`` says that another has its id, None that examples wait."""
    if twice:
        yield Lapse(("id",), f"the rule “{rule.id}” stands here a second time", "give it another id")
    if rule.id not in rules_in_checks():
        says = f"no check ever reports the rule “{rule.id}”"
        yield Lapse(("id",), says, "write its check in planner/core/checks, or drop the rule")
        return
    yield from _words(rule)
    if not rule.sources:
        yield Lapse(("sources",), "the rule has no source", "name who says so")
    if not rule.certain and rule.severity is Severity.BLOCKER:
        yield Lapse(("severity",), "an uncertain rule blocks", "make it a warning or a tip")
    if rule.checked > date.today():
        yield Lapse(("checked",), "the day is still to come", "write the day when you looked")
    if reported:
        yield from _examples(rule, "breaks", rule.breaks, reported)
        yield from _examples(rule, "keeps", rule.keeps, reported)


def _words(rule: Rule) -> Iterator[Lapse]:
    for name in ("why", "instead"):
        text: str = getattr(rule, name)
        if text.rstrip()[-1:] not in (*ENDS, "}"):
            yield Lapse((name,), f"`{name}` is no whole sentence", "end it with a full stop")
        try:
            values = [value for _, value, _, _ in Formatter().parse(text) if value is not None]
        except ValueError:
            yield Lapse((name,), f"`{name}` has a brace without its other half", "close it, or drop it")
            continue
        if not all(value.isidentifier() for value in values):
            yield Lapse((name,), f"`{name}` has braces with no name in them", "name a value of the check")


def _examples(
    rule: Rule, name: str, pieces: tuple[Mapping[str, Any], ...], reported: Reported
) -> Iterator[Lapse]:
    breaks = name == "breaks"
    if not pieces:
        says = f"the rule has no example that {name} it"
        yield Lapse(("id",), says, f"write a piece of a plan into `{name}`")
    for n, piece in enumerate(pieces):
        try:
            found = {each.rule: f"{each.text} {each.instead}" for each in reported(piece, rule.checked)}
        except ValueNotGivenError as error:
            if error.rule == rule.id:
                says = f"`{error.sentence}` asks for “{error.value}”, which the check does not give"
                yield Lapse((error.sentence,), says, "name a value of the check")
            return  # another rule's fault is named there
        except (KeyError, TypeError, ValueError, AttributeError, ChangeError) as error:
            says = f"example {n + 1} of `{name}` is no piece of a plan ({error})"
            yield Lapse((name, n), says, "write fields as in planner/core/plan.py")
            continue
        if (rule.id in found) is not breaks:
            says = (
                f"example {n + 1} of `{name}` {_instead_of_breaking(found) if breaks else 'breaks the rule'}"
            )
            yield Lapse((name, n), says, "correct the example, the facts it rests on, or the check")


def _instead_of_breaking(found: Collection[str]) -> str:
    others = ", ".join(f"“{rule}”" for rule in found)
    return f"does not break the rule, but {others}" if others else "does not break the rule, nor any other"


def reporting(catalog: Catalog, rules: RuleBook) -> Reported:
    """Asks the checks, with this catalog and these rules."""

    def reported(piece: Mapping[str, Any], day: date) -> tuple[Finding, ...]:
        made, today = example(piece, day)
        Tree.of(made)
        return Checker(catalog, rules, today).findings(made)

    return reported
