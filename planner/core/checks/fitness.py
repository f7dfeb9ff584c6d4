"""Checks of a platform against the book: poor fit, and its narrow exception."""

from collections.abc import Iterator

from planner.core import edits
from planner.core.catalog import Platform
from planner.core.checks.scene import Scene
from planner.core.checks.tracking import replacements
from planner.core.facts import FitException
from planner.core.findings import Fix, Hit
from planner.core.fit import FitKind, FitVerdict, judge_fit
from planner.core.fit_words import FitExplanation, word_fit
from planner.core.instead import main_option, other_platforms
from planner.core.plan import Stance
from planner.core.verdicts import all_of, need_met
from planner.core.words import NOTHING_BETTER, Way, other_platform_ways, sources_text


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
    verdict = _judged(scene, platform)
    if verdict.exception and verdict.language and verdict.market:
        yield from _exception(scene, verdict.exception)
    elif verdict.kind is FitKind.POOR:
        words = scene.once(
            ("fit words",), lambda: word_fit(scene.catalog, platform, book, _judged(scene, platform))
        )
        yield _poor(scene, platform, words, scene.once(("ways",), lambda: _ways(scene, platform)))


def _judged(scene: Scene, platform: Platform) -> FitVerdict:
    """How well the platform suits the book, worked out once for all its channels."""
    book = scene.background.book
    return scene.once(("fit",), lambda: judge_fit(scene.catalog, platform, book, scene.account))


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


CHECKS = (unknown_platform, fit)
