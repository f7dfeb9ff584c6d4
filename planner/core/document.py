"""The open plan: the one place where it changes, and who is told."""

from typing import Protocol

from planner.core.changes import Change, Edit
from planner.core.plan import Plan
from planner.core.tree import Tree


class Watcher(Protocol):
    """Is told of every change, once before it happens and once after."""

    def before(self, tree: Tree, change: Change) -> None:
        """The change is about to be made to this tree."""

    def after(self, tree: Tree, change: Change) -> None:
        """The change was made, and this is the tree now."""


class Document:
    """A plan that changes by edits only."""

    def __init__(self, plan: Plan) -> None:
        """Open a plan; raises ChangeError when two of its records share an id."""
        self._tree = Tree.of(plan)
        self._watchers: list[Watcher] = []

    @property
    def tree(self) -> Tree:
        """The plan as a tree, as it is now."""
        return self._tree

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._tree.plan

    def watch(self, watcher: Watcher) -> None:
        """Tell a watcher of every change from now on."""
        self._watchers.append(watcher)

    def apply(self, edit: Edit) -> Edit:
        """Make an edit's changes in order, and return the edit that undoes them.

        Raises ChangeError, with nothing changed and nobody told, when any of them does not fit.
        """
        steps: list[tuple[Change, Tree]] = []
        undo: list[Change] = []
        tree = self._tree
        for change in edit.changes:
            tree, inverse = tree.changed(change)
            steps.append((change, tree))
            undo.append(inverse)
        for change, after in steps:
            self._step(change, after)
        return Edit(edit.label, tuple(reversed(undo)))

    def _step(self, change: Change, after: Tree) -> None:
        for watcher in self._watchers:
            watcher.before(self._tree, change)
        self._tree = after
        for watcher in self._watchers:
            watcher.after(after, change)
