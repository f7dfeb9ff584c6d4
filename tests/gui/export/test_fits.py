"""The export dialog is as high as what is in it, and no higher than the screen."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.export.formats import EVERY_READER
from planner.gui.export.dialog import NO_FILE
from planner.gui.parts.fitting_dialog import FRAME
from planner.gui.parts.labels import Words
from planner.gui.session import Session
from tests.gui.export.conftest import Make

LOW_SCREEN = 720


@pytest.mark.parametrize("before", ["self", "tip-sheet", "summary"])
def test_all_sections_are_seen_at_once_where_there_is_room(qtbot: QtBot, make: Make, before: str) -> None:
    dialog = make()
    dialog.options.reader.choose(before)
    qtbot.waitUntil(lambda: not dialog.privacy.finding_out)
    dialog.options.reader.choose(EVERY_READER)
    qtbot.waitUntil(lambda: not dialog.privacy.finding_out)
    QApplication.processEvents()
    assert dialog.body.verticalScrollBar().maximum() == 0
    assert dialog.height() + FRAME < LOW_SCREEN
    heights = {box.visibleRegion().boundingRect().height() for box in dialog.options.boxes.values()}
    assert min(heights) > dialog.fontMetrics().height()


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """Letters so large that the dialog is higher than the screen."""
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(1.6 * before.pointSizeF())
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_letters")
def test_on_a_low_screen_all_can_be_reached_and_the_buttons_stay(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    dialog.options.reader.choose(EVERY_READER)
    qtbot.waitUntil(lambda: not dialog.privacy.finding_out)
    QApplication.processEvents()
    room = dialog.screen().availableGeometry()
    assert dialog.height() + FRAME <= room.height()
    assert dialog.width() <= room.width()
    assert dialog.minimumSizeHint().height() < 600
    assert dialog.body.verticalScrollBar().maximum() > 0
    for name in ("export_start", "export_cancel"):
        button = dialog.findChild(QPushButton, name)
        assert button
        assert dialog.rect().contains(button.geometry())
    dialog.options.kind.setFocus()
    while dialog.focusWidget() is not dialog.open_after:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.open_after.visibleRegion().boundingRect() == dialog.open_after.rect()


def test_a_dialog_that_was_made_lower_stays_so_until_there_is_more_to_show(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    QApplication.processEvents()
    dialog.resize(dialog.width(), 400)
    dialog.path.setText("")
    dialog.export()
    QApplication.processEvents()
    assert (dialog.message.said, dialog.height()) == (NO_FILE, 400)
    dialog.options.reader.choose(EVERY_READER)
    qtbot.waitUntil(lambda: dialog.height() > 400)


def test_a_long_name_ends_with_a_word(qtbot: QtBot, session: Session, make: Make) -> None:
    session.new(replace(session.plan, title="The Extraordinarily Long Chronicle " * 4))
    [title] = [each.text() for each in make().findChildren(Words) if each.text().startswith("Export")]
    assert title == "Export “The Extraordinarily Long Chronicle The Extraordinarily Long…”"
