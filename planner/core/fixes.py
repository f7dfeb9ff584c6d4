"""Which fixes of a finding are still offered: those that would change something."""

from collections.abc import Iterable

from planner.core.changes import ChangeError
from planner.core.findings import Fix
from planner.core.tree import Tree


def offered(fixes: Iterable[Fix], tree: Tree, record: str) -> list[Fix]:
    """The fixes of a finding on a record that would change something in the plan as it is by now."""
    return [fix for fix in fixes if _changes(fix, tree, record)]


def _changes(fix: Fix, tree: Tree, record: str) -> bool:
    try:
        return bool(fix.edit(tree, record))
    except ChangeError:  # what it is about has gone since
        return False
