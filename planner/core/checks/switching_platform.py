"""The edits that turn from a channel to another platform, which takes its place or comes beside it."""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache, partial
from typing import NamedTuple

from planner.core import edits
from planner.core.alternative_words import NOTHING_BETTER, Way
from planner.core.alternatives import main_option
from planner.core.catalog import OWNED, Catalog, Platform
from planner.core.changes import Edit
from planner.core.checks.scene import Scene
from planner.core.citations import Citation, sources_text, with_ways
from planner.core.facts import Clickable
from planner.core.findings import Fix
from planner.core.markets import reaches
from planner.core.phrasing import listed
from planner.core.plan import Channel, Phase
from planner.core.situation import Situation, answered_once
from planner.core.tree import Tree
from planner.core.verdict_words import explain
from planner.core.verdicts import GREY, judge

REMEMBERED = 1000
Make = Callable[[Tree, str], Edit]


@lru_cache(maxsize=REMEMBERED)
def replacements(platform: Platform, other: Platform | None) -> tuple[Fix, ...]:
    """To put another platform in a channel's place, where there is one that can take over.

    It has the same readers: it is of the same kind, or the record names it; and what is the author's own is
    not given up for what is not. Options that cannot work there are left behind, by channel and links.
    """
    if other is None or (OWNED in platform.traits and OWNED not in other.traits):
        return ()
    if other.kind != platform.kind and all(way.platform != other.id for way in platform.ways_on):
        return ()
    label = f"Replace with {other.name}"
    return (Fix(label, partial(_replaced, other, label)),)


def additions(
    other: Platform | None,
    purpose: str,
    *,
    options: tuple[str, ...] = (),
    brings_link: bool = False,
    here: Make | None = None,
) -> tuple[Fix, ...]:
    """To keep the channel, and have another platform beside it, where there is one that can take over.

    Options move there, and the link that the finding concerns where ``brings_link`` says so; ``here`` makes
    what else has to change.
    """
    if other is None:
        return ()
    label = f"Add {other.name}, and {purpose}"
    return (Fix(label, partial(_added, label, other, options, brings_link, here)),)


class There(NamedTuple):
    """Another platform, and the edits that turn to it."""

    other: Platform | None = None
    fixes: tuple[Fix, ...] = ()

    def fixes_for(self, scene: Scene) -> tuple[Fix, ...]:
        """The edits, where the platform has readers in the channel's own market."""
        return self.fixes if self.other and _has_its_readers(scene, self.other) else ()


def first_to_take_over(catalog: Catalog, ways: Iterable[Way], situation: Situation) -> Platform | None:
    """The first platform of some ways that can take another's place."""
    return next(iter(all_to_take_over(catalog, ways, situation)), None)


def all_to_take_over(catalog: Catalog, ways: Iterable[Way], situation: Situation) -> tuple[Platform, ...]:
    """The platforms of some ways that can take another's place, but for those that were turned down."""
    ids = dict.fromkeys(way.platform for way in ways if way.takes_over)
    skipped = situation.skipped if ids else ()
    return tuple(catalog.platforms[id] for id in ids if id not in skipped)


def first_new(scene: Scene, others: tuple[Platform, ...]) -> tuple[Platform | None, str]:
    """The first of some platforms that the channel's phase does not use yet, and what is said of the rest.

    One without readers in the channel's own market is no help.
    """
    if scene.channel.region:
        others = tuple(other for other in others if _has_its_readers(scene, other))
    return _first_new(others, scene.background.used_in(scene.phase_id)) if others else (None, "")


def _has_its_readers(scene: Scene, other: Platform) -> bool:
    region = scene.channel.region
    return not region or reaches(scene.catalog, other, (region,))


@lru_cache(maxsize=REMEMBERED)
def _first_new(others: tuple[Platform, ...], used: frozenset[str]) -> tuple[Platform | None, str]:
    names = [other.name for other in others if other.id in used]
    told = f"{listed(names)} {'stands' if len(names) == 1 else 'stand'} in this phase already."
    return next((other for other in others if other.id not in used), None), told if names else ""


class Elsewhere(NamedTuple):
    """All that the ways to other platforms say, who says it, and what can be done with such a link."""

    text: str
    source: Citation
    there: There


@answered_once
def links_elsewhere(catalog: Catalog, platform: Platform, situation: Situation) -> Elsewhere:
    """Where to turn with links from a platform on which none can stand."""
    words = explain(catalog, platform, judge(catalog, platform, main_option(catalog), situation), situation)
    ways = [way for way in words.ways if way.platform]
    text = " ".join(way.text for way in ways) or NOTHING_BETTER
    other = first_to_take_over(catalog, ways, situation)
    fixes = (*replacements(platform, other), *additions(other, "move the link there", brings_link=True))
    source = with_ways(sources_text(platform, [platform.links]), (way.source for way in ways))
    return Elsewhere(text, source, There(other, fixes))


def _replaced(platform: Platform, label: str, tree: Tree, record: str) -> Edit:
    """The other platform, without what cannot work there; links without a good spot wait for one.

    Changes nothing where the phase uses that platform already.
    """
    channel = tree.get(_channel_of(tree, record), Channel)
    if edits.uses(tree.get(tree.parent(channel.id), Phase), platform):
        return Edit(label, ())
    left = {fact.option for fact in platform.tracking if fact.verdict in GREY}
    fields: list[tuple[str, str, object]] = [
        (channel.id, "platform", platform.id),
        (channel.id, "tracking", _without(left, channel.tracking)),
    ]
    for link in channel.links:
        options = _without(left, link.options)
        fields.append((link.id, "options", options))
        if not _has_room(platform, link.placement, options):
            fields.append((link.id, "placement", ""))
    made = (edits.set_field(tree, id, field, value, label) for id, field, value in fields)
    return Edit(label, tuple(change for each in made for change in each.changes))


def _without(left: Collection[str], options: Iterable[str]) -> tuple[str, ...]:
    return tuple(option for option in options if option not in left)


def _has_room(platform: Platform, placement: str, options: Iterable[str]) -> bool:
    """Whether a link can be clicked at a placement of a platform, and serves there what it carries."""
    spot = platform.placement_fact(placement)
    facts = (platform.tracking_fact(option) for option in options)
    limits = (fact.where for fact in facts if fact and fact.where)
    clickable = spot is not None and spot.clickable is not Clickable.NO
    return clickable and all(placement in where for where in limits)


def _added(
    label: str,
    platform: Platform,
    options: tuple[str, ...],
    brings_link: bool,
    here: Make | None,
    tree: Tree,
    record: str,
) -> Edit:
    links = (record,) if brings_link else ()
    added = edits.add_beside(tree, _channel_of(tree, record), platform, options, links)
    also = here(tree, record).changes if added and here else ()
    return Edit(label, (*added.changes, *also))


def _channel_of(tree: Tree, record: str) -> str:
    """The channel that a record is, or that it stands in."""
    return record if isinstance(tree.find(record), Channel) else tree.parent(record)
