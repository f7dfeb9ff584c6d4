"""What a user means, as an edit: what would change in the tree, under a label to undo it by.

An edit that would change nothing is empty, and so false.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from planner.core.catalog import Platform
from planner.core.changes import Change, Edit, Insert, Move, Remove, Rewrite
from planner.core.ids import new_id
from planner.core.phrasing import counted
from planner.core.plan import Activity, Channel, Link, Node, Phase, Plan, Skipped
from planner.core.tree import CHILD_SLOTS, ONLY_CHILDREN, Tree, slot_of, walk

REFERENCE = "owner"

N = TypeVar("N", bound=Node)


def add(tree: Tree, parent_id: str, record: Node, label: str, index: int | None = None) -> Edit:
    """Put a record below another, last unless a place is given."""
    if index is None:
        index = len(slot_of(tree.find(parent_id), type(record)))
    return Edit(label, (Insert(parent_id, index, record),))


def add_channels(tree: Tree, phase_id: str, index: int | None, platforms: Sequence[Platform]) -> Edit:
    """Use platforms in a phase, in their order from a place on; last where ``index`` is None."""
    phase = tree.get(phase_id, Phase)
    first = len(phase.channels) if index is None else index
    channels = [Channel(id=new_id(), platform=platform.id) for platform in platforms]
    changes = tuple(Insert(phase_id, first + i, channel) for i, channel in enumerate(channels))
    what = platforms[0].name if len(platforms) == 1 else counted(len(platforms), "platform")
    return Edit(f"Add {what} to {phase_name(phase)}", changes)


def add_suggested(tree: Tree, wanted: Sequence[tuple[str, Channel]]) -> Edit:
    """Add new channels, each at the end of the phase whose id stands before it."""
    room = {phase.id: len(phase.channels) for phase in tree.plan.phases}
    changes = []
    for phase_id, channel in wanted:
        changes.append(Insert(phase_id, room[phase_id], channel))
        room[phase_id] += 1
    return Edit(f"Add {counted(len(changes), 'suggested channel')}", tuple(changes))


def add_beside(
    tree: Tree,
    channel_id: str,
    platform: Platform,
    options: Collection[str] = (),
    links: Iterable[str] = (),
) -> Edit:
    """Keep a channel, and right behind it use another platform, which takes over some options and links.

    What is said openly of links comes with them. Changes nothing where the phase uses that platform already.
    """
    channel = tree.get(channel_id, Channel)
    phase = tree.get(tree.parent(channel_id), Phase)
    label = f"Add {platform.name} to {phase_name(phase)}"
    if uses(phase, platform):
        return Edit(label, ())
    links = tuple(links)
    beside = Channel(
        id=new_id(),
        platform=platform.id,
        aim=channel.aim,
        tracking=tuple(options),
        disclosure=channel.disclosure if links else "",
    )
    left = tuple(option for option in channel.tracking if option not in options)
    changes: list[Change] = [Insert(phase.id, tree.index(channel_id) + 1, beside)]
    changes += set_field(tree, channel_id, "tracking", left, label).changes
    for place, link in enumerate(links):
        changes += (Move(link, beside.id, place), Rewrite(link, {"placement": ""}))
    return Edit(label, tuple(changes))


def move_channels(tree: Tree, ids: Iterable[str], phase_id: str, index: int | None, called: str = "") -> Edit:
    """Bring channels together at a place of a phase, in the order in which they stand.

    ``index`` counts among the phase's channels as they stand now, as a drop between two cards does;
    None means last. ``called`` names the channels in the label.
    """
    phase = tree.get(phase_id, Phase)
    moving = in_order(tree, ids)
    label = f"Move {called or counted(len(moving), 'channel')} to {phase_name(phase)}"
    here = [channel.id for channel in phase.channels]
    place = len(here) if index is None else index
    before = [id for id in here[:place] if id not in moving]
    return Edit(label, tuple(_moves(tree, moving, phase_id, before[-1] if before else "")))


def _moves(tree: Tree, ids: Sequence[str], phase_id: str, after: str) -> Iterator[Change]:
    """The moves that put channels one behind the other, behind the one called ``after`` ("" is the start)."""
    lanes = {phase.id: [channel.id for channel in phase.channels] for phase in tree.plan.phases}
    for id in ids:
        source = tree.parent(id)
        old = lanes[source].index(id)
        del lanes[source][old]
        new = lanes[phase_id].index(after) + 1 if after else 0
        lanes[phase_id].insert(new, id)
        if (source, old) != (phase_id, new):
            yield Move(id, phase_id, new)
        after = id


def shift_channels(tree: Tree, ids: Iterable[str], step: int, called: str = "") -> Edit:
    """Move channels of one phase up (-1) or down (1) by one place."""
    moving = in_order(tree, ids)
    if not moving:
        return Edit("", ())
    phase = tree.get(tree.parent(moving[0]), Phase)
    rows = [row for row, channel in enumerate(phase.channels) if channel.id in moving]
    place = max(0, rows[0] - 1) if step < 0 else min(len(phase.channels), rows[-1] + 2)
    edit = move_channels(tree, [phase.channels[row].id for row in rows], phase.id, place, called)
    where = "up" if step < 0 else "down"
    return Edit(f"Move {called or counted(len(rows), 'channel')} {where}", edit.changes)


def shift_phase_of(tree: Tree, ids: Iterable[str], step: int, called: str = "") -> Edit:
    """Move channels to the phase before (-1) or after (1) the one that the first of them is in."""
    moving = in_order(tree, ids)
    if not moving:
        return Edit("", ())
    phases = tree.plan.phases
    target = tree.index(tree.parent(moving[0])) + step
    if not 0 <= target < len(phases):
        return Edit("", ())
    place = min(tree.index(moving[0]), len(phases[target].channels))
    return move_channels(tree, moving, phases[target].id, place, called)


def remove(tree: Tree, ids: Iterable[str], called: str = "") -> Edit:
    """Take records out; one that goes along with another above it is not named twice."""
    wanted = list(dict.fromkeys(ids))
    gone = [id for id in wanted if not any(above in wanted for above in ancestors(tree, id))]
    if not gone:
        return Edit("", ())
    kind = type(tree.find(gone[0])).__name__.lower()
    what = called or counted(len(gone), kind, "activities" if kind == "activity" else "")
    return Edit(f"Remove {what}", tuple(map(Remove, gone)))


def duplicate(tree: Tree, ids: Iterable[str], called: str = "") -> Edit:
    """Put a copy with ids of its own right after each channel, activity or link."""
    found = sorted(set(ids), key=tree.index, reverse=True)
    changes = tuple(Insert(tree.parent(id), tree.index(id) + 1, fresh(tree.find(id))) for id in found)
    return Edit(f"Duplicate {called or counted(len(found), 'channel')}", changes)


def paste(tree: Tree, phase_id: str, index: int, channels: Sequence[Channel], called: str = "") -> Edit:
    """Put copies of channels, with ids of their own, into a phase from a place on."""
    changes = tuple(Insert(phase_id, index + i, fresh(channel)) for i, channel in enumerate(channels))
    what = called or counted(len(channels), "channel")
    return Edit(f"Paste {what} into {phase_name(tree.get(phase_id, Phase))}", changes)


def add_phase(tree: Tree, name: str, index: int | None = None) -> Edit:
    """Add an empty phase."""
    return add(tree, tree.plan.id, Phase(id=new_id(), name=name), f"Add phase {name}".strip(), index)


def rename_phase(tree: Tree, phase_id: str, name: str) -> Edit:
    """Give a phase another name."""
    return set_field(tree, phase_id, "name", name, f"Rename phase to {name}")


def remove_phase(tree: Tree, phase_id: str) -> Edit:
    """Take a phase out, with its channels."""
    return remove(tree, [phase_id], f"phase {tree.get(phase_id, Phase).name}".strip())


def move_phase(tree: Tree, phase_id: str, step: int) -> Edit:
    """Put a phase earlier (-1) or later (1) among the phases."""
    old = tree.index(phase_id)
    new = min(max(0, old + step), len(tree.plan.phases) - 1)
    label = f"Move phase {phase_name(tree.get(phase_id, Phase))} {'earlier' if step < 0 else 'later'}"
    return Edit(label, (Move(phase_id, tree.plan.id, new),) if new != old else ())


def set_field(tree: Tree, id: str, field: str, value: object, label: str) -> Edit:
    """Give one field of a record another value."""
    same = getattr(tree.find(id), field, None) == value
    return Edit(label, () if same else (Rewrite(id, {field: value}),))


def toggle_tracking(tree: Tree, channel_id: str, option_id: str, on: bool, called: str = "") -> Edit:
    """Switch a tracking option of a channel on or off."""
    now = tree.get(channel_id, Channel).tracking
    rest = tuple(option for option in now if option != option_id)
    wanted = now if on and option_id in now else (*rest, option_id) if on else rest
    label = f"Switch {called or 'tracking'} {'on' if on else 'off'}"
    return set_field(tree, channel_id, "tracking", wanted, label)


def add_activity(tree: Tree, channel_id: str) -> Edit:
    """Add an empty piece of work to a channel."""
    return add(tree, channel_id, Activity(id=new_id()), "Add activity")


def add_link(tree: Tree, channel_id: str) -> Edit:
    """Add an empty link to a channel."""
    return add(tree, channel_id, Link(id=new_id()), "Add link")


def skip_platform(tree: Tree, platform: Platform, reason: str = "") -> Edit:
    """Turn a platform down: its channels go, and it is kept with the reason among the skipped ones."""
    plan = tree.plan
    gone = [channel.id for channel in plan.channels if channel.platform == platform.id]
    changes: list[Change] = [Remove(id) for id in gone]
    if all(skipped.platform != platform.id for skipped in plan.skipped):
        skipped = Skipped(id=new_id(), platform=platform.id, reason=reason)
        changes.append(Insert(plan.id, len(plan.skipped), skipped))
    return Edit(f"Skip {platform.name}", tuple(changes))


def in_order(tree: Tree, ids: Iterable[str]) -> list[str]:
    """The channels among the ids, in the order in which they stand on the board."""
    wanted = set(ids)
    return [channel.id for channel in tree.plan.channels if channel.id in wanted]


def ancestors(tree: Tree, id: str) -> Iterator[str]:
    """The ids of all records above a record, nearest first."""
    while above := tree.parent(id):
        yield above
        id = above


def fresh(node: N) -> N:
    """A copy of a record and all below it, with new ids; what names one of them by its id still does."""
    return _renamed(node, {below.id: new_id() for below in walk(node)})


def _renamed(node: N, ids: Mapping[str, str]) -> N:
    values: dict[str, Any] = {"id": ids[node.id]}
    named = getattr(node, REFERENCE, "")
    if named in ids:
        values[REFERENCE] = ids[named]
    for slot in CHILD_SLOTS.get(type(node), ()):
        values[slot] = tuple(_renamed(child, ids) for child in getattr(node, slot))
    if isinstance(node, Plan):
        values |= {slot: _renamed(getattr(node, slot), ids) for slot in ONLY_CHILDREN.values()}
    return replace(node, **values)


def uses(phase: Phase, platform: Platform) -> bool:
    """Whether a phase has a channel on a platform."""
    return any(channel.platform == platform.id for channel in phase.channels)


def phase_name(phase: Phase) -> str:
    """What a phase is called in a label."""
    return phase.name or "the phase"
