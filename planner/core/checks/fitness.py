"""Checks of a platform against the book: poor fit, its narrow exception, and where it is not offered."""

from collections.abc import Iterator
from decimal import Decimal
from heapq import nlargest
from typing import NamedTuple

from planner.core import edits
from planner.core.alternative_words import NOTHING_BETTER, ways_elsewhere
from planner.core.alternatives import main_option
from planner.core.catalog import SERVES_EBOOK, Catalog, Platform
from planner.core.changes import Edit
from planner.core.checks.background import Background
from planner.core.checks.scene import Scene
from planner.core.checks.switching_platform import all_to_take_over, first_new, replacements
from planner.core.citations import Citation, entry_text, sources_text, with_ways
from planner.core.findings import Fix, Hit
from planner.core.fit import FitKind, FitVerdict, fit_for
from planner.core.fit_facts import FitException
from planner.core.fit_words import need_text, word_fit_in_short
from planner.core.markets import EVERYWHERE, in_its_markets, is_offered, reaches
from planner.core.names import market_said, markets_said
from planner.core.needs import all_of, need_met, parts
from planner.core.phrasing import listed
from planner.core.rule_ids import RuleId
from planner.core.situation import Situation, answered_once
from planner.core.tree import Tree
from planner.core.vocabulary import Aim, Stance


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
    told = _told(scene.catalog, scene.platform, scene.situation)
    if isinstance(told, FitException):
        yield from _exception(scene, told)
    elif told:
        yield _poor(scene, told)


class _Poor(NamedTuple):
    """What is said of a poor fit, the same for all channels on a platform."""

    values: tuple[tuple[str, str], ...]
    source: Citation
    others: tuple[Platform, ...]


@answered_once
def _told(catalog: Catalog, platform: Platform, situation: Situation) -> FitException | _Poor | None:
    """What there is to say of a fit that is not a good one: the narrow exception, or why it is poor."""
    verdict = fit_for(catalog, platform, situation)
    if verdict.exception and verdict.language and verdict.market:
        return verdict.exception
    if verdict.kind is not FitKind.POOR or _only_exclusive(platform, verdict):
        return None
    return _said_of_poor(catalog, platform, situation, verdict)


def _only_exclusive(platform: Platform, verdict: FitVerdict) -> bool:
    """Whether KDP Select alone rules the platform out, of which the checks of terms speak, by its days."""
    deciding = [fact.case for fact in verdict.speaking_against if fact.decides]
    suits = verdict.language and verdict.market and verdict.strong is not False
    exclusive = bool(deciding) and all(case and case.kdp_select for case in deciding)
    return suits and exclusive and SERVES_EBOOK in platform.traits


def _said_of_poor(catalog: Catalog, platform: Platform, situation: Situation, verdict: FitVerdict) -> _Poor:
    """Why the platform suits the book poorly, and what could be used instead."""
    words = word_fit_in_short(catalog, platform, situation.book, verdict)
    ways = ways_elsewhere(catalog, platform, main_option(catalog), situation)
    changes = f"What would change it: {' '.join(words.changes)}" if words.changes else ""
    way_on = " ".join(way.text for way in ways) or ("" if changes else NOTHING_BETTER)
    said = (("reason", words.why), ("way_on", way_on), ("changes", changes))
    source = with_ways(words.source, (way.source for way in ways))
    return _Poor((("platform", platform.name), *said), source, all_to_take_over(catalog, ways, situation))


def _poor(scene: Scene, told: _Poor) -> Hit:
    assert scene.platform is not None
    other, used = first_new(scene, told.others)
    values, fixes = (*told.values, ("used", used)), replacements(scene.platform, other)
    return Hit("poor-fit", scene.channel.id, values, source=told.source, fixes=fixes)


def _exception(scene: Scene, exception: FitException) -> Iterator[Hit]:
    assert scene.platform is not None
    channel = scene.channel.id
    types = scene.platform.account_types
    wanted = (part for need in exception.needs for part in parts(need))
    answers = [(part, need_met(part, scene.situation, types)) for part in wanted]
    met = all_of(answer for _, answer in answers)
    values = (("platform", scene.platform.name), ("reason", exception.text))
    source = sources_text(scene.platform, [exception])
    if not met:
        rule: RuleId = "exception-not-met" if met is False else "exception-not-known"
        missing = " ".join(need_text(scene.catalog, part) for part, answer in answers if answer is met)
        yield Hit(rule=rule, subject=channel, values=(*values, ("missing", missing)), source=source)
    if scene.channel.stance is not Stance.EXPERIMENT:
        fixes = (Fix("Mark as experiment", _marked),)
        yield Hit(rule="exception-is-experiment", subject=channel, values=values, source=source, fixes=fixes)
    carries = [what for what in (_after_sales(scene), _weight_in_money(scene)) if what]
    if carries:
        reason = exception.text if scene.channel.stance is Stance.EXPERIMENT else ""  # else it is said above
        told = (*values[:1], ("reason", reason), ("what", " and ".join(carries)))
        yield Hit(rule="experiment-carries-much", subject=channel, values=told, source=source)


def _after_sales(scene: Scene) -> str:
    return "is after sales" if scene.channel.aim is Aim.SALES else ""


def _weight_in_money(scene: Scene) -> str:
    """What is said of a channel that takes half of the brief's money or most of all, as a sentence's end."""
    given, brief = scene.channel.budget, scene.background.plan.budget
    if given is None or not given.amount:
        return ""
    if brief is not None and given.currency == brief.currency and given.amount * 2 >= brief.amount:
        return f"takes {given.text} of the {brief.text} that you have"
    _, second = scene.background.once(_two_largest, scene.background, given.currency)
    return f"takes {given.text}, more than any other" if 0 < second < given.amount else ""


def _two_largest(background: Background, currency: str) -> list[Decimal]:
    """The two largest sums that channels are given, nothing where another is in another currency."""
    given = [money for channel in background.plan.channels if (money := channel.budget)]
    sums = [money.amount for money in given if money.currency == currency]
    return nlargest(2, (Decimal(), Decimal(), *(sums if len(sums) == len(given) else ())))


def _marked(tree: Tree, channel: str) -> Edit:
    return edits.set_field(tree, channel, "stance", Stance.EXPERIMENT, "Mark as experiment")


def region(scene: Scene) -> Iterator[Hit]:
    """A channel for a market where the platform is not offered or hardly used, though it is in others."""
    platform, market = scene.platform, scene.catalog.regions.get(scene.channel.region)
    if platform is None or market is None or reaches(scene.catalog, platform, (market.id,)):
        return
    if not in_its_markets(scene.catalog, platform, scene.situation):
        return
    offered = is_offered(scene.catalog, platform, market.id)
    rule: RuleId = "platform-hardly-used" if offered else "platform-not-offered"
    reason = _readers_text(scene.catalog, platform) if offered else platform.region_note
    values = (("platform", platform.name), ("market", market_said(market)), ("reason", reason))
    yield Hit(rule=rule, subject=scene.channel.id, values=values, source=entry_text(platform))


def _readers_text(catalog: Catalog, platform: Platform) -> str:
    """Where the readers of a platform are, that has them in some markets only; "" where nearly anywhere."""
    if EVERYWHERE in platform.regions:
        return ""
    return f"Its readers are in {listed(markets_said(catalog, platform.regions))}."


CHECKS = (unknown_platform, fit, region)
