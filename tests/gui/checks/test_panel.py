"""The checks panel: counts, filter, jump and fix, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.plan import Channel
from planner.core.rules import Severity
from planner.gui.checking import nothing_found
from planner.gui.checks.model import FINDING
from planner.gui.checks.panel import ALL_WELL, NOTHING_YET, ChecksPanel
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.checks.conftest import button, fix_at, row_of, view

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


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


def test_the_name_of_a_badge_is_words_alone(panel: ChecksPanel) -> None:
    names = [each.accessibleName() for each in panel.findChildren(QToolButton) if each.isCheckable()]
    assert all(name.isascii() for name in names)
    assert any(name.startswith(("Show only 1 ", "Show only 2 ")) for name in names)


def test_all_is_well_only_where_there_is_something_to_check(
    panel: ChecksPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.checking, "_check", nothing_found)
    session.checking.refresh()
    assert ALL_WELL in words(panel)
    ids = [channel.id for channel in session.plan.channels]
    session.do(edits.remove(session.document.tree, ids))
    session.checking.refresh()
    assert NOTHING_YET in words(panel)
    assert ALL_WELL not in words(panel)


def words(panel: ChecksPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


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
    QTest.mouseClick(view(panel).viewport(), LEFT, pos=fix_at(panel, index))
    assert "example.com" not in session.document.tree.get("closed", Channel).copy


def test_a_fix_below_the_row_in_full_is_the_one_that_is_clicked(panel: ChecksPanel, session: Session) -> None:
    shown = view(panel)
    current, index = row_of(panel, session, "option-impossible"), row_of(panel, session, "copy-removed")
    assert current.row() < index.row()
    shown.setCurrentIndex(current)
    shown.executeDelayedItemsLayout()
    at = fix_at(panel, index)
    QTest.mousePress(shown.viewport(), LEFT, pos=at)
    QTest.qWait(50)
    QTest.mouseRelease(shown.viewport(), LEFT, pos=at)
    assert session.stack.undoText() == "Take out a web address"
    assert session.stack.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_the_row_in_full_is_the_one_that_is_marked(panel: ChecksPanel, key: Qt.Key) -> None:
    panel.resize(1000, 150)
    shown = view(panel)
    last = shown.model().rowCount(QModelIndex()) - 1
    QTest.mouseClick(shown.viewport(), LEFT, pos=shown.visualRect(shown.model().index(1, 0)).center())
    if key == Qt.Key.Key_Up:
        shown.setCurrentIndex(shown.model().index(last, 0))
    for _ in range(last):
        QTest.keyClick(shown, key)
        assert shown.selectedIndexes() == [shown.currentIndex()]


def test_the_row_that_the_keys_go_to_is_seen_from_its_beginning(panel: ChecksPanel) -> None:
    panel.resize(700, 200)
    shown = view(panel)
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 0))
    rows = shown.model().rowCount()
    for key, steps in ((Qt.Key.Key_Down, rows - 1), (Qt.Key.Key_Up, rows - 1)):
        for _ in range(steps):
            QTest.keyClick(shown, key)
            row = shown.visualRect(shown.currentIndex())
            assert row.top() >= 0
            assert min(row.bottom(), row.top() + 20) < shown.viewport().height()


def test_that_words_mean_something_else_is_a_button_of_its_own(panel: ChecksPanel, session: Session) -> None:
    view(panel).setCurrentIndex(row_of(panel, session, "copy-removed"))
    other = button(panel, "other_fix_button")
    assert other.isVisible()
    assert other.accessibleName() == other.toolTip() == "“https://example.com” means something else"
    QTest.mouseClick(other, LEFT)
    assert session.document.tree.get("closed", Channel).cleared == ("https://example.com",)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_several_further_fixes_stand_in_a_menu_of_their_own(panel: ChecksPanel, session: Session) -> None:
    book = session.plan.book.id
    session.do(edits.set_field(session.document.tree, book, "markets", ("GB",), "Markets"))
    session.checking.refresh()
    view(panel).setCurrentIndex(row_of(panel, session, "option-impossible"))
    other = button(panel, "other_fix_button")
    assert (other.text(), other.accessibleName()) == ("More ▾", "Further fixes")
    QTest.keyClick(other, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert session.document.tree.get("closed", Channel).platform == "pinterest"


def test_long_names_of_fixes_leave_room_for_the_rest_of_a_small_window(
    panel: ChecksPanel, session: Session
) -> None:
    text = f"https://example.com/{'long' * 20}"
    session.do(edits.set_field(session.document.tree, "closed", "copy", text, "Copy"))
    session.checking.refresh()
    view(panel).setCurrentIndex(row_of(panel, session, "copy-removed"))
    assert button(panel, "other_fix_button").isVisible()
    assert panel.minimumSizeHint().width() <= 1000


def test_the_list_grows_to_be_read_and_keeps_that_height(panel: ChecksPanel, session: Session) -> None:
    panel.resize(1000, 80)
    shown = view(panel)
    shown.setCurrentIndex(row_of(panel, session, "option-impossible"))
    high = shown.minimumHeight()
    assert high > 100
    shown.setCurrentIndex(row_of(panel, session, "poor-fit"))
    assert shown.minimumHeight() == high
    panel.fold.click()
    panel.fold.click()
    assert shown.minimumHeight() < high


def test_the_focus_stays_with_the_findings_when_one_is_mended(
    qtbot: QtBot, panel: ChecksPanel, session: Session
) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    shown, fix = view(panel), button(panel, "fix_button")
    without = next(finding.rule for finding in session.checking.findings if not finding.fix)
    shown.setCurrentIndex(row_of(panel, session, "copy-removed"))
    fix.setFocus()
    shown.setCurrentIndex(row_of(panel, session, without))
    assert not fix.isVisible()
    assert shown.hasFocus()


def test_the_focus_stays_in_the_panel_when_the_last_finding_is_mended(
    qtbot: QtBot, session: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = QWidget()
    field, panel = QLineEdit(), ChecksPanel(session, theme)
    row = QVBoxLayout(around)
    row.addWidget(panel)
    row.addWidget(field)
    qtbot.addWidget(around)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    view(panel).setCurrentIndex(row_of(panel, session, "copy-removed"))
    button(panel, "fix_button").setFocus()
    monkeypatch.setattr(session.checking, "_check", nothing_found)
    QTest.keyClick(button(panel, "fix_button"), Qt.Key.Key_Space)
    session.checking.refresh()
    assert panel.fold.hasFocus()


def test_the_panel_folds(panel: ChecksPanel) -> None:
    panel.fold.click()
    assert not view(panel).isVisible()
    assert panel.minimumSizeHint().height() < 80
    assert panel.fold.toolTip() == panel.fold.accessibleName() == "Show the checks"
    panel.fold.click()
    assert view(panel).isVisible()


def test_the_focus_stays_in_the_panel_when_it_folds(panel: ChecksPanel) -> None:
    panel.activateWindow()
    view(panel).setFocus()
    panel.fold.setChecked(True)
    assert panel.fold.hasFocus()


def test_the_head_is_as_high_with_a_fix_as_without(panel: ChecksPanel, session: Session) -> None:
    heads = set()
    for row in range(view(panel).model().rowCount()):
        view(panel).setCurrentIndex(view(panel).model().index(row, 0))
        heads.add(panel.minimumSizeHint().height() - view(panel).minimumHeight())
    assert len(heads) == 1


def test_a_badge_shows_its_findings_where_the_panel_is_folded(panel: ChecksPanel) -> None:
    panel.fold.click()
    QTest.mouseClick(badge(panel, Severity.ERROR), LEFT)
    assert view(panel).isVisible()
    assert not panel.fold.isChecked()
    panel.fold.click()
    QTest.mouseClick(badge(panel, Severity.ERROR), LEFT)
    assert panel.fold.isChecked()


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
