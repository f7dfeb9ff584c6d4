"""Finds names in Japanese or Korean of which a circle or box hides a sign, or parts two: "イ○スタ"."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from planner.core.copy_scan.folding import MASKS, SYLLABLE, Folded, compiled
from planner.core.copy_scan.names import Place

MASK = MASKS[0]
# In shorter names the signs that are left say too little.
FEWEST, SHORTEST_PARTED = 3, 2
PLACED = rf"(?<=[{SYLLABLE}ー]){MASK}"


class MaskedNames:
    """Finds names as contents of one kind."""

    def __init__(self, kind: str, names: Iterable[str]) -> None:
        """Remember the names: most texts have no such sign, so nothing is made ready for them."""
        self._kind, self._given = kind, tuple(names)

    @cached_property
    def _ways(self) -> dict[str, list[tuple[int, str]]]:
        """By the sign before a mask: how many signs of a name stand before it, and how all is written."""
        found: dict[str, list[tuple[int, str]]] = {}
        for name in self._given:
            if compiled(f"[{SYLLABLE}ー]+").fullmatch(name):
                for place in range(1, len(name)):
                    ways = found.setdefault(name[place - 1], [])
                    if len(name) >= FEWEST:
                        ways.append((place, f"{name[:place]}{MASK}{name[place + 1 :]}"))
                    if len(name) >= SHORTEST_PARTED:
                        ways.append((place, f"{name[:place]}{MASK}{name[place:]}"))
        return found

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each masked name with its place among the signs."""
        if folded.kinds.isdisjoint(MASKS):
            return
        signs = folded.signs
        for mask in MASKS[1:]:
            signs = signs.replace(mask, MASK)
        for match in compiled(PLACED).finditer(signs):
            for before, way in self._ways.get(signs[match.start() - 1], ()):
                if signs.startswith(way, match.start() - before):
                    start = match.start() - before
                    yield self._kind, start, start + len(way)
