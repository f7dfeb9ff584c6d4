"""Marks are waves under the words, told to mouse and caret, and text stays text."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.gui.parts.marked_text import MOST, Mark, MarkedText
from planner.gui.parts.utf16 import utf16_places
from planner.gui.theme import Theme


def shown(qtbot: QtBot, text: str) -> MarkedText:
    made = MarkedText()
    qtbot.addWidget(made)
    made.setPlainText(text)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_places_are_counted_as_qt_does() -> None:
    assert utf16_places("𝔖a盐𝔖", (0, 1, 2, 3, 4)) == {0: 0, 1: 2, 2: 3, 3: 4, 4: 6}
    assert utf16_places("𝔖", (9, 1)) == {0: 0, 1: 2, 9: 2}
    assert utf16_places("", ()) == {0: 0}


def test_marks_have_their_places_and_reasons(qtbot: QtBot, theme: Theme) -> None:
    box, tone = shown(qtbot, "𝔖 one two"), theme.tone("error")
    box.mark([Mark((2, 5), "first", tone), Mark((2, 9), "second", tone), Mark((6, 9), "second", tone)])
    assert [each.cursor.selectedText() for each in box.extraSelections()] == ["one", "one two", "two"]
    assert box.reason_at(0) == ""
    assert box.reason_at(3) == "first second"
    assert box.reason_at(9) == "second"


def test_the_caret_tells_the_reason_once(qtbot: QtBot, theme: Theme) -> None:
    box = shown(qtbot, "one two")
    told: list[str] = []
    box.reason_changed.connect(told.append)
    box.mark([Mark((4, 7), "why", theme.tone("error"))])
    for place in (1, 5, 6, 0):
        cursor = box.textCursor()
        cursor.setPosition(place)
        box.setTextCursor(cursor)
    assert told == ["why", ""]
    box.select_span((4, 7))
    assert box.textCursor().selectedText() == "two"
    box.mark([])
    assert told == ["why", "", "why", ""]


def test_a_text_that_is_replaced_takes_its_marks_along(qtbot: QtBot, theme: Theme) -> None:
    box = shown(qtbot, "one two")
    box.mark([Mark((0, 3), "why", theme.tone("error")), Mark((4, 7), "why not", theme.tone("error"))])
    box.setPlainText("another text")
    assert [box.reason_at(place) for place in range(12)] == [""] * 12


def test_the_mouse_is_told_the_reason_as_text(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = shown(qtbot, "one two")
    box.mark([Mark((0, 3), "why <b>bold</b>", theme.tone("error"))])
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _box: told.append(text))
    for at in (box.cursorRect().center() + QPoint(4, 0), QPoint(box.width() - 20, 10)):
        rest = QHelpEvent(QEvent.Type.ToolTip, at, box.viewport().mapToGlobal(at))
        QApplication.sendEvent(box.viewport(), rest)
    assert told == ["<p>why &lt;b&gt;bold&lt;/b&gt;</p>", ""]


def test_a_text_that_has_become_shorter_is_marked_to_its_end(qtbot: QtBot, theme: Theme) -> None:
    box = shown(qtbot, "one")
    box.mark([Mark((1, 30), "why", theme.tone("error")), Mark((40, 50), "far", theme.tone("error"))])
    assert [each.cursor.selectedText() for each in box.extraSelections()] == ["ne", ""]


def test_no_more_marks_are_drawn_than_a_painter_can_take(qtbot: QtBot, theme: Theme) -> None:
    box = shown(qtbot, "a" * (MOST + 10))
    box.mark([Mark((n, n + 1), "why", theme.tone("error")) for n in range(MOST + 10)])
    assert len(box.extraSelections()) == MOST
