"""Who has read what: after a change, only the checks that read something of what is another look again."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from planner.core.checks.memory import Name, Reads

R = TypeVar("R", bound=Hashable)


class Readers(Generic[R]):
    """Readers by the check that they have made and the set of names read for it; many have read the same."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._readers: dict[tuple[Reads, int], set[R]] = {}
        self._by_name: defaultdict[Name, set[tuple[Reads, int]]] = defaultdict(set)

    @property
    def reads(self) -> Iterable[Reads]:
        """Every set of names that somebody has read."""
        return (reads for reads, _ in self._readers)

    def of(self, names: Iterable[Name]) -> Mapping[R, Sequence[int]]:
        """All who have read one of these names or more, with the numbers of the checks that did."""
        by_name = self._by_name
        touched = set().union(*(by_name[name] for name in names if name in by_name))
        found: defaultdict[R, list[int]] = defaultdict(list)
        for read in touched:
            for reader in self._readers[read]:
                found[reader].append(read[1])
        return found

    def note(self, reader: R, number: int, reads: Reads) -> None:
        """Have somebody stand among those whose check has read a set of names, if it names anything."""
        if not reads:
            return
        readers = self._readers.get((reads, number))
        if readers is None:
            readers = self._readers[reads, number] = set()
            for name in reads:
                self._by_name[name].add((reads, number))
        readers.add(reader)

    def forget(self, reader: R, number: int, reads: Reads) -> None:
        """Have somebody no longer stand among those whose check has read a set of names."""
        readers = self._readers.get((reads, number), set())
        readers.discard(reader)
        if not readers and self._readers.pop((reads, number), None) is not None:
            for name in reads:
                self._by_name[name].discard((reads, number))
