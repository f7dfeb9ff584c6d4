"""Keeps the findings up to date with the plan, once what has changed was painted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from planner.core.findings import Finding
from planner.core.freshness import NOTHING_OLD, Outdated
from planner.core.plan import Plan
from planner.core.tree import Tree

AFTER_PAINT = 30  # milliseconds: long enough to lay out and paint first, too short to be seen

Check = Callable[[Plan], Sequence[Finding]]
Age = Callable[[Plan], Outdated]


class Checking(QObject):
    """The findings of the plan; ``changed`` comes when they may be others.

    ``touched`` names the records whose findings are others since the last time.
    """

    changed = Signal()

    def __init__(self, check: Check, tree: Callable[[], Tree], parent: QObject) -> None:
        """Hold a plan against the rules with ``check``; ``tree`` gives the plan as it is now."""
        super().__init__(parent)
        self._check = check
        self._tree = tree
        self._findings: tuple[Finding, ...] = ()
        self._by_channel: dict[str, list[Finding]] = {}
        self.touched: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_PAINT)
        self._timer.timeout.connect(self.refresh)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, worst first."""
        return self._findings

    def of(self, record_id: str) -> Sequence[Finding]:
        """The findings about a record and all below it, for channels and what has no channel above it."""
        return self._by_channel.get(record_id, ())

    def plan_changed(self) -> None:
        """Look again as soon as there is time."""
        self._timer.start()

    def refresh(self) -> None:
        """Look again now."""
        tree = self._tree()
        self._findings = tuple(self._check(tree.plan))
        old, self._by_channel = self._by_channel, {}
        for finding in self._findings:
            self._by_channel.setdefault(holder(tree, finding.subject), []).append(finding)
        ids = old.keys() | self._by_channel.keys()
        self.touched = frozenset(each for each in ids if old.get(each) != self._by_channel.get(each))
        self.changed.emit()


def holder(tree: Tree, record_id: str) -> str:
    """The id of the channel that a record belongs to, or its own."""
    if not tree.has(record_id):
        return record_id
    above = tree.parent(record_id)
    in_channel = above and tree.has(above) and tree.parent(above) not in ("", tree.plan.id)
    return above if in_channel else record_id


def nothing_old(_plan: Plan) -> Outdated:
    """A look at all that is known, none of which is old."""
    return NOTHING_OLD


def nothing_found(_plan: Plan) -> Sequence[Finding]:
    """A check that finds nothing."""
    return ()
