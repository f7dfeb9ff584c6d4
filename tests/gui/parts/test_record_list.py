"""The list of a record book: as high as its first rows, whose words wrap within it."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.gui.parts.look import Dress
from planner.gui.parts.record_list import SHOWN_ROWS, RecordList
from planner.gui.theme import Theme

TITLE = "Have four notes written by a native speaker\nT-5, 30 April 2027 · Assistant · to do"


def test_it_is_as_high_as_its_first_rows_at_every_width(qtbot: QtBot, theme: Theme) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    records = RecordList(lambda: None)
    records.setParent(around)
    Dress(around, theme)
    records.addItems([TITLE, TITLE])
    with qtbot.waitExposed(around):
        around.show()
    heights = []
    for width in (600, 284, 200):
        records.resize(width, records.height())
        QApplication.processEvents()
        last = records.visualItemRect(records.item(1))
        assert last.bottom() < records.viewport().height()
        assert last.width() <= records.viewport().width()
        assert not records.verticalScrollBar().isVisible()
        heights.append(records.height())
    assert all(wide < narrow for wide, narrow in pairwise(heights))
    records.addItems([TITLE] * SHOWN_ROWS)
    records.fit()
    QApplication.processEvents()
    assert records.verticalScrollBar().maximum() > 0
