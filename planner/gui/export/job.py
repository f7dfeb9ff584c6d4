"""The export at work: a thread of its own that waits for it."""

import gc
from collections.abc import Callable
from threading import Event
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from planner.press.orders import ExportRefused, Stopped

WENT_WRONG = "The file could not be made: {}. Nothing was written."


Asked_contra = TypeVar("Asked_contra", contravariant=True)
Given_co = TypeVar("Given_co", covariant=True)


class Exporter(Protocol[Asked_contra, Given_co]):
    """Takes a request, is told where to report its progress (0 to 1), and asks whether to stop."""

    def __call__(
        self, request: Asked_contra, progress: Callable[[float], None], cancelled: Callable[[], bool], /
    ) -> Given_co:
        """Return what came of it; raises Stopped or ExportRefused."""
        ...


_at_work: set[QThread] = set()


class Job(QThread):
    """Runs an exporter; ``advanced`` tells percents, then one of ``done``, ``failed`` or ``stopped`` comes.

    ``done`` brings what the exporter returned.
    """

    advanced = Signal(int)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(
        self, exporter: Exporter[Asked_contra, Given_co], request: Asked_contra, parent: QObject
    ) -> None:
        """Prepare an export, which is to stop when ``parent`` is gone; ``start`` begins it."""
        super().__init__()
        self._exporter = exporter
        self._request = request
        self._stop = Event()
        parent.destroyed.connect(self.stop)
        self.finished.connect(self._end)

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin; a job at work is kept whatever becomes of its parent: Qt ends a program that loses one."""
        _at_work.add(self)
        # Python looks for garbage in whichever thread it is in, and a window's parts must not go in this one.
        gc.disable()
        super().start(priority)

    def _end(self) -> None:
        self.wait()
        _at_work.discard(self)
        if not _at_work:
            gc.enable()

    def stop(self) -> None:
        """Ask the export to stop as soon as it can."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def run(self) -> None:
        """Export, and say how it ended."""
        try:
            said = self._exporter(self._request, self._advance, self._stop.is_set)
        except Stopped:
            self.stopped.emit()
        except ExportRefused as error:
            self.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001  # whatever it was, the window stays
            self.failed.emit(WENT_WRONG.format(type(error).__name__))
        else:
            self.done.emit(said)

    def _advance(self, share: float) -> None:
        self.advanced.emit(round(100 * share))
