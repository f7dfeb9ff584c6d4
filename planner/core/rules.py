"""The rules' own records: what each says, how bad it is, and who says so."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from planner.core.facts import Source
from planner.core.records import record


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    BLOCKER = "blocker"
    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


class ValueNotGivenError(Exception):
    """A sentence of a rule has a place for a value that its check does not give."""

    def __init__(self, rule: str, sentence: str, value: str) -> None:
        """``rule`` is its id, ``sentence`` the name of the field, ``value`` what stands in braces."""
        super().__init__(f"`{sentence}` of the rule “{rule}” asks for “{value}”")
        self.rule, self.sentence, self.value = rule, sentence, value


@record
class Rule:
    """A rule of the trade.

    ``why`` and ``instead`` are sentences with places for values in braces; ``certain`` is False where a
    source calls the rule uncertain; ``months`` is what the rule counts by, such as how long facts stay fresh,
    ``shelf_months`` how long the rule itself does, None where that is the same as for all; ``regions`` are
    the markets for which it holds, all where empty. ``research`` names the
    rows of ``docs/rules.toml`` that it covers; ``phrases`` are words of an activity that break it, ``unless``
    words that excuse them in the same sentence (see ``core/checks/phrases.py``), and ``words`` groups of
    words that both name in braces (see ``core/checks/word_groups.py``).
    ``breaks`` and ``keeps`` are pieces of plans that break it and that do not (``core/rule_examples.py``).
    """

    id: str
    title: str
    severity: Severity
    why: str
    checked: date
    sources: tuple[Source, ...]
    instead: str = ""
    certain: bool = True
    months: int = 0
    shelf_months: int | None = None
    regions: tuple[str, ...] = ()
    research: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    breaks: tuple[Mapping[str, Any], ...] = ()
    keeps: tuple[Mapping[str, Any], ...] = ()


RuleBook = Mapping[str, Rule]
SERIOUS = (Severity.BLOCKER, Severity.ERROR)


@cache
def in_doubt(rule: Rule) -> Rule:
    """A rule as it is told where what it rests on is in doubt: a warning at most, in words of doubt."""
    if rule.severity not in SERIOUS:
        return rule
    why = f"By what is known, though nobody has settled it: {rule.why}"
    instead = f"Look up what holds today before you rely on it. {rule.instead}"
    return replace(rule, severity=Severity.WARNING, certain=False, why=why, instead=instead)
