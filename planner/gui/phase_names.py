"""What a phase is called where it is shown by itself."""

from planner.core.plan import Phase


def shown_name(phase: Phase) -> str:
    """A phase's name, or words for one that has none."""
    return phase.name or "Unnamed phase"
