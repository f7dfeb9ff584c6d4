"""A double click on findings does what its first click does, once."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.gui.checks.panel import ChecksPanel
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.checks.conftest import button, fix_at, row_of, shown_panel, view
from tests.gui.samples import full_session

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def again(widget: QWidget, at: QPoint) -> None:
    """The second click of a double click, after what the first has done is shown."""
    place, under = QPointF(at), QPointF(widget.mapToGlobal(at))
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(widget, QMouseEvent(kind, place, under, LEFT, LEFT, PLAIN))


def old_facts(session: Session) -> list[str]:
    return [finding.subject for finding in session.checking.findings if finding.rule == "stale-fact"]


@pytest.fixture
def aged(qtbot: QtBot, catalog: Catalog, theme: Theme) -> tuple[ChecksPanel, Session]:
    session = full_session(catalog, today=date(2031, 1, 1))
    made = shown_panel(qtbot, session, theme)
    assert len(old_facts(session)) > 1
    return made, session


def test_a_double_click_on_the_button_vouches_for_one_fact_only(aged: tuple[ChecksPanel, Session]) -> None:
    panel, session = aged
    before = len(old_facts(session))
    view(panel).setCurrentIndex(row_of(panel, session, "stale-fact"))
    fix = button(panel, "fix_button")
    QTest.mouseClick(fix, LEFT)
    session.checking.refresh()
    assert fix.text() == "I checked it today"
    again(fix, fix.rect().center())
    session.checking.refresh()
    assert len(old_facts(session)) == before - 1


def test_a_double_click_in_a_row_vouches_for_one_fact_only(aged: tuple[ChecksPanel, Session]) -> None:
    panel, session = aged
    before = len(old_facts(session))
    at = fix_at(panel, row_of(panel, session, "stale-fact"))
    QTest.mouseClick(view(panel).viewport(), LEFT, pos=at)
    session.checking.refresh()
    again(view(panel).viewport(), at)
    session.checking.refresh()
    assert len(old_facts(session)) == before - 1


def test_a_double_click_goes_where_its_first_click_has_led(panel: ChecksPanel, session: Session) -> None:
    seen: list[str] = []
    session.pointed.connect(lambda finding: seen.append(finding.rule))
    shown = view(panel)
    shown.setCurrentIndex(row_of(panel, session, "option-impossible"))
    shown.executeDelayedItemsLayout()
    at = shown.visualRect(row_of(panel, session, "copy-removed")).center()
    QTest.mouseClick(shown.viewport(), LEFT, pos=at)
    QTest.qWait(50)
    assert shown.indexAt(at) != shown.currentIndex()
    again(shown.viewport(), at)
    assert seen == ["copy-removed"]
