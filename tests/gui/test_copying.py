"""Cards are cut, copied and pasted by the keys of every program, and words stay words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.plan import Plan
from planner.gui.board.lane import LaneView
from planner.gui.board.view import BoardView
from planner.gui.parts.record_list import RecordList
from planner.gui.platforms.panel import SearchField
from planner.gui.session import Session
from planner.gui.window import Window
from tests.gui.conftest import lanes

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def active(qtbot: QtBot, window: Window) -> None:
    QApplication.clipboard().clear()
    window.activateWindow()
    qtbot.waitActive(window)


def cards(window: Window, phase: str) -> LaneView:
    board = window.findChild(BoardView)
    lane = board.lane(phase) if board else None
    assert lane
    lane.cards.setFocus()
    return lane.cards


def platforms_in(session: Session, phase: int) -> list[str]:
    return [channel.platform for channel in session.plan.phases[phase].channels]


def test_copied_cards_are_pasted_behind_the_selected_one(window: Window, session: Session) -> None:
    session.select(["a2", "a0"])
    QTest.keyClick(cards(window, "a"), Qt.Key.Key_C, CTRL)
    session.select(["b0"])
    QTest.keyClick(cards(window, "b"), Qt.Key.Key_V, CTRL)
    first, last = (session.plan.phases[0].channels[row].platform for row in (0, 2))
    assert platforms_in(session, 1)[1:] == [first, last]
    assert session.selection == lanes(session)["b"][1:]
    assert len(session.plan.phases[0].channels) == 3
    assert session.stack.undoText() == "Paste 2 channels into Launch"


def test_what_was_cut_is_pasted_into_an_empty_lane_and_undone(window: Window, session: Session) -> None:
    platform = session.plan.phases[0].channels[1].platform
    session.select(["a1"])
    QTest.keyClick(cards(window, "a"), Qt.Key.Key_X, CTRL)
    assert lanes(session)["a"] == ["a0", "a2"]
    QTest.keyClick(cards(window, "c"), Qt.Key.Key_V, CTRL)
    assert platforms_in(session, 2) == [platform]
    for _ in range(2):
        session.stack.undo()
    assert lanes(session) == {"a": ["a0", "a1", "a2"], "b": ["b0"], "c": []}


def test_in_a_text_the_keys_copy_words(window: Window, session: Session) -> None:
    session.select(["a0"])
    search = window.findChild(SearchField)
    assert search
    search.setText("salt")
    search.setFocus()
    search.selectAll()
    QTest.keyClick(search, Qt.Key.Key_X, CTRL)
    assert QApplication.clipboard().text() == "salt"
    assert lanes(session)["a"] == ["a0", "a1", "a2"]


def test_in_the_list_of_platforms_the_keys_leave_the_board_alone(window: Window, session: Session) -> None:
    session.select(["a0"])
    listed = window.findChild(QWidget, "platform_list")
    assert listed
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_X, CTRL)
    assert lanes(session)["a"] == ["a0", "a1", "a2"]


def test_other_programs_get_the_names(window: Window, session: Session) -> None:
    session.select(["a0", "a1"])
    window.commands.copy()
    names = [session.catalog.platforms[each].name for each in platforms_in(session, 0)[:2]]
    assert QApplication.clipboard().text() == "\n".join(names)


@pytest.mark.parametrize("text", ["", "words"])
def test_there_may_be_nothing_to_paste(window: Window, session: Session, text: str) -> None:
    QApplication.clipboard().setText(text)
    window.commands.paste()
    assert window.statusBar().currentMessage().startswith("There is no channel to paste")
    assert session.stack.count() == 0


def test_another_plan_does_not_get_what_was_copied_in_the_one_before(
    window: Window, session: Session, plan: Plan
) -> None:
    session.select(["a0"])
    window.commands.copy()
    session.new(plan)
    window.commands.paste()
    assert session.stack.count() == 0


def test_the_copies_are_selected_after_duplicating(window: Window, session: Session) -> None:
    session.select(["a0"])
    window.commands.duplicate()
    assert session.selection == [lanes(session)["a"][1]]


def test_delete_takes_a_card_out_only_where_the_keys_are_at_the_cards(
    window: Window, session: Session
) -> None:
    session.select(["a0"])
    for name in ("platform_list", "finding_list", "inspector_tabs"):
        part = window.findChild(QWidget, name)
        assert part
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Delete)
        assert lanes(session)["a"] == ["a0", "a1", "a2"]
    QTest.keyClick(cards(window, "a"), Qt.Key.Key_Delete)
    assert lanes(session)["a"] == ["a1", "a2"]


def test_delete_in_the_list_of_activities_takes_out_the_activity(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    session.do(edits.add_activity(session.document.tree, "a0"))
    session.reveal.emit("a0", "activities")
    listed = window.findChild(RecordList, "activity_list")
    assert listed
    qtbot.waitUntil(listed.isVisible)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert lanes(session)["a"] == ["a0", "a1", "a2"]
    assert not session.plan.phases[0].channels[0].activities
