"""Text that several delegates paint."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from planner.gui.board.cards import Card
from planner.gui.board.delegate import CardDelegate
from planner.gui.board.model import CARD_ROLE
from planner.gui.paint import lines_of
from planner.gui.theme import Theme

WORDS = "a reel a day, answer every comment, pin the best review"


@pytest.mark.parametrize("text", [WORDS, f"📚🚀😀📚🚀😀 {WORDS}", f"😀😀 {WORDS} 📚"])
def test_a_text_is_broken_between_its_words_whatever_signs_are_in_it(qapp: QApplication, text: str) -> None:
    lines = lines_of(text, qapp.font(), 120, 20)
    assert len(lines) > 2
    assert " ".join(lines) == text


@pytest.mark.parametrize(
    ("role", "side"), [("Letters", "left"), ("رسائل", "right"), ("«رسائل» on Salt", "right")]
)
def test_a_text_on_a_card_begins_at_the_side_from_which_it_runs(
    qtbot: QtBot, theme: Theme, role: str, side: str
) -> None:
    seen = []
    for text in ("", role):
        card = Card("N", "#336699", "Newsletter", "", text, ())
        model = QStandardItemModel(1, 1)
        model.setData(model.index(0, 0), card, CARD_ROLE)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 300, 90)
        picture = QImage(300, 90, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        CardDelegate(theme).paint(painter, option, model.index(0, 0))
        painter.end()
        seen.append([picture.pixel(x, y) for y in range(38, 56) for x in range(12, 288)])
    differ = [at % 276 for at, (bare, told) in enumerate(zip(*seen, strict=True)) if bare != told]
    assert (max(differ) < 138) if side == "left" else (min(differ) > 138)
