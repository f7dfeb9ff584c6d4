"""Lanes side by side: which is the current one, what a click means, and where the keys go on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.plan import Channel, Plan
from planner.gui.board.cards import Card
from planner.gui.board.delegate import PAD, lay
from planner.gui.board.lane import LaneView
from planner.gui.board.view import BoardView, Lane
from planner.gui.session import Session
from planner.gui.theme import scaled
from planner.gui.window import Window
from tests.gui.conftest import FakeAsk, lanes


@pytest.fixture
def plan(plan: Plan, platforms: list[str]) -> Plan:
    """Two phases: in the first one channel, in the second twelve."""
    first, second = plan.phases[:2]
    many = tuple(Channel(id=f"b{n}", platform=platforms[n]) for n in range(12))
    return replace(plan, phases=(replace(first, channels=first.channels[:1]), replace(second, channels=many)))


@pytest.fixture
def board(qtbot: QtBot, window: Window) -> BoardView:
    window.resize(1280, 600)
    found = window.findChild(BoardView)
    assert found
    qtbot.waitUntil(lambda: cards(found, "b").verticalScrollBar().maximum() > 0)
    return found


def lane(board: BoardView, phase: str) -> Lane:
    found = board.lane(phase)
    assert found
    return found


def cards(board: BoardView, phase: str) -> LaneView:
    return lane(board, phase).cards


def marked(board: BoardView, session: Session) -> list[str]:
    return [p.id for p in session.plan.phases if lane(board, p.id).property("current") == "true"]


def test_a_click_in_a_lane_that_is_scrolled_down_selects_the_card_under_it(
    board: BoardView, session: Session
) -> None:
    cards(board, "a").setFocus()
    seen, bar = cards(board, "b"), cards(board, "b").verticalScrollBar()
    bar.setValue(bar.maximum())
    last = seen.visualRect(board.model.index_of("b11")).center()
    QTest.mouseClick(seen.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)
    assert session.selection == ["b11"]
    assert bar.value() == bar.maximum()


def test_the_keys_go_on_in_the_lane_to_which_a_card_was_moved(
    board: BoardView, window: Window, session: Session, qapp: QApplication
) -> None:
    seen = cards(board, "b")
    place = seen.visualRect(board.model.index_of("b0")).center()
    QTest.mouseClick(seen.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    seen.setFocus()
    window.actions_table["earlier"].trigger()
    assert lanes(session)["a"] == ["b0", "a0"]
    assert qapp.focusWidget() is cards(board, "a")
    assert cards(board, "a").currentIndex() == board.model.index_of("b0")
    QTest.keyClick(cards(board, "a"), Qt.Key.Key_Down)
    assert session.selection == ["a0"]


def test_the_current_phase_is_marked_and_named_by_what_would_remove_it(
    board: BoardView, window: Window, session: Session
) -> None:
    remove = window.actions_table["remove_phase"]
    assert marked(board, session) == ["a"]
    assert remove.text() == "Remove &phase: Foundation"
    cards(board, "b").setFocus()
    assert marked(board, session) == ["b"]
    assert remove.text() == "Remove &phase: Launch"
    remove.trigger()
    assert list(lanes(session)) == ["a"]
    assert marked(board, session) == ["a"]
    assert remove.text() == "Remove &phase: Foundation"


def test_a_phase_that_was_added_comes_into_view_and_is_the_current_one(
    qtbot: QtBot, board: BoardView, window: Window, session: Session, ask: FakeAsk
) -> None:
    ask.words = "And & after"
    for _ in range(8):
        window.actions_table["add_phase"].trigger()
    last = session.plan.phases[-1]
    assert session.current_phase == last
    assert marked(board, session) == [last.id]
    assert window.actions_table["remove_phase"].text() == "Remove &phase: And && after"

    def is_seen() -> bool:
        left = lane(board, last.id).mapTo(board.viewport(), QPoint())
        return left.x() >= 0 and left.x() + lane(board, last.id).width() <= board.viewport().width()

    qtbot.waitUntil(is_seen)


def test_the_phase_of_the_selected_card_is_the_current_one_and_the_keys_come_back_to_it(
    board: BoardView, window: Window, session: Session, qapp: QApplication
) -> None:
    session.select(["b3"])
    assert marked(board, session) == ["b"]
    cards(board, "b").setFocus()
    window.actions_table["find"].trigger()
    window.actions_table["next_panel"].trigger()
    assert qapp.focusWidget() is cards(board, "b")
    assert marked(board, session) == ["b"]


def test_the_arrow_keys_go_to_the_lanes_beside(
    board: BoardView, session: Session, qapp: QApplication
) -> None:
    session.select(["b5"])
    cards(board, "b").setFocus()
    QTest.keyClick(cards(board, "b"), Qt.Key.Key_Left)
    assert (session.selection, qapp.focusWidget()) == (["a0"], cards(board, "a"))
    QTest.keyClick(cards(board, "a"), Qt.Key.Key_Left)
    assert session.selection == ["a0"]
    QTest.keyClick(cards(board, "a"), Qt.Key.Key_Right)
    assert (session.selection, session.current_phase) == (["b0"], session.plan.phases[1])


def test_lanes_stand_side_by_side_however_wide_the_window_is(board: BoardView, window: Window) -> None:
    window.resize(2560, 900)
    QApplication.processEvents()
    first, second = lane(board, "a"), lane(board, "b")
    assert second.x() - first.geometry().right() < 20


@pytest.mark.parametrize("larger", [1.0, 1.25, 1.5])
def test_no_word_of_a_name_is_broken_in_a_narrow_lane_however_large_the_letters_are(
    qtbot: QtBot, board: BoardView, window: Window, session: Session, qapp: QApplication, larger: float
) -> None:
    before = qapp.font()
    font = scaled(before, larger)
    words = {word for platform in session.catalog.platforms.values() for word in platform.name.split()}
    qapp.setFont(font)
    try:
        window.resize(900, 600)
        session.new(replace(session.plan, id="larger"))
        qtbot.waitUntil(lambda: cards(board, "b").verticalScrollBar().maximum() > 0)
        lane(board, "b").setMaximumWidth(lane(board, "b").minimumWidth())
        QApplication.processEvents()
        room = cards(board, "b").viewport().width() - 2 - 2 * PAD
        card = Card("N", "#336699", "", "", "", ())
        assert [w for w in words if len(lay(replace(card, name=w), room, font).name) > 1] == []
    finally:
        qapp.setFont(before)
