"""How a finding is set: what is bold, and that words from right to left turn nothing around them."""

from datetime import date
from itertools import pairwise
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from planner.core.facts import Source
from planner.core.findings import Finding, Hit
from planner.core.rules import Rule, Severity
from planner.gui.checks.delegate import mark_rect, sentences, words_rect

ARABIC = "رسالة"
RULE = Rule(
    id="links-blocked",
    title="r",
    severity=Severity.TIP,
    why="“{name}” 20 comes early.",
    instead="Move “{name}” to 3 May.",
    checked=date(2027, 1, 1),
    sources=(Source(title="A page"),),
)


def layout(where: str, name: str = "Letter") -> QTextLayout:
    finding = Finding(Hit("links-blocked", "plan", (("name", name),)), RULE, where)
    return sentences(finding, QFont(), 2000, "#000000", full=True)


def test_what_is_bold_ends_with_the_place_whatever_signs_it_holds(qtbot: QtBot) -> None:
    set_text = layout("TikTok · Launch 🎉🎉")
    whole = set_text.text().encode("utf-16-le", "surrogatepass")
    bold, quiet = (whole[2 * each.start : 2 * (each.start + each.length)] for each in set_text.formats())
    assert bold.decode("utf-16-le") == "TikTok · Launch 🎉🎉"
    assert quiet.decode("utf-16-le") == "Source: A page. Checked 1 January 2027."


def test_what_is_wrong_what_to_do_and_who_says_so_are_set_apart(qtbot: QtBot) -> None:
    set_text = layout("TikTok · Launch 🎉🎉")
    lines = [set_text.lineAt(number) for number in range(set_text.lineCount())]
    assert len(lines) == 3
    assert all(
        below.position().y() > line.position().y() + line.height() + 4 for line, below in pairwise(lines)
    )


@pytest.mark.parametrize("size", [10, 15, 20, 30])
def test_the_words_stand_beside_the_mark_in_letters_of_any_size(qtbot: QtBot, size: int) -> None:
    row, font = QRect(0, 0, 900, 90), QFont("Inter", size)
    finding = Finding(Hit("links-blocked", "plan", ()), RULE, "TikTok")
    assert words_rect(row, finding, font).left() >= mark_rect(row, font).right() + 10


@pytest.mark.parametrize("where", ["TikTok · Launch", f"TikTok · {ARABIC}"])
def test_words_from_right_to_left_stand_where_they_are_told(qtbot: QtBot, where: str) -> None:
    set_text = layout(where, ARABIC)
    line = set_text.lineAt(0)
    told = (where[:6], where[9:], "— “", "20 comes", "early.")
    ways = [cast("float", line.cursorToX(set_text.text().index(words))) for words in told]
    assert ways == sorted(ways)


def test_plain_words_stay_as_they_are(qtbot: QtBot) -> None:
    assert layout("TikTok · Launch").text() == (
        "TikTok · Launch — “Letter” 20 comes early.\u2028Move “Letter” to 3 May."
        "\u2028Source: A page. Checked 1 January 2027."
    )
