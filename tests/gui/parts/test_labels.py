"""Long words may be broken, and what is copied or read aloud is the text as it was given."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.clipboard import CleanClipboard
from planner.gui.parts.labels import BREAK, WebLink, Words, breakable, unbroken

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
    label.activateWindow()
    qtbot.waitUntil(label.isActiveWindow)
    QTest.mouseRelease(label, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 10))
    assert label.hasFocus()
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: clipboard.text(QClipboard.Mode.Clipboard) == ADDRESS)


def test_a_screen_reader_says_the_text_as_it_was_given(qtbot: QtBot) -> None:
    label = Words(ADDRESS)
    qtbot.addWidget(label)
    assert label.accessibleName() == label.said == ADDRESS


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://example.com/a?b=1&c=%22", True),
        ("http://example.com", True),
        ("", False),
        ("javascript:alert(1)", False),
        ("http://[", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_a_web_address_is_a_link_and_its_text_is_no_markup(
    qtbot: QtBot, address: str, leads: bool
) -> None:
    link = WebLink("<b>Bold</b> & plain", address)
    qtbot.addWidget(link)
    assert "<b>" not in link.text()
    assert ('href="' in link.text()) is leads
    assert link.accessibleName() == "<b>Bold</b> & plain"
    assert link.accessibleDescription() == address
    opened: list[str] = []
    link.linkActivated.disconnect()
    link.linkActivated.connect(opened.append)
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert opened == [address] * leads
