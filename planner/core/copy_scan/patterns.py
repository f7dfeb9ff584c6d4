"""Puts patterns together from lists of words."""

import re
from collections.abc import Callable, Iterable

from planner.core.copy_scan.folding import fold_word


def one_of(words: Iterable[str], spelled: Callable[[str], str] = re.escape) -> str:
    """Any of some words, the longest first."""
    return f"(?:{'|'.join(map(spelled, sorted(words, key=len, reverse=True)))})"


def one_folded(words: Iterable[str]) -> str:
    """Any of some words in plain signs, the longest first."""
    return one_of(map(fold_word, words))
