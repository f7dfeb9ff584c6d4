"""The plan as a tree: who is whose parent, and what one change makes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar, cast

from planner.core.changes import Change, ChangeError, Insert, Move, Remove, Rewrite
from planner.core.plan import (
    Account,
    Activity,
    Author,
    Book,
    Channel,
    Goal,
    Link,
    Node,
    Person,
    Phase,
    Plan,
    Recheck,
    Skipped,
)

SLOTS: Mapping[type[Node], str] = {
    Phase: "phases",
    Channel: "channels",
    Activity: "activities",
    Link: "links",
    Goal: "goals",
    Person: "people",
    Account: "accounts",
    Skipped: "skipped",
    Recheck: "rechecks",
}
ONLY_CHILDREN: Mapping[type[Node], str] = {Book: "book", Author: "author"}
CHILD_SLOTS: Mapping[type[Node], tuple[str, ...]] = {
    Plan: ("goals", "people", "accounts", "skipped", "rechecks", "phases"),
    Phase: ("channels",),
    Channel: ("activities", "links"),
}
STRUCTURE = frozenset(SLOTS.values()) | frozenset(ONLY_CHILDREN.values()) | {"id", "extra"}

N = TypeVar("N", bound=Node)


KINDS: tuple[type[Node], ...] = (Plan, *SLOTS, *ONLY_CHILDREN)
EDITABLE: Mapping[type[Node], frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind)) - STRUCTURE for kind in KINDS
}


def children(node: Node) -> Iterator[Node]:
    """All records directly below a record, slot by slot, in order."""
    only = (node.book, node.author) if isinstance(node, Plan) else ()
    return chain(only, *(getattr(node, slot) for slot in CHILD_SLOTS.get(type(node), ())))


def walk(node: Node) -> Iterator[Node]:
    """A record and all below it, parents first."""
    yield node
    for child in children(node):
        yield from walk(child)


@dataclass(frozen=True, slots=True)
class Tree:
    """A plan, and the parent of every record in it by id; it never changes, a change makes another."""

    plan: Plan
    parents: Mapping[str, str]

    @classmethod
    def of(cls, plan: Plan) -> "Tree":
        """The tree of a plan; raises ChangeError when two records share an id."""
        parents: dict[str, str] = {plan.id: ""}
        _adopt(parents, plan)
        return cls(plan, MappingProxyType(parents))

    def find(self, id: str) -> Node:
        """The record with an id; raises ChangeError when there is none."""
        if id == self.plan.id:
            return self.plan
        parent = self.find(self.parent(id))
        return next(child for child in children(parent) if child.id == id)

    def get(self, id: str, kind: type[N]) -> N:
        """The record with an id, which must be of a kind; raises ChangeError otherwise."""
        node = self.find(id)
        if not isinstance(node, kind):
            raise ChangeError(f"the record “{id}” is no {kind.__name__.lower()}")
        return node

    def has(self, id: str) -> bool:
        """Whether a record with that id is in the plan."""
        return id in self.parents

    def parent(self, id: str) -> str:
        """The id of a record's parent, "" for the plan; raises ChangeError when there is no such record."""
        try:
            return self.parents[id]
        except KeyError:
            raise ChangeError(f"the plan has no record “{id}”") from None

    def index(self, id: str) -> int:
        """A record's place among its siblings of the same kind."""
        node = self.find(id)
        siblings = self.siblings(node)
        return next(i for i, sibling in enumerate(siblings) if sibling.id == id)

    def siblings(self, node: Node) -> tuple[Node, ...]:
        """A record and the others of its kind below the same parent, in order."""
        return slot_of(self.find(self.parent(node.id)), type(node))

    def changed(self, change: Change) -> tuple["Tree", Change]:
        """The tree after a change, and the change that undoes it; raises ChangeError when it does not fit."""
        match change:
            case Insert():
                return self._inserted(change)
            case Remove():
                return self._removed(change)
            case Move():
                return self._moved(change)
            case Rewrite():
                return self._rewritten(change)

    def _inserted(self, change: Insert) -> tuple["Tree", Change]:
        parents = dict(self.parents)
        for node in walk(change.record):
            if node.id in parents:
                raise ChangeError(f"the id “{node.id}” is taken")
        parents[change.record.id] = change.parent
        _adopt(parents, change.record)
        plan = self._with_child(change.parent, change.index, change.record)
        return Tree(plan, MappingProxyType(parents)), Remove(change.record.id)

    def _removed(self, change: Remove) -> tuple["Tree", Change]:
        node = self.find(change.id)
        inverse = Insert(self.parent(change.id), self._movable_index(node), node)
        parents = dict(self.parents)
        for gone in walk(node):
            del parents[gone.id]
        return Tree(self._without(node), MappingProxyType(parents)), inverse

    def _moved(self, change: Move) -> tuple["Tree", Change]:
        node = self.find(change.id)
        inverse = Move(change.id, self.parent(change.id), self._movable_index(node))
        slot_of(self.find(change.parent), type(node))
        without = Tree(self._without(node), self.parents)
        plan = without._with_child(change.parent, change.index, node)
        if change.parent == inverse.parent:
            return Tree(plan, self.parents), inverse
        return Tree(plan, MappingProxyType({**self.parents, change.id: change.parent})), inverse

    def _rewritten(self, change: Rewrite) -> tuple["Tree", Change]:
        node = self.find(change.id)
        unknown = set(change.values) - EDITABLE[type(node)]
        if unknown:
            raise ChangeError(f"a {type(node).__name__.lower()} has no field “{min(unknown)}” to rewrite")
        old = {name: getattr(node, name) for name in change.values}
        try:
            new = _replace(node, change.values)
        except ValueError as error:
            raise ChangeError(str(error)) from None
        return Tree(self._replaced(new), self.parents), Rewrite(change.id, old)

    def _movable_index(self, node: Node) -> int:
        if type(node) not in SLOTS:
            raise ChangeError(f"the {type(node).__name__.lower()} cannot be moved or taken out")
        return self.index(node.id)

    def _with_child(self, parent_id: str, index: int, record: Node) -> Plan:
        parent = self.find(parent_id)
        siblings = slot_of(parent, type(record))
        if not 0 <= index <= len(siblings):
            raise ChangeError(f"there is no place {index} among {len(siblings)}")
        slot = SLOTS[type(record)]
        return self._replaced(_replace(parent, {slot: (*siblings[:index], record, *siblings[index:])}))

    def _without(self, node: Node) -> Plan:
        parent = self.find(self.parent(node.id))
        rest = tuple(sibling for sibling in slot_of(parent, type(node)) if sibling is not node)
        return self._replaced(_replace(parent, {SLOTS[type(node)]: rest}))

    def _replaced(self, new: Node) -> Plan:
        """The plan with a record in the place of the one that had its id."""
        while not isinstance(new, Plan):
            parent = self.find(self.parent(new.id))
            only = ONLY_CHILDREN.get(type(new))
            if only:
                new = _replace(parent, {only: new})
            else:
                slot = SLOTS[type(new)]
                siblings = tuple(new if child.id == new.id else child for child in getattr(parent, slot))
                new = _replace(parent, {slot: siblings})
        return new


def slot_of(parent: Node, kind: type[Node]) -> tuple[Node, ...]:
    """The children of one kind below a record; raises ChangeError when it can have none."""
    slot = SLOTS.get(kind)
    if slot not in CHILD_SLOTS.get(type(parent), ()):
        raise ChangeError(f"a {type(parent).__name__.lower()} holds no {kind.__name__.lower()}")
    return cast("tuple[Node, ...]", getattr(parent, slot))


def _replace(node: N, values: Mapping[str, Any]) -> N:
    return replace(node, **values)


def _adopt(parents: dict[str, str], node: Node) -> None:
    for child in children(node):
        if child.id in parents:
            raise ChangeError(f"two records have the id “{child.id}”")
        parents[child.id] = node.id
        _adopt(parents, child)
