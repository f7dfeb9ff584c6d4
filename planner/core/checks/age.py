"""Checks of what a plan rests on: facts on which sources disagree, and what is old."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
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
from planner.core.findings import Finding, Fix, Hit
from planner.core.ids import new_id
from planner.core.plan import Recheck
from planner.core.rules import RuleBook
from planner.core.shelf import STALE, Life, Outdated, old_sources, outdated
from planner.core.tree import Tree
from planner.core.words import listed, lower_first

REMEMBERED = 1000


def disputed_facts(scene: Scene) -> Iterator[Hit]:
    """Facts that the channel rests on and that sources disagree about, with every side."""
    platform = scene.platform
    if platform is None or not platform.conflicts:
        return
    for conflict in platform.conflicts:
        facts = disputed_by(conflict, scene.resting_on)
        if facts or scene.markets.intersection(conflict.markets):
            yield Hit(
                rule="disputed-fact",
                subject=scene.channel.id,
                values=(
                    ("about", lower_first(conflict.about)),
                    ("sides", sides_text(conflict)),
                    ("used", conflict.used),
                ),
                source=bare_sources_text(platform, facts)
                if facts
                else conflict_sources_text(platform, conflict),
            )


def all_that_is_old(background: Background, catalog: Catalog, rules: RuleBook) -> Outdated:
    """What is out of date, whether or not anything rests on it."""
    return background.memory.once(("old",), partial(_old, background, catalog, rules))


def _old(background: Background, catalog: Catalog, rules: RuleBook) -> Outdated:
    return outdated(catalog, rules, background.rechecks, background.today)


def old_behind(old: Outdated, found: Iterable[Finding]) -> tuple[Life, ...]:
    """What is out of date and has decided something that was found."""
    behind: list[Life] = []
    for finding in found:
        source = finding.hit.source
        if type(source) is Citation:
            if not old.keys().isdisjoint(source.known):
                behind += [old[known] for known in source.known if known in old]
        elif not source and finding.broken in old:
            behind.append(old[finding.broken])
    return tuple(behind)


def old_in_channel(scene: Scene, decided: Iterable[Life]) -> Iterator[Hit]:
    """What the channel rests on, and has decided what was found in it, though it is out of date."""
    background, platform = scene.background, scene.platform
    old = all_that_is_old(background, scene.catalog, scene.rules)
    resting = (old[fact] for fact in scene.resting_on if fact in old)
    lives = tuple(dict.fromkeys((*resting, *decided)))
    if lives and platform:
        fix = _note_of(lives, platform.id, background.today, f"Note that I checked {platform.name}")
        yield _stale(scene.catalog, scene.channel.id, f"for {platform.name}", lives, fix)


def old_in_plan(overview: Overview, rules: RuleBook, found: Iterable[Finding]) -> Iterator[Hit]:
    """What has decided something that was found in the plan as a whole, though it is out of date."""
    old = all_that_is_old(overview.background, overview.catalog, rules)
    lives = tuple(dict.fromkeys(old_behind(old, found)))
    if lives:
        fix = _note_of(lives, "", overview.background.today, "Note that I checked it")
        yield _stale(overview.catalog, overview.plan.id, "as a whole", lives, fix)


def _stale(catalog: Catalog, subject: str, where: str, lives: tuple[Life, ...], fix: Fix) -> Hit:
    said, source = _told(catalog, lives)
    return Hit(rule=STALE, subject=subject, values=(("where", where), *said), source=source, fixes=(fix,))


# Channels of a platform mostly rest on the same facts.
@lru_cache(maxsize=REMEMBERED)
def _told(catalog: Catalog, lives: tuple[Life, ...]) -> tuple[tuple[tuple[str, str], ...], Citation]:
    """From when what is old is, what it says, and who says so."""
    sentences = " ".join(dict.fromkeys(life.said for life in lives))
    dates = listed(dict.fromkeys(life.dated for life in lives))
    return (("dates", dates), ("facts", sentences)), old_sources(catalog, lives)


@lru_cache(maxsize=REMEMBERED)
def _note_of(lives: tuple[Life, ...], home: str, today: date, label: str) -> Fix:
    """To note that it was checked, by platform; what is known of none is noted at home."""
    said: dict[str, dict[str, None]] = {}
    for life in lives:
        said.setdefault(life.platform or home, {})[life.said] = None
    return Fix("I checked it today", partial(_noted, said, today, label))


def _noted(said: Mapping[str, Iterable[str]], today: date, label: str, tree: Tree, _: str) -> Edit:
    notes = (Recheck(id=new_id(), platform=id, on=today, facts=tuple(each)) for id, each in said.items())
    made = [edits.add(tree, tree.plan.id, note, label) for note in notes]
    return Edit(label, tuple(change for each in made for change in each.changes))


CHECKS = (disputed_facts,)
