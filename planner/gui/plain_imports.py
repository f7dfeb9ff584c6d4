"""Has Python import modules by itself again, without PySide6 reading the source of each.

PySide6 looks there for switches of its ``__feature__``, which nothing here uses, and Python keeps what was
read: once the window stands, that is 5 MB.
"""

import builtins
import linecache
from importlib import import_module


def import_plainly() -> None:
    """Take PySide6's reader of sources out of the way of imports, and let go of what it has read."""
    import_module("PySide6")
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
    linecache.clearcache()
