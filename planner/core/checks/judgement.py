"""One channel as it stands judged, of which only the checks that read what has changed look again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from planner.core.catalog import Platform
from planner.core.checks import age
from planner.core.checks.memory import NOTHING, Reads
from planner.core.checks.readers import Readers
from planner.core.checks.scene import Scene
from planner.core.findings import Finding, Hit
from planner.core.freshness import NOTHING_OLD, Outdated, ShelfLife
from planner.core.plan import Channel, Phase

Check = Callable[[Scene], Iterator[Hit]]


class Judgement:
    """What each check has found in a channel, and what each has read of the background."""

    __slots__ = (
        *("_behind", "_checks", "_found", "_old", "_readers", "_reads", "_scene", "_where"),
        *("channel", "findings"),
    )

    def __init__(
        self, scene: Scene, where: str, checks: Sequence[Check], readers: "Readers[Judgement]"
    ) -> None:
        """Begin with nothing found in the channel, which people know by the name of its place."""
        self.channel = scene.channel
        self.findings: tuple[Finding, ...] = ()
        self._scene = scene
        self._where = where
        self._checks = checks
        self._readers = readers
        self._old: Outdated = NOTHING_OLD
        self._behind: dict[int, tuple[ShelfLife, ...]] = {}
        self._found: dict[int, tuple[Finding, ...]] = {}
        self._reads: dict[int, Reads] = {}

    @property
    def numbers(self) -> Sequence[int]:
        """Those of all checks, and that of the one of what is old."""
        return range(len(self._checks) + 1)

    def judge(self, numbers: Sequence[int]) -> None:
        """Have some checks look, and the one of what is old, the last in number, if that bears on it."""
        last = len(self._checks)
        all_anew = last in numbers
        others = [number for number in numbers if number != last] if all_anew else numbers
        found_other = self._look(others)
        if all_anew:
            self._old = age.old_there(self._scene)
        judged = [number for number in self._found if number != last] if all_anew else found_other
        if self._other_behind(judged) or all_anew:
            found_other += self._look((last,))
        if found_other:
            self.findings = tuple(chain.from_iterable(self._found.values()))

    def _look(self, numbers: Iterable[int]) -> list[int]:
        """Keep what checks find and read; the numbers of those that find anything, or did before."""
        scene, checks, last = self._scene, self._checks, len(self._checks)
        found, reads, rules, where = self._found, self._reads, scene.rules, self._where
        memory = scene.background.memory
        before, found_other, of = len(found), [], Finding.of
        for number in numbers:
            hits = self._old_hits() if number == last else checks[number](scene)
            told = tuple([of(hit, rules, where) for hit in hits])
            if told or number in found:
                found[number] = told
                found_other.append(number)
            read = reads.get(number, NOTHING)
            if memory.reading <= read:  # what it reads no more stays noted: mostly it comes back
                memory.reading.clear()
            else:
                self._note_reads(number, read, memory.noted())
        if len(found) > before:
            self._found = dict(sorted(found.items()))
        return found_other

    def _note_reads(self, number: int, before: Reads, reads: Reads) -> None:
        self._reads[number] = reads
        if before:
            self._readers.forget(self, number, before)
        self._readers.note(self, number, reads)

    def _old_hits(self) -> Iterator[Hit]:
        decided = chain.from_iterable(self._behind[number] for number in sorted(self._behind))
        return age.old_in_channel(self._scene, decided)

    def _other_behind(self, numbers: Iterable[int]) -> bool:
        """Whether something else that is old than before is behind what some checks have found."""
        if not self._old and not self._behind:
            return False
        is_other = False
        for number in numbers:
            behind = age.old_behind(self._old, self._found[number])
            if behind != self._behind.get(number, ()):
                self._behind[number] = behind
                is_other = True
        return is_other

    def leave(self) -> None:
        """Look at nothing any more."""
        for number, reads in self._reads.items():
            self._readers.forget(self, number, reads)

    def rename(self, where: str) -> None:
        """Have the findings name their place as it is called now."""
        self._where = where
        for number, found in self._found.items():
            self._found[number] = tuple(each._replace(where=where) for each in found)
        self.findings = tuple(chain.from_iterable(self._found.values()))


def place_of(channel: Channel, phase: Phase, platform: Platform | None) -> str:
    """The place of a channel in the plan, as people name it."""
    name = platform.full_name if platform else channel.platform
    return f"{name} · {phase.name.strip()}" if phase.name else name
