"""The code points of a text, all at once."""

import sys
from typing import Final

_ENCODING: Final = f"utf-32-{sys.byteorder[0]}e"


def code_points(text: str) -> memoryview:
    """The code point of each character: for long texts many times faster than one by one."""
    return memoryview(text.encode(_ENCODING, "surrogatepass")).cast("I")
