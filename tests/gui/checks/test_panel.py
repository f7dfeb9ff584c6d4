"""The checks panel: counts, filter, jump and fix, by mouse and by keyboard."""

from datetime import date
from functools import cache

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.findings import Finding, Hit
from planner.core.plan import Channel
from planner.core.rules import Rule, Severity
from planner.gui.checks.model import PAGE, FindingModel
from planner.gui.checks.panel import ChecksPanel, FindingList
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import full_session


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> ChecksPanel:
    made = ChecksPanel(session, theme)
    qtbot.addWidget(made)
    made.resize(1000, 260)
    with qtbot.waitExposed(made):
        made.show()
    return made


def view(panel: ChecksPanel) -> FindingList:
    found = panel.findChild(FindingList)
    assert isinstance(found, FindingList)
    return found


def row_of(panel: ChecksPanel, session: Session, rule: str) -> QModelIndex:
    rows = [finding.rule for finding in session.checking.findings]
    return view(panel).model().index(rows.index(rule), 0)


def badge(panel: ChecksPanel, severity: Severity) -> QToolButton:
    found = panel.findChild(QToolButton, f"badge_{severity}")
    assert isinstance(found, QToolButton)
    return found


@cache
def finding(number: int, severity: Severity = Severity.TIP) -> Finding:
    rule = Rule(id=f"r{number}", title="r", severity=severity, why="t", checked=date(2027, 1, 1), sources=())
    return Finding(Hit(rule=rule.id, subject="plan"), rule, "Plan")


def test_badges_count_with_mark_and_word(panel: ChecksPanel, session: Session) -> None:
    blockers = sum(f.severity is Severity.BLOCKER for f in session.checking.findings)
    assert badge(panel, Severity.BLOCKER).text().startswith(f"⊘ {blockers} blocker")
    assert badge(panel, Severity.BLOCKER).accessibleName()


def test_a_badge_filters(panel: ChecksPanel) -> None:
    badge(panel, Severity.BLOCKER).click()
    model = view(panel).model()
    spoken = [
        model.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for i in range(model.rowCount(QModelIndex()))
    ]
    assert spoken
    assert all(text.startswith("blocker: ") for text in spoken)


def test_enter_goes_to_the_place(panel: ChecksPanel, session: Session) -> None:
    seen: list[tuple[str, str]] = []
    session.reveal.connect(lambda id, place: seen.append((id, place)))
    view(panel).setCurrentIndex(row_of(panel, session, "copy-removed"))
    QTest.keyClick(view(panel), Qt.Key.Key_Return)
    assert session.selection == ["closed"]
    assert seen == [("closed", "copy")]


def test_ctrl_enter_mends_and_undo_brings_it_back(panel: ChecksPanel, session: Session) -> None:
    view(panel).setFocus()
    view(panel).setCurrentIndex(row_of(panel, session, "copy-removed"))
    QTest.keyClick(view(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "example.com" not in session.document.tree.get("closed", Channel).copy
    session.checking.refresh()
    assert "copy-removed" not in [f.rule for f in session.checking.findings]
    session.stack.undo()
    assert "example.com" in session.document.tree.get("closed", Channel).copy


def test_further_fixes_stand_in_the_menu(panel: ChecksPanel, session: Session) -> None:
    book = session.plan.book.id
    session.do(edits.set_field(session.document.tree, book, "markets", ("GB",), "Markets"))
    session.checking.refresh()
    index = row_of(panel, session, "option-impossible")
    described = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "Fix with Ctrl+Enter: Switch Smart link off." in described
    assert "Further fixes in the menu: Replace with Pinterest." in described
    view(panel).setCurrentIndex(index)
    *_, replace = panel.menu().actions()
    assert replace.text() == "Replace with Pinterest"
    replace.trigger()
    assert session.document.tree.get("closed", Channel).platform == "pinterest"


def test_a_click_on_the_fix_mends(panel: ChecksPanel, session: Session) -> None:
    index = row_of(panel, session, "copy-removed")
    view(panel).scrollTo(index)
    rect = view(panel).visualRect(index)
    spot = rect.topRight()
    spot.setX(spot.x() - 40)
    spot.setY(spot.y() + 12)
    QTest.mouseClick(view(panel).viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert "example.com" not in session.document.tree.get("closed", Channel).copy


def test_the_panel_folds(panel: ChecksPanel) -> None:
    fold = panel.findChild(QToolButton, "checks_fold")
    assert isinstance(fold, QToolButton)
    fold.click()
    assert not view(panel).isVisible()
    assert panel.maximumHeight() < 80
    fold.click()
    assert view(panel).isVisible()


def test_the_model_changes_only_the_rows_that_differ(qtbot: QtBot) -> None:
    model = FindingModel()
    model.show([finding(i) for i in range(5)])
    removed: list[tuple[int, int]] = []
    inserted: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _p, a, b: removed.append((a, b)))
    model.rowsInserted.connect(lambda _p, a, b: inserted.append((a, b)))
    model.show([finding(i) for i in (0, 1, 9, 4)])
    assert (removed, inserted) == ([(2, 3)], [(2, 2)])


def test_thousands_of_findings_come_page_by_page(qtbot: QtBot) -> None:
    model = FindingModel()
    model.show([finding(i) for i in range(3 * PAGE)])
    assert model.rowCount() == PAGE
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE
