"""Findings: what a check has seen, where, in words, and the fix that clears it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from planner.core.changes import Edit
from planner.core.rules import Severity
from planner.core.tree import Tree

SEVERITIES = tuple(Severity)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that clears a finding, under the label of its button; made when the button is pressed."""

    label: str
    edit: Callable[[Tree], Edit] = field(compare=False)


class Hit(NamedTuple):
    """What a check function reports: the rule, the record it concerns, and the values for its words.

    ``aspect`` says which part of the record to show: tracking, links, copy, activities or overview;
    ``spans`` are the places in the copy text. ``source`` is the words of the facts that decided, where
    the rule's own sources do not. ``more`` are further fixes.
    """

    rule: str
    subject: str
    values: tuple[tuple[str, str], ...] = ()
    aspect: str = "overview"
    spans: tuple[Span, ...] = ()
    source: str = ""
    fix: Fix | None = None
    more: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at, ready to be shown anywhere.

    ``where`` names the place in the plan; ``text`` says what is wrong and why, ``instead`` what to do.
    ``more`` are other fixes than the nearest, which is ``fix``.
    """

    rule: str
    severity: Severity
    subject: str
    aspect: str
    where: str
    text: str
    instead: str
    source: str
    spans: tuple[Span, ...] = ()
    fix: Fix | None = None
    more: tuple[Fix, ...] = ()

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """All fixes, the nearest first."""
        return (*((self.fix,) if self.fix else ()), *self.more)


def worst_first(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings by severity; those of equal severity stay in the order of the plan."""
    ranked: dict[Severity, list[Finding]] = {severity: [] for severity in SEVERITIES}
    for finding in findings:
        ranked[finding.severity].append(finding)
    return tuple(chain.from_iterable(ranked.values()))
