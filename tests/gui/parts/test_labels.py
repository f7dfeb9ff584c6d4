"""Long words may be broken, and what is copied or read aloud is the text as it was given."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.clipboard import CleanClipboard
from planner.gui.parts.labels import BREAK, Words, breakable, unbroken

ADDRESS = "https://books.example/salt-road?utm_source=meta&utm_medium=cpc&utm_campaign=launch"


@pytest.mark.parametrize("text", [ADDRESS, "", "short", "a\u200bb", "a\u200b", "\u200b" * 60])
def test_no_sign_is_lost_or_left_behind(text: str) -> None:
    assert unbroken(breakable(text)) == text
    assert all(len(word) <= 25 for word in breakable(ADDRESS).split(BREAK))


def test_a_part_that_begins_and_ends_at_a_break_is_clean() -> None:
    assert unbroken("\u2060road\u200b\u2060and\u200b") == "roadand"


def test_what_is_marked_with_the_mouse_is_copied_as_it_was_given(qtbot: QtBot, qapp: QApplication) -> None:
    clipboard, label = qapp.clipboard(), Words(ADDRESS)
    CleanClipboard(clipboard, label)
    qtbot.addWidget(label)
    label.resize(160, 200)
    with qtbot.waitExposed(label):
        label.show()
    label.setSelection(0, len(label.text()))
    assert BREAK in label.selectedText()
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    label.activateWindow()
    label.setFocus()
    qtbot.waitUntil(label.hasFocus)
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: clipboard.text(QClipboard.Mode.Clipboard) == ADDRESS)


def test_a_screen_reader_says_the_text_as_it_was_given(qtbot: QtBot) -> None:
    label = Words(ADDRESS)
    qtbot.addWidget(label)
    assert label.accessibleName() == label.said == ADDRESS
