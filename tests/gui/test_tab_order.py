"""The Tab key goes through the window from left to right, and focus is never lost or stranded."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.board.lane import LaneView
from planner.gui.dialogs.suggest import SuggestDialog
from planner.gui.inspector.panel import Inspector
from planner.gui.parts.field import LongText
from planner.gui.parts.scroll import Column
from planner.gui.parts.tick import TickBox
from planner.gui.session import Session
from planner.gui.tab_order import stops_in
from planner.gui.theme import Theme
from planner.gui.window import Window

PLACES = ("top_bar", "platforms", "board", "inspector", "checks")


def place_of(widget: QWidget | None) -> str:
    """The part of the window that a widget stands in."""
    while widget is not None and widget.objectName() not in PLACES:
        widget = widget.parentWidget()
    return widget.objectName() if widget else ""


def focused(qapp: QApplication) -> QWidget:
    found = qapp.focusWidget()
    assert found
    return found


def names_along(qapp: QApplication, key: Qt.Key) -> list[QWidget]:
    """Where the focus is after each press of a key, until it is where it began."""
    begun = focused(qapp)
    found = [begun]
    while True:
        QTest.keyClick(focused(qapp), key)
        if focused(qapp) is begun:
            return found
        assert focused(qapp) not in found
        found.append(focused(qapp))


@pytest.fixture
def begun(qtbot: QtBot, window: Window, session: Session, qapp: QApplication) -> Window:
    window.activateWindow()
    session.select(["a0"])
    qtbot.waitUntil(lambda: isinstance(qapp.focusWidget(), LaneView))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(LongText)))
    return window


def test_the_focus_is_on_the_board_at_the_start(begun: Window, qapp: QApplication) -> None:
    assert place_of(focused(qapp)) == "board"


def test_tab_goes_from_part_to_part_and_to_the_inspector_s_tabs_before_their_fields(
    begun: Window, qapp: QApplication
) -> None:
    around = names_along(qapp, Qt.Key.Key_Tab)
    places = list(dict.fromkeys(map(place_of, around)))
    assert places == ["board", "inspector", "checks", "top_bar", "platforms"]
    inside = [type(each) for each in around if place_of(each) == "inspector"]
    assert inside[: inside.index(LongText)].count(QPushButton) == 1
    back = names_along(qapp, Qt.Key.Key_Backtab)
    assert back[1:] == around[:0:-1]


@pytest.mark.parametrize("place", ["overview", "tracking"])
def test_tab_goes_down_in_the_inspector(
    begun: Window, session: Session, qapp: QApplication, qtbot: QtBot, place: str
) -> None:
    inspector = begun.findChild(Inspector)
    assert inspector
    session.reveal.emit("a0", place)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in inspector.findChildren(TickBox)))
    qtbot.wait(50)
    [column] = [each for each in inspector.findChildren(Column) if each.isVisible()]
    stops = [each for each in stops_in(column.inside) if isinstance(each, TickBox | QPushButton | QLineEdit)]
    heights = [each.mapTo(column.inside, QPoint()).y() for each in stops]
    assert len(heights) > 5
    assert heights == sorted(heights)


def test_where_the_view_changes_the_focus_goes_along(
    begun: Window, session: Session, qapp: QApplication, qtbot: QtBot
) -> None:
    begun.actions_table["brief"].trigger()
    qtbot.waitUntil(lambda: focused(qapp).isVisible() and place_of(focused(qapp)) == "")
    begun.actions_table["board"].trigger()
    assert place_of(focused(qapp)) == "board"
    session.new(session.plan)
    qtbot.waitUntil(lambda: place_of(focused(qapp)) == "board")
    assert isinstance(focused(qapp), LaneView)


def test_the_keys_are_on_the_pages_of_the_preview_and_choose_no_other_reader(
    begun: Window, qapp: QApplication, qtbot: QtBot
) -> None:
    begun.actions_table["preview"].trigger()
    assert focused(qapp).objectName() == "preview_pages"
    begun.search()
    begun.next_panel()
    assert place_of(focused(qapp)) == "inspector"
    for _ in range(4):
        begun.next_panel()
    assert focused(qapp).objectName() == "preview_pages"


def test_a_notice_is_reached_and_dismissed_by_keys(
    begun: Window, session: Session, qapp: QApplication
) -> None:
    session.notices = ("Written by a newer version.",)
    session.notices_changed.emit()
    begun.actions_table["next_panel"].trigger()
    while focused(qapp).objectName() != "notice_dismiss":
        begun.actions_table["next_panel"].trigger()
        assert not isinstance(focused(qapp), LaneView)
    assert focused(qapp) in names_along(qapp, Qt.Key.Key_Tab)
    QTest.keyClick(focused(qapp), Qt.Key.Key_Space)
    notice = begun.findChild(QWidget, "notice")
    assert notice
    assert not notice.isVisible()
    assert isinstance(focused(qapp), LaneView)


def test_after_suggestions_the_keys_are_on_the_board_and_change_no_field(
    begun: Window, session: Session, qapp: QApplication, qtbot: QtBot
) -> None:
    begun.actions_table["suggest"].trigger()
    dialog = begun.findChild(SuggestDialog)
    assert dialog
    add = dialog.findChild(QPushButton, "add_suggested")
    assert add
    add.click()
    qtbot.waitUntil(lambda: qapp.activeModalWidget() is None and isinstance(qapp.focusWidget(), LaneView))


def test_the_search_is_that_of_what_is_shown(begun: Window, qapp: QApplication) -> None:
    begun.actions_table["find"].trigger()
    assert focused(qapp).objectName() == "platform_search"


@pytest.mark.parametrize("forward", [True, False])
def test_all_of_a_text_comes_into_view_and_not_only_its_caret(
    qtbot: QtBot, theme: Theme, qapp: QApplication, *, forward: bool
) -> None:
    column = Column()
    qtbot.addWidget(column)
    texts = [LongText(5) for _ in range(6)]
    column.add(*texts)
    column.resize(300, 260)
    with qtbot.waitActive(column):
        column.show()
        column.activateWindow()
    texts[-1 if forward else 0].setFocus()
    for _ in texts:
        QTest.keyClick(focused(qapp), Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab)
        text = focused(qapp)
        place = QRect(text.mapTo(column.viewport(), QPoint()), text.size())
        assert column.viewport().rect().contains(place)
