"""The box of a choice: the ring that shows where the keyboard is has room all around it."""

from PySide6.QtWidgets import QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from planner.gui.parts.tick import HALO, TickBox


class Focused(TickBox):
    def hasFocus(self) -> bool:
        return True


def test_the_ring_of_the_focus_is_whole(qtbot: QtBot) -> None:
    boxes = TickBox("Words"), Focused("Words")
    for box in boxes:
        qtbot.addWidget(box)
        box.resize(box.sizeHint())
    plain, ringed = (box.grab().toImage() for box in boxes)
    size = range(plain.width()), range(plain.height())
    changed = [(x, y) for x in size[0] for y in size[1] if plain.pixel(x, y) != ringed.pixel(x, y)]
    option = QStyleOptionButton()
    boxes[0].initStyleOption(option)
    mark = boxes[0].style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, boxes[0])
    middle = mark.left() + HALO + (mark.width() - 1) / 2
    left, right = (sum((x - middle) * side > 0 for x, _ in changed) for side in (-1, 1))
    assert 40 < left <= right < 1.2 * left
    assert max(x for x, _ in changed) < boxes[0].words_left
