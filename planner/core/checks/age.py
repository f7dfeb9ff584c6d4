"""Checks of the facts that a channel rests on: those on which sources disagree, and those that are old."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from planner.core import edits
from planner.core.catalog import Platform
from planner.core.checks.background import Background
from planner.core.checks.scene import Scene
from planner.core.citations import (
    Citation,
    as_of_text,
    bare_sources_text,
    citation,
    disputed_by,
    sides_text,
)
from planner.core.days import day_text, last_day, months_after
from planner.core.facts import Confidence, Conflict, Fact
from planner.core.findings import Finding, Fix, Hit
from planner.core.ids import new_id
from planner.core.plan import Channel, Recheck
from planner.core.rules import Rule, RuleBook
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


class Outdated(NamedTuple):
    """The facts of a platform, and the rules, that nobody has looked up within their shelf life."""

    facts: frozenset[Fact] = frozenset()
    rules: Mapping[str, Rule] = MappingProxyType({})


NOTHING_OLD = Outdated()


def outdated(scene: Scene) -> Outdated:
    """What is out of date, whether or not the channel rests on it."""
    platform, shelf, background = scene.platform, scene.rules.get("stale-fact"), scene.background
    if platform is None or shelf is None:
        return NOTHING_OLD
    facts = scene.situation.once(("old facts",), partial(_old_facts, background, platform, shelf))
    rules = background.memory.once(("old rules",), partial(_old_rules, background, scene.rules, shelf))
    return Outdated(facts, rules) if facts or rules else NOTHING_OLD


def old_behind(old: Outdated, found: Iterable[Finding]) -> tuple[Fact | Rule, ...]:
    """What is out of date and has decided something that was found."""
    facts, rules = old
    behind: list[Fact | Rule] = []
    for finding in found:
        hit = finding.hit
        source = hit.source
        if type(source) is Citation:
            if not facts.isdisjoint(source.facts):
                behind += [fact for fact in source.facts if fact in facts]
        elif not source and hit.rule in rules:
            behind.append(rules[hit.rule])
    return tuple(behind)


def stale_facts(scene: Scene, decided: Sequence[Fact | Rule]) -> Iterator[Hit]:
    """What the channel rests on, and has decided what was found in it, though it is out of date."""
    platform = scene.platform
    if platform is None:
        return
    old = outdated(scene).facts
    resting = [fact for fact in _resting_on(platform, scene.channel) if fact in old]
    facts = [*resting, *(each for each in decided if isinstance(each, Fact))]
    rules = [each for each in decided if isinstance(each, Rule)]
    if facts or rules:
        yield _stale(scene, platform, list(dict.fromkeys(facts)), list(dict.fromkeys(rules)))


def _stale(scene: Scene, platform: Platform, facts: list[Fact], rules: list[Rule]) -> Hit:
    dated = [as_of_text(fact.as_of) or day_text(fact.checked or platform.checked) for fact in facts]
    dates = dict.fromkeys((*dated, *(day_text(rule.checked) for rule in rules)))
    sentences = tuple(dict.fromkeys((*(fact.text for fact in facts), *map(_named, rules))))
    sources = (bare_sources_text(platform, facts), *(citation(rule.sources, rule.checked) for rule in rules))
    return Hit(
        rule="stale-fact",
        subject=scene.channel.id,
        values=(("platform", platform.name), ("dates", listed(dates)), ("fact", sentences[0])),
        source=" ".join(dict.fromkeys(filter(None, sources))),
        fixes=(_note_that_it_was_checked(scene, platform, sentences),),
    )


def _named(rule: Rule) -> str:
    """A rule as a sentence that a note of what was looked up can hold."""
    return f"The rule “{rule.title}”."


def _resting_on(platform: Platform, channel: Channel) -> list[Fact]:
    """What a channel rests on, with the conditions and limits of the placements where its links stand."""
    placements = {link.placement for link in channel.links}
    conditions = (fact for fact in platform.conditions if fact.placement in placements)
    limits = (fact for fact in platform.limits if fact.placement in placements)
    return [*facts_behind(platform, channel), *conditions, *limits]


def _old_rules(background: Background, rules: RuleBook, shelf: Rule) -> Mapping[str, Rule]:
    """The rules with sources of their own to look at, which nobody has looked at within their shelf life."""
    today = background.today
    noted = [each for each in background.rechecks if each.on and each.on <= today]

    def held(rule: Rule) -> date:
        return max([rule.checked, *(each.on for each in noted if each.on and _named(rule) in each.facts)])

    read = (rule for rule in rules.values() if any(source.url for source in rule.sources))
    return {rule.id: rule for rule in read if today > months_after(held(rule), shelf.months)}


def _old_facts(background: Background, platform: Platform, rule: Rule) -> frozenset[Fact]:
    """The facts of a platform that are past their shelf life, though somebody may rest on none of them."""
    rechecks, today = background.rechecks, background.today
    noted = [each for each in rechecks if each.platform == platform.id and each.on and each.on <= today]
    return frozenset(fact for fact in _deciding(platform) if _is_old(fact, platform, rule, noted, today))


def _deciding(platform: Platform) -> Iterator[Fact]:
    """The facts of a platform that can decide something."""
    yield from (platform.links, *platform.tracking, *platform.placements)
    yield from (*platform.conditions, *platform.limits, *platform.disclosure)
    yield from (*platform.promotion_rules, *platform.quiet_hours, *platform.prerequisites)
    yield from (*platform.fit.evidence, *platform.fit.cautions)
    yield from filter(None, (platform.copy, platform.fit.exception))


def _is_old(fact: Fact, platform: Platform, rule: Rule, noted: Iterable[Recheck], today: date) -> bool:
    looked_up = [each.on for each in noted if each.on and (not each.facts or fact.text in each.facts)]
    held = max([fact_day(fact, platform.checked), *looked_up])
    months = rule.months if fact.shelf_months is None else fact.shelf_months
    return today > months_after(held, months)


def _note_that_it_was_checked(scene: Scene, platform: Platform, facts: tuple[str, ...]) -> Fix:
    today, label = scene.background.today, f"Note that I checked {platform.name}"
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


CHECKS = (disputed_facts,)
