"""The worker: a process without a window that makes what it is told to on its standard input.

It ends with that pipe, and so with whoever started it.
"""

import gc
import os
import sys
from contextlib import suppress
from queue import Empty, Queue
from threading import Event, Thread
from typing import BinaryIO

from planner.core.platforms import FaultyCatalogError
from planner.press.frames import Kind, frames, send
from planner.press.make import Maker
from planner.press.orders import ExportRefused, Stopped, order_of

IDLE = 300.0  # seconds after which a worker that nobody needs gives its memory back
GRACE = 5.0  # seconds to bring a document to its end when nobody waits for it any more
WENT_WRONG = "The document could not be made: {}. Nothing was written."

Told = tuple[bytes, list[bytes]]


def work() -> int:
    """Make documents until nobody asks any more."""
    gc.disable()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not get among the frames.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(BrokenPipeError):
        Worker(sys.stdin.buffer, answers).serve()
    sys.stderr.flush()
    # At once, as the listener may still be at the pipe.
    os._exit(0)


class Worker:
    """Makes one document after the other, while a thread listens for the next word."""

    def __init__(self, orders: BinaryIO, answers: BinaryIO) -> None:
        """Listen at one pipe, and answer through the other."""
        self._answers = answers
        self._told: Queue[Told | None] = Queue()
        self._stop = Event()
        self._percent = -1
        Thread(target=self._listen, args=(orders,), daemon=True).start()

    def serve(self) -> None:
        """Answer every order; return when the pipe has ended, or nothing came for long."""
        maker = Maker()
        maker.get_ready()
        gc.freeze()
        while told := self._next():
            self._answer(maker, told)
            gc.collect()

    def _next(self) -> Told | None:
        try:
            return self._told.get(timeout=IDLE)
        except Empty:
            return None

    def _listen(self, orders: BinaryIO) -> None:
        pieces: list[bytes] = []
        for frame in frames(orders):
            if frame.kind is Kind.PIECE:
                pieces.append(frame.data)
            elif frame.kind is Kind.MAKE:
                self._stop.clear()
                self._told.put((frame.data, pieces))
                pieces = []
            else:
                self._stop.set()
        self._stop.set()
        self._told.put(None)
        Event().wait(GRACE)
        os._exit(1)

    def _answer(self, maker: Maker, told: Told) -> None:
        self._percent = -1
        try:
            made = maker.make(order_of(*told), self._advance, self._stop.is_set)
        except Stopped:
            send(self._answers, Kind.STOPPED)
        except (ExportRefused, FaultyCatalogError) as error:
            self._refuse(str(error))
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever it was, the worker stays for the next order
            self._refuse(WENT_WRONG.format(type(error).__name__))
        else:
            send(self._answers, Kind.SAID, made.said.encode("utf-8", "replace"))
            send(self._answers, Kind.MADE, made.data)

    def _refuse(self, sentence: str) -> None:
        send(self._answers, Kind.REFUSED, sentence.encode("utf-8", "replace"))

    def _advance(self, share: float) -> None:
        percent = round(100 * share)
        if percent != self._percent:
            self._percent = percent
            send(self._answers, Kind.SHARE, bytes((percent,)))
