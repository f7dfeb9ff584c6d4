"""Keys are for what has the focus before they are for the board."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.gui.parts.choice import Choice
from planner.gui.session import Session
from planner.gui.window import Window
from tests.gui.conftest import lanes


def test_alt_and_the_arrow_down_open_a_choice_and_move_no_card(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    session.select(["a0"])
    session.reveal.emit("a0", "overview")
    stance = window.findChild(Choice, "stance_of_a0")
    assert stance
    qtbot.waitUntil(stance.isVisible)
    stance.setFocus()
    QTest.keyClick(stance, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert stance.view().isVisible()
    assert lanes(session)["a"] == ["a0", "a1", "a2"]
    stance.hidePopup()
