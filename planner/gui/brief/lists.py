"""How the brief's lists are read and changed, whether they hold records or plain items."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from planner.core import edits
from planner.core.changes import Edit, Move
from planner.core.days import day_now
from planner.core.ids import new_id
from planner.core.plan import Account, Comp, Edition, Goal, Node, Person, Phase, Plan, Recheck, Skipped
from planner.core.tree import SLOTS, Tree
from planner.core.vocabulary import EditionKind
from planner.gui.brief.tables import Rows
from planner.gui.parts.targets import ItemTarget, RecordTarget, Target

MAKERS: Mapping[str, Callable[[str], Any]] = {
    "goals": lambda _platform: Goal(id=new_id()),
    "people": lambda _platform: Person(id=new_id()),
    "phases": lambda _platform: Phase(id=new_id(), name="New phase"),
    "accounts": lambda platform: Account(id=new_id(), platform=platform),
    "skipped": lambda platform: Skipped(id=new_id(), platform=platform),
    "rechecks": lambda platform: Recheck(id=new_id(), platform=platform),
    "editions": lambda _platform: Edition(kind=EditionKind.EBOOK),
    "comps": lambda _platform: Comp(title=""),
}


def holder_of(plan: Plan, of: str) -> Node:
    """The record that a part of the brief is about."""
    return {"plan": plan, "book": plan.book, "author": plan.author}[of]


def targets(tree: Tree, rows: Rows) -> tuple[Target, ...]:
    """What each row of a list edits."""
    holder = holder_of(tree.plan, rows.of)
    items = getattr(holder, rows.slot)
    if rows.slot in SLOTS.values():
        return tuple(RecordTarget(item.id) for item in items)
    return tuple(ItemTarget(holder.id, rows.slot, place) for place in range(len(items)))


def account_of(tree: Tree, target: Target) -> Account | None:
    """The account that a row edits, or None where it is of something else."""
    record = tree.find(target.key) if tree.has(target.key) else None
    return record if isinstance(record, Account) else None


def adding(tree: Tree, rows: Rows, platform: str) -> Edit:
    """Add a new record or item at the end; where it needs a platform, this one."""
    holder, new = holder_of(tree.plan, rows.of), MAKERS[rows.slot](platform)
    if isinstance(new, Recheck):
        new = replace(new, on=day_now(tree.plan.author.time_zone))
    if isinstance(new, Node):
        return edits.add(tree, holder.id, new, f"Add {rows.one}")
    items = (*getattr(holder, rows.slot), new)
    return edits.set_field(tree, holder.id, rows.slot, items, f"Add {rows.one}")


def removing(tree: Tree, rows: Rows, place: int) -> Edit:
    """Take the record or item at a place out."""
    holder = holder_of(tree.plan, rows.of)
    items = list(getattr(holder, rows.slot))
    gone = items.pop(place)
    if isinstance(gone, Node):
        return edits.remove(tree, [gone.id], rows.one)
    return edits.set_field(tree, holder.id, rows.slot, tuple(items), f"Remove {rows.one}")


def lifting(tree: Tree, rows: Rows, place: int) -> Edit:
    """Move the record or item at a place up by one."""
    holder = holder_of(tree.plan, rows.of)
    items = list(getattr(holder, rows.slot))
    if not 0 < place < len(items):
        return Edit("", ())
    moved = items.pop(place)
    if isinstance(moved, Node):
        return Edit(f"Move {rows.one} up", (Move(moved.id, holder.id, place - 1),))
    items.insert(place - 1, moved)
    return edits.set_field(tree, holder.id, rows.slot, tuple(items), f"Move {rows.one} up")
