"""Has Python import modules by itself again, without PySide6 reading the source of each.

PySide6 looks there for switches of its ``__feature__``, which nothing here uses, and Python keeps what was
read: once the window stands, that is 5 MB.
"""

import builtins
from importlib import import_module


def import_plainly() -> None:
    """Take what reads the sources, and comes with PySide6, out of the way of imports."""
    import_module("PySide6")
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
