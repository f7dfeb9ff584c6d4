"""Undo by key in a text: its own typing first, then the plan's edits, and no step that changes nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.plan import Channel
from planner.gui.board.lane import LaneView
from planner.gui.inspector.panel import Inspector
from planner.gui.parts.field import LongText
from planner.gui.parts.marked_text import MarkedText
from planner.gui.parts.plain_text import PlainText
from planner.gui.parts.short_text import ShortText
from planner.gui.session import Session
from planner.gui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Text = PlainText | ShortText


@pytest.fixture(autouse=True)
def renamed(window: Window, session: Session, qtbot: QtBot) -> None:
    """An edit made elsewhere, before anything is typed."""
    session.do(edits.rename_phase(session.document.tree, "c", "Later"))
    session.select(["a0"])
    with qtbot.waitActive(window):
        window.activateWindow()


def text_in(window: Window, kind: type[QWidget], name: str, place: str) -> Text:
    window.session.reveal.emit("a0", place)
    found = window.findChild(Inspector).findChild(kind, name)  # type: ignore[union-attr]
    assert isinstance(found, Text)
    found.setFocus()
    assert found.hasFocus()
    return found


def short(window: Window) -> Text:
    return text_in(window, ShortText, "cadence_of_a0", "overview")


def long(window: Window) -> Text:
    return text_in(window, LongText, "role_of_a0", "overview")


def copy(window: Window) -> Text:
    return text_in(window, MarkedText, "copy_text", "copy")


FIELDS: dict[Callable[[Window], Text], str] = {short: "cadence", long: "role", copy: "copy"}
each = pytest.mark.parametrize("text_of", FIELDS)


def undo(*, anew: bool = False) -> None:
    """Take something back by key, or what was taken back."""
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, Qt.Key.Key_Z, CTRL | SHIFT if anew else CTRL)


def value(session: Session, text_of: Callable[[Window], Text]) -> str:
    return str(getattr(session.document.tree.get("a0", Channel), FIELDS[text_of]))


def phase(session: Session) -> str:
    return session.plan.phases[2].name


@each
def test_typing_is_taken_back_first_and_then_the_edit_before_it(
    window: Window, session: Session, text_of: Callable[[Window], Text]
) -> None:
    QTest.keyClicks(text_of(window), "weekly")
    assert value(session, text_of) == "weekly"
    undo()
    assert value(session, text_of) == ""
    assert session.stack.count() == 1
    assert phase(session) == "Later"
    undo()
    assert phase(session) == "Sustain"
    undo(anew=True)
    assert phase(session) == "Later"
    assert value(session, text_of) == ""
    undo(anew=True)
    assert value(session, text_of) == "weekly"


@each
def test_a_text_that_was_left_or_saved_is_undone_with_the_plan(
    window: Window, session: Session, text_of: Callable[[Window], Text]
) -> None:
    QTest.keyClicks(text_of(window), "weekly")
    session.end_run()
    QTest.keyClicks(text_of(window), " letters")
    undo()
    assert value(session, text_of) == "weekly"
    undo()
    assert value(session, text_of) == ""
    assert phase(session) == "Later"
    undo(anew=True)
    assert value(session, text_of) == "weekly"


def test_nothing_is_left_of_typing_that_was_taken_back(window: Window, session: Session) -> None:
    session.stack.setClean()
    text = short(window)
    QTest.keyClicks(text, "ab")
    assert session.modified
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    assert session.stack.count() == 1
    assert not session.modified


def test_an_account_goes_with_the_value_that_made_it(window: Window, session: Session) -> None:
    platform = session.document.tree.get("a0", Channel).platform
    text = text_in(window, ShortText, f"handle_of_account on {platform}", "overview")
    QTest.keyClicks(text, "@ana")
    account = session.plan.account(platform)
    assert account
    assert account.handle == "@ana"
    session.stack.undo()
    assert not session.plan.accounts
    session.stack.redo()
    assert session.plan.account(platform) == account


def type_in_steps(text: Text) -> None:
    """Type so that the text itself has several steps to take back."""
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClicks(text, "weekly")
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClicks(text, "s ok")


def press(times: int, *, anew: bool = False, held: bool = False) -> None:
    """Press a key so often; ``held``, it comes again before the inspector shows what has changed."""
    for _ in range(times):
        undo(anew=anew)
        if not held:
            QApplication.processEvents()


@each
@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("times", [1, 3, 4, 5, 8])
def test_as_often_anew_as_taken_back_is_the_same_again(
    window: Window, session: Session, text_of: Callable[[Window], Text], times: int, held: bool
) -> None:
    text = text_of(window)
    QTest.keyClicks(text, "so ")
    session.end_run()
    type_in_steps(text)
    before = session.plan
    press(times, held=held)
    assert session.plan != before
    assert times < 5 or phase(session) == "Sustain"
    press(times, anew=True, held=held)
    assert session.plan == before
    assert value(session, text_of) == "so weekls ok"


@pytest.mark.parametrize("held", [False, True])
def test_what_was_typed_in_two_texts_comes_back_with_what_was_done_before(
    window: Window, session: Session, held: bool
) -> None:
    type_in_steps(long(window))
    type_in_steps(short(window))
    before = session.plan
    press(9, held=held)
    assert session.stack.index() == 0
    press(9, anew=True, held=held)
    assert session.plan == before


def test_typing_that_went_into_the_edit_before_it_is_undone_and_comes_anew_with_it(
    window: Window, session: Session
) -> None:
    text = short(window)
    QTest.keyClicks(text, "weekly")
    session.stack.undo()
    QApplication.processEvents()
    session.stack.redo()
    QApplication.processEvents()
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClicks(text, " letters")
    press(1)
    assert value(session, short) == "weekly"
    press(1)
    assert (value(session, short), phase(session)) == ("", "Later")
    press(1, anew=True)
    assert value(session, short) == "weekly letters"


def test_typing_of_which_no_edit_comes_is_kept_by_its_text_while_more_is_undone(
    window: Window, session: Session
) -> None:
    text = short(window)
    QTest.keyClicks(text, "weekly")
    for _ in "weekly":
        QTest.keyClick(text, Qt.Key.Key_Backspace)
    while text.can_undo():
        press(1)
    press(1)
    assert (value(session, short), phase(session)) == ("", "Sustain")
    press(1, anew=True)
    assert (value(session, short), phase(session)) == ("", "Later")
    press(1, anew=True)
    assert value(session, short) == "weekly"


def leave(window: Window) -> None:
    """Go to the cards, as a click among them does."""
    lane = window.findChild(LaneView)
    assert lane
    lane.setFocus()


@each
@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_was_taken_back_comes_anew_after_its_text_was_left(
    window: Window, session: Session, text_of: Callable[[Window], Text], times: int
) -> None:
    session.stack.setClean()
    text = text_of(window)
    type_in_steps(text)
    press(times)
    left = value(session, text_of)
    assert left != "weekls ok"
    leave(window)
    assert not text.hasFocus()
    assert value(session, text_of) == left
    assert session.modified == bool(left)
    undo(anew=True)
    assert value(session, text_of) == "weekls ok"
    session.stack.undo()
    assert value(session, text_of) == left


def test_what_was_done_or_undone_later_comes_before_it(window: Window, session: Session) -> None:
    QTest.keyClicks(short(window), "weekly")
    press(1)
    leave(window)
    session.do(edits.rename_phase(session.document.tree, "c", "Much later"))
    assert not session.stack.canRedo()
    QTest.keyClicks(short(window), "weekly")
    press(1)
    session.stack.undo()
    leave(window)
    undo(anew=True)
    assert (value(session, short), phase(session)) == ("", "Much later")


def test_redo_has_the_keys_of_every_system(window: Window, session: Session) -> None:
    leave(window)
    for key, held in ((Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)):
        undo()
        assert phase(session) == "Sustain"
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, key, held)
        assert phase(session) == "Later"
