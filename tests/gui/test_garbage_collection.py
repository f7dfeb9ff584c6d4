"""Garbage is looked for, but not in what lasts."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from planner.app.garbage_collection import look_for_garbage
from planner.core.catalog import Catalog
from planner.core.findings import Finding
from planner.core.plan import Channel, Plan
from planner.gui.session import Session
from tests.gui.conftest import FakeFiles
from tests.gui.samples import full_plan


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def searched(session: Session) -> list[Channel]:
    """The plan's channels that a search for garbage goes through."""
    channels = {id(channel) for channel in session.plan.channels}
    return [each for each in gc.get_objects() if isinstance(each, Channel) and id(each) in channels]


def test_the_open_plan_is_not_searched_for_garbage_and_neither_is_the_next(session: Session) -> None:
    assert searched(session)
    look_for_garbage(session)
    assert not searched(session)
    session.new(full_plan())
    assert gc.isenabled()
    assert not searched(session)


def test_what_was_set_aside_and_is_garbage_goes_when_a_plan_is_opened(session: Session) -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    ring = Ring()
    gone = ref(ring)
    look_for_garbage(session)
    del ring
    gc.collect()
    assert gone()
    session.new(session.plan)
    assert gone() is None


def test_what_an_edit_leaves_behind_goes_soon_after(session: Session, qtbot: QtBot) -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    look_for_garbage(session)
    ring = Ring()
    gone = ref(ring)
    del ring
    session.checking.refresh()
    assert gone()
    qtbot.waitUntil(lambda: gone() is None)


def test_what_the_first_check_keeps_is_not_searched(plan: Plan, catalog: Catalog, files: FakeFiles) -> None:
    kept: list[list[Plan]] = []

    def check(plan: Plan) -> list[Finding]:
        kept.append([plan])
        return []

    session = Session(plan, catalog, files.files, check)
    look_for_garbage(session)
    session.new(full_plan())
    session.checking.refresh()
    session.checking.refresh()
    searched = {id(each) for each in gc.get_objects()}
    assert [id(each) in searched for each in kept] == [False, True]
