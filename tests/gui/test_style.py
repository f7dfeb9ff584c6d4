"""What the style sheet makes of widgets that the program has only in Qt's own dialogs."""

from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from planner.gui.theme import Theme


def test_the_heads_of_the_file_dialogs_list_are_not_black(qtbot: QtBot, theme: Theme) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderLabels(["", ""])
    with qtbot.waitExposed(tree):
        tree.show()
    picture = tree.header().grab().toImage()
    assert picture.pixelColor(picture.width() // 4, picture.height() // 2).lightness() > 200
