"""Names that are typed for a plan's file: the ending is added, and nothing is written over unasked."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.core.plan import Author, Book, Plan
from planner.gui.ask import Dialogs
from planner.gui.filing import file_name
from planner.storage.paths import SUFFIX

PLAN = Plan(id="p", book=Book(id="b"), author=Author(id="a"))


class Typed(Dialogs):
    """Dialogs in which a name was typed; remembers what was asked before it was written over."""

    agrees = True

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.asked: list[Path] = []

    def may_replace(self, *paths: Path) -> bool:
        self.asked += paths
        return self.agrees


@pytest.fixture
def typed(qtbot: QtBot) -> Typed:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Typed(parent)


def save(typed: Typed, monkeypatch: pytest.MonkeyPatch, name: Path) -> Path | None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(name), ""))
    return typed.save_path(name)


@pytest.mark.parametrize("name", ["plan", "Dr. Smith", "plan.pdf", "plan.frontlist", "plan.FRONTLIST"])
def test_a_plan_has_its_ending(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    path = save(typed, monkeypatch, tmp_path / name)
    assert path is not None
    assert path.name.lower() == name.lower().removesuffix(SUFFIX) + SUFFIX
    assert typed.asked == []


def test_a_file_that_the_ending_leads_to_is_asked_about(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "plan.frontlist"
    there.touch()
    assert save(typed, monkeypatch, tmp_path / "plan") == there
    assert save(typed, monkeypatch, there) == there
    typed.agrees = False
    assert save(typed, monkeypatch, tmp_path / "plan") is None
    assert typed.asked == [there, there]


@pytest.mark.parametrize("title", ["🚀" * 99, "盐" * 99, "a" * 999, "é. " * 99, "...", ""])
def test_the_proposed_name_fits_every_system(title: str, tmp_path: Path) -> None:
    name = file_name(replace(PLAN, title=title), SUFFIX)
    (tmp_path / name).touch()
    assert len(name.encode()) <= 220
    assert not name.startswith((" ", "."))


@pytest.mark.parametrize(
    ("title", "name"),
    [("CON", "Plan CON"), ("nul.txt", "Plan nul.txt"), ("Console", "Console"), ("a\u202egpj", "agpj")],
)
def test_no_name_is_that_of_a_device_or_is_shown_turned_round(title: str, name: str) -> None:
    assert file_name(replace(PLAN, title=title), ".pdf") == f"{name}.pdf"


@pytest.mark.parametrize(("key", "given"), [("Key_Return", "Not for this book"), ("Key_Escape", None)])
def test_a_line_of_text_has_room_for_a_sentence(typed: Typed, key: str, given: str | None) -> None:
    room: list[int] = []

    def answer() -> None:
        (field,) = QApplication.activeModalWidget().findChildren(QLineEdit)  # type: ignore[union-attr]
        QTest.keyClicks(field, " Not for this book ")
        sentence = field.fontMetrics().horizontalAdvance("Nobody there reads this kind of book.")
        room.append(field.width() - sentence)
        QTest.keyClick(field, Qt.Key[key])

    QTimer.singleShot(100, answer)
    assert typed.text("Skip Snapchat", "Why is it not for this book?", "") == given
    assert room[0] > 0
