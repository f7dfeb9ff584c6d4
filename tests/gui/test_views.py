"""A view takes no more room than it needs, and none once another one is shown."""

from PySide6.QtWidgets import QListWidget, QSplitter
from pytestqt.qtbot import QtBot

from planner.gui.parts.field import FieldBox
from planner.gui.window import Window


def test_the_panels_get_back_what_the_preview_took_from_them(window: Window, qtbot: QtBot) -> None:
    across = window.findChild(QSplitter, "across")
    assert isinstance(across, QSplitter)
    window.resize(800, 600)
    across.setSizes([260, 208, 330])
    window.show_preview()
    qtbot.waitUntil(lambda: across.sizes()[1] > 400)
    assert across.sizes()[0] < 200
    window.show_board()
    qtbot.waitUntil(lambda: across.sizes() == [260, 208, 330])


def test_in_a_small_window_the_brief_has_room_for_what_is_filled_in(window: Window, qtbot: QtBot) -> None:
    window.resize(800, 600)
    window.show_brief()
    boxes = [each for each in window.findChildren(FieldBox) if each.isVisible()]
    qtbot.waitUntil(lambda: min(each.editor.width() for each in boxes) > 100)
    for box in boxes:
        assert box.visibleRegion().isEmpty() or box.visibleRegion().boundingRect().width() == box.width()
    index = window.findChild(QListWidget, "brief_index")
    assert index
    assert index.horizontalScrollBar().maximum() == 0
    assert window.width() == 800
