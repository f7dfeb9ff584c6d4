"""Checks of a platform against the book: poor fit, its narrow exception, facts in doubt or out of date."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.core import edits
from planner.core.catalog import Platform
from planner.core.checks.scene import Scene
from planner.core.checks.tracking import replacements
from planner.core.facts import Confidence, Conflict, Fact, FitException
from planner.core.findings import Fix, Hit
from planner.core.fit import FitKind, judge_fit
from planner.core.fit_words import FitExplanation, word_fit
from planner.core.instead import main_option, other_platforms
from planner.core.plan import Stance
from planner.core.verdicts import all_of, facts_behind, need_met
from planner.core.words import (
    NOTHING_BETTER,
    Way,
    as_of_text,
    listed,
    lower_first,
    other_platform_ways,
    sources_text,
)

DAYS_IN_A_MONTH = 30.44


def unknown_platform(scene: Scene) -> Iterator[Hit]:
    """A channel on a platform that this catalog does not know."""
    if scene.platform is None:
        yield Hit(
            rule="platform-unknown",
            subject=scene.channel.id,
            values=(("platform", scene.channel.platform),),
        )


def fit(scene: Scene) -> Iterator[Hit]:
    """A platform that suits the book poorly, or only as the platform's narrow exception."""
    if scene.platform is None:
        return
    platform, book = scene.platform, scene.background.book
    verdict = scene.once(("fit",), lambda: judge_fit(scene.catalog, platform, book, scene.account))
    if isinstance(verdict.exception, FitException) and verdict.language and verdict.market:
        yield from _exception(scene, verdict.exception)
    elif verdict.kind is FitKind.POOR:
        words = scene.once(("fit words",), lambda: word_fit(scene.catalog, platform, book, verdict))
        yield _poor(scene, platform, words, scene.once(("ways",), lambda: _ways(scene, platform)))


def _ways(scene: Scene, platform: Platform) -> list[Way]:
    """The platforms that could be used instead."""
    catalog, situation = scene.catalog, scene.situation
    others = other_platforms(catalog, platform, main_option(catalog), situation)
    return [way for other in others for way in other_platform_ways(catalog, platform, other, situation)]


def _poor(scene: Scene, platform: Platform, words: FitExplanation, ways: list[Way]) -> Hit:
    changes = [f"What would change it: {' '.join(words.changes)}"] if words.changes else []
    instead = " ".join((*(way.text for way in ways), *changes)) or NOTHING_BETTER
    return Hit(
        rule="poor-fit",
        subject=scene.channel.id,
        values=(("platform", platform.name), ("reason", words.why), ("way_on", instead)),
        source=words.source,
        fix=next(iter(replacements(scene, ways)), None),
    )


def _exception(scene: Scene, exception: FitException) -> Iterator[Hit]:
    assert scene.platform is not None
    channel = scene.channel.id
    met = all_of(need_met(need, scene.situation) for need in exception.needs)
    values = (("platform", scene.platform.name), ("reason", exception.text))
    source = sources_text(scene.platform, [exception])
    if not met:
        rule = "exception-not-met" if met is False else "exception-not-known"
        yield Hit(rule=rule, subject=channel, values=values, source=source)
    if scene.channel.stance is not Stance.EXPERIMENT:
        fix = Fix(
            "Mark as experiment",
            lambda tree: edits.set_field(tree, channel, "stance", Stance.EXPERIMENT, "Mark as experiment"),
        )
        yield Hit(rule="exception-is-experiment", subject=channel, values=values, source=source, fix=fix)


def disputed_facts(scene: Scene) -> Iterator[Hit]:
    """Facts that the channel rests on and that sources disagree about, with every side."""
    platform = scene.platform
    if platform is None:
        return
    resting_on = facts_behind(platform, scene.channel)
    disputed = [fact for fact in resting_on if fact.confidence is Confidence.DISPUTED]
    for conflict in platform.conflicts:
        facts = _decided_by(conflict, disputed)
        if not facts:
            continue
        sides = " On the other side: ".join(claim.says for claim in conflict.claims)
        yield Hit(
            rule="disputed-fact",
            subject=scene.channel.id,
            values=(("about", lower_first(conflict.about)), ("sides", sides), ("used", conflict.used)),
            source=sources_text(platform, facts),
        )


def _decided_by(conflict: Conflict, facts: list[Fact]) -> list[Fact]:
    """The facts that share a source with a side of the conflict."""
    keys = {key for claim in conflict.claims for key in claim.source}
    return [fact for fact in facts if keys.intersection(fact.source)]


def stale_facts(scene: Scene) -> Iterator[Hit]:
    """Facts that the channel rests on and that nobody has dated within their shelf life."""
    platform = scene.platform
    rule = scene.rules.get("stale-fact")
    if platform is None or rule is None:
        return
    today, shelf_life = scene.background.today, timedelta(days=rule.shelf_months * DAYS_IN_A_MONTH)
    resting_on = facts_behind(platform, scene.channel)
    old = [fact for fact in resting_on if today - fact_day(fact, platform.checked) > shelf_life]
    if old:
        dates = listed(dict.fromkeys(as_of_text(fact.as_of) or "an unknown day" for fact in old))
        yield Hit(
            rule="stale-fact",
            subject=scene.channel.id,
            values=(("platform", platform.name), ("dates", dates), ("fact", old[0].text)),
            source=sources_text(platform, old),
        )


def fact_day(fact: Fact, checked: date) -> date:
    """The last day on which a fact is known to have held: its source's own date, else when it was checked."""
    if not fact.as_of:
        return fact.checked or checked
    try:
        return date.fromisoformat(fact.as_of)
    except ValueError:
        year = fact.as_of[-4:] if fact.as_of[-4:].isdigit() else fact.as_of[:4]
        return date(int(year), 12, 31) if year.isdigit() and int(year) > 0 else checked


CHECKS = (unknown_platform, fit, disputed_facts, stale_facts)
