"""Answers that note what they rest on, so that after a change only what rests on it is worked out anew."""

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


class _Answer(NamedTuple):
    value: Any
    reads: Reads
    make: Callable[[], Any]


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
        self._unsure: set[Hashable] = set()
        self._changed: set[Hashable] = set()
        self._reading: set[Hashable] = set()

    def __len__(self) -> int:
        """How many answers and sets of names are kept."""
        return len(self._answers) + len(self._sets)

    def read(self, name: str) -> Any:
        """What is given under a name, None where nothing is."""
        self._reading.add(name)
        return self._given.get(name)

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What ``make`` works out, which is asked again only when something that it read has changed."""
        self._reading.add(key)
        if self._unsure and key in self._unsure:
            self._look_again(key)
        found = self._answers.get(key)
        if found is None:
            found = self._work_out(key, make)
        answer: T = found.value
        return answer

    def _work_out(self, key: Hashable, make: Callable[[], Any]) -> _Answer:
        before, self._reading = self._reading, set()
        try:
            value, read = make(), self._reading
        finally:
            self._reading = before
        old = self._answers.get(key)
        if old and old.reads == read:
            found = self._answers[key] = _Answer(value, old.reads, make)
        else:
            found = self._answers[key] = _Answer(value, frozenset(read), make)
            self._note_readers(key, found)
        return found

    def _note_readers(self, key: Hashable, answer: _Answer) -> None:
        for name in answer.reads:
            self._readers[name].add(key)

    def noted(self, before: Reads = NOTHING) -> Reads:
        """The names of all that was read since this was last asked; ``before`` itself if it is the same."""
        found = before if self._reading == before else self.kept(self._reading)
        self._reading.clear()
        return found

    def kept(self, names: Iterable[Hashable]) -> Reads:
        """Names as a set to be kept: equal ones, of which there are many, are one and the same."""
        found = frozenset(names)
        return self._sets.setdefault(found, found) if found else NOTHING

    def give(self, given: Mapping[str, Any]) -> Reads:
        """Put other values in the place of those given before; the names of all that is now another."""
        old, self._given = self._given, given
        self._changed = {
            name for name in old.keys() | given.keys() if _differ(old.get(name), given.get(name))
        }
        self._unsure = self._resting_on(self._changed)
        while self._unsure:
            self._look_again(next(iter(self._unsure)))
        return frozenset(self._changed)

    def _resting_on(self, names: Iterable[Hashable]) -> set[Hashable]:
        """The answers that may be others when what has these names is, at however many removes."""
        found: set[Hashable] = set()
        ahead = set(names)
        while ahead:
            above = self._readers.get(ahead.pop(), NO_READERS) - found
            found |= above
            ahead |= above
        return found

    def _look_again(self, key: Hashable) -> None:
        """Bring an answer up to date: first what it rests on, then, where that has changed, itself."""
        self._unsure.discard(key)
        old = self._answers[key]
        for below in old.reads & self._unsure:
            if below in self._unsure:
                self._look_again(below)
        if old.reads.isdisjoint(self._changed):
            return
        if self._work_out(key, old.make).value != old.value:
            self._changed.add(key)

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
            self._note_readers(key, answer)
        self._room = ROOM + 2 * len(self)


def _differ(old: object, new: object) -> bool:
    return old is not new and old != new
