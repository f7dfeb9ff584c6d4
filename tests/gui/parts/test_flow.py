"""Widgets flow on into another row where one is full, and never push what stands around them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.chips import ChoiceChip
from planner.gui.parts.flow import Flow
from planner.gui.platforms.panel import PlatformPanel
from planner.gui.window import Window


def flow(qtbot: QtBot, width: int, *sizes: tuple[int, int]) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    row = Flow(gap=6)
    made.setLayout(row)
    for size in sizes:
        label = QLabel()
        label.setFixedSize(QSize(*size))
        row.add(label)
    made.resize(width, row.heightForWidth(width))
    made.show()
    return made


@pytest.mark.parametrize(
    ("width", "places", "height"),
    [
        (200, [(0, 0), (56, 0), (112, 0)], 30),
        (110, [(0, 0), (56, 0), (0, 36)], 56),
        (50, [(0, 0), (0, 26), (0, 62)], 82),
        (10, [(0, 0), (0, 26), (0, 62)], 82),
    ],
)
def test_rows_are_filled_one_after_the_other(
    qtbot: QtBot, width: int, places: list[tuple[int, int]], height: int
) -> None:
    made = flow(qtbot, width, (50, 20), (50, 30), (50, 20))
    assert [(each.x(), each.y()) for each in made.findChildren(QLabel)] == places
    assert made.heightForWidth(width) == height


def test_an_empty_flow_takes_no_room(qtbot: QtBot) -> None:
    made = flow(qtbot, 100)
    assert made.heightForWidth(100) == 0
    assert made.sizeHint().width() == 0


def test_the_list_of_platforms_stays_as_wide_whatever_is_chosen(qtbot: QtBot, window: Window) -> None:
    panel = window.findChild(PlatformPanel)
    assert panel
    chips = panel.findChildren(ChoiceChip)
    wide, least = panel.width(), panel.minimumSizeHint().width()
    for chip, choice in zip(chips, ("WORLD", "social", "name"), strict=True):
        chip.choose(choice)
    qtbot.waitUntil(lambda: len({each.y() for each in chips}) > 1)
    assert panel.width() == wide
    assert panel.minimumSizeHint().width() <= max(least, wide)
