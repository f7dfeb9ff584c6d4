"""A view takes no more room than it needs, and none once another one is shown."""

from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

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
