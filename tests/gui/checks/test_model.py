"""The list of findings: a page at a time, and its views are told of what differs only."""

from datetime import date
from functools import cache
from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.core.findings import SEVERITIES, Finding, Hit, worst_first
from planner.core.rule_ids import RuleId
from planner.core.rules import Rule, Severity
from planner.core.tree import Tree
from planner.gui.checks.model import FINDING, PAGE, FindingModel, names
from tests.core.build import plan

Rows = list[tuple[int, int]]
PLAN = Tree.of(plan())


@cache
def rule(number: int, severity: Severity) -> Rule:
    return Rule(id=f"r{number}", title="r", severity=severity, why="t", checked=date(2027, 1, 1), sources=())


def finding(number: int, severity: Severity = Severity.TIP, words: str = "") -> Finding:
    hit = Hit(cast("RuleId", f"r{number}"), "plan", (("words", words),))
    return Finding(hit, rule(number, severity), "Plan")


findings = st.lists(
    st.builds(
        lambda n, words: finding(n, SEVERITIES[n % 3], words), st.integers(0, 20), st.sampled_from("ab")
    ),
    max_size=30,
).map(worst_first)


def listed(model: FindingModel) -> list[Finding]:
    return [model.index(row).data(FINDING) for row in range(model.rowCount())]


@given(st.lists(st.tuples(findings, st.sets(st.sampled_from(SEVERITIES))), min_size=2, max_size=5))
def test_whatever_is_shown_next_is_listed_and_rows_that_stay_are_followed(
    shown: list[tuple[tuple[Finding, ...], set[Severity]]],
) -> None:
    model = FindingModel(lambda: PLAN)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    changed: set[int] = set()
    model.dataChanged.connect(lambda first, last: changed.update(range(first.row(), last.row() + 1)))
    for those, wanted in shown:
        before = {
            name: QPersistentModelIndex(model.index(row)) for row, name in enumerate(names(listed(model)))
        }
        said = {name: index.data(FINDING) for name, index in before.items()}
        changed.clear()
        model.choose(frozenset(wanted))
        model.show(those)
        assert listed(model) == [each for each in those if not wanted or each.severity in wanted]
        for row, name in enumerate(names(listed(model))):
            if name in before and before[name].isValid():
                assert before[name].row() == row
                assert said[name] == model.index(row).data(FINDING) or row in changed
    assert tester.model() is model


def watched(model: FindingModel) -> tuple[Rows, Rows, Rows]:
    removed: Rows = []
    inserted: Rows = []
    changed: Rows = []
    model.rowsRemoved.connect(lambda _p, a, b: removed.append((a, b)))
    model.rowsInserted.connect(lambda _p, a, b: inserted.append((a, b)))
    model.dataChanged.connect(lambda a, b: changed.append((a.row(), b.row())))
    return removed, inserted, changed


def test_only_the_rows_that_differ_are_replaced(qtbot: QtBot) -> None:
    model = FindingModel(lambda: PLAN)
    model.show([finding(i) for i in range(7)])
    told = watched(model)
    model.show([finding(i) for i in (0, 1, 9, 4, 6, 8)])
    assert told == ([(5, 5), (2, 3)], [(7, 7), (2, 2)], [])


def test_a_row_whose_words_are_others_stays_and_says_so(qtbot: QtBot) -> None:
    model = FindingModel(lambda: PLAN)
    model.show([finding(i) for i in range(5)])
    told = watched(model)
    model.show([finding(i, words="anew" if i in (1, 2, 4) else "") for i in range(5)])
    assert told == ([], [], [(1, 2), (4, 4)])


def test_nothing_is_told_where_nothing_differs(qtbot: QtBot) -> None:
    model = FindingModel(lambda: PLAN)
    model.show([finding(i) for i in range(5)])
    told = watched(model)
    model.show([finding(i) for i in range(5)])
    assert told == ([], [], [])


def test_thousands_of_findings_come_page_by_page(qtbot: QtBot) -> None:
    model = FindingModel(lambda: PLAN)
    model.show([finding(i) for i in range(3 * PAGE)])
    assert model.rowCount() == PAGE
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE
    assert model.index(PAGE).data(Qt.ItemDataRole.DisplayRole) == "Plan — t"
