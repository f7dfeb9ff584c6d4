"""Texts are wrapped, and a word of a million letters does not stop the window."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.parts.field import LongText
from planner.gui.parts.plain_text import PlainText

MODES = QTextOption.WrapMode
HUGE = "x" * 1_000_000


@pytest.fixture(params=["field", "tab"])
def editor(request: pytest.FixtureRequest, qtbot: QtBot) -> PlainText:
    editor = LongText() if request.param == "field" else PlainText()
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_a_huge_word_is_shown_unwrapped_and_other_texts_are_wrapped(editor: PlainText) -> None:
    editor.setPlainText(HUGE)
    assert editor.wordWrapMode() is MODES.NoWrap
    assert editor.toPlainText() == HUGE
    editor.setPlainText("short words " * 10_000)
    assert editor.wordWrapMode() is MODES.WrapAtWordBoundaryOrAnywhere


def test_a_huge_word_can_be_pasted(editor: PlainText) -> None:
    data = QMimeData()
    data.setText(HUGE)
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == HUGE
    assert editor.wordWrapMode() is MODES.NoWrap


@pytest.mark.parametrize(("reason", "left"), [("PopupFocusReason", 0), ("TabFocusReason", 1)])
def test_a_text_is_left_for_another_place_but_not_for_its_own_menu(
    editor: PlainText, reason: str, left: int
) -> None:
    told: list[None] = []
    editor.left.connect(lambda: told.append(None))
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason[reason]))
    assert len(told) == left
