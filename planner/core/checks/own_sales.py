"""Checks of an e-book in KDP Select against what authors offer themselves, in a shop or to a list."""

from collections.abc import Iterator
from itertools import chain

from planner.core.catalog import SELLS_OWN, SERVES_EBOOK, SERVES_KINDLE
from planner.core.checks.cleared import clearing
from planner.core.checks.other_work import is_for_another
from planner.core.checks.phrases import planned_against
from planner.core.checks.scene import Scene, called
from planner.core.checks.select_term import is_free
from planner.core.checks.wording import wording_of
from planner.core.exclusive import in_select, only_in_select
from planner.core.findings import Hit
from planner.core.instead import own_figures_count
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
    named, told = (("platform", platform.name),), False
    for activity, found in offers:
        another = is_for_another(scene.catalog, scene.background.book, activity)
        if not another and not is_free(scene, activity.due, activity.ends or activity.due):
            told = True
            values, fixes = (*named, ("activity", called(activity))), (clearing(found),)
            yield Hit(OFFERED, activity.id, values, "activities", fixes=fixes)
    if told or not sells or not _sold_here_alone(scene):
        return
    if not is_free(scene, scene.phase.starts, scene.phase.ends):
        yield Hit(rule="kdp-select-shared", subject=scene.channel.id, values=named)


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
