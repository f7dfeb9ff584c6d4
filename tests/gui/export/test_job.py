"""A job at work: it lives until it is over, and stops when nobody waits for it any more."""

import gc
from collections.abc import Callable
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.gui.export.job import Job, _at_work
from planner.press.orders import Stopped


def test_a_job_outlives_its_parent_and_stops(qtbot: QtBot, qapp: QApplication) -> None:
    begun, stopped = Event(), Event()

    def endless(_asked: str, _progress: Callable[[float], None], cancelled: Callable[[], bool]) -> str:
        begun.set()
        while not cancelled():
            pass
        stopped.set()
        raise Stopped

    parent = QObject()
    Job(endless, "anything", parent).start()
    assert begun.wait(5)
    parent.deleteLater()
    qapp.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: not _at_work)


def leave_garbage(_request: None, _progress: Callable[[float], None], _cancelled: Callable[[], bool]) -> None:
    """Make far more rings than Python lets lie before it looks for garbage."""
    for _ in range(2 * gc.get_threshold()[0]):
        ring: list[object] = []
        ring.append(ring)


def test_garbage_is_looked_for_in_the_windows_thread_alone(qtbot: QtBot) -> None:
    looked_in = []

    def looked(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            looked_in.append(current_thread())

    parent = QObject()
    first, second = Job(leave_garbage, None, parent), Job(leave_garbage, None, parent)
    gc.callbacks.append(looked)
    try:
        for job in (first, second):
            job.start()
        qtbot.waitUntil(lambda: first.isFinished() and second.isFinished() and gc.isenabled())
    finally:
        gc.callbacks.remove(looked)
    assert set(looked_in) <= {main_thread()}
