"""The names of all pages are seen, whatever room there is, and keys go from one to the next."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.parts.labels import Words
from planner.gui.parts.scroll import Column
from planner.gui.parts.tabs import Tabs

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("Overview", "Tracking", "Activities", "Copy", "Notes")


@pytest.fixture
def tabs(qtbot: QtBot) -> Tabs:
    made = Tabs(NAMES)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key, held)


@pytest.mark.parametrize("width", [1000, 316, 200, 120])
def test_all_names_are_seen_whole(tabs: Tabs, qtbot: QtBot, width: int) -> None:
    tabs.resize(width, 400)
    qtbot.waitUntil(lambda: all(tabs.rect().contains(each.geometry()) for each in tabs.buttons))
    for button in tabs.buttons:
        assert button.width() >= button.sizeHint().width()
        assert not any(button.geometry().intersects(each.geometry()) for each in {*tabs.buttons} - {button})


def test_in_little_room_the_pages_give_way_to_what_stands_above_them(qtbot: QtBot) -> None:
    tabs = Tabs(NAMES)
    page = Column()
    page.add(*(Words("What is told on the page. " * 9) for _ in range(9)))
    tabs.put(page)
    box, head = QWidget(), Words("What is told above the pages. " * 50)
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    column.addWidget(head)
    column.addWidget(tabs, 1)
    box.resize(316, head.heightForWidth(280) + 150)
    with qtbot.waitExposed(box):
        box.show()
    assert head.height() >= head.heightForWidth(head.width())
    assert page.mapTo(tabs, QPoint()).y() >= max(each.geometry().bottom() for each in tabs.buttons)


def test_the_arrows_choose_and_only_the_chosen_name_has_the_focus(tabs: Tabs) -> None:
    shown: list[int] = []
    tabs.chosen.connect(lambda: shown.append(tabs.place))
    tabs.buttons[0].setFocus()
    for button in tabs.buttons[1:]:
        press(Qt.Key.Key_Right)
        assert button.hasFocus()
        assert [each.focusPolicy() for each in tabs.buttons].count(Qt.FocusPolicy.TabFocus) == 1
    assert shown == [1, 2, 3, 4]


def test_ctrl_tab_goes_on_to_the_next_page_that_is_let_through(tabs: Tabs, qtbot: QtBot) -> None:
    field = QLineEdit()
    tabs.put(field)
    field.setFocus()
    tabs.let_through({0, 1, 4})
    press(Qt.Key.Key_Tab, CTRL)
    assert tabs.place == 1
    press(Qt.Key.Key_Tab, CTRL)
    press(Qt.Key.Key_Tab, CTRL)
    assert tabs.place == 0
    press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert tabs.place == 4


def test_who_hears_the_names_is_told_that_one_of_them_is_chosen(tabs: Tabs) -> None:
    heard = [QAccessible.queryAccessibleInterface(each) for each in tabs.buttons]
    assert {each.role() for each in heard} == {QAccessible.Role.RadioButton}
    assert [bool(each.state().checked) for each in heard] == [True, False, False, False, False]
