"""Keeps ``None`` alive under PySide6 6.12.0, which would let it die before Python 3.12.

Every call into Qt that returns nothing gives one reference to ``None`` away (measured: 1,000 calls of
``setObjectName`` take 1,000); since Python 3.12 ``None`` is immortal and that does no harm, but before, the
interpreter aborts with "deallocating None" after some thousand calls. 6.11.3 is right.
"""

import ctypes
import sys

ENDLESS = 1 << (8 * ctypes.sizeof(ctypes.c_ssize_t) - 4)


def make_none_last() -> None:
    """Give ``None`` more references than can ever be lost."""
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += ENDLESS
