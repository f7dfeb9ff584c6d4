"""The findings as a list model, filtered by severity."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.findings import Finding
from planner.core.rules import Severity

Index = QModelIndex | QPersistentModelIndex

PAGE = 200
FINDING = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class FindingModel(QAbstractListModel):
    """Lists findings worst first, a page at a time; an empty filter lets all through."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
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
        if new == self._rows:
            self._rows[:] = new
            return
        head = _same(self._rows, new)
        tail = _same(self._rows[head:][::-1], new[head:][::-1])
        self._splice(head, len(self._rows) - tail, new, len(new) - tail)
        self._rows[:] = new  # equal findings may bring newer fixes

    def choose(self, wanted: frozenset[Severity]) -> None:
        """Let only these severities through."""
        self.wanted = wanted
        self.show(self._all)

    def finding(self, index: Index) -> Finding | None:
        """The finding of a row, or None."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def _splice(self, start: int, end: int, new: list[Finding], new_end: int) -> None:
        if start < end:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
        if start < new_end:
            self.beginInsertRows(QModelIndex(), start, new_end - 1)
            self._rows[start:start] = new[start:new_end]
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
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
        self._rows += more
        self.endInsertRows()

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
                labels = "; ".join(each.label for each in finding.more)
                more = f"Further fixes in the menu: {labels}." if labels else ""
                return " ".join(filter(None, (finding.instead, fix, more, finding.source)))
            case Qt.ItemDataRole.ToolTipRole:
                return breakless(finding.source)
            case _:
                return finding if role == FINDING else None


def breakless(text: str) -> str:
    """A text that a tool tip takes as plain text, as it begins with no tag."""
    return text if not text.startswith("<") else f"\u200b{text}"


def _same(one: Sequence[Finding], other: Sequence[Finding]) -> int:
    """How many findings at the start of both are equal."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
