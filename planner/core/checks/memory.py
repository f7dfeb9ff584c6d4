"""Answers that note what they rest on, so that after a change only what rests on it is worked out anew."""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Asked = tuple[Any, ...]

ROOM = 10_000
ALL_SETTLED = sys.maxsize


class Answer:
    """What a function answered, and what that rests on; those who read it rest on it in turn.

    ``key`` is the function with all that it is asked of.

    ``rank`` is greater than those of all answers that it rests on; ``waits`` says that it is to be looked at
    again.
    """

    __slots__ = ("key", "rank", "reads", "value", "waits")

    def __init__(self, key: Asked) -> None:
        """Begin without a value."""
        self.key = key
        self.rank = 1
        self.reads: Reads = NOTHING
        self.value: Any = None
        self.waits = False


Name = str | Answer
"""What is read: "book.genre" of what is given, an answer of what was worked out from that."""

Reads = frozenset[Name]

NOTHING: Reads = frozenset()
NO_READERS: frozenset[Answer] = frozenset()


class Memory:
    """Values that are given by name, and answers that were worked out from them and from each other.

    Who reads an answer rests on the answer, not on what the answer was worked out from: where it comes out
    the same after a change, nothing that read it has to be looked at.
    """

    def __init__(self) -> None:
        """Begin with nothing given."""
        self._given: Mapping[str, Any] = {}
        self._answers: dict[Asked, Answer] = {}
        self._readers: defaultdict[Name, set[Answer]] = defaultdict(set)
        self._sets: dict[Reads, Reads] = {}
        self._room = ROOM
        self._changed: set[Name] = set()
        self._by_rank: defaultdict[int, list[Answer]] = defaultdict(list)
        self._settled = ALL_SETTLED
        self.reading: set[Name] = set()
        """The names of all that was read since that was last noted."""

    def __len__(self) -> int:
        """How many answers and sets of names are kept."""
        return len(self._answers) + len(self._sets)

    def read(self, name: str) -> Any:
        """What is given under a name, None where nothing is."""
        self.reading.add(name)
        return self._given.get(name)

    def once(self, make: Callable[[*Ts], T], *args: *Ts) -> T:
        """What ``make`` answers, which is asked again only when something that it read has changed."""
        key = (make, *args)
        found = self._answers.get(key)
        if found is None:
            found = Answer(key)
            self._work_out(found)
            self._answers[key] = found
        elif found.rank >= self._settled:
            self._settle(found)
        self.reading.add(found)
        value: T = found.value
        return value

    def _work_out(self, answer: Answer) -> None:
        before, self.reading = self.reading, set()
        try:
            answer.value = answer.key[0](*answer.key[1:])
            if self.reading != answer.reads:
                self._rest_on(answer, frozenset(self.reading))
        finally:
            self.reading = before

    def _rest_on(self, answer: Answer, reads: Reads) -> None:
        """Have an answer rest on what it has read, and no longer on what it read before."""
        for name in answer.reads - reads:
            self._readers[name].discard(answer)
        for name in reads - answer.reads:
            self._readers[name].add(answer)
            if isinstance(name, Answer) and name.rank >= answer.rank:
                self._lift(answer, name.rank + 1)
        answer.reads = reads

    def _lift(self, answer: Answer, rank: int) -> None:
        """Give an answer a rank, and see that all that rests on it has a greater one."""
        answer.rank = rank
        for reader in self._readers.get(answer, NO_READERS):
            if reader.rank <= rank:
                self._lift(reader, rank + 1)

    def noted(self) -> Reads:
        """The names of all that was read since this was last asked."""
        found = self.kept(self.reading)
        self.reading.clear()
        return found

    def kept(self, names: Iterable[Name]) -> Reads:
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
            for answer in self._by_rank.pop(self._settled):
                self._look_again(answer)
        self._settled = ALL_SETTLED
        return frozenset(self._changed)

    def _note_change(self, name: Name) -> None:
        """Note what is another now; who has read it waits to look again, the lowest in rank first."""
        self._changed.add(name)
        for reader in self._readers.get(name, NO_READERS):
            if not reader.waits:
                reader.waits = True
                self._by_rank[reader.rank].append(reader)

    def _look_again(self, answer: Answer) -> None:
        """Work an answer out anew if it waits for that."""
        if answer.waits:
            old = answer.value
            self._work_out(answer)
            answer.waits = False
            if answer.value != old:
                self._note_change(answer)

    def _settle(self, answer: Answer) -> None:
        """Bring an answer up to date before its turn, for one of lower rank that had not read it before."""
        for below in answer.reads:
            if isinstance(below, Answer) and below.rank >= self._settled:
                self._settle(below)
        self._look_again(answer)

    def tidy(self, still_read: Iterable[Reads]) -> None:
        """Once there is much that is new, keep only what is still read, and what that rests on."""
        if len(self) <= self._room:
            return
        self._sets = {reads: reads for reads in still_read}
        kept: dict[Asked, Answer] = {}
        asked = set(chain.from_iterable(self._sets))
        while asked:
            answer = asked.pop()
            if isinstance(answer, Answer) and answer.key not in kept:
                kept[answer.key] = answer
                asked |= answer.reads
        self._answers = kept
        self._readers.clear()
        for answer in kept.values():
            for name in answer.reads:
                self._readers[name].add(answer)
        self._room = ROOM + 2 * len(self)


def _differ(old: object, new: object) -> bool:
    return old is not new and old != new
