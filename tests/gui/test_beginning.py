"""What the window begins with: the plan that is named, else the one that was open last, else the sample."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.app.window_setup import begin
from planner.core.plan import Plan
from planner.gui.memory import Memory
from planner.gui.session import Session
from planner.storage.templates import SAMPLE, new_plan
from tests.gui.conftest import FakeFiles

TITLE = new_plan(SAMPLE).name


@pytest.fixture
def last(tmp_path: Path, memory: Memory, files: FakeFiles, plan: Plan) -> Path:
    """A plan that was open last, though a PDF was looked into after it."""
    path = tmp_path / "last.frontlist"
    path.touch()
    files.plans[path] = replace(plan, title="The last one")
    memory.used(path)
    memory.used(tmp_path / "seen.pdf")
    return path


def test_at_the_very_first_start_it_is_the_sample(session: Session, memory: Memory) -> None:
    assert memory.last_plan is None
    begin(session, None, memory.last_plan)
    assert session.plan.name == TITLE
    assert session.path is None


def test_later_it_is_the_plan_that_was_open_last(session: Session, memory: Memory, last: Path) -> None:
    begin(session, None, memory.last_plan)
    assert session.plan.name == "The last one"
    assert session.path == last


def test_a_plan_that_is_named_goes_before_it(
    session: Session, memory: Memory, last: Path, files: FakeFiles, plan: Plan
) -> None:
    files.plans[Path("named.frontlist")] = replace(plan, title="Named")
    begin(session, Path("named.frontlist"), memory.last_plan)
    assert session.plan.name == "Named"


def test_where_it_is_gone_it_is_the_sample_without_a_word(
    session: Session, memory: Memory, last: Path
) -> None:
    told: list[str] = []
    session.failed.connect(told.append)
    last.unlink()
    begin(session, None, memory.last_plan)
    assert session.plan.name == TITLE
    assert not told


def test_where_it_cannot_be_read_that_is_told(
    qtbot: QtBot, session: Session, memory: Memory, last: Path, files: FakeFiles
) -> None:
    del files.plans[last]
    with qtbot.waitSignal(session.failed) as told:
        begin(session, None, memory.last_plan)
    assert told.args == ["“last.frontlist” is not there."]
    assert session.plan.name == TITLE
