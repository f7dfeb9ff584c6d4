"""What is wrong in a rule's row although every field has its type: dead rules, idle examples."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from string import Formatter
from typing import Any

from planner.core.catalog import Catalog
from planner.core.changes import ChangeError
from planner.core.checks import checker
from planner.core.checks.checker import Checker
from planner.core.findings import Finding
from planner.core.plan import Plan
from planner.core.rule_examples import example, whole
from planner.core.rule_ids import REPORTED, RuleId
from planner.core.rules import SERIOUS, Rule, RuleBook, ValueNotGivenError
from planner.core.tree import Tree
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.phrases import group_faults, phrase_faults
from planner.storage.catalog_check.sources import looked_at
from planner.storage.catalog_check.strict_files import FileFault
from planner.storage.catalog_check.unknown_names import unknown_names
from planner.storage.catalog_check.values import ENDS, value_faults
from planner.storage.json_text import Place, spoken
from planner.storage.problems import problems
from planner.storage.shape import reader

# What such rules are broken by is in no file.
ABOUT_UNKNOWN: tuple[RuleId, ...] = ("brief-word-unknown", "option-unknown", "platform-unknown")


class Trial:
    """What the examples of rules are tried with."""

    def __init__(self, catalog: Catalog, rules: RuleBook) -> None:
        """Try them with this catalog and these rules."""
        self.catalog = catalog
        self._checker = cache(partial(Checker, catalog, rules))

    def findings(self, plan: Plan, today: date) -> tuple[Finding, ...]:
        """What the checks report of a plan on a day; they keep what they know of the platforms."""
        Tree.of(plan)
        return self._checker(today).findings(plan)


def no_row(folder: Path, rule: RuleId) -> FileFault:
    """What is wrong where checks report a rule that no file of a folder describes."""
    core = Path(checker.__file__).parent.parent
    where = (path for path in sorted(core.rglob("*.py")) if path.name != "rule_ids.py")
    spelt = [path for path in where if f'"{rule}"' in path.read_text("utf-8")]
    by = f"planner/core/{spelt[0].relative_to(core).as_posix()}" if spelt else "a check"
    mend = "write its row, correct the id of the row that is meant, or drop it there and in rule_ids.py"
    return FileFault(folder, 1, f"there is no row for the rule “{rule}”, which {by} reports", mend)


def rule_faults(rule: Rule, twice: bool, trial: Trial | None) -> Iterator[Fault]:
    """All that is wrong with a rule; ``twice`` says that another has its id, None that examples wait."""
    if twice:
        yield Fault(("id",), f"the rule “{rule.id}” stands here a second time", "give it another id")
    if rule.id not in REPORTED:
        says = f"no check ever reports the rule “{rule.id}”"
        yield Fault(("id",), says, "write its check in planner/core/checks, or drop the rule")
        return
    yield from phrase_faults(("phrases",), rule.phrases)
    yield from group_faults(rule)
    yield from looked_at((), rule)
    yield from value_faults(replace(rule, breaks=(), keeps=()))
    if not rule.certain and rule.severity in SERIOUS:
        yield Fault(
            ("severity",), f"an uncertain rule is of severity {rule.severity}", "make it a warning or a tip"
        )
    if trial:
        yield from unknown_names(("regions",), rule.regions, trial.catalog.regions, "region")
        yield from _examples(rule, "breaks", rule.breaks, trial)
        yield from _examples(rule, "keeps", rule.keeps, trial)


def word_faults(rule: Rule) -> Iterator[Fault]:
    """What is wrong with the sentences of a rule, and would keep the findings of any plan from being told."""
    for name in ("why", "instead"):
        text: str = getattr(rule, name)
        if text.rstrip()[-1:] not in (*ENDS, "}"):
            yield Fault((name,), f"`{name}` is no whole sentence", "end it with a full stop")
        try:
            pieces = [piece for piece in Formatter().parse(text) if piece[1] is not None]
        except ValueError:
            yield Fault((name,), f"`{name}` has a brace without its other half", "close it, or drop it")
            continue
        if not all(value and value.isidentifier() for _, value, _, _ in pieces):
            yield Fault((name,), f"`{name}` has braces with no name in them", "name a value of the check")
        if any(form or conversion for _, _, form, conversion in pieces):
            yield Fault((name,), f"`{name}` gives a value a format", "write its name alone into the braces")


def _examples(rule: Rule, name: str, pieces: tuple[Mapping[str, Any], ...], trial: Trial) -> Iterator[Fault]:
    breaks = name == "breaks"
    if not pieces:
        says = f"the rule has no example that {name} it"
        yield Fault(("id",), says, f"write a piece of a plan into `{name}`")
    for n, piece in enumerate(pieces):
        if faults := [*_no_plan(piece)]:
            for fault in faults:
                says = f"example {n + 1} of `{name}` is no piece of a plan: {fault}"
                yield Fault((name, n), says, "write fields as in planner/core/plan.py")
            continue
        try:
            made = example(piece, rule.checked)
            found = {each.rule: f"{each.text} {each.instead}" for each in trial.findings(*made)}
        except ValueNotGivenError as error:
            if error.rule == rule.id:
                says = f"`{error.sentence}` asks for “{error.value}”, which the check does not give"
                yield Fault((error.sentence,), says, "name a value of the check")
            return  # another rule's fault is named there
        except ChangeError as error:
            yield Fault((name, n), f"example {n + 1} of `{name}` is no plan: {error}", "give each its own id")
            continue
        if (rule.id in found) is not breaks:
            says = (
                f"example {n + 1} of `{name}` {_instead_of_breaking(found) if breaks else 'breaks the rule'}"
            )
            yield Fault((name, n), says, "correct the example, the facts it rests on, or the check")
        if rule.id not in ABOUT_UNKNOWN or not breaks:
            yield from _unknown_in(made.plan, trial.catalog, (name, n))


def _no_plan(piece: Mapping[str, Any]) -> Iterator[str]:
    """What keeps a piece from being one of a plan."""
    from pydantic_core import ValidationError

    try:
        reader(Plan).validate_python(whole(piece))
        example(piece, date.min)
    except ValidationError as error:
        for problem in problems(error):
            yield f"at {spoken(problem.place)}, {problem.text}"
    except (AttributeError, TypeError, ValueError):
        yield "its records are no tables and lists as a plan has them"


def _instead_of_breaking(found: Collection[str]) -> str:
    others = ", ".join(f"“{rule}”" for rule in found)
    return f"does not break the rule, but {others}" if others else "does not break the rule, nor any other"


def _unknown_in(plan: Plan, catalog: Catalog, place: Place) -> Iterator[Fault]:
    """What an example names that no file describes, and that therefore breaks nothing."""
    platforms = {channel.platform for channel in plan.channels}
    platforms |= {account.platform for account in plan.accounts}
    yield from unknown_names(place, platforms, catalog.platforms, "platform")
    options = (option for channel in plan.channels for option in channel.tracking)
    yield from unknown_names(place, list(options), catalog.options, "tracking option")
    placements = (link.placement for channel in plan.channels for link in channel.links)
    yield from unknown_names(place, list(placements), {"", *catalog.placements}, "placement")
    yield from unknown_names(place, [plan.book.genre], {"", *catalog.genres}, "genre")
    yield from unknown_names(place, plan.book.markets, catalog.regions, "region")
