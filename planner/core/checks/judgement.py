"""One channel as it stands judged, of which only the checks that read what has changed look again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from planner.core.catalog import Platform
from planner.core.checks import age
from planner.core.checks.memory import NOTHING, Reads
from planner.core.checks.scene import Scene
from planner.core.facts import Fact
from planner.core.findings import Finding, Hit
from planner.core.plan import Channel, Phase
from planner.core.rules import Rule

Check = Callable[[Scene], Iterator[Hit]]


class Judgement:
    """What each check has found in a channel, and what each has read of the background."""

    __slots__ = (
        *("_checks", "_decided", "_found", "_outdated", "_reads", "_scene", "_where"),
        *("channel", "findings", "reads"),
    )

    def __init__(self, scene: Scene, where: str, checks: Sequence[Check]) -> None:
        """Have all checks look at the channel, which people know by the name of its place."""
        self.channel = scene.channel
        self.findings: tuple[Finding, ...] = ()
        self.reads: Reads = NOTHING
        self._scene = scene
        self._where = where
        self._checks = checks
        self._outdated = age.NOTHING_OLD
        self._decided: tuple[Fact | Rule, ...] = ()
        self._found: dict[int, tuple[Finding, ...]] = {}
        self._reads: dict[int, Reads] = {}
        self._judge(range(len(checks) + 1))

    def judge_again(self, changed: Reads) -> None:
        """Have those checks look again that read something of what has changed."""
        self._judge([number for number, reads in self._reads.items() if not reads.isdisjoint(changed)])

    def _judge(self, numbers: Sequence[int]) -> None:
        """Have some checks look, and the one of old facts, whose number is the last, if that bears on it."""
        last = len(self._checks)
        looks_again = last in numbers
        if looks_again:
            numbers = [number for number in numbers if number != last]
        found_other, read_other = self._look(numbers)
        if looks_again:
            self._outdated = age.outdated(self._scene)
        if looks_again or (found_other and self._outdated is not age.NOTHING_OLD):
            decided = age.old_behind(self._outdated, chain.from_iterable(self._found.values()))
            if looks_again or decided != self._decided:
                self._decided = decided
                found, read = self._look((last,))
                found_other, read_other = found_other or found, read_other or read
        if found_other:
            self._gather()
        if read_other:
            self.reads = self._scene.background.memory.kept(chain.from_iterable(self._reads.values()))

    def _look(self, numbers: Iterable[int]) -> tuple[bool, bool]:
        """Keep what checks find and read; whether they found anything, and whether they read other things."""
        scene, checks, last = self._scene, self._checks, len(self._checks)
        memory = scene.background.memory
        found_other = read_other = False
        for number in numbers:
            hits = [*(age.stale_facts(scene, self._decided) if number == last else checks[number](scene))]
            if hits or number in self._found:
                self._find(number, hits)
                found_other = True
            before = self._reads.get(number, NOTHING)
            reads = memory.noted(before)
            if reads is not before:
                self._reads[number] = reads
                read_other = True
        return found_other, read_other

    def rename(self, where: str) -> None:
        """Have the findings name their place as it is called now."""
        self._where = where
        for number, found in self._found.items():
            self._found[number] = tuple(each._replace(where=where) for each in found)
        self._gather()

    def _find(self, number: int, hits: Iterable[Hit]) -> None:
        rules, where = self._scene.rules, self._where
        is_new = number not in self._found
        self._found[number] = tuple([Finding(hit, rules[hit.rule], where) for hit in hits])
        if is_new:
            self._found = dict(sorted(self._found.items()))

    def _gather(self) -> None:
        self.findings = tuple(chain.from_iterable(self._found.values()))

    @property
    def all_reads(self) -> Iterable[Reads]:
        """What each check has read."""
        return self._reads.values()


def place_of(channel: Channel, phase: Phase, platform: Platform | None) -> str:
    """The place of a channel in the plan, as people name it."""
    name = platform.full_name if platform else channel.platform
    return f"{name} · {phase.name}" if phase.name else name
