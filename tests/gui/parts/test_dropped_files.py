"""A file that is dropped on a text goes on to the window, and its path never into the plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.parts.plain_text import PlainText
from planner.gui.parts.short_text import ShortText


def taken(text: QWidget, data: QMimeData) -> bool:
    """Whether a text takes what is dragged over it."""
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPointF(5, 5), copy, data, left, plain)
    event.ignore()
    QApplication.sendEvent(text.viewport() if isinstance(text, PlainText) else text, event)
    return event.isAccepted()


@pytest.mark.parametrize("kind", [PlainText, ShortText])
def test_texts_take_words_and_links_but_no_files(
    qtbot: QtBot, tmp_path: Path, kind: type[PlainText | ShortText]
) -> None:
    text = kind()
    qtbot.addWidget(text)
    text.show()
    for url, takes in (("https://books.example/salt", True), (tmp_path.as_uri(), False)):
        data = QMimeData()
        data.setUrls([QUrl(url)])
        data.setText(url)
        assert taken(text, data) == takes
