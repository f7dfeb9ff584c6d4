"""Has documents made one after the other, of which only the newest counts."""

from PySide6.QtCore import QObject, Signal

from planner.gui.export.job import Exporter, Job
from planner.press.orders import Order


class Refresher(QObject):
    """Makes what was asked for last; what is made for an order before that is stopped.

    One of ``made`` and ``failed`` comes for an order that nothing has taken the place of: the first with what
    ``make`` returned.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, make: Exporter[Order, object], parent: QObject) -> None:
        """Have ``make`` make the documents, in a thread."""
        super().__init__(parent)
        self._make = make
        self._next: Order | None = None
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._job is not None

    def ask(self, order: Order) -> None:
        """Make this next, whatever is being made now."""
        self._next = order
        if self._job:
            self._job.stop()
        else:
            self._begin()

    def stop(self) -> None:
        """Make nothing more."""
        self._next = None
        if self._job:
            self._job.stop()

    def end(self) -> None:
        """Make nothing more, and wait until nothing is made."""
        self.stop()
        if self._job:
            self._job.wait()

    def _begin(self) -> None:
        if self._next is None:
            return
        self._job, self._next = Job(self._make, self._next, self), None
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.finished.connect(self._finished)
        self._job.start()

    def _done(self, made: object) -> None:
        if self._job and not self._job.stopping:
            self.made.emit(made)

    def _failed(self, sentence: str) -> None:
        if self._job and not self._job.stopping:
            self.failed.emit(sentence)

    def _finished(self) -> None:
        if self._job:
            self._job.wait()
            self._job.deleteLater()
        self._job = None
        self._begin()
