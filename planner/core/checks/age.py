"""Checks of the facts that a channel rests on: those on which sources disagree, and those that are old."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial

from planner.core import edits
from planner.core.catalog import Platform
from planner.core.checks.background import Background
from planner.core.checks.scene import Scene
from planner.core.citations import as_of_text, bare_sources_text, disputed_by, sides_text
from planner.core.days import last_day, months_after
from planner.core.facts import Confidence, Conflict, Fact
from planner.core.findings import Fix, Hit
from planner.core.ids import new_id
from planner.core.plan import Channel, Recheck
from planner.core.rules import Rule
from planner.core.verdicts import facts_behind
from planner.core.words import listed, lower_first


def disputed_facts(scene: Scene) -> Iterator[Hit]:
    """Facts that the channel rests on and that sources disagree about, with every side."""
    platform = scene.platform
    if platform is None or not platform.conflicts:
        return
    resting_on = _resting_on(platform, scene.channel)
    for conflict in platform.conflicts:
        facts = disputed_by(conflict, resting_on)
        if facts or scene.markets.intersection(conflict.markets):
            yield Hit(
                rule="disputed-fact",
                subject=scene.channel.id,
                values=(
                    ("about", lower_first(conflict.about)),
                    ("sides", sides_text(conflict)),
                    ("used", conflict.used),
                ),
                source=bare_sources_text(platform, facts or _facts_of(platform, conflict)),
            )


def _facts_of(platform: Platform, conflict: Conflict) -> list[Fact]:
    """What the sides of a conflict say, as one disputed fact with all their sources."""
    keys = tuple(dict.fromkeys(key for claim in conflict.claims for key in claim.source))
    return [Fact(text=conflict.about, source=keys, confidence=Confidence.DISPUTED, checked=platform.checked)]


def stale_facts(scene: Scene) -> Iterator[Hit]:
    """Facts that the channel rests on and that no source and no author has dated within their shelf life."""
    platform, rule = scene.platform, scene.rules.get("stale-fact")
    if platform is None or rule is None:
        return
    out_of_date = scene.situation.once(("old facts",), partial(_old_facts, scene.background, platform, rule))
    old = [fact for fact in _resting_on(platform, scene.channel) if fact in out_of_date]
    if old:
        dates = listed(dict.fromkeys(as_of_text(fact.as_of) or "an unknown day" for fact in old))
        yield Hit(
            rule="stale-fact",
            subject=scene.channel.id,
            values=(("platform", platform.name), ("dates", dates), ("fact", old[0].text)),
            source=bare_sources_text(platform, old),
            fixes=(_note_that_it_was_checked(scene, platform, old),),
        )


def _resting_on(platform: Platform, channel: Channel) -> list[Fact]:
    """What a channel rests on, with the conditions and limits of the placements where its links stand."""
    placements = {link.placement for link in channel.links}
    conditions = (fact for fact in platform.conditions if fact.placement in placements)
    limits = (fact for fact in platform.limits if fact.placement in placements)
    return [*facts_behind(platform, channel), *conditions, *limits]


def _old_facts(background: Background, platform: Platform, rule: Rule) -> frozenset[Fact]:
    """The facts of a platform that are past their shelf life, though somebody may rest on none of them."""
    rechecks, today = background.rechecks, background.today
    noted = [each for each in rechecks if each.platform == platform.id and each.on and each.on <= today]
    bounds = (*platform.conditions, *platform.limits)
    facts = (platform.links, *platform.tracking, *platform.placements, *bounds)
    return frozenset(fact for fact in facts if _is_old(fact, platform, rule, noted, today))


def _is_old(fact: Fact, platform: Platform, rule: Rule, noted: Iterable[Recheck], today: date) -> bool:
    looked_up = [each.on for each in noted if each.on and (not each.facts or fact.text in each.facts)]
    held = max([fact_day(fact, platform.checked), *looked_up])
    months = rule.months if fact.shelf_months is None else fact.shelf_months
    return today > months_after(held, months)


def _note_that_it_was_checked(scene: Scene, platform: Platform, old: Iterable[Fact]) -> Fix:
    facts, today = tuple(dict.fromkeys(fact.text for fact in old)), scene.background.today
    label = f"Note that I checked {platform.name}"
    return Fix(
        "I checked it today",
        lambda tree, _: edits.add(
            tree, tree.plan.id, Recheck(id=new_id(), platform=platform.id, on=today, facts=facts), label
        ),
    )


def fact_day(fact: Fact, checked: date) -> date:
    """The last day on which a fact is known to have held: its source's own date, else when it was checked."""
    if not fact.as_of:
        return fact.checked or checked
    with suppress(ValueError):
        return last_day(fact.as_of)
    return checked


CHECKS = (disputed_facts, stale_facts)
