"""The four changes that exist, and the edit that bundles them under a name."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.core.plan import Node


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a record, with all below it, at a place among its parent's children of that kind."""

    parent: str
    index: int
    record: Node


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a record out, with all below it."""

    id: str


@dataclass(frozen=True, slots=True)
class Move:
    """Put a record elsewhere; ``index`` counts as if it had been taken out first."""

    id: str
    parent: str
    index: int


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Give some fields of a record new values; children and id cannot be rewritten."""

    id: str
    values: Mapping[str, object]


Change = Insert | Remove | Move | Rewrite


@dataclass(frozen=True, slots=True)
class Edit:
    """What a user did: a label to undo it by, and the changes in order."""

    label: str
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)


class ChangeError(Exception):
    """A change that does not fit the plan; its text is a plain sentence."""
