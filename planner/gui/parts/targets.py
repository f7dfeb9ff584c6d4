"""What a form writes to: records, items of a record's list, or an account that may not exist yet."""

from dataclasses import dataclass, replace
from typing import Any, Protocol

from planner.core import edits
from planner.core.changes import Edit, Rewrite
from planner.core.ids import new_id
from planner.core.plan import Account
from planner.core.tree import Tree


class Target(Protocol):
    """Where a form's values come from and go to."""

    @property
    def key(self) -> str:
        """What tells this target from others."""

    def value(self, tree: Tree, field: str) -> object:
        """The value of a field now; None where there is no such record."""

    def edit(self, tree: Tree, field: str, value: object, label: str) -> Edit:
        """The edit that gives a field another value."""


@dataclass(frozen=True)
class RecordTarget:
    """A record of the plan, by its id."""

    key: str

    def value(self, tree: Tree, field: str) -> object:
        """The value of a field now."""
        return getattr(tree.find(self.key), field) if tree.has(self.key) else None

    def edit(self, tree: Tree, field: str, value: object, label: str) -> Edit:
        """A rewrite of the one field."""
        return edits.set_field(tree, self.key, field, value, label)


@dataclass(frozen=True)
class ManyTarget:
    """Several records of a kind that are given the same value."""

    ids: tuple[str, ...]

    @property
    def key(self) -> str:
        """The ids in a row."""
        return " ".join(self.ids)

    def value(self, tree: Tree, field: str) -> object:
        """The value that all have, or None."""
        values = [getattr(tree.find(id), field) for id in self.ids if tree.has(id)]
        return values[0] if values and all(value == values[0] for value in values) else None

    def edit(self, tree: Tree, field: str, value: object, label: str) -> Edit:
        """A rewrite of the field in each."""
        changed = [id for id in self.ids if tree.has(id) and getattr(tree.find(id), field) != value]
        return Edit(label, tuple(Rewrite(id, {field: value}) for id in changed))


@dataclass(frozen=True)
class ItemTarget:
    """One item of a list that a record holds, such as an edition of the book."""

    record: str
    name: str
    place: int

    @property
    def key(self) -> str:
        """The record, the list and the place in it."""
        return f"{self.record}.{self.name}.{self.place}"

    def value(self, tree: Tree, field: str) -> object:
        """The value of a field of the item now."""
        items = self._items(tree)
        return getattr(items[self.place], field) if self.place < len(items) else None

    def edit(self, tree: Tree, field: str, value: object, label: str) -> Edit:
        """A rewrite of the whole list, in which one item is another."""
        items: list[Any] = list(self._items(tree))
        items[self.place] = replace(items[self.place], **{field: value})
        return edits.set_field(tree, self.record, self.name, tuple(items), label)

    def _items(self, tree: Tree) -> tuple[Any, ...]:
        return tuple(getattr(tree.find(self.record), self.name))


@dataclass(frozen=True)
class AccountTarget:
    """The author's account on a platform; it is made with the first value that is given."""

    platform: str

    @property
    def key(self) -> str:
        """The platform, as something that is no record's id."""
        return f"account on {self.platform}"

    def value(self, tree: Tree, field: str) -> object:
        """The value of a field now, or what a new account would have."""
        return getattr(tree.plan.account(self.platform) or self._new(), field)

    def edit(self, tree: Tree, field: str, value: object, label: str) -> Edit:
        """A rewrite of the account, or a new one."""
        account = tree.plan.account(self.platform)
        if account:
            return edits.set_field(tree, account.id, field, value, label)
        new: Any = self._new()
        return edits.add(tree, tree.plan.id, replace(new, **{field: value}), label)

    def _new(self) -> Account:
        return Account(id=new_id(), platform=self.platform)
