"""Checks of an e-book in KDP Select against what authors offer themselves, in a shop or to a list."""

from collections.abc import Iterator
from itertools import chain

from planner.core.alternatives import own_figures_count
from planner.core.catalog import SELLS_OWN, SERVES_EBOOK, SERVES_KINDLE
from planner.core.checks.cleared import clearing
from planner.core.checks.kdp_select_term import RENEWS, leaves_select, term_after, term_before
from planner.core.checks.other_work import is_for_another
from planner.core.checks.phrases import planned_against, wording_of
from planner.core.checks.scene import Scene, called
from planner.core.days import When, when_text
from planner.core.findings import Hit
from planner.core.kdp_select import in_select, only_in_select
from planner.core.plan import Activity
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import Aim

OFFERED: RuleId = "kdp-select-offered-here"
# Of a place for e-books it is said as a whole, and on Kindle they may be.
TOLD_OTHERWISE = frozenset({SERVES_EBOOK, SERVES_KINDLE})


def offered_by_the_author(scene: Scene) -> Iterator[Hit]:
    """An e-book in KDP Select that work offers outside Kindle, or the author's own shop seems to sell."""
    platform = scene.platform
    if platform is None or not TOLD_OTHERWISE.isdisjoint(platform.traits):
        return
    offers, sells = _offers(scene), _is_after_own_sales(scene)  # few do, and this rests on the channel alone
    if not (offers or sells) or not in_select(scene.background.book):
        return
    told = False
    for activity, found in offers:
        if not is_for_another(scene.catalog, scene.background.book, activity):
            first, last = activity.due, activity.ends or activity.due
            values = (("platform", platform.name), ("activity", called(activity)))
            offer = Hit(OFFERED, activity.id, values, "activities", fixes=(clearing(found),))
            for hit in _by_the_term(scene, first, last, offer):
                told = True
                yield hit
    if not told and sells and _sold_here_alone(scene):
        shared = Hit("kdp-select-shared", scene.channel.id, (("platform", platform.name),))
        yield from _by_the_term(scene, scene.phase.starts, scene.phase.ends, shared)


def _by_the_term(scene: Scene, first: When | None, last: When | None, hit: Hit) -> Iterator[Hit]:
    """What is said of days in the term; of those after it, that it renews unless the plan says otherwise."""
    if term_after(scene, last):
        return
    term = term_before(scene, first)
    if term is None:
        yield hit
    elif not leaves_select(scene):
        ends = ("last", when_text(term.last, scene.background.launch))
        yield hit._replace(rule=RENEWS, values=(*hit.values, ends))


def _offers(scene: Scene) -> list[tuple[Activity, tuple[str, ...]]]:
    """The work whose words offer the e-book, with the words."""
    rule = scene.rules.get(OFFERED)
    return list(planned_against(scene, wording_of(rule))) if rule else []


def _is_after_own_sales(scene: Scene) -> bool:
    traits = scene.platform.traits if scene.platform else ()
    return scene.channel.aim is Aim.SALES and SELLS_OWN in traits


def _sold_here_alone(scene: Scene) -> bool:
    """Whether the e-book is the only edition, and what only the platform's figures count are its sales."""
    channel, platform = scene.channel, scene.platform
    if platform is None or not only_in_select(scene.background.book):
        return False
    on = {*channel.tracking, *chain.from_iterable(link.options for link in channel.links)}
    verdicts = [scene.verdict(option) for option in on if option in scene.catalog.options]
    return bool(verdicts) and all(own_figures_count(platform, each, Aim.SALES) for each in verdicts)


CHECKS = (offered_by_the_author,)
