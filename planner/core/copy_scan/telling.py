"""Knows by what stands right around a phrase that a sentence only tells of it."""

from collections.abc import Iterable

from planner.core.copy_scan.folding import compiled
from planner.core.copy_scan.names import AFTER, NEAR
from planner.core.copy_words import ToldWords

QUOTES = "\"'“”„‘’«»「」『』"
ENDS = f"[.!?…。！？]?[{QUOTES}]"


class Telling:
    """Knows all that may stand around such a phrase."""

    def __init__(self, rows: Iterable[ToldWords]) -> None:
        """Prepare the words; what may stand behind any phrase is looked for first, at one go."""
        rows = tuple(rows)
        alone = (each for row in rows if not (row.behind or row.quoted) for each in row.before)
        self._alone = tuple(f"{each} " for each in alone)
        self._rows = tuple(_Row(row) for row in rows if row.behind or row.quoted)
        self._behind_any = "|".join(row.behind for row in self._rows)

    def is_of(self, signs: str, start: int, end: int) -> bool:
        """Whether a sentence only tells of what stands at a place."""
        if signs.endswith(self._alone, 0, start):
            return True
        if compiled(self._behind_any).match(signs, end) is None:
            return False
        return any(row.stands_around(signs, start, end) for row in self._rows)


class _Row:
    """What stands before a phrase together with what stands behind it."""

    def __init__(self, words: ToldWords) -> None:
        self._before = tuple(f" {each}" for each in words.before)
        self._quoted = words.quoted
        behind = rf" ?(?:{'|'.join(words.behind)}){AFTER}" if words.behind else ""
        self.behind = f"{ENDS if words.quoted else ''}{behind}"

    def stands_around(self, signs: str, start: int, end: int) -> bool:
        if compiled(self.behind).match(signs, end) is None:
            return False
        before = f" {signs[max(0, start - NEAR) : start]}"
        if self._quoted and not before.endswith(tuple(QUOTES)):
            return False
        return not self._before or before.rstrip(f" :,{QUOTES}").endswith(self._before)
