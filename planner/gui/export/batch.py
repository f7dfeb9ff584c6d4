"""Documents made one after the other, as one piece of work."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, Signal

from planner.export.presets import said_of
from planner.gui.export.job import Exporter, Job
from planner.press.orders import Made, Order


class Batch(QObject):
    """Makes every order in turn; ``advanced`` tells percents of them all.

    Then one of ``done``, ``failed`` and ``stopped`` comes, and ``finished`` last: an order that fails or is
    stopped is the last one. ``made`` says how many were made.
    """

    advanced = Signal(int)
    done = Signal(str)
    failed = Signal(str)
    stopped = Signal()
    finished = Signal()

    def __init__(self, make: Exporter[Order, Made], orders: Sequence[Order], parent: QObject) -> None:
        """Prepare the work; ``start`` begins it."""
        super().__init__(parent)
        self._make = make
        self._orders = tuple(orders)
        self._said: list[str] = []
        self._over = False
        self._job: Job | None = None
        self.made = 0

    def start(self) -> None:
        """Make the first order, or the next."""
        job = self._job = Job(self._make, self._orders[self.made], self)
        job.advanced.connect(self._advance)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)
        job.finished.connect(self._finished)
        job.start()

    def stop(self) -> None:
        """Make nothing more as soon as that can be."""
        self._over = True
        if self._job:
            self._job.stop()

    def _advance(self, percent: int) -> None:
        self.advanced.emit((100 * self.made + percent) // len(self._orders))

    def _done(self, made: object) -> None:
        preset, said = self._orders[self.made].choices.preset, cast("Made", made).said
        self._said += filter(None, [said_of(preset, said) if len(self._orders) > 1 else said])
        self.made += 1
        if self.made == len(self._orders):
            self._over = True
            self.done.emit("\n".join(self._said))
        elif self._over:  # it was to stop, and this one was made all the same
            self.stopped.emit()

    def _failed(self, sentence: str) -> None:
        self._over = True
        self.failed.emit(sentence)

    def _stopped(self) -> None:
        self._over = True
        self.stopped.emit()

    def _finished(self) -> None:
        if self._job:
            self._job.wait()
            self._job.deleteLater()
        self._job = None
        if not self._over:
            self.start()
            return
        self.finished.emit()
