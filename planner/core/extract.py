"""A plan reduced to what a reader is shown, for handing on: what is not listed is not in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from planner.core.plan import Author, Book, Node, Plan
from planner.core.tree import CHILD_SLOTS


@dataclass(frozen=True, slots=True)
class Part:
    """Fields that are shown of one kind of record: of every such record, or of those that ``which`` names."""

    kind: type[Node]
    fields: tuple[str, ...]
    which: Callable[[Plan], Iterable[Node]] | None = None


def extract(plan: Plan, parts: Iterable[Part], reader: str) -> Plan:
    """The plan with these parts and nothing else, marked as an extract for ``reader``.

    A record of which no part speaks is gone, unless one below it stays. Ids stay as they are, so that the
    extract can be held against the plan; what a newer version wrote goes, as nobody knows what it says.
    """
    reduced = _Reduction(plan, parts).reduced
    book, author = reduced(plan.book), reduced(plan.author)
    made = reduced(
        plan, book=book or Book(id=plan.book.id), author=author or Author(id=plan.author.id), extract=reader
    )
    assert isinstance(made, Plan)
    return made


class _Reduction:
    """What is shown of each record of one plan."""

    def __init__(self, plan: Plan, parts: Iterable[Part]) -> None:
        self._every: dict[type[Node], set[str]] = {}
        self._some: dict[str, set[str]] = {}
        for part in parts:
            if part.which is None:
                self._every.setdefault(part.kind, set()).update(part.fields)
            else:
                for node in part.which(plan):
                    self._some.setdefault(node.id, set()).update(part.fields)

    def reduced(self, node: Node, **values: Any) -> Node | None:
        """A record with what is shown of it, or None; ``values`` are fields that are known already."""
        kind = type(node)
        for slot in CHILD_SLOTS.get(kind, ()):
            values[slot] = tuple(filter(None, map(self.reduced, getattr(node, slot))))
        shown = self._every.get(kind, set()) | self._some.get(node.id, set())
        if not shown and not any(values.values()):
            return None
        kept = {name: _ours(getattr(node, name)) for name in shown}
        return kind(id=node.id, **kept, **values)


def _ours(value: Any) -> Any:
    """A field's value, without what a newer version wrote into the small records in it."""
    if isinstance(value, tuple):
        return tuple(map(_ours, value))
    return replace(value, extra={}) if getattr(value, "extra", None) else value
