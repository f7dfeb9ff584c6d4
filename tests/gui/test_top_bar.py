"""The bar above everything says what is open and whether it is saved, in whatever room there is."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.gui.window import Window


def test_in_little_room_it_says_whether_the_plan_is_saved_and_leaves_out_its_kind(
    window: Window, qtbot: QtBot
) -> None:
    state = window.findChild(QLabel, "plan_state")
    assert state
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: state.text() == "launch plan · new")
    window.resize(640, 800)
    qtbot.waitUntil(lambda: state.text() == "new")
    around = state.parentWidget()
    assert around
    qtbot.waitUntil(lambda: around.rect().contains(state.geometry()))
    assert state.toolTip() == "launch plan · new"
