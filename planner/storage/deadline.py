"""Puts an end to what takes too long: for libraries that read files from strangers."""

import sys
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

Made = TypeVar("Made")


class TooLongError(Exception):
    """The work was given up because it took too long."""


class _Late(BaseException):
    """The deadline has passed; no exception that the library would catch on its way."""


def within(seconds: float, work: Callable[[], Made]) -> Made:
    """What ``work`` returns, in so many seconds at most; raises TooLongError after them.

    The clock is looked at whenever a function is called, in this thread, so one long call is not cut short.
    """
    until = monotonic() + seconds
    watching = True

    def look(*_event: object) -> None:
        if watching and monotonic() > until:
            raise _Late

    before = sys.getprofile()
    try:
        sys.setprofile(look)
        return work()
    except _Late:
        raise TooLongError from None
    finally:
        watching = False
        sys.setprofile(before)
