"""Checks of alerts about a pre-order: which sends are some, when they go out, and how many there are."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from planner.core.catalog import Catalog, Platform
from planner.core.checks.background import Background
from planner.core.checks.frequencies import lanes
from planner.core.checks.preorders import preorder_hit
from planner.core.checks.scene import Scene
from planner.core.days import when_text
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.phrasing import listed
from planner.core.plan import Activity, Channel
from planner.core.plan_words import beside_release
from planner.core.vocabulary import ActivityKind, State

DAYS, COUNT = "days-before-release", "alerts-per-title"
MEASURES = dict.fromkeys((DAYS, COUNT), "at_most")
REMEMBERED = 1000


def alerts(scene: Scene) -> Iterator[Hit]:
    """Alerts about a pre-order that go out too early, too late, or too often."""
    for limit in scene.limits(DAYS, COUNT) if scene.platform else ():
        yield from (_outside if limit.measure == DAYS else _too_many)(scene, limit)


def _outside(scene: Scene, limit: Limit) -> Iterator[Hit]:
    assert scene.platform is not None
    for send in _alerts(scene.catalog, scene.platform, scene.channel, limit.placement):
        days = scene.days_between(send.due, scene.background.book.release)
        fits = days is None or (limit.at_least or 0) <= days <= (limit.at_most or days)
        if not fits:
            day = when_text(send.due, scene.background.launch)
            values = (("day", day), ("when", beside_release(days or 0)))
            yield preorder_hit(scene, "alert-outside-window", limit, *values, subject=send.id)


def _too_many(scene: Scene, limit: Limit) -> Iterator[Hit]:
    """The alerts of all channels together, told where they go over."""
    assert scene.platform is not None
    over = scene.background.once(_over, scene.background, scene.platform, limit)
    if over and over.channel == scene.channel.id:
        yield preorder_hit(scene, "alerts-too-many", limit, ("count", over.said))


class _Over(NamedTuple):
    """The channel that has the first alert too many, and how many there are in which phases."""

    channel: str
    said: str


def _over(background: Background, platform: Platform, limit: Limit) -> _Over | None:
    """The alerts of all channels of a platform, where they are more than a title may have."""
    found = [
        (background.day(each.due) or date.max, phase, channel.id)
        for phase, channel in lanes(background, platform.id)
        for each in _alerts(background.catalog, platform, channel, limit.placement)
    ]
    if limit.at_most is None or len(found) <= limit.at_most:
        return None
    shares = Counter(phase for _, phase, _ in found)
    where = listed(f"{count} in {phase}" for phase, count in shares.items())
    said = f"{len(found)} alerts ({where})" if len(shares) > 1 else f"{len(found)} alerts"
    *_, channel = sorted(found, key=itemgetter(0))[int(limit.at_most)]
    return _Over(channel, said)


def _alerts(catalog: Catalog, platform: Platform, channel: Channel, placement: str) -> list[Activity]:
    """The alerts of a channel: what is called one, or else each send beside a link for one.

    A send that is called after an alert of another kind is none.
    """
    planned = [each for each in channel.activities if each.state is not State.DROPPED]
    named = [each for each in planned if _is_called(each, catalog.placements[placement].name)]
    if named or all(link.placement != placement for link in channel.links):
        return named
    others = _others_of_its_kind(catalog, platform, placement)
    sends = (each for each in planned if each.kind is ActivityKind.SEND)
    return [each for each in sends if not any(_is_called(each, other) for other in others)]


@lru_cache(maxsize=REMEMBERED)
def _others_of_its_kind(catalog: Catalog, platform: Platform, placement: str) -> tuple[str, ...]:
    """The names of the other placements of a platform that end as that of one does."""
    kind = catalog.placements[placement].name.split()[-1]
    spots = (spot.placement for spot in platform.placements if spot.placement != placement)
    names = (catalog.placements[spot].name for spot in spots)
    return tuple(name for name in names if name.split()[-1] == kind)


def _is_called(activity: Activity, name: str) -> bool:
    return _letters(name) in _letters(activity.title)


@lru_cache(maxsize=REMEMBERED)
def _letters(name: str) -> str:
    """A name without its spaces and hyphens: "Pre-order Alert" and "preorder alert" are one."""
    return "".join(filter(str.isalnum, name.casefold()))


CHECKS = (alerts,)
