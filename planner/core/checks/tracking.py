"""Checks of the tracking options that a channel has switched on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from planner.core import edits
from planner.core.affiliates import earns, without_tag
from planner.core.alternatives import (
    other_placements,
)
from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import AD
from planner.core.changes import Edit, Rewrite
from planner.core.checks.affiliate_links import all_go
from planner.core.checks.already_reported import says_why
from planner.core.checks.links import barred_at, mended, move_to
from planner.core.checks.quotas import has_room
from planner.core.checks.scene import Scene
from planner.core.checks.switching_platform import (
    There,
    additions,
    first_to_take_over,
    replacements,
)
from planner.core.citations import NOBODY_SAYS, Citation, sources_text, with_ways
from planner.core.condition_words import where_to_say
from planner.core.facts import Policy, VerdictKind
from planner.core.findings import Fix, Hit
from planner.core.names import option_name, place_name
from planner.core.plan import Channel, Link
from planner.core.rule_ids import RuleId
from planner.core.situation import Situation, answered_once
from planner.core.tree import Tree
from planner.core.verdict_words import Explanation, explain
from planner.core.verdicts import CONDITION_NOT_MET, GREY, NOT_CLICKABLE, NOT_SERVED, Verdict, judge

IN_DOUBT: RuleId = "option-in-doubt"
NOT_KNOWN: RuleId = "condition-not-known"
NOT_IN_CATALOG: RuleId = "option-unknown"
RULED_OUT: Mapping[VerdictKind, RuleId] = {
    VerdictKind.NOT_YET: "option-not-yet",
    VerdictKind.FORBIDDEN: "option-forbidden",
    VerdictKind.IMPOSSIBLE: "option-impossible",
}


def options_that_cannot_be_on(scene: Scene) -> Iterator[Hit]:
    """Options that are on although they are impossible, forbidden, not built yet or unknown here."""
    if scene.platform is None:
        return
    for option in scene.channel.tracking:
        told = _told(scene, option)
        if told.rule and (told.rule == NOT_IN_CATALOG or _bears_on_all(scene, option, told)):
            yield _hit(scene, told)


def _bears_on_all(scene: Scene, option: str, told: "_Told") -> bool:
    """Whether what is said of an option is said of the channel, and neither of its links nor elsewhere."""
    verdict = told.verdict
    if verdict.usable and _stands_at_a_placement(scene, option):
        return False
    if _is_settled(scene, told.rule, option, scene.channel.links):
        return False
    if told.rule == CONDITION_NOT_MET and says_why(scene, verdict.deciding):
        return False
    return verdict.met is False or not (verdict.usable and scene.catalog.options[option].inside_only)


def options_that_links_cannot_carry(scene: Scene) -> Iterator[Hit]:
    """Options that a link carries although they do not work at its placement for this account."""
    if scene.platform is None or scene.platform.links.policy is Policy.BLOCKED:
        return
    said: set[tuple[str, str]] = set()
    for link in scene.channel.links:
        spot = scene.platform.placement_fact(link.placement)
        for option in link.options if spot else ():
            told = _told(scene, option, link.placement)
            verdict, rule = told.verdict, told.rule
            if rule is None or verdict.rule == NOT_CLICKABLE:
                continue  # not to be clicked: that is said of the link
            if _is_settled(scene, rule, option, (link,)):
                continue
            if rule == CONDITION_NOT_MET and says_why(scene, verdict.deciding):
                continue
            new = (option, link.placement) not in said
            if new and (verdict.usable or option not in scene.channel.tracking):
                said.add((option, link.placement))
                yield _hit_at(scene, option, link, told)


def rule_broken(verdict: Verdict) -> RuleId | None:
    """The rule that a verdict breaks where its option is used."""
    if verdict.kind in GREY:
        return RULED_OUT[verdict.kind] if verdict.certain else "option-perhaps-ruled-out"
    if verdict.met is False:
        return NOT_SERVED if verdict.rule == NOT_SERVED else CONDITION_NOT_MET
    if verdict.kind is VerdictKind.LIMITED and verdict.met is None:
        return NOT_KNOWN
    return IN_DOUBT if verdict.kind is VerdictKind.UNKNOWN else None


def _is_settled(scene: Scene, rule: RuleId | None, option: str, links: Collection[Link]) -> bool:
    """Whether the links of a tag may not have it, whatever no source or the author has not said of it."""
    if rule not in (IN_DOUBT, NOT_KNOWN) or not earns(scene.catalog, option):
        return False
    if rule == IN_DOUBT:
        return any(barred_at(scene, link, link.placement) for link in links)
    return all_go(scene, links)


def _stands_at_a_placement(scene: Scene, option: str) -> bool:
    """Whether a link carries the option somewhere, so that it is judged there."""
    return any(option in link.options and link.placement for link in scene.channel.links)


class _Told(NamedTuple):
    """The verdict on an option, and the rule that it breaks, if any; what is then said and can be done.

    All of that is the same wherever a platform's placement has the option.
    """

    verdict: Verdict
    rule: RuleId | None = None
    values: tuple[tuple[str, str], ...] = ()
    source: Citation = NOBODY_SAYS
    fixes: tuple[Fix, ...] = ()
    there: There = There()


def _hit(scene: Scene, told: _Told) -> Hit:
    """An option that the channel has switched on."""
    assert told.rule
    fixes = (*told.fixes, *told.there.fixes_for(scene))
    return Hit(
        told.rule,
        scene.channel.id,
        told.values,
        aspect="tracking",
        source=told.source,
        fixes=fixes,
        deciding=told.verdict.deciding,
    )


def _hit_at(scene: Scene, option: str, link: Link, told: _Told) -> Hit:
    """An option that a link carries."""
    assert told.rule
    moves = _moves(scene, option, link) if not told.verdict.usable or told.verdict.met is False else ()
    fixes = (*moves, *told.fixes, *told.there.fixes_for(scene))
    return Hit(
        told.rule,
        link.id,
        told.values,
        aspect="links",
        source=told.source,
        fixes=fixes,
        deciding=told.verdict.deciding,
    )


def _told(scene: Scene, option: str, placement: str = "") -> _Told:
    assert scene.platform is not None
    return _telling(scene.catalog, scene.platform, option, placement, scene.situation)


@answered_once
def _telling(
    catalog: Catalog, platform: Platform, option: str, placement: str, situation: Situation
) -> _Told:
    verdict = judge(catalog, platform, option, situation, placement)
    rule = rule_broken(verdict) if option in catalog.options else NOT_IN_CATALOG
    if rule is None:
        return _Told(verdict)
    name = option_name(catalog, option)
    at = f" ({place_name(catalog, placement)})" if placement else ""
    values = (("option", name), ("platform", platform.name), ("at", at))
    off = Fix(f"Switch {name} off", partial(_switched_off, catalog, option, name))
    if rule == NOT_IN_CATALOG:
        return _Told(verdict, rule, values, fixes=(off,))
    words = explain(catalog, platform, verdict, situation)
    said = (("reason", words.reason), ("condition", words.condition), ("way_on", words.way_on))
    if verdict.usable:
        say = ("say", where_to_say(verdict.deciding))
        fixes = (off,) if rule == NOT_SERVED else ()
        return _Told(verdict, rule, (*values, *said, say), _who_says(platform, verdict, words), fixes)
    other = first_to_take_over(catalog, words.ways, situation)
    beside = additions(
        other, f"move {name} there", options=(option,), here=partial(_off_links, catalog, option)
    )
    there = There(other, (*replacements(platform, other), *beside))
    return _Told(verdict, rule, (*values, *said), words.sources, (off,), there)


def _who_says(platform: Platform, verdict: Verdict, words: Explanation) -> Citation:
    """Who says what a verdict says; of a sure condition that is not met, that alone."""
    if verdict.rule == CONDITION_NOT_MET and verdict.certain:
        return with_ways(sources_text(platform, verdict.deciding), [way.source for way in words.ways])
    return words.sources


def _switched_off(catalog: Catalog, option: str, name: str, tree: Tree, record: str) -> Edit:
    """An option taken from a link, or from a channel with all its links."""
    on_links = _off_links(catalog, option, tree, record)
    if isinstance(tree.find(record), Link):
        return Edit(f"Switch {name} off", on_links.changes)
    off = edits.toggle_tracking(tree, record, option, False, name)
    return Edit(off.label, (*off.changes, *on_links.changes))


def _off_links(catalog: Catalog, option: str, tree: Tree, record: str) -> Edit:
    """An option taken from a link, or from all of a channel's."""
    found = tree.find(record)
    links = (found,) if isinstance(found, Link) else tree.get(record, Channel).links
    return Edit("", tuple(_taken_from(catalog, links, option)))


def _taken_from(catalog: Catalog, links: Iterable[Link], option: str) -> Iterator[Rewrite]:
    """Links without an option, and without the affiliate tag that it stands for in their addresses."""
    for link in links:
        values: dict[str, object] = {}
        if option in link.options:
            values["options"] = tuple(other for other in link.options if other != option)
        if earns(catalog, option):
            values |= mended(link, partial(without_tag, catalog))
        if values:
            yield Rewrite(link.id, values)


def _moves(scene: Scene, option: str, link: Link) -> tuple[Fix, ...]:
    """To bring the link where every option that it carries works, without an open condition, and to no ad."""
    assert scene.platform is not None
    in_ad = scene.medium(link.placement) == AD
    for spot in other_placements(scene.catalog, scene.platform, option, scene.situation, link.placement):
        clean = not any(rule_broken(scene.verdict(each, spot.placement)) for each in link.options)
        fits = has_room(scene, spot.placement, link) and not barred_at(scene, link, spot.placement)
        if clean and fits and (in_ad or scene.medium(spot.placement) != AD):
            return (move_to(spot.placement, place_name(scene.catalog, spot.placement)),)
    return ()


CHECKS = (options_that_cannot_be_on, options_that_links_cannot_carry)
