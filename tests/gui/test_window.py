"""The whole window: what is dropped, typed and clicked becomes edits, and no change is lost unasked."""

from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.app.panels import panels
from planner.core import edits
from planner.core.plan import Plan
from planner.gui.actions import ACTIONS
from planner.gui.ask import Answer
from planner.gui.board.lane import LaneView
from planner.gui.board.view import BoardView
from planner.gui.dialogs.suggest import SuggestDialog
from planner.gui.drags import CHANNELS, PLATFORMS, pack
from planner.gui.filing import Template
from planner.gui.memory import Memory
from planner.gui.platforms.panel import PlatformPanel
from planner.gui.session import Session
from planner.gui.tab_order import first_stop
from planner.gui.theme import Scheme, Theme
from planner.gui.window import Window
from planner.storage.templates import SAMPLE, new_plan
from tests.gui.conftest import FakeAsk, FakeFiles, lanes

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def lane(window: Window, phase: str) -> LaneView:
    found = child(window, BoardView).lane(phase)
    assert found
    return found.cards


def child(window: QWidget, kind: type[W], name: str = "") -> W:
    """The widget of a kind, and of a name where one is given."""
    found = window.findChild(kind, name) if name else window.findChild(kind)
    assert isinstance(found, kind)
    return found


def press(window: Window, shortcut: str) -> None:
    """Do what a shortcut does (offscreen, no window is surely the active one)."""
    row = next(row for row in ACTIONS if row.shortcut == shortcut)
    window.actions_table[row.id].trigger()


class Shown(QObject):
    """Remembers which windows were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_no_window_is_shown_that_nobody_asked_for(qtbot: QtBot, window: Window, qapp: QApplication) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    for place in ("overview", "tracking", "activities", "copy", "notes"):
        window.session.select(["a0"])
        window.session.reveal.emit("a0", place)
    window.session.reveal.emit(window.session.plan.id, "brief")
    press(window, "Ctrl+G")
    qtbot.waitUntil(lambda: bool(shown.windows))
    qapp.removeEventFilter(shown)
    assert [type(each) for each in shown.windows] == [SuggestDialog]


def test_suggested_channels_come_by_key_and_by_the_button_of_an_empty_plan(window: Window) -> None:
    session = window.session
    session.do(edits.add_phase(session.document.tree, "Launch"))
    before = session.plan
    press(window, "Ctrl+G")
    dialog = child(window, SuggestDialog)
    child(dialog, QPushButton, "add_suggested").click()
    assert len(session.plan.channels) > len(before.channels)
    session.stack.undo()
    assert session.plan == before
    window.session.reveal.emit(session.plan.id, "suggest")
    assert [each for each in window.findChildren(SuggestDialog) if each is not dialog]


def drop_on(widget: QWidget, mime: QMimeData, at: QPoint) -> bool:
    """Enter, move and drop as the window system does."""
    place = QPointF(at)
    enter = QDragEnterEvent(place, BOTH, mime, LEFT, PLAIN)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(place, BOTH, mime, LEFT, PLAIN)
    move.setAccepted(enter.isAccepted())
    QApplication.sendEvent(widget, move)
    if not move.isAccepted():
        return False
    drop = QDropEvent(place, BOTH, mime, LEFT, PLAIN)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted()


def test_platforms_are_dropped_into_an_empty_lane(
    window: Window, session: Session, platforms: list[str]
) -> None:
    mime = pack(PLATFORMS, platforms[5:7])
    assert drop_on(lane(window, "c").viewport(), mime, QPoint(20, 20))
    assert [channel.platform for channel in session.plan.phases[2].channels] == platforms[5:7]


def test_channels_are_dropped_above_the_card_under_the_pointer(window: Window, session: Session) -> None:
    cards = lane(window, "a")
    second = cards.visualRect(cards.model().index(1, 0, cards.rootIndex()))
    mime = pack(CHANNELS, ["b0"])
    assert drop_on(cards.viewport(), mime, second.center() - QPoint(0, 5))
    assert lanes(session)["a"] == ["a0", "b0", "a1", "a2"]
    mime = pack(CHANNELS, ["a0", "a1"])
    assert drop_on(cards.viewport(), mime, QPoint(20, cards.viewport().height() - 2))
    assert lanes(session)["a"] == ["b0", "a2", "a0", "a1"]


def test_foreign_data_is_not_taken(window: Window, session: Session) -> None:
    mime = QMimeData()
    mime.setText("a0")
    assert not drop_on(lane(window, "c").viewport(), mime, QPoint(20, 20))


def test_clicking_selects_for_the_session_and_back(window: Window, session: Session) -> None:
    cards = lane(window, "a")
    place = cards.visualRect(cards.model().index(1, 0, cards.rootIndex())).center()
    QTest.mouseClick(cards.viewport(), LEFT, PLAIN, place)
    assert session.selection == ["a1"]
    assert session.current_phase is session.plan.phases[0]
    session.select(["b0"])
    assert [i.row() for i in lane(window, "b").selectedIndexes()] == [0]
    assert not cards.selectedIndexes()


def test_the_mouse_starts_a_drag(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = lane(window, "a")
    started: list[int] = []
    monkeypatch.setattr(cards, "startDrag", lambda _actions: started.append(1), raising=False)
    place = cards.visualRect(cards.model().index(0, 0, cards.rootIndex())).center()
    QTest.mousePress(cards.viewport(), LEFT, PLAIN, place)
    for step in (20, 40):
        QTest.mouseMove(cards.viewport(), place + QPoint(step, 5))
    QTest.mouseRelease(cards.viewport(), LEFT, PLAIN, place)
    assert started == [1]


def test_shortcuts_move_and_remove_channels(window: Window, session: Session) -> None:
    session.select(["a1"])
    press(window, "Alt+Up")
    assert lanes(session)["a"] == ["a1", "a0", "a2"]
    press(window, "Alt+Right")
    assert lanes(session)["b"] == ["a1", "b0"]
    press(window, "Del")
    assert lanes(session) == {"a": ["a0", "a2"], "b": ["b0"], "c": []}
    for _ in range(3):
        press(window, "Ctrl+Z")
    assert lanes(session)["a"] == ["a0", "a1", "a2"]


def test_enter_adds_the_platform_that_was_searched(window: Window, session: Session) -> None:
    session.work_in("c")
    search = child(window, QLineEdit, "platform_search")
    name = session.catalog.platforms[session.plan.phases[0].channels[0].platform].name
    search.setText(name.upper())
    QTest.keyClick(search, Qt.Key.Key_Return)
    found = child(window, QListView, "platform_list")
    assert found.currentIndex().data() is not None
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert len(session.plan.phases[2].channels) == 1


def test_a_search_for_nothing_says_so(window: Window) -> None:
    child(window, QLineEdit, "platform_search").setText("no platform is called this")
    assert child(window, QLabel, "platforms_empty").isVisibleTo(window)
    child(window, QLineEdit, "platform_search").clear()
    assert not child(window, QLabel, "platforms_empty").isVisibleTo(window)


def test_the_title_follows_the_plan_and_its_changes(window: Window, session: Session) -> None:
    assert window.windowTitle().startswith("The Salt Road")
    assert not window.isWindowModified()
    session.do(edits.set_field(session.document.tree, "plan", "title", "Other", "Set title"))
    assert window.windowTitle().startswith("Other")
    assert window.isWindowModified()


@pytest.mark.parametrize(
    ("answer", "closes"), [(Answer.CANCEL, False), (Answer.DISCARD, True), (Answer.SAVE, True)]
)
def test_closing_asks_before_changes_are_lost(
    window: Window,
    session: Session,
    ask: FakeAsk,
    files: FakeFiles,
    answer: Answer,
    closes: bool,
) -> None:
    session.do(edits.remove(session.document.tree, ["a0"]))
    ask.answer, ask.path = answer, Path("x.frontlist")
    assert window.close() is closes
    assert ask.asked[0] == "save The Salt Road"
    assert (Path("x.frontlist") in files.plans) is (answer is Answer.SAVE)


def test_what_could_not_be_saved_or_opened_is_told_in_a_dialog(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles, qtbot: QtBot
) -> None:
    session.do(edits.remove(session.document.tree, ["a0"]))
    ask.answer, ask.path, files.refuse = Answer.SAVE, Path("x.frontlist"), "the disk is full"
    assert not window.close()
    qtbot.waitUntil(lambda: ask.asked[-1] == "The disk is full.")
    assert session.modified
    session.stack.setClean()
    window.filing.open_path(Path("gone.frontlist"))
    qtbot.waitUntil(lambda: ask.asked[-1] == "“gone.frontlist” is not there.")


def test_a_dropped_file_is_opened(
    window: Window, session: Session, files: FakeFiles, qtbot: QtBot, tmp_path: Path, memory: Memory
) -> None:
    path = tmp_path / "plan 小红书.frontlist"
    files.plans[path] = session.plan
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(session.opened):
        assert drop_on(window, mime, QPoint(300, 60))
    assert session.path == path
    assert memory.recent == [path]


def test_every_action_has_its_slot_and_no_shortcut_but_its_own() -> None:
    shortcuts = [each for row in ACTIONS if row.shortcut for each in row.shortcut.split("; ")]
    assert len(set(shortcuts)) == len(shortcuts)


def test_undo_says_what_it_would_undo(window: Window, session: Session) -> None:
    undo = window.actions_table["undo"]
    assert not undo.isEnabled()
    session.do(edits.rename_phase(session.document.tree, "a", "Salt & spice"))
    assert undo.isEnabled()
    assert undo.toolTip() == "Undo: Rename phase to Salt & spice"


def test_a_phase_is_added_and_renamed(window: Window, session: Session, ask: FakeAsk) -> None:
    ask.words = "Echo"
    window.actions_table["add_phase"].trigger()
    assert session.plan.phases[-1].name == "Echo"
    session.work_in("a")
    ask.words = "First"
    window.actions_table["rename_phase"].trigger()
    assert session.plan.phases[0].name == "First"
    ask.words = None
    window.actions_table["rename_phase"].trigger()
    assert session.stack.count() == 2


def test_a_phase_without_a_name_is_called_so_everywhere(window: Window, session: Session) -> None:
    session.do(edits.rename_phase(session.document.tree, "b", ""))
    move, add = QMenu(), QMenu()
    window.commands.fill_move_to(move)
    window.fill_add_to(add)
    for menu in (move, add):
        assert [action.text() for action in menu.actions()] == ["Foundation", "Unnamed phase", "Sustain"]
    assert lane(window, "b").accessibleName() == "Unnamed phase: channels"


def test_a_skipped_platform_leaves_the_board_with_its_reason(
    window: Window, session: Session, ask: FakeAsk
) -> None:
    session.select(["a0"])
    ask.words = "No readers there"
    window.actions_table["skip"].trigger()
    assert "a0" not in lanes(session)["a"]
    assert session.plan.skipped[0].reason == "No readers there"


def test_notices_are_shown_until_they_are_dismissed(window: Window, session: Session) -> None:
    notice = child(window, QWidget, "notice")
    assert not notice.isVisible()
    session.notices = ("Written by a newer version.",)
    session.notices_changed.emit()
    assert notice.isVisible()
    child(window, QPushButton, "notice_dismiss").click()
    assert not notice.isVisible()


def test_the_next_panel_gets_the_focus(window: Window) -> None:
    window.actions_table["find"].trigger()
    assert window.focusWidget() is child(window, QLineEdit, "platform_search")
    window.actions_table["next_panel"].trigger()
    assert not child(window, PlatformPanel).isAncestorOf(window.focusWidget())
    assert isinstance(first_stop(child(window, BoardView), QListView), LaneView)


def test_both_themes_can_be_chosen(window: Window, theme: Theme) -> None:
    light = window.grab().toImage()
    theme.choose(Scheme.DARK)
    assert window.grab().toImage() != light


def parts(window: Window) -> tuple[int, int]:
    """How high the views are, and the checks."""
    return child(window, QWidget, "board_frame").height(), child(window, QWidget, "checks_frame").height()


def test_folded_checks_leave_their_room_to_the_board_and_take_it_back(
    window: Window, session: Session, theme: Theme, memory: Memory, plan: Plan, qtbot: QtBot
) -> None:
    child(window, QSplitter, "down").setSizes([400, 260])
    before = parts(window)
    fold = child(window, QToolButton, "checks_fold")
    QTest.mouseClick(fold, LEFT)
    board, checks = parts(window)
    assert checks < 50
    assert board + checks == sum(before)
    session.stack.setClean()
    window.close()
    later = Window(theme, memory)
    qtbot.addWidget(later)
    later.furnish(
        session, panels(Documents(memory), memory), lambda: (Template("Empty plan", lambda: plan),), FakeAsk()
    )
    with qtbot.waitSignal(later.finished):
        later.show()
    qtbot.waitUntil(lambda: parts(later) == (board, checks))
    QTest.mouseClick(child(later, QToolButton, "checks_fold"), LEFT)
    assert parts(later) == before
    assert not memory.height_before_folding


def test_the_brief_is_shown(window: Window) -> None:
    child(window, QToolButton, "view_brief").click()
    assert child(window, QWidget, "brief_frame").isVisible()
    assert not child(window, QWidget, "board_frame").isVisible()


def test_twenty_cards_and_eight_lanes_scroll(
    window: Window, session: Session, platforms: list[str], qtbot: QtBot
) -> None:
    for name in ("D", "E", "F", "G", "H"):
        session.do(edits.add_phase(session.document.tree, name))
    window.commands.add_platforms(platforms[:20], "c")
    board = child(window, BoardView)
    qtbot.waitUntil(lambda: lane(window, "c").verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() > 0)


@pytest.mark.parametrize("wide", [1360, 1400, 1480])
def test_cards_keep_clear_of_each_other_when_the_theme_changes_behind_another_view(
    window: Window, session: Session, theme: Theme, qtbot: QtBot, wide: int
) -> None:
    window.resize(wide, 900)
    session.new(new_plan(SAMPLE))
    window.show_board()
    qtbot.waitUntil(lambda: lane(window, session.plan.phases[0].id).verticalScrollBar().isVisible())
    window.show_brief()
    theme.choose(Scheme.DARK)
    QApplication.processEvents()
    window.show_board()
    QApplication.processEvents()
    for phase in session.plan.phases:
        cards = lane(window, phase.id)
        model = cards.model()
        rects = [cards.visualRect(model.index(row, 0, cards.rootIndex())) for row in range(cards.rows())]
        assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rects))
