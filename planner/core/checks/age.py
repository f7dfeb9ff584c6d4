"""Checks of what a plan rests on: facts on which sources disagree, what is old, and what was looked up."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial

from planner.core import edits
from planner.core.addresses import retailer_of
from planner.core.alternatives import may_lead_to
from planner.core.catalog import Catalog, Platform
from planner.core.changes import Edit
from planner.core.checks.affiliate_links import all_go
from planner.core.checks.background import Background
from planner.core.checks.overview import Overview
from planner.core.checks.scene import Scene
from planner.core.citations import (
    Citation,
    bare_sources_text,
    conflict_sources_text,
    disputed_by,
    sides_text,
)
from planner.core.days import day_text
from planner.core.facts import Conflict
from planner.core.findings import Finding, Fix, Hit
from planner.core.freshness import (
    NOTHING_OLD,
    STALE,
    LookedUp,
    Outdated,
    ShelfLife,
    looked_up_by,
    old_sources,
    outdated_of,
)
from planner.core.ids import new_id
from planner.core.needs import need_met
from planner.core.phrasing import listed, lower_first
from planner.core.plan import Recheck
from planner.core.situation import Situation
from planner.core.tree import Tree

REMEMBERED = 1000
WHOLE = ("", "it", "as a whole")
Values = tuple[tuple[str, str], ...]


def disputed_facts(scene: Scene) -> Iterator[Hit]:
    """Facts that the channel rests on and that sources disagree about, with every side."""
    platform = scene.platform
    if platform is None or not platform.conflicts:
        return
    for conflict in platform.conflicts:
        facts = disputed_by(conflict, scene.resting_on)
        bears = facts or scene.markets.intersection(conflict.markets)
        if bears and _concerns(scene, conflict) and not _agreed(conflict, platform, scene.situation):
            cited = bare_sources_text(platform, facts) if facts else conflict_sources_text(platform, conflict)
            yield Hit(
                rule="disputed-fact",
                subject=scene.channel.id,
                values=(
                    ("about", lower_first(conflict.about)),
                    ("sides", sides_text(conflict)),
                    ("used", conflict.used),
                ),
                source=cited,
            )


def _concerns(scene: Scene, conflict: Conflict) -> bool:
    """Whether a conflict about the tags of some shops bears on the links that carry one, if any does."""
    earning = scene.earning if conflict.retailers else ()
    shops = [retailer_of(scene.catalog, link.target) for link in earning]
    meant = any(shop is None or shop.id in conflict.retailers for shop in shops)
    return not earning or (meant and not all_go(scene, earning))


def _agreed(conflict: Conflict, platform: Platform, situation: Situation) -> bool:
    """Whether all sides are known to say the same of the author's account."""
    types = platform.account_types
    return any(need_met(each, situation, types) for each in conflict.agreed_for)


def old_there(scene: Scene) -> Outdated:
    """What is out of date of all that a finding in a channel may cite, whether or not one does."""
    background, platform = scene.background, scene.platform
    return background.once(_old_there, background, platform) if platform else NOTHING_OLD


def _old_there(background: Background, platform: Platform) -> Outdated:
    return _old_of(background, may_lead_to(background.catalog, platform))


def _old_of(background: Background, ids: Iterable[str]) -> Outdated:
    """What is out of date of some platforms, and of what is known of none."""
    parts = [background.once(_old_one, background, id) for id in ("", *ids)]
    return {life.known: life for part in parts for life in part}


def _old_one(background: Background, id: str) -> tuple[ShelfLife, ...]:
    looked_up = background.once(_looked_up, background)
    return outdated_of(background.catalog, background.rules, looked_up, background.today, id)


def _looked_up(background: Background) -> LookedUp:
    return looked_up_by(background.rechecks, background.today)


def old_behind(old: Outdated, found: Iterable[Finding]) -> tuple[ShelfLife, ...]:
    """What is out of date and has decided something that was found."""
    behind: list[ShelfLife] = []
    known_old = old.keys()
    for finding in found:
        decided = finding.hit.source.known or (finding.broken,)
        if not known_old.isdisjoint(decided):
            behind += filter(None, map(old.get, decided))
    return tuple(behind)


def old_in_channel(scene: Scene, decided: Iterable[ShelfLife]) -> Iterator[Hit]:
    """What the channel rests on, and has decided what was found in it, though it is out of date."""
    background, platform, old = scene.background, scene.platform, old_there(scene)
    resting = (old[fact] for fact in scene.resting_on if fact in old)
    lives = tuple(dict.fromkeys((*resting, *decided)))
    if lives and platform:
        yield _stale(scene.channel.id, *_told_of(scene.catalog, platform, lives, background.today))


def old_in_plan(overview: Overview, found: Iterable[Finding]) -> Iterator[Hit]:
    """What has decided something that was found in the plan as a whole, though it is out of date."""
    catalog, found = overview.catalog, tuple(found)
    gateways = [id for region in catalog.regions.values() if (id := region.gateway)] if found else ()
    old = _old_of(overview.background, dict.fromkeys((*overview.platforms, *gateways)))
    lives = tuple(dict.fromkeys(old_behind(old, found)))
    if lives:
        yield _stale(overview.plan.id, *_told_of(catalog, None, lives, overview.background.today))


def noted_ahead(overview: Overview) -> Iterator[Hit]:
    """Notes that say that something was looked up on a day to come, which do not count before it."""
    for note in overview.background.rechecks:
        if note.on and note.on > overview.background.today:
            platform = overview.catalog.platforms.get(note.platform)
            values = (("what", platform.name if platform else "it"), ("day", day_text(note.on)))
            yield Hit("recheck-in-future", note.id, values)


def _stale(subject: str, values: Values, source: Citation, fix: Fix) -> Hit:
    return Hit(STALE, subject, values, source=source, fixes=(fix,))


# Channels of a platform mostly rest on the same facts.
@lru_cache(maxsize=REMEMBERED)
def _told_of(
    catalog: Catalog, platform: Platform | None, lives: tuple[ShelfLife, ...], today: date
) -> tuple[Values, Citation, Fix]:
    """From when what is old is, what it says, of which platform where that is another, and who says so."""
    home, what, where = (platform.id, platform.name, f"for {platform.name}") if platform else WHOLE
    sentences = " ".join(dict.fromkeys(_sentence(catalog, life, home) for life in lives))
    dates = listed(dict.fromkeys(life.dated for life in lives))
    values = (("where", where), ("dates", dates), ("facts", sentences))
    return values, old_sources(catalog, lives), _note_of(lives, home, today, f"Note that I checked {what}")


def _sentence(catalog: Catalog, life: ShelfLife, home: str) -> str:
    if life.platform in ("", home) or life.said.startswith(catalog.platforms[life.platform].name):
        return life.said
    return f"On {catalog.platforms[life.platform].name}: {life.said}"


def _note_of(lives: tuple[ShelfLife, ...], home: str, today: date, label: str) -> Fix:
    """To note that it was checked, by platform; what is known of none is noted at home."""
    said: dict[str, dict[str, None]] = {}
    for life in lives:
        said.setdefault(life.platform or home, {})[life.said] = None
    return Fix("I checked it today", partial(_noted, said, today, label))


def _noted(said: Mapping[str, Iterable[str]], today: date, label: str, tree: Tree, _: str) -> Edit:
    notes = (Recheck(id=new_id(), platform=id, on=today, facts=tuple(each)) for id, each in said.items())
    made = [edits.add(tree, tree.plan.id, note, label) for note in notes]
    return Edit(label, tuple(change for each in made for change in each.changes))


CHANNEL_CHECKS = (disputed_facts,)
PLAN_CHECKS = (noted_ahead,)
