"""What appears or is done out of sight is said to those who go by ear."""

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.plan import Link
from planner.gui.inspector.link_options import LinkOptions
from planner.gui.inspector.subject import Subject, View
from planner.gui.parts.field import Field, FieldBox
from planner.gui.parts.soft_check import SoftCheckBox
from planner.gui.parts.targets import RecordTarget
from planner.gui.parts.values import Kind
from planner.gui.platforms.panel import NOTHING, PlatformList, SearchField
from planner.gui.session import Session
from planner.gui.window import Window


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that a screen reader is given to say."""
    heard: list[str] = []

    class Ear:
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            heard.append(event.message())

    monkeypatch.setattr(QtGui, "QAccessible", Ear)
    return heard


def test_why_an_edit_was_not_made_is_said(window: Window, session: Session, said: list[str]) -> None:
    session.refused.emit("Add a phase first.")
    assert said == ["Add a phase first."]


def test_what_was_undone_and_done_again_is_shown_and_said(
    window: Window, session: Session, said: list[str]
) -> None:
    session.do(edits.rename_phase(session.document.tree, "a", "Roots"))
    label = session.stack.undoText()
    window.show_brief()
    window.commands.undo()
    assert window.statusBar().currentMessage() == f"Undone: {label}."
    window.commands.redo()
    assert said == [f"Undone: {label}.", f"Done again: {label}."]


def test_what_a_key_did_to_cards_out_of_view_is_shown_and_said(
    window: Window, session: Session, said: list[str]
) -> None:
    session.select(["a0"])
    window.show_brief()
    for id in ("down", "later", "duplicate", "remove"):
        window.actions_table[id].trigger()
        assert said[-1] == f"Done: {session.stack.undoText()}."
        assert window.statusBar().currentMessage() == said[-1]
    assert len(said) == 4


def test_where_a_platform_went_by_key_is_shown_and_said(
    window: Window, session: Session, said: list[str]
) -> None:
    listed = window.findChild(PlatformList)
    assert listed
    listed.setCurrentIndex(listed.model().index(1, 0))
    window.show_preview()
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert said[-1].endswith(" to Foundation.")
    assert window.statusBar().currentMessage() == said[-1]


def test_why_an_option_stays_off_a_link_is_said(qtbot: QtBot, session: Session, said: list[str]) -> None:
    options = LinkOptions()
    qtbot.addWidget(options)
    options.show_link(View(session, Subject((), "xiaohongshu")), Link(id="link", placement="post"))
    box = options.findChild(SoftCheckBox, "link_option_smart-link")
    assert box
    box.click()
    assert not box.isChecked()
    assert said == [box.reason]


def test_a_search_for_nothing_is_said_once(window: Window, said: list[str]) -> None:
    search = window.findChild(SearchField)
    assert search
    QTest.keyClicks(search, "qqqq")
    assert said == [NOTHING]


def test_what_cannot_be_read_is_said_when_the_field_is_left(
    qtbot: QtBot, session: Session, said: list[str]
) -> None:
    box = FieldBox(session, Field("launch", "Launch day", Kind.DATE), lambda _name: {})
    qtbot.addWidget(box)
    box.bind(RecordTarget("plan"), "")
    QTest.keyClicks(box.editor, "soon")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert [each.startswith("Launch day: Write a date") for each in said] == [True]


def test_what_the_opening_of_a_file_found_is_said_once(
    window: Window, session: Session, said: list[str]
) -> None:
    session.notices = ("Two verdicts have changed.",)
    session.notices_changed.emit()
    session.notices_changed.emit()
    assert said == ["Two verdicts have changed."]
