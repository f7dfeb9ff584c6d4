"""Errors that nobody expected: reported once each, in a sentence, while the program goes on."""

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from planner.core.platforms import FaultyCatalogError

SENTENCE = (
    "Something went wrong inside Frontlist ({error}). Your plan is still open; "
    "save it under another name to be safe. The details are in “{log}”."
)
Where = tuple[str, str, int]


class Mishaps:
    """Takes the place of ``sys.excepthook``; each distinct error is told once and written to a log."""

    def __init__(self, log: Path, tell: Callable[[str], None]) -> None:
        """Write to a log file, and tell the user with ``tell``."""
        self._log = log
        self._tell = tell
        self._told: set[Where] = set()

    def install(self) -> None:
        """Catch every error from now on."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell of an error, unless it was told already."""
        where = place_of(kind, trace)
        if where in self._told:
            return
        self._told.add(where)
        with suppress(OSError):
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                traceback.print_exception(kind, error, trace, file=file)
        known = isinstance(error, FaultyCatalogError)
        self._tell(str(error) if known else SENTENCE.format(error=kind.__name__, log=self._log.name))


def place_of(kind: type[BaseException], trace: TracebackType | None) -> Where:
    """What makes an error distinct: its kind and the line that raised it."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    code = trace.tb_frame.f_code.co_filename if trace else ""
    return kind.__name__, code, trace.tb_lineno if trace else 0
