"""The hours that phases ask for by week, of which after a change only what may be another is counted anew."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from planner.core.plan import Phase
from planner.core.workload import Load, Work, load_with, work_of


class _Counted(NamedTuple):
    """A phase as it was counted, with the work of each of its channels."""

    phase: Phase
    works: tuple[Work, ...]
    load: Load

    @property
    def dated(self) -> bool:
        """Whether a launch on another day would change it."""
        starts, ends = self.phase.starts, self.phase.ends
        counted = isinstance(starts, int) and isinstance(ends, int)
        return not counted or any(work.dated for work in self.works)


class Loads:
    """Counts the hours of phases, and keeps them by phase and channel."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._launch: date | None = None
        self._counted: dict[str, _Counted] = {}

    def of(self, phases: Iterable[Phase], launch: date | None) -> tuple[Load, ...]:
        """What phases ask for."""
        moved, before = launch != self._launch, self._counted
        self._launch, self._counted = launch, {}
        for phase in phases:
            old = before.get(phase.id)
            if old is None or old.phase is not phase or (moved and old.dated):
                old = _count(phase, launch, _kept(old, moved))
            self._counted[phase.id] = old
        return tuple(each.load for each in self._counted.values())


def _kept(old: _Counted | None, moved: bool) -> dict[int, Work]:
    """The work of channels that has not changed, by the identity of the channel."""
    pairs = zip(old.phase.channels, old.works, strict=True) if old else ()
    return {id(channel): work for channel, work in pairs if not (moved and work.dated)}


def _count(phase: Phase, launch: date | None, known: Mapping[int, Work]) -> _Counted:
    works = tuple(known.get(id(channel)) or work_of(channel, launch) for channel in phase.channels)
    return _Counted(phase, works, load_with(phase, launch, works))
