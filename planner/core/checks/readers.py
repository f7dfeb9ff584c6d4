"""Who has read what: after a change, only the checks that read something of what is another look again."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from planner.core.checks.memory import Reads

R = TypeVar("R", bound=Hashable)


class Readers(Generic[R]):
    """Readers by the sets of names that they have read; many have read the same."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._readers: dict[Reads, set[R]] = {}
        self._sets: defaultdict[Hashable, set[Reads]] = defaultdict(set)

    @property
    def reads(self) -> Iterable[Reads]:
        """Every set of names that somebody has read."""
        return self._readers.keys()

    def touched(self, names: Iterable[Hashable]) -> AbstractSet[Reads]:
        """Every set that somebody has read with one of these names in it, or more."""
        sets = self._sets
        return set().union(*(sets[name] for name in names if name in sets))

    def of(self, touched: Iterable[Reads]) -> AbstractSet[R]:
        """All who have read one of these sets of names, or more."""
        return set().union(*(self._readers[reads] for reads in touched))

    def note(self, reader: R, reads: Reads) -> None:
        """Have somebody stand among those who have read a set of names, if it names anything."""
        if not reads:
            return
        readers = self._readers.get(reads)
        if readers is None:
            readers = self._readers[reads] = set()
            for name in reads:
                self._sets[name].add(reads)
        readers.add(reader)

    def forget(self, reader: R, reads: Reads) -> None:
        """Have somebody no longer stand among those who have read a set of names."""
        readers = self._readers.get(reads, set())
        readers.discard(reader)
        if not readers and self._readers.pop(reads, None) is not None:
            for name in reads:
                self._sets[name].discard(reads)
