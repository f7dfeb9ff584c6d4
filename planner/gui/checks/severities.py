"""How severities are shown: always a mark and a word, never a colour alone."""

from collections import Counter
from collections.abc import Iterable

from planner.core.finding_words import SEVERITY_MARKS
from planner.core.findings import SEVERITIES, Finding
from planner.core.phrasing import counted
from planner.core.rules import Severity


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, worst first; those without any are left out."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in SEVERITIES if found[severity]}


def count_text(severity: Severity, number: int) -> str:
    """A severity's mark with how many there are: "▲ 2 warnings"."""
    return f"{SEVERITY_MARKS[severity]} {counted(number, severity.value)}"
