"""The words for findings: a mark for each severity, and how many there are."""

from collections.abc import Mapping

from planner.core.phrasing import counted, listed
from planner.core.rules import Severity

SEVERITY_MARKS = {
    Severity.BLOCKER: "⊘",
    Severity.ERROR: "✕",
    Severity.WARNING: "▲",
    Severity.TIP: "i",
}


def counts_text(counts: Mapping[Severity, int]) -> str:
    """How many findings there are of each severity: "1 blocker and 2 warnings"."""
    return listed(counted(counts[severity], severity) for severity in Severity if counts.get(severity))
