"""What the style sheet makes of lists and buttons in dialogs, Qt's own and ours."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QMessageBox, QPushButton, QTreeWidget, QWidget
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


@pytest.mark.parametrize("primary", [True, False])
@pytest.mark.parametrize("text", ["Export", "Make plan", "Save"])
def test_the_words_of_a_default_button_are_not_cut(
    qtbot: QtBot, theme: Theme, text: str, primary: bool
) -> None:
    seen = []
    for room in (0, 40):
        dialog = QMessageBox()
        qtbot.addWidget(dialog)
        button = QPushButton(text, dialog)
        button.setProperty("primary", "true" if primary else "false")
        button.setDefault(True)
        button.ensurePolished()
        button.resize(button.sizeHint().width() + room, button.sizeHint().height())
        with qtbot.waitExposed(dialog):
            dialog.show()
        seen.append(_light(button.grab().toImage()))
    assert seen[0] == seen[1]


def test_a_dialog_of_our_own_has_one_button_that_stands_out(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    make, cancel = QPushButton("Make", dialog), QPushButton("Cancel", dialog)
    make.setProperty("primary", "true")
    cancel.setDefault(True)  # as the one that has the focus is
    with qtbot.waitExposed(dialog):
        dialog.show()
    grounds = [each.grab().toImage().pixelColor(8, 8) for each in (make, cancel)]
    assert grounds == [QColor(theme.palette.accent), QColor(theme.palette.panel)]


def test_what_cannot_be_used_now_is_seen_to_be_so(qtbot: QtBot, theme: Theme) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    make, field, choice = QPushButton("Make", dialog), QLineEdit("here", dialog), QComboBox(dialog)
    make.setProperty("primary", "true")
    choice.addItem("here")
    with qtbot.waitExposed(dialog):
        dialog.show()
    usable = [_darkest(each) for each in (make, field, choice)]
    for each in (make, field, choice):
        each.setEnabled(False)
    faint = QColor(theme.palette.faint).lightness()
    assert max(usable) < faint - 20
    assert min(_darkest(each) for each in (make, field, choice)) >= faint - 5


def _darkest(widget: QWidget) -> int:
    picture = widget.grab().toImage()
    dots = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return min(dot.lightness() for dot in dots)


def _light(picture: QImage) -> int:
    """How many dots are light, as the words of a default button are."""
    return sum(
        picture.pixelColor(x, y).lightness() > 160
        for x in range(picture.width())
        for y in range(picture.height())
    )
