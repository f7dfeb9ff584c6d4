"""What the tests of the checks panel share: the panel, and where things are in it."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.gui.checks.delegate import fix_rect
from planner.gui.checks.list import FindingList
from planner.gui.checks.model import FINDING
from planner.gui.checks.panel import ChecksPanel
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import full_session


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, theme: Theme) -> ChecksPanel:
    return shown_panel(qtbot, session, theme)


def shown_panel(qtbot: QtBot, session: Session, theme: Theme) -> ChecksPanel:
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


def button(panel: ChecksPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def fix_at(panel: ChecksPanel, index: QModelIndex) -> QPoint:
    """Where a row's fix can be clicked."""
    view(panel).scrollTo(index)
    return fix_rect(view(panel).visualRect(index), index.data(FINDING), view(panel).font()).center()
