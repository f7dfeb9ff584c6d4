"""Files: what another program has written meanwhile is not lost unasked, and recent ones are told apart."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.plan import Plan
from planner.gui.ask import Answer, Dialogs, Meanwhile
from planner.gui.memory import Memory
from planner.gui.session import Session
from planner.gui.window import Window
from planner.storage.plan_file import open_plan, save_plan, stamp
from tests.gui.conftest import FakeAsk, FakeFiles

MINE, OTHER = Path("plan.frontlist"), Path("plan (2).frontlist")


@pytest.fixture
def theirs(window: Window, session: Session, files: FakeFiles, plan: Plan) -> Plan:
    """An open plan with a change of ours, whose file another program has written meanwhile."""
    files.plans[MINE] = plan
    window.filing.open_path(MINE)
    session.do(edits.remove(session.document.tree, ["a0"]))
    assert window.filing.save()
    session.do(edits.remove(session.document.tree, ["a1"]))
    files.plans[MINE] = replace(plan, notes="From the other computer")
    return files.plans[MINE]


def test_turning_back_leaves_both_as_they_are(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles, theirs: Plan
) -> None:
    assert not window.filing.save()
    assert ask.asked == ["changed plan.frontlist"]
    assert files.plans[MINE] is theirs
    assert session.modified


def test_another_name_keeps_both(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles, theirs: Plan
) -> None:
    ask.meanwhile, ask.path = Meanwhile.ELSEWHERE, OTHER
    assert window.filing.save()
    assert ask.asked == ["changed plan.frontlist", "The Salt Road (2).frontlist"]
    assert files.plans == {MINE: theirs, OTHER: session.plan}
    assert session.path == OTHER
    assert window.filing.save()
    assert len(ask.asked) == 2


def test_who_says_so_saves_over_it_and_is_asked_once(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles, theirs: Plan
) -> None:
    ask.meanwhile = Meanwhile.HERE
    assert window.filing.save()
    assert files.plans[MINE] == session.plan
    session.do(edits.remove(session.document.tree, ["a2"]))
    assert window.filing.save()
    assert ask.asked == ["changed plan.frontlist"]


@pytest.fixture
def gone(window: Window, session: Session, files: FakeFiles, plan: Plan) -> None:
    """An open plan with a change of ours, whose file was deleted or moved meanwhile."""
    files.plans[MINE] = plan
    window.filing.open_path(MINE)
    session.do(edits.remove(session.document.tree, ["a0"]))
    del files.plans[MINE]


@pytest.mark.usefixtures("gone")
def test_a_file_that_is_gone_is_not_made_anew_unasked(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles
) -> None:
    ask.answer = Answer.SAVE
    assert not window.filing.save()
    assert not window.filing.may_leave()
    assert ask.asked == ["gone plan.frontlist", "save The Salt Road", "gone plan.frontlist"]
    assert not files.plans
    assert session.modified


@pytest.mark.usefixtures("gone")
def test_a_file_that_is_gone_is_written_anew_for_who_says_so_and_is_asked_once(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles
) -> None:
    ask.meanwhile = Meanwhile.HERE
    assert window.filing.save()
    assert files.plans == {MINE: session.plan}
    session.do(edits.remove(session.document.tree, ["a2"]))
    assert window.filing.save()
    assert ask.asked == ["gone plan.frontlist"]


@pytest.mark.usefixtures("gone")
def test_instead_of_a_file_that_is_gone_another_can_be_written(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles
) -> None:
    ask.meanwhile, ask.path = Meanwhile.ELSEWHERE, OTHER
    assert window.filing.save()
    assert ask.asked == ["gone plan.frontlist", "The Salt Road.frontlist"]
    assert files.plans == {OTHER: session.plan}
    assert session.path == OTHER


@pytest.mark.usefixtures("gone")
def test_a_file_that_came_back_as_it_was_is_saved_unasked(
    window: Window, session: Session, ask: FakeAsk, files: FakeFiles, plan: Plan
) -> None:
    files.plans[MINE] = plan
    assert window.filing.save()
    assert files.plans == {MINE: session.plan}
    assert not ask.asked


def test_a_plan_that_is_saved_is_remembered_however_it_was_opened(
    window: Window, session: Session, files: FakeFiles, plan: Plan, memory: Memory
) -> None:
    files.plans[MINE] = plan
    session.open(MINE)
    assert memory.last_plan is None
    assert window.filing.save()
    assert memory.last_plan == MINE


def test_a_stamp_tells_contents_and_not_times(tmp_path: Path) -> None:
    path = tmp_path / "plan.frontlist"
    assert stamp(path) is stamp(path / "within") is None
    assert stamp(tmp_path) == ""
    path.write_bytes(b"one")
    assert stamp(path / "within") is None
    first = stamp(path)
    path.touch()
    assert stamp(path) == first
    path.write_bytes(b"two")
    assert stamp(path) not in ("", first)


def test_what_was_read_and_what_was_written_have_the_stamp_of_the_file(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "plan.frontlist"
    save_plan(path, plan)
    assert open_plan(path).stamp == stamp(path) != ""


@pytest.mark.parametrize(
    ("question", "button", "answer"),
    [
        (Dialogs.changed_meanwhile, "Save as", Meanwhile.ELSEWHERE),
        (Dialogs.changed_meanwhile, "Save over", Meanwhile.HERE),
        (Dialogs.changed_meanwhile, "Cancel", Meanwhile.CANCEL),
        (Dialogs.gone, "Save as", Meanwhile.ELSEWHERE),
        (Dialogs.gone, "Save here again", Meanwhile.HERE),
        (Dialogs.gone, "Cancel", Meanwhile.CANCEL),
    ],
)
def test_each_button_is_an_answer(
    qtbot: QtBot,
    qapp: QApplication,
    question: Callable[[Dialogs, str], Meanwhile],
    button: str,
    answer: Meanwhile,
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def press() -> None:
        box = qapp.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "“plan &amp; co.frontlist”" not in box.text()
        found = (each for each in box.findChildren(QPushButton) if button in each.text().replace("&", ""))
        next(found).click()

    QTimer.singleShot(0, press)
    assert question(Dialogs(parent), "plan & co.frontlist") is answer


def test_recent_files_of_one_name_are_told_apart_by_their_folders(
    window: Window, memory: Memory, tmp_path: Path
) -> None:
    for folder, name in (("salt", "plan"), ("pepper", "plan"), ("salt", "other")):
        memory.used(tmp_path / folder / f"{name}.frontlist")
    menu = QMenu()
    window.filing.fill_recent(menu)
    assert [action.text() for action in menu.actions()] == [
        "other.frontlist",
        f"plan.frontlist – {tmp_path / 'pepper'}",
        f"plan.frontlist – {tmp_path / 'salt'}",
    ]


def test_files_are_asked_for_where_the_plan_or_the_last_one_lies(
    window: Window, session: Session, memory: Memory, ask: FakeAsk, tmp_path: Path
) -> None:
    pdfs, plans = tmp_path / "Downloads", tmp_path / "Plans"
    pdfs.mkdir()
    plans.mkdir()
    window.filing.open()
    assert ask.folders[-1] in (Path.home(), Path.home() / "Documents")
    memory.used(plans / "another.frontlist")
    memory.used(pdfs / "looked into.pdf")
    window.filing.save()
    assert ask.folders[-1] == plans
    session.came_from = pdfs / "extract.pdf"
    window.filing.save()
    window.filing.open()
    assert ask.folders[-2:] == [pdfs, pdfs]
    pdfs.rmdir()
    window.filing.save()
    assert ask.folders[-1] == plans


def test_what_was_done_to_one_plan_is_not_said_of_the_next(
    window: Window, session: Session, plan: Plan
) -> None:
    session.told.emit("Done: Remove Newsletter.")
    assert window.statusBar().currentMessage()
    session.new(plan)
    assert not window.statusBar().currentMessage()
