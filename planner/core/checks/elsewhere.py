"""The edits that turn from a channel to another platform, which takes its place or comes beside it."""

from collections.abc import Callable, Iterable
from functools import partial

from planner.core import edits
from planner.core.catalog import Platform
from planner.core.changes import Edit
from planner.core.checks.scene import Scene
from planner.core.findings import Fix
from planner.core.tree import Tree
from planner.core.words import Way

Make = Callable[[Tree], Edit]


def replacements(scene: Scene, ways: Iterable[Way]) -> list[Fix]:
    """To put the first platform that can take over in the channel's place, where there is one."""
    other = _first_to_take_over(scene, ways)
    if other is None:
        return []
    label = f"Replace with {other.name}"
    return [Fix(label, partial(_replaced, scene.channel.id, other.id, label))]


def additions(
    scene: Scene,
    ways: Iterable[Way],
    purpose: str,
    *,
    options: tuple[str, ...] = (),
    links: tuple[str, ...] = (),
    here: Make | None = None,
) -> list[Fix]:
    """To keep the channel, and have the first platform that can take over beside it, where there is one.

    Options and links move there; ``here`` makes what else has to change in the channel.
    """
    other = _first_to_take_over(scene, ways)
    if other is None:
        return []
    label = f"Add {other.name}, and {purpose}"
    return [Fix(label, partial(_added, label, scene.channel.id, other, options, links, here))]


def _first_to_take_over(scene: Scene, ways: Iterable[Way]) -> Platform | None:
    for way in ways:
        if way.takes_over:
            return scene.catalog.platforms[way.platform]
    return None


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
