"""A job at work: it lives until it is over, and stops when nobody waits for it any more."""

from collections.abc import Callable
from threading import Event

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
