"""A word is looked for in all pages: how often it is there is said, and each place can be gone to."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from planner.gui.preview import guide as preview_guide
from planner.gui.preview.finder import NOT_FOUND
from planner.gui.preview.guide import Guide
from planner.gui.preview.view import PreviewView
from tests.gui.preview.conftest import show

WORD = "Salt Road"


def look_for(qtbot: QtBot, guide: Guide, word: str) -> None:
    """Type a word, and wait until all pages were looked through."""
    guide.word.clear()
    QTest.keyClicks(guide.word, word)
    qtbot.waitUntil(lambda: guide.found.text().endswith("found"))


def press(guide: Guide, name: str) -> None:
    """Press one of the buttons."""
    [button] = [each for each in guide.findChildren(QToolButton) if each.accessibleName() == name]
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def guide(qtbot: QtBot, view: PreviewView) -> Guide:
    show(qtbot, view)
    return view.guide


def test_each_place_of_a_word_can_be_gone_to(qtbot: QtBot, view: PreviewView, guide: Guide) -> None:
    look_for(qtbot, guide, WORD)
    count = view.pages.search.rowCount(QModelIndex())
    assert count > 1
    assert guide.found.text() == f"{count} found"
    seen = []
    QTest.keyClick(guide.word, Qt.Key.Key_Return)
    seen.append(guide.found.text())
    for name in ("Found next", "Found before"):
        press(guide, name)
        seen.append(guide.found.text())
    QTest.keyClick(guide.word, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    seen.append(guide.found.text())
    assert seen == [f"{at} of {count}" for at in (1, 2, 1, count)]
    document = view.pages.document
    assert document
    qtbot.waitUntil(lambda: WORD in document.getAllText(view.pages.page).text())


def test_the_first_place_is_the_next_from_where_one_is(qtbot: QtBot, view: PreviewView, guide: Guide) -> None:
    look_for(qtbot, guide, "e")
    view.pages.go_to(view.pages.count - 1)
    page = view.pages.page
    QTest.keyClick(guide.word, Qt.Key.Key_Return)
    assert view.pages.page == page
    assert not guide.found.text().startswith("1 of")


def test_a_word_that_is_not_there_is_told(qtbot: QtBot, view: PreviewView, guide: Guide) -> None:
    look_for(qtbot, guide, "zzzz")
    assert guide.found.text() == NOT_FOUND
    QTest.keyClick(guide.word, Qt.Key.Key_Return)
    assert view.pages.page == 0
    guide.word.clear()
    assert not guide.found.isVisible()


def test_escape_empties_the_search_as_it_does_that_of_the_platforms(qtbot: QtBot, guide: Guide) -> None:
    look_for(qtbot, guide, WORD)
    QTest.keyClick(guide.word, Qt.Key.Key_Escape)
    assert not guide.word.text()
    assert not guide.found.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_from_the_search_keys_go_on_to_the_pages(
    qtbot: QtBot, view: PreviewView, guide: Guide, key: Qt.Key
) -> None:
    look_for(qtbot, guide, WORD)
    guide.word.setFocus()
    for _ in range(2 if key is Qt.Key.Key_Escape else 1):
        assert view.focusWidget() is guide.word
        QTest.keyClick(guide.word, key)
    assert view.focusWidget() is view.pages
    assert bool(guide.word.text()) == (key is Qt.Key.Key_Down)


def test_what_was_found_is_said_aloud(qtbot: QtBot, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(preview_guide, "announce", lambda _widget, text: said.append(text))
    guide.word.setText(WORD)
    qtbot.waitUntil(lambda: bool(said))
    QTest.keyClick(guide.word, Qt.Key.Key_Return)
    assert said[0].endswith(" found")
    assert said[-1] == guide.found.text()


def test_newer_pages_are_looked_through_again(qtbot: QtBot, view: PreviewView, guide: Guide) -> None:
    look_for(qtbot, guide, WORD)
    before = guide.found.text()
    QTest.keyClick(guide.word, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        view.refresh()
    qtbot.waitUntil(lambda: guide.found.text() == before)


@pytest.mark.parametrize("width", [400, 450, 700, 1000])
def test_what_was_found_is_seen_at_every_width(
    qtbot: QtBot, view: PreviewView, guide: Guide, width: int
) -> None:
    view.resize(width, 600)
    look_for(qtbot, guide, "zzzz")
    qtbot.waitUntil(lambda: guide.found.width() >= guide.found.sizeHint().width())
    assert guide.word.width() > 60
    assert guide.rect().contains(guide.found.geometry())


def test_a_section_that_has_not_begun_is_not_the_one_in_view(view: PreviewView, guide: Guide) -> None:
    contents = guide.contents
    assert contents.currentIndex() == -1
    contents.activated.emit(1)
    assert contents.currentIndex() == 1
    view.pages.go_to(0)
    assert contents.currentIndex() == -1
