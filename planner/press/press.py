"""The press as its users see it: it takes an order, and waits for the worker process that makes it."""

import atexit
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from threading import Lock, Thread
from time import monotonic
from typing import BinaryIO, cast

from planner.press import WORKER
from planner.press.frames import Frame, Kind, frames, send
from planner.press.orders import Cancelled, ExportRefused, Made, Order, Progress, Stopped, head_of
from planner.storage.atomic import remove_half_written
from planner.storage.plan_pieces import packed

LOOK = 0.05  # seconds between two looks at whether to stop
GRACE = 3.0  # seconds that a worker has to stop before it is ended
TRIES = 2
GONE = (
    "The document could not be made: the program that makes it ended twice. Nothing was written; try again."
)


class WorkerGoneError(Exception):
    """The worker ended in the middle of an order."""


class Press:
    """Makes one document at a time, in a worker that is started when it is needed and anew when it is gone.

    ``make`` waits, so it belongs into a thread of its own; all other methods return at once, or nearly.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start workers with ``command``."""
        self._command = tuple(command)
        self._busy = Lock()
        self._ended = False
        self._worker: _Worker | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the worker, or None where none runs."""
        return self._worker.pid if self._worker else None

    def warm(self) -> None:
        """Start the worker, so that it is ready when something is ordered."""
        if self._busy.acquire(blocking=False):
            try:
                self._running()
            except (Stopped, OSError):
                pass
            finally:
                self._busy.release()

    def make(self, order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        """Have a document made; ``progress`` is told shares from 0 to 1.

        Raises Stopped once ``cancelled`` says so, and ExportRefused with a sentence where it cannot be done.
        """
        stop = lambda: self._ended or cancelled()  # noqa: E731
        with self._turn(stop):
            for _ in range(TRIES):
                with suppress(WorkerGoneError, OSError):
                    return self._made(order, progress, stop)
            raise ExportRefused(GONE)

    def _made(self, order: Order, progress: Progress, stop: Cancelled) -> Made:
        """What a worker makes; one that has ended is dropped, and no half of a file stays behind."""
        worker = self._running()
        try:
            return worker.make(order, progress, stop)
        except (WorkerGoneError, OSError):
            worker.end()
            self._drop()
            raise
        finally:
            if order.path and not worker.runs:
                remove_half_written(order.path, worker.pid)

    def end(self) -> None:
        """End the worker for good; an order that is being made is stopped first and leaves nothing behind."""
        self._ended = True
        idle = self._busy.acquire(timeout=GRACE)
        self._drop()
        if idle:
            self._busy.release()

    @contextmanager
    def _turn(self, stop: Cancelled) -> Iterator[None]:
        while not self._busy.acquire(timeout=LOOK):
            if stop():
                raise Stopped
        try:
            yield
        finally:
            self._busy.release()

    def _running(self) -> "_Worker":
        if self._ended:
            raise Stopped
        if self._worker is None or not self._worker.runs:
            self._drop()
            self._worker = _Worker(self._command)
            atexit.register(self.end)
        return self._worker

    def _drop(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            worker.end()
            atexit.unregister(self.end)


class _Worker:
    """A worker process, and the thread that takes its answers out of the pipe."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._pipe = cast("BinaryIO", self._process.stdin)
        self._answers: Queue[Frame | None] = Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.pid = self._process.pid

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    def make(self, order: Order, progress: Progress, stop: Cancelled) -> Made:
        for piece in packed(order.plan):
            if stop():
                # The pieces that are there already would be taken for a part of the next order.
                self.end()
                raise Stopped
            send(self._pipe, Kind.PIECE, piece)
        send(self._pipe, Kind.MAKE, head_of(order))
        said = ""
        for frame in self._until_stopped(stop):
            match frame.kind:
                case Kind.SHARE:
                    progress(frame.data[0] / 100)
                case Kind.SAID:
                    said = frame.data.decode()
                case Kind.MADE:
                    return Made(frame.data, said)
                case Kind.REFUSED:
                    raise ExportRefused(frame.data.decode())
                case Kind.STOPPED:
                    break
        raise Stopped

    def end(self) -> None:
        """End the process, and with it the pipes and the listener."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        with suppress(OSError):
            self._pipe.close()
        cast("BinaryIO", self._process.stdout).close()

    def _until_stopped(self, stop: Cancelled) -> Iterator[Frame]:
        """The answers to an order; a worker that does not stop when it should is ended."""
        last = None
        while True:
            with suppress(Empty):
                frame = self._answers.get(timeout=LOOK)
                if frame is None:
                    raise WorkerGoneError
                yield frame
            if last is None and stop():
                last = monotonic() + GRACE
                send(self._pipe, Kind.STOP)
            elif last is not None and monotonic() > last:
                self.end()
                return

    def _listen(self) -> None:
        # What is no frame comes from no worker of ours, or from one out of its mind.
        with suppress(ValueError, MemoryError):
            for frame in frames(cast("BinaryIO", self._process.stdout)):
                self._answers.put(frame)
        self._answers.put(None)


def worker_command() -> tuple[str, ...]:
    """What starts a worker: this program once more."""
    if getattr(sys, "frozen", False):
        return (sys.executable, WORKER)
    # Without -P, modules of the folder that the program was started in would come before our own.
    return (sys.executable, "-P", "-m", "planner", WORKER)
