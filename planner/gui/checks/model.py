"""The findings as a list model, filtered by severity."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.findings import Finding, Fix
from planner.core.fixes import offered
from planner.core.rules import Severity
from planner.core.tree import Tree
from planner.gui.parts.rows import replacements, runs

Index = QModelIndex | QPersistentModelIndex

PAGE = 200
FINDING = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class FindingModel(QAbstractListModel):
    """Lists findings worst first, a page at a time; an empty filter lets all through."""

    def __init__(self, tree: Callable[[], Tree], parent: QObject | None = None) -> None:
        """Begin with nothing; ``tree`` gives the plan as it is now."""
        super().__init__(parent)
        self._tree = tree
        self._all: Sequence[Finding] = ()
        self._rows: list[Finding] = []
        self._waiting: list[Finding] = []
        self.wanted: frozenset[Severity] = frozenset()

    def show(self, findings: Sequence[Finding]) -> None:
        """List these findings, and leave the rows alone that stay the same."""
        self._all = findings
        passed = [f for f in findings if not self.wanted or f.severity in self.wanted]
        page = max(PAGE, len(self._rows))
        new, self._waiting = passed[:page], passed[page:]
        if new != self._rows:
            self._rearrange(new)
        self._rows[:] = new  # equal findings may bring newer fixes

    def choose(self, wanted: frozenset[Severity]) -> None:
        """Let only these severities through."""
        self.wanted = wanted
        self.show(self._all)

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row, or None."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def further(self, finding: Finding) -> list[Fix]:
        """The fixes beside the nearest that make sense by now."""
        return offered(finding.more, self._tree(), finding.subject)

    def _rearrange(self, new: list[Finding]) -> None:
        for gone, come in replacements(list(names(self._rows)), list(names(new))):
            self._take_out(gone)
            self._put_in(gone.start, new[come])
        others = [old != now for old, now in zip(self._rows, new, strict=True)]
        self._rows[:] = new
        for first, last in runs(others):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _take_out(self, rows: slice) -> None:
        if rows.start < rows.stop:
            self.beginRemoveRows(QModelIndex(), rows.start, rows.stop - 1)
            del self._rows[rows]
            self.endRemoveRows()

    def _put_in(self, row: int, findings: list[Finding]) -> None:
        if findings:
            self.beginInsertRows(QModelIndex(), row, row + len(findings) - 1)
            self._rows[row:row] = findings
            self.endInsertRows()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are listed so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are findings that are not listed yet."""
        return not parent.isValid() and bool(self._waiting)

    def fetchMore(self, _parent: Index) -> None:
        """List one page more."""
        more, self._waiting = self._waiting[:PAGE], self._waiting[PAGE:]
        self._put_in(len(self._rows), more)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, for the eye and for the ear."""
        finding = self.finding(index)
        if finding is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{finding.where} — {finding.text}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{finding.severity}: {finding.where} — {finding.text}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                fix = f"Fix with Ctrl+Enter: {finding.fix.label}." if finding.fix else ""
                labels = "; ".join(each.label for each in self.further(finding))
                more = f"Further fixes in the menu: {labels}." if labels else ""
                return " ".join(filter(None, (finding.instead, fix, more, finding.source)))
            case Qt.ItemDataRole.ToolTipRole:
                return breakless(finding.source)
            case _:
                return finding if role == FINDING else None


def breakless(text: str) -> str:
    """A text that a tool tip takes as plain text, as it begins with no tag."""
    return text if not text.startswith("<") else f"\u200b{text}"


def names(findings: Iterable[Finding]) -> Iterator[tuple[str, str, int]]:
    """A name for each finding, which it keeps when only its words change."""
    met: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        about = (finding.rule, finding.subject)
        met[about] += 1
        yield (*about, met[about])
