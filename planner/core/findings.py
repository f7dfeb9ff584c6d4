"""Findings: what a check has seen, where, in words, and the fix that clears it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from planner.core.changes import Edit
from planner.core.citations import NOBODY_SAYS, OWN_DOUBTS, Citation, own_sources_text
from planner.core.facts import DOUBTFUL, Fact
from planner.core.rule_ids import RuleId
from planner.core.rules import Rule, RuleBook, Severity, ValueNotGivenError, in_doubt
from planner.core.tree import Tree

SEVERITIES = tuple(Severity)
REMEMBERED = 10_000
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that clears a finding, under the label of its button; made when the button is pressed.

    ``edit`` is told the record that the finding concerns, so that many findings share one fix.
    """

    label: str
    edit: Callable[[Tree, str], Edit] = field(compare=False)


class Hit(NamedTuple):
    """What a check function reports: the rule, the record it concerns, and the values for its words.

    ``aspect`` says which part of the record to show: tracking, links, copy, activities or overview;
    ``spans`` are the places in the copy text. ``source`` is the words of the facts that decided, where
    the rule's own sources do not; ``deciding`` those of them that did, where not all. Of the ``fixes``, the
    nearest comes first.
    """

    rule: RuleId
    subject: str
    values: tuple[tuple[str, str], ...] = ()
    aspect: str = "overview"
    spans: tuple[Span, ...] = ()
    source: Citation = NOBODY_SAYS
    fixes: tuple[Fix, ...] = ()
    deciding: tuple[Fact, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether what decided is disputed or uncertain; what to do instead may be in doubt by itself."""
        if self.deciding:
            return any(fact.confidence in DOUBTFUL for fact in self.deciding)
        return not OWN_DOUBTS.isdisjoint(self.source.doubts)


class Finding(NamedTuple):
    """Something to look at: a hit, its rule, and the name of the place in the plan; in words when asked."""

    hit: Hit
    broken: Rule
    where: str

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.hit.rule

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.broken.severity

    @property
    def subject(self) -> str:
        """The id of the record that it concerns."""
        return self.hit.subject

    @property
    def aspect(self) -> str:
        """Which part of the record to show."""
        return self.hit.aspect

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places in the copy text."""
        return self.hit.spans

    @property
    def text(self) -> str:
        """What is wrong and why."""
        return self._filled("why", self.broken.why)

    @property
    def gist(self) -> str:
        """What is wrong, in one sentence."""
        first, stop, _ = self.broken.why.partition(". ")
        return self._filled("why", f"{first}." if stop else first)

    @property
    def instead(self) -> str:
        """What to do instead."""
        return self._filled("instead", self.broken.instead)

    @property
    def source(self) -> Citation:
        """Who says so."""
        return self.hit.source or own_sources_text(self.broken)

    @property
    def fix(self) -> Fix | None:
        """The nearest fix."""
        return next(iter(self.hit.fixes), None)

    @property
    def more(self) -> tuple[Fix, ...]:
        """The other fixes."""
        return self.hit.fixes[1:]

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """All fixes, the nearest first."""
        return self.hit.fixes

    @classmethod
    def of(cls, hit: Hit, rules: RuleBook, where: str) -> "Finding":
        """A hit as it is told: what rests on doubtful facts in words of doubt."""
        rule = rules[hit.rule]
        doubted = in_doubt(rule)  # most rules are told alike, and their hits need not be looked at
        return cls(hit, doubted if doubted is not rule and hit.doubtful else rule, where)

    def _filled(self, name: str, sentence: str) -> str:
        try:
            return _filled(sentence, self.hit.values)
        except KeyError as error:
            raise ValueNotGivenError(self.rule, name, str(error.args[0])) from None


# Channels of a platform mostly break the same rules with the same values.
@lru_cache(maxsize=REMEMBERED)
def _filled(sentence: str, values: tuple[tuple[str, str], ...]) -> str:
    filled = " ".join(sentence.format_map(dict(values)).split())
    return filled.replace("“ ", "“").replace(" ”", "”")  # what is quoted may have blanks around it


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by severity; those of equal severity stay in the order of the plan."""
    ranked: dict[Severity, list[Finding]] = {severity: [] for severity in SEVERITIES}
    for finding in findings:
        ranked[finding.broken.severity].append(finding)
    return tuple(chain.from_iterable(ranked.values()))
