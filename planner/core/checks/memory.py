"""Answers that note what they rest on, so that after a change only what rests on it is worked out anew."""

import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

Reads = frozenset[Hashable]
"""The names of what was read: "book.genre" of what is given, a tuple of what was worked out from that."""

NOTHING: Reads = frozenset()
NO_READERS: set[Hashable] = set()
ROOM = 10_000
ALL_SETTLED = sys.maxsize


class _Answer(NamedTuple):
    """``rank`` is greater than those of all answers that it rests on."""

    value: Any
    reads: Reads
    make: Callable[[], Any]
    rank: int


class Memory:
    """Values that are given by name, and answers that were worked out from them and from each other.

    Who reads an answer rests on the answer, not on what the answer was worked out from: where it comes out
    the same after a change, nothing that read it has to be looked at.
    """

    def __init__(self) -> None:
        """Begin with nothing given."""
        self._given: Mapping[str, Any] = {}
        self._answers: dict[Hashable, _Answer] = {}
        self._readers: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
        self._sets: dict[Reads, Reads] = {}
        self._room = ROOM
        self._changed: set[Hashable] = set()
        self._waiting: set[Hashable] = set()
        self._by_rank: defaultdict[int, list[Hashable]] = defaultdict(list)
        self._settled = ALL_SETTLED
        self.reading: set[Hashable] = set()
        """The names of all that was read since that was last noted."""

    def __len__(self) -> int:
        """How many answers and sets of names are kept."""
        return len(self._answers) + len(self._sets)

    def read(self, name: str) -> Any:
        """What is given under a name, None where nothing is."""
        self.reading.add(name)
        return self._given.get(name)

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What ``make`` works out, which is asked again only when something that it read has changed."""
        self.reading.add(key)
        found = self._answers.get(key)
        if found is None:
            found = self._work_out(key, make)
        elif found.rank >= self._settled:
            found = self._settle(key)
        answer: T = found.value
        return answer

    def _work_out(self, key: Hashable, make: Callable[[], Any]) -> _Answer:
        before, self.reading = self.reading, set()
        try:
            value, read = make(), self.reading
        finally:
            self.reading = before
        old = self._answers.get(key)
        if old and old.reads == read:
            found = self._answers[key] = _Answer(value, old.reads, make, old.rank)
        else:
            found = self._answers[key] = _Answer(value, frozenset(read), make, self._rank_above(read))
            self._note_reader(key, found.reads - old.reads if old else found.reads)
            if old and old.rank < found.rank:
                self._lift(key, found.rank)
        return found

    def _rank_above(self, read: Iterable[Hashable]) -> int:
        """The least rank that is greater than those of what was read; what is given has none."""
        below = map(self._answers.get, read)
        return 1 + max([answer.rank for answer in below if answer], default=0)

    def _note_reader(self, key: Hashable, names: Iterable[Hashable]) -> None:
        for name in names:
            self._readers[name].add(key)

    def _lift(self, key: Hashable, rank: int) -> None:
        """See that all that rests on an answer has a greater rank."""
        for reader in self._readers.get(key, NO_READERS):
            answer = self._answers[reader]
            if answer.rank <= rank:
                self._answers[reader] = answer._replace(rank=rank + 1)
                self._lift(reader, rank + 1)

    def noted(self, before: Reads = NOTHING) -> Reads:
        """The names of all that was read since this was last asked; ``before`` itself if it is the same."""
        found = before if self.reading == before else self.kept(self.reading)
        self.reading.clear()
        return found

    def kept(self, names: Iterable[Hashable]) -> Reads:
        """Names as a set to be kept: equal ones, of which there are many, are one and the same."""
        found = frozenset(names)
        return self._sets.setdefault(found, found) if found else NOTHING

    def give(self, given: Mapping[str, Any]) -> Reads:
        """Put other values in the place of those given before; the names of all that is now another."""
        old, self._given = self._given, given
        self._changed = set()
        for name in old.keys() | given.keys():
            if _differ(old.get(name), given.get(name)):
                self._note_change(name)
        while self._by_rank:
            self._settled = min(self._by_rank)
            for key in self._by_rank.pop(self._settled):
                self._look_again(key)
        self._settled = ALL_SETTLED
        return frozenset(self._changed)

    def _note_change(self, name: Hashable) -> None:
        """Note what is another now; who has read it waits to look again, the lowest in rank first."""
        self._changed.add(name)
        for reader in self._readers.get(name, NO_READERS) - self._waiting:
            answer = self._answers[reader]
            if name in answer.reads:
                self._waiting.add(reader)
                self._by_rank[answer.rank].append(reader)

    def _look_again(self, key: Hashable) -> None:
        """Work an answer out anew if it waits for that."""
        if key in self._waiting:
            old = self._answers[key]
            if self._work_out(key, old.make).value != old.value:
                self._note_change(key)
            self._waiting.discard(key)

    def _settle(self, key: Hashable) -> _Answer:
        """Bring an answer up to date before its turn, for one of lower rank that had not read it before."""
        for below in self._answers[key].reads:
            found = self._answers.get(below)
            if found and found.rank >= self._settled:
                self._settle(below)
        self._look_again(key)
        return self._answers[key]

    def tidy(self, still_read: Iterable[Reads]) -> None:
        """Once there is much that is new, keep only what is still read, and what that rests on."""
        if len(self) <= self._room:
            return
        self._sets = {reads: reads for reads in still_read}
        kept: dict[Hashable, _Answer] = {}
        asked = set(chain.from_iterable(self._sets))
        while asked:
            key = asked.pop()
            answer = self._answers.get(key)
            if answer and key not in kept:
                kept[key] = answer
                asked |= answer.reads
        self._answers = kept
        self._readers.clear()
        for key, answer in kept.items():
            self._note_reader(key, answer.reads)
        self._room = ROOM + 2 * len(self)


def _differ(old: object, new: object) -> bool:
    return old is not new and old != new
