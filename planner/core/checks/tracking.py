"""Checks of the tracking options that a channel has switched on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from planner.core import edits
from planner.core.affiliates import earns, without_tag
from planner.core.asking import where_to_say
from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import TrackingOption
from planner.core.changes import Edit, Rewrite
from planner.core.checks.carrying import can_carry, is_the_promotions
from planner.core.checks.earning import all_go
from planner.core.checks.elsewhere import (
    There,
    additions,
    all_to_take_over,
    first_new,
    first_to_take_over,
    replacements,
)
from planner.core.checks.links import barred_at, closed_shop, mended, move_to
from planner.core.checks.said_elsewhere import says_why
from planner.core.checks.scene import Scene
from planner.core.citations import NOBODY_SAYS, Citation, sources_text, with_ways
from planner.core.facts import Fact, Policy, VerdictKind
from planner.core.findings import Fix, Hit
from planner.core.instead import (
    dependable,
    main_option,
    other_placements,
    own_figures_count,
    proxy_goal,
)
from planner.core.instead_words import NOTHING_BETTER, Way, proxy_way, ways_elsewhere
from planner.core.names import option_name, place_name
from planner.core.phrasing import listed
from planner.core.plan import Channel, Link
from planner.core.rule_ids import RuleId
from planner.core.situation import Situation
from planner.core.tree import Tree
from planner.core.verdict_words import Explanation, explain
from planner.core.verdicts import CONDITION_NOT_MET, GREY, NOT_CLICKABLE, NOT_SERVED, Verdict, judge
from planner.core.vocabulary import Aim

IN_DOUBT: RuleId = "option-in-doubt"
WAITS_FOR_A_LINK = "What a link carries counts nothing before this channel has such a link."
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
        if option not in scene.catalog.options:
            yield _hit(scene, "option-unknown", option)
            continue
        verdict = scene.verdict(option)
        if verdict.usable and _stands_at_a_placement(scene, option):
            continue
        rule = rule_broken(verdict)
        if _is_settled(scene, rule, option, scene.channel.links):
            continue
        known_limits = verdict.usable and scene.catalog.options[option].inside_only
        if rule == CONDITION_NOT_MET and says_why(scene, verdict.deciding):
            continue
        if rule and (not known_limits or verdict.met is False):
            yield _hit(scene, rule, option)


def options_that_links_cannot_carry(scene: Scene) -> Iterator[Hit]:
    """Options that a link carries although they do not work at its placement for this account."""
    if scene.platform is None or scene.platform.links.policy is Policy.BLOCKED:
        return
    said: set[tuple[str, str]] = set()
    for link in scene.channel.links:
        spot = scene.platform.placement_fact(link.placement)
        for option in link.options if spot else ():
            verdict = scene.verdict(option, link.placement)
            if verdict.rule == NOT_CLICKABLE:
                continue  # that is said of the link
            rule = rule_broken(verdict) if option in scene.catalog.options else "option-unknown"
            if _is_settled(scene, rule, option, (link,)):
                continue
            if rule == CONDITION_NOT_MET and says_why(scene, verdict.deciding):
                continue
            new = (option, link.placement) not in said
            if rule and new and (verdict.usable or option not in scene.channel.tracking):
                said.add((option, link.placement))
                yield _hit_at(scene, rule, option, link, verdict)


def rule_broken(verdict: Verdict) -> RuleId | None:
    """The rule that a verdict breaks where its option is used."""
    if verdict.kind in GREY:
        return RULED_OUT[verdict.kind] if verdict.certain else "option-perhaps-ruled-out"
    if verdict.met is False:
        return NOT_SERVED if verdict.rule == NOT_SERVED else CONDITION_NOT_MET
    if verdict.kind is VerdictKind.LIMITED and verdict.met is None:
        return "condition-not-known"
    return IN_DOUBT if verdict.kind is VerdictKind.UNKNOWN else None


def _is_settled(scene: Scene, rule: RuleId | None, option: str, links: Collection[Link]) -> bool:
    """Whether the links of a tag may not have it, whatever no source or the author has not said of it."""
    if not earns(scene.catalog, option):
        return False
    if rule == IN_DOUBT:
        return any(barred_at(scene, link, link.placement) for link in links)
    return rule == "condition-not-known" and all_go(scene, links)


def _stands_at_a_placement(scene: Scene, option: str) -> bool:
    """Whether a link carries the option somewhere, so that it is judged there."""
    return any(option in link.options and link.placement for link in scene.channel.links)


class _Told(NamedTuple):
    """What is said of an option and can be done about it, the same wherever a platform's placement has it."""

    values: tuple[tuple[str, str], ...]
    source: Citation
    fixes: tuple[Fix, ...]
    deciding: tuple[Fact, ...] = ()
    there: There = There()


def _hit(scene: Scene, rule: RuleId, option: str) -> Hit:
    """An option that the channel has switched on."""
    told = _told(scene, option)
    return Hit(
        rule=rule,
        subject=scene.channel.id,
        aspect="tracking",
        values=told.values,
        source=told.source,
        fixes=(*told.fixes, *told.there.fixes_for(scene)),
        deciding=told.deciding,
    )


def _hit_at(scene: Scene, rule: RuleId, option: str, link: Link, verdict: Verdict) -> Hit:
    """An option that a link carries."""
    told = _told(scene, option, link.placement)
    moves = _moves(scene, option, link) if not verdict.usable or verdict.met is False else ()
    return Hit(
        rule=rule,
        subject=link.id,
        aspect="links",
        values=told.values,
        source=told.source,
        fixes=(*moves, *told.fixes, *told.there.fixes_for(scene)),
        deciding=told.deciding,
    )


def _told(scene: Scene, option: str, placement: str = "") -> _Told:
    assert scene.platform is not None
    make = partial(_telling, scene.catalog, scene.platform, scene.situation, option, placement)
    return scene.situation.once(("option told", option, placement), make)


def _telling(
    catalog: Catalog, platform: Platform, situation: Situation, option: str, placement: str
) -> _Told:
    name = option_name(catalog, option)
    at = f" ({place_name(catalog, placement)})" if placement else ""
    values = (("option", name), ("platform", platform.name), ("at", at))
    off = Fix(f"Switch {name} off", partial(_switched_off, catalog, option, name))
    if option not in catalog.options:
        return _Told(values, NOBODY_SAYS, (off,))
    verdict = judge(catalog, platform, option, situation, placement)
    words = explain(catalog, platform, verdict, situation)
    said = (("reason", words.reason), ("condition", words.condition), ("way_on", words.way_on))
    if verdict.usable:
        say = ("say", where_to_say(verdict.deciding))
        return _Told((*values, *said, say), _who_says(platform, verdict, words), (), verdict.deciding)
    other = first_to_take_over(catalog, words.ways, situation)
    beside = additions(
        other, f"move {name} there", options=(option,), here=partial(_off_links, catalog, option)
    )
    there = There(other, (*replacements(other), *beside))
    return _Told((*values, *said), words.sources, (off,), verdict.deciding, there)


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
    """To bring the link where every option that it carries works, without an open condition."""
    assert scene.platform is not None
    for spot in other_placements(scene.catalog, scene.platform, option, scene.situation, link.placement):
        clean = not any(rule_broken(scene.verdict(each, spot.placement)) for each in link.options)
        if clean and not barred_at(scene, link, spot.placement):
            return (move_to(spot.placement, place_name(scene.catalog, spot.placement)),)
    return ()


def options_without_a_link(scene: Scene) -> Iterator[Hit]:
    """Options that count clicks, switched on in a channel that has no link which carries them."""
    carried = {option for link in scene.channel.links for option in link.options}
    for option in scene.channel.tracking:
        known = scene.catalog.options.get(option)
        verdict = scene.platform and scene.verdict(option)
        if known and known.carried_by_link and option not in carried and verdict and verdict.usable:
            yield Hit(
                rule="option-without-link",
                subject=scene.channel.id,
                aspect="links",
                values=(("option", option_name(scene.catalog, option)),),
            )


def goals_that_nothing_measures(scene: Scene) -> Iterator[Hit]:
    """A channel that is after clicks or sales, with no option on it or its links that can count them."""
    if scene.platform is None or scene.channel.aim not in (Aim.CLICKS, Aim.SALES, Aim.PREORDERS):
        return
    catalog, platform, situation, aim = scene.catalog, scene.platform, scene.situation, scene.channel.aim
    counting = situation.once(("what counts", aim), partial(_counting, catalog, platform, situation, aim))
    on = {*scene.channel.tracking, *chain.from_iterable(link.options for link in scene.channel.links)}
    if any(option.id in on and not _is_lost(scene, option) for option in counting):
        return
    counting = [option for option in counting if not _is_lost(scene, option)] or counting
    values = [("aim", str(scene.channel.aim)), ("platform", scene.platform.name)]
    if not counting:
        yield _never_counted(scene, values)
        return
    key = ("what to switch on", *(option.id for option in counting))
    told, good = situation.once(key, partial(_to_switch_on, catalog, platform, situation, counting))
    sure = good if all(option.inside_only for option in good) else []
    ready = [option for option in good if _finds_a_link(scene, option)] or sure
    yield Hit(
        rule="goal-not-measured",
        subject=scene.channel.id,
        aspect="tracking",
        values=(*values, *told.values, ("waits", "" if ready else WAITS_FOR_A_LINK)),
        source=told.source,
        fixes=tuple(_switch_on(catalog, platform, option) for option in ready[:1]),
    )


def _is_lost(scene: Scene, option: TrackingOption) -> bool:
    """Whether an option comes to nothing: shops keep to themselves what it counts, or no link may have it."""
    links, platform = scene.channel.links, scene.platform
    if platform is None or not links:
        return False
    if option.redirects and all(is_the_promotions(platform, link) for link in links):
        return True
    return option.reports_to_page and all(closed_shop(scene.catalog, link.target) for link in links)


def _to_switch_on(
    catalog: Catalog, platform: Platform, situation: Situation, counting: Sequence[TrackingOption]
) -> tuple[_Told, list[TrackingOption]]:
    """What is said of options that would measure an aim: its own figures alone, where these are sure to."""
    verdicts = [(option, judge(catalog, platform, option.id, situation)) for option in counting]
    good = [(option, verdict) for option, verdict in verdicts if dependable(catalog, verdict, situation)]
    own = [(option, verdict) for option, verdict in good if option.inside_only and verdict.is_sure]
    good = own or good
    names = listed([option.name for option, _ in good], last="or")
    source = sources_text(platform, [fact for _, verdict in good for fact in verdict.facts])
    return _Told((("options", names),), source, ()), [option for option, _ in good]


def _counting(catalog: Catalog, platform: Platform, situation: Situation, aim: Aim) -> list[TrackingOption]:
    """The options that can be relied on here, the platform's own figures only where they count the aim."""
    judged = ((option, judge(catalog, platform, option.id, situation)) for option in catalog.options.values())
    return [
        option
        for option, verdict in judged
        if (own_figures_count(platform, verdict, aim) if option.inside_only else verdict.counts)
    ]


def _finds_a_link(scene: Scene, option: TrackingOption) -> bool:
    """Whether the channel has a link that could carry an option which needs one."""
    links, catalog, platform = scene.channel.links, scene.catalog, scene.platform
    if platform is None or not option.carried_by_link:
        return False
    return any(can_carry(catalog, platform, option, link, scene.situation) for link in links)


def _switch_on(catalog: Catalog, platform: Platform, option: TrackingOption) -> Fix:
    return Fix(f"Switch {option.name} on", partial(_switched_on, catalog, platform, option))


def _switched_on(
    catalog: Catalog, platform: Platform, option: TrackingOption, tree: Tree, channel: str
) -> Edit:
    """An option on in a channel, and on those of its links that could carry it."""
    on = edits.toggle_tracking(tree, channel, option.id, True, option.name)
    situation = Situation.of(tree.plan, platform.id)
    links = tree.get(channel, Channel).links if option.carried_by_link else ()
    carrying = [link for link in links if can_carry(catalog, platform, option, link, situation)]
    ticked = (Rewrite(link.id, {"options": (*link.options, option.id)}) for link in carrying)
    return Edit(on.label, (*on.changes, *ticked))


def _never_counted(scene: Scene, values: list[tuple[str, str]]) -> Hit:
    """An aim that no option can count here, with what can be counted instead, here or elsewhere."""
    assert scene.platform is not None
    catalog, platform, situation = scene.catalog, scene.platform, scene.situation
    ways = situation.once(("countable",), partial(_countable, catalog, platform, situation))
    other, used = first_new(scene, all_to_take_over(catalog, ways, situation))
    fixes = replacements(other)
    if any(not way.platform for way in ways):
        there, counted = f"aim for {scene.channel.aim} there", (main_option(catalog),)
        beside = additions(other, there, options=counted, here=AIM_LOWER.edit)
        fixes = (AIM_LOWER, *fixes, *beside)
    way_on = " ".join(way.text for way in ways) or NOTHING_BETTER
    return Hit(
        rule="goal-not-measurable",
        subject=scene.channel.id,
        aspect="tracking",
        values=(*values, ("way_on", way_on), ("used", used)),
        source=with_ways(NOBODY_SAYS, (way.source for way in ways)),
        fixes=fixes,
    )


def _countable(catalog: Catalog, platform: Platform, situation: Situation) -> list[Way]:
    """What can be counted instead: the platform's own figures, and clicks on other platforms."""
    proxy = proxy_goal(catalog, platform, situation)
    ways = ways_elsewhere(catalog, platform, main_option(catalog), situation)
    return [*([proxy_way(platform, proxy)] if proxy else ()), *ways]


def _aimed_lower(tree: Tree, channel: str) -> Edit:
    return edits.set_field(tree, channel, "aim", Aim.AWARENESS, AIM_LOWER.label)


AIM_LOWER = Fix(f"Aim for {Aim.AWARENESS}", _aimed_lower)


def only_the_figures_inside(scene: Scene) -> Iterator[Hit]:
    """Links in a channel that is measured by the platform's own figures alone, where these show no clicks."""
    known = scene.catalog.options
    on = [known[option] for option in scene.channel.tracking if option in known]
    platform, links = scene.platform, scene.channel.links
    if platform is None or not links or not on or not all(option.inside_only for option in on):
        return
    if any(own_figures_count(platform, scene.verdict(option.id), Aim.CLICKS) for option in on):
        return
    counting = [option for option in known.values() if option.needs_click and scene.verdict(option.id).counts]
    if all(link.placement for link in links):
        counting = [option for option in counting if _finds_a_link(scene, option)]
    fact = platform.tracking_fact(on[0].id)
    if counting and fact and not any(link.options for link in links):
        yield Hit(
            rule="clicks-not-counted",
            subject=scene.channel.id,
            aspect="tracking",
            values=(("platform", platform.name), ("option", counting[0].name), ("reason", fact.text)),
            source=sources_text(platform, [fact]),
        )


CHECKS = (
    only_the_figures_inside,
    options_that_cannot_be_on,
    options_that_links_cannot_carry,
    options_without_a_link,
    goals_that_nothing_measures,
)
