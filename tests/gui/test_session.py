"""The session: one writer, undo with labels, files, and who is told."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.changes import Edit, Remove
from planner.gui.parts.targets import ManyTarget, RecordTarget
from planner.gui.session import READ_ONLY, Session
from tests.gui.conftest import FakeFiles, lanes


def rename(session: Session, name: str, key: str = "") -> None:
    session.do(edits.rename_phase(session.document.tree, "a", name), key)


def test_an_edit_is_undone_and_redone(session: Session) -> None:
    rename(session, "Groundwork")
    assert (session.stack.undoText(), session.modified) == ("Rename phase to Groundwork", True)
    session.stack.undo()
    assert session.plan.phases[0].name == "Foundation"
    assert not session.modified
    session.stack.redo()
    assert session.plan.phases[0].name == "Groundwork"


def test_typing_is_undone_in_one_step_until_the_run_ends(session: Session) -> None:
    for name in ("G", "Gr", "Gro"):
        rename(session, name, "name a")
    session.end_run()
    rename(session, "Other", "name a")
    assert session.stack.count() == 2
    session.stack.undo()
    assert session.plan.phases[0].name == "Gro"
    session.stack.undo()
    assert session.plan.phases[0].name == "Foundation"


def test_an_edit_that_does_not_fit_is_refused_in_a_sentence(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.do(Edit("Remove", (Remove("gone"),)))
    assert refused.args == ["The plan has no record “gone”."]
    assert not session.stack.count()


def test_an_empty_edit_is_not_remembered(session: Session) -> None:
    assert not session.do(edits.rename_phase(session.document.tree, "a", "Foundation"))
    assert not session.stack.count()


def test_nothing_is_written_to_a_plan_for_reading_only(qtbot: QtBot, session: Session) -> None:
    session.read_only = True
    with qtbot.waitSignal(session.refused) as refused:
        rename(session, "Groundwork")
    assert refused.args == [READ_ONLY]


def test_a_plan_for_reading_only_is_not_overwritten_under_another_name_of_its_file(
    session: Session, files: FakeFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session.path, session.read_only = Path("plan.frontlist"), True
    session.path.touch()
    assert not session.save_as(tmp_path / "plan.frontlist")
    assert files.plans == {}
    assert session.save_as(tmp_path / "copy.frontlist")


def test_what_is_removed_is_no_longer_selected(session: Session) -> None:
    session.select(["a0", "a1"])
    session.do(edits.remove(session.document.tree, ["a0"]))
    assert session.selection == ["a1"]


def test_saving_makes_the_plan_clean_and_a_refusal_does_not(session: Session, files: FakeFiles) -> None:
    rename(session, "Groundwork")
    files.refuse = "the disk is full"
    assert (session.save_as(Path("plan.frontlist")), session.modified) == (False, True)
    files.refuse = ""
    assert (session.save_as(Path("plan.frontlist")), session.modified) == (True, False)
    assert files.plans[Path("plan.frontlist")] is session.plan


def test_opening_what_is_not_there_keeps_the_plan(qtbot: QtBot, session: Session) -> None:
    before = session.document
    with qtbot.waitSignal(session.failed):
        assert not session.open(Path("nowhere.frontlist"))
    assert session.document is before


def test_opening_forgets_undo_and_selection(session: Session, files: FakeFiles) -> None:
    files.plans[Path("plan.frontlist")] = session.plan
    rename(session, "Groundwork")
    session.select(["a0"])
    assert session.open(Path("plan.frontlist"))
    assert not session.stack.count()
    assert session.selection == []
    assert session.path == Path("plan.frontlist")


def test_the_current_phase_is_the_one_last_worked_in_or_the_first(session: Session) -> None:
    assert session.current_phase is session.plan.phases[0]
    session.work_in("b")
    assert session.current_phase is session.plan.phases[1]
    session.do(edits.remove_phase(session.document.tree, "b"))
    assert list(lanes(session)) == ["a", "c"]
    assert session.current_phase is session.plan.phases[0]


def test_typing_for_several_channels_is_undone_in_each(session: Session) -> None:
    several = ManyTarget(("a0", "a1"))
    session.do(RecordTarget("a0").edit(session.document.tree, "cadence", "w", "One"))
    before = session.plan
    for typed in ("w", "we"):
        session.do(several.edit(session.document.tree, "cadence", typed, "Both"), "both.cadence")
    while session.stack.undoText() == "Both":
        session.stack.undo()
    assert session.plan == before
