"""The checks panel: counts, filter, jump and fix, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.plan import Channel
from planner.core.rules import Severity
from planner.gui.checks.model import FINDING
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
    both = ["Replace with Pinterest", "Add Pinterest, and move Smart link there"]
    assert f"Further fixes in the menu: {'; '.join(both)}." in described
    view(panel).setCurrentIndex(index)
    *_, replace, add = panel.menu().actions()
    assert [replace.text(), add.text()] == both
    add.trigger()
    assert [c.platform for c in session.plan.phases[1].channels] == ["xiaohongshu", "pinterest"]
    assert panel.menu().actions()[-1].text() == "Fix"
    session.stack.undo()
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


def test_the_row_at_the_top_and_the_chosen_one_stay_when_others_come_and_go(
    panel: ChecksPanel, session: Session
) -> None:
    panel.resize(1000, 150)
    shown, model = view(panel), view(panel).model()
    chosen = row_of(panel, session, "copy-removed")
    shown.setCurrentIndex(chosen)
    shown.scrollTo(model.index(model.rowCount(QModelIndex()) - 1, 0))
    top = QPersistentModelIndex(shown.indexAt(QPoint(1, 1)))
    place, about = shown.visualRect(top).top(), model.data(top)
    assert top.row() > chosen.row()
    before = top.row()
    twice = [session.catalog.platforms["xiaohongshu"]] * 2
    session.do(edits.add_channels(session.document.tree, "before", 0, twice))
    session.checking.refresh()
    assert top.row() > before
    assert (shown.visualRect(top).top(), model.data(top)) == (place, about)
    assert shown.currentIndex().data(FINDING).rule == "copy-removed"
