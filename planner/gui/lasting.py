"""Keeps ``None``, ``True`` and ``False`` alive under PySide6 6.12.0, which lets them die before Python 3.12.

Every call into Qt that returns nothing gives one reference to ``None`` away, and every ``emit`` of a signal
one to ``True`` (measured: 1,000 calls take 1,000). Since Python 3.12 they are immortal and that does no
harm, but before, the interpreter aborts with "deallocating None" after some thousand calls, and with
"deallocating True or False" after some 500 signals. 6.11.3 is right.
"""

import ctypes
import sys

CONSTANTS = (None, True, False)
ENDLESS = 1 << (8 * ctypes.sizeof(ctypes.c_ssize_t) - 4)


def make_constants_last() -> None:
    """Give the constants more references than can ever be lost."""
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        for constant in CONSTANTS:
            ctypes.c_ssize_t.from_address(id(constant)).value += ENDLESS
