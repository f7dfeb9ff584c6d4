"""A lane's head says its days in full, or where it is narrow as short as they stay clear."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.core.plan import Author, Book, Phase, Plan
from planner.gui.board.header import LaneHeader
from planner.gui.theme import Theme

PHASE = Phase(id="phase", name="Foundation", starts=-174, ends=-90)
PLAN = Plan(id="plan", launch=date(2027, 5, 4), book=Book(id="book"), author=Author(id="author"))


@pytest.mark.parametrize(
    ("width", "said"), [(400, "11 Nov 2026 – 3 Feb 2027"), (165, "11 Nov – 3 Feb 2027"), (80, "11 N")]
)
def test_the_days_are_said_as_there_is_room(qtbot: QtBot, width: int, said: str) -> None:
    header = LaneHeader(lambda _: None, lambda: None)
    qtbot.addWidget(header)
    header.resize(width, 60)
    header.show_phase(PHASE, PLAN)
    label = header.findChild(QLabel, "lane_days")
    assert label
    assert label.text().startswith(said)
    assert label.fontMetrics().horizontalAdvance(label.text()) <= max(width - 22, 60)
    assert "11 Nov 2026 – 3 Feb 2027" in header.toolTip()


def test_a_long_name_is_measured_in_the_letters_that_it_has(qtbot: QtBot, theme: Theme) -> None:
    header = LaneHeader(lambda _: None, lambda: None)
    qtbot.addWidget(header)
    header.resize(165, 60)
    header.show_phase(Phase(id="phase", name="Z" * 40), PLAN)
    label = header.findChild(QLabel, "lane_name")
    assert label
    label.ensurePolished()
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 165 - 58
