"""Which way a text runs, told by its letters."""

from typing import Final
from unicodedata import bidirectional

_WAYS: Final = frozenset({"L", "R", "AL"})


def begins_leftwards(text: str, without_letters: bool = False) -> bool:
    """Whether the first letter of the text is of a script from right to left."""
    first = next((way for way in map(bidirectional, text) if way in _WAYS), "")
    return first != "L" if first else without_letters
