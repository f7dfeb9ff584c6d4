"""The edits that turn from a channel to another platform, which takes its place or comes beside it."""

from collections.abc import Callable, Iterable
from functools import partial

from planner.core import edits
from planner.core.catalog import Catalog, Platform
from planner.core.changes import Edit
from planner.core.checks.scene import Scene
from planner.core.findings import Fix
from planner.core.tree import Tree
from planner.core.words import Way

Make = Callable[[Tree], Edit]


def replacements(scene: Scene, other: Platform | None) -> list[Fix]:
    """To put another platform in the channel's place, where there is one that can take over."""
    if other is None:
        return []
    label = f"Replace with {other.name}"
    return [Fix(label, partial(_replaced, scene.channel.id, other.id, label))]


def additions(
    scene: Scene,
    other: Platform | None,
    purpose: str,
    *,
    options: tuple[str, ...] = (),
    links: tuple[str, ...] = (),
    here: Make | None = None,
) -> list[Fix]:
    """To keep the channel, and have another platform beside it, where there is one that can take over.

    Options and links move there; ``here`` makes what else has to change in the channel.
    """
    if other is None:
        return []
    label = f"Add {other.name}, and {purpose}"
    return [Fix(label, partial(_added, label, scene.channel.id, other, options, links, here))]


def first_to_take_over(catalog: Catalog, ways: Iterable[Way]) -> Platform | None:
    """The first platform of some ways that can take another's place."""
    return next((catalog.platforms[way.platform] for way in ways if way.takes_over), None)


def _replaced(channel: str, platform: str, label: str, tree: Tree) -> Edit:
    return edits.set_field(tree, channel, "platform", platform, label)


def _added(
    label: str,
    channel: str,
    platform: Platform,
    options: tuple[str, ...],
    links: tuple[str, ...],
    here: Make | None,
    tree: Tree,
) -> Edit:
    added = edits.add_beside(tree, channel, platform, options, links)
    also = here(tree).changes if added and here else ()
    return Edit(label, (*added.changes, *also))
