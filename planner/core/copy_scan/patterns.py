"""Puts patterns together from lists of words."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from planner.core.copy_scan.folding import compiled, fold_words

IN_BRACKETS = r"\[([^]]+)\]"


def every(words: Iterable[str]) -> Iterator[str]:
    """Each word, with each of the signs in brackets, or of what bars part from them: "扫[码碼|ma]"."""
    for word in words:
        if "[" in word:
            parts = enumerate(compiled(IN_BRACKETS).split(word))
            yield from map("".join, product(*(_choices(part) if n % 2 else (part,) for n, part in parts)))
        else:
            yield word


def _choices(signs: str) -> Iterable[str]:
    single, *longer = signs.split("|")
    return (*single, *longer)


def one_of(words: Iterable[str], spelled: Callable[[str], str] = re.escape) -> str:
    """Any of some words, the longest first."""
    return f"(?:{'|'.join(map(spelled, sorted(words, key=len, reverse=True)))})"


def one_folded(words: Iterable[str]) -> str:
    """Any of some words in plain signs, the longest first."""
    return one_of(fold_words(words))


def one_backwards(words: Iterable[str]) -> str:
    """The same among signs that are read backwards: so what stands before a place is seen at once."""
    return one_of(word[::-1] for word in fold_words(words))
