"""The days of a book's term in KDP Select: terms renew by themselves, and days before the first are free."""

from functools import partial
from typing import NamedTuple

from planner.core.asking import is_met_outside_select
from planner.core.checks.background import Background
from planner.core.checks.scene import Scene
from planner.core.days import When, day_after
from planner.core.facts import Condition

DAYS_OF_A_TERM = 90


class Term(NamedTuple):
    """The first and the last day of the term that runs now, or that comes first."""

    first: When
    last: When


def term_of(scene: Scene) -> Term | None:
    """The term, or None while the author has not said when one began."""
    return scene.background.memory.once(("term of KDP Select",), partial(_term, scene.background))


def _term(background: Background) -> Term | None:
    since = background.book.select_since
    if since is None:
        return None
    begun = background.day(since)
    passed = (background.today - begun).days if begun else 0
    renewed = max(passed, 0) // DAYS_OF_A_TERM
    return Term(since, day_after(since, (renewed + 1) * DAYS_OF_A_TERM - 1))


def term_after(scene: Scene, last: When | None) -> Term | None:
    """The term that begins only after a day, as far as both are known."""
    term = term_of(scene)
    days = scene.days_between(last, term.first) if term else None
    return term if days is not None and days > 0 else None


def term_before(scene: Scene, first: When | None) -> Term | None:
    """The term that is over before a day, as far as both are known."""
    term = term_of(scene)
    days = scene.days_between(term.last, first) if term else None
    return term if days is not None and days > 0 else None


def is_free(scene: Scene, first: When | None, last: When | None) -> bool:
    """Whether what lasts from one day to another meets no day of the term, as far as that is known."""
    return bool(term_after(scene, last) or term_before(scene, first))


def is_lifted(scene: Scene, condition: Condition) -> bool:
    """Whether a condition is met outside KDP Select, and the phase meets no day of its term."""
    return is_met_outside_select(condition) and is_free(scene, scene.phase.starts, scene.phase.ends)
