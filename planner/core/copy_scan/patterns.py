"""Puts patterns together from lists of words."""

import re
from collections.abc import Callable, Iterable


def one_of(words: Iterable[str], spelled: Callable[[str], str] = re.escape) -> str:
    """Any of some words, the longest first."""
    return f"(?:{'|'.join(map(spelled, sorted(words, key=len, reverse=True)))})"
