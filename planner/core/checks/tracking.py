"""Checks of the tracking options that a channel has switched on."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from planner.core import edits
from planner.core.catalog import Catalog, Platform, TrackingOption
from planner.core.changes import Edit
from planner.core.checks.elsewhere import additions, first_to_take_over, replacements
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.facts import Clickable, Policy, VerdictKind
from planner.core.findings import Fix, Hit
from planner.core.instead import (
    dependable,
    main_option,
    other_placements,
    proxy_goal,
)
from planner.core.plan import Aim, Link
from planner.core.tree import Tree
from planner.core.verdicts import GREY, Situation, Verdict, judge
from planner.core.words import (
    NOTHING_BETTER,
    Way,
    explain,
    listed,
    option_name,
    place_name,
    proxy_way,
    ways_elsewhere,
)


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
        if rule and not (verdict.usable and scene.catalog.options[option].inside_only):
            yield _hit(scene, rule, option, verdict)


def options_that_links_cannot_carry(scene: Scene) -> Iterator[Hit]:
    """Options that a link carries although they do not work at its placement for this account."""
    if scene.platform is None or scene.platform.links.policy is Policy.BLOCKED:
        return
    said: set[tuple[str, str]] = set()
    for link in scene.channel.links:
        spot = scene.platform.placement_fact(link.placement)
        if spot is None or spot.clickable is Clickable.NO:
            continue
        for option in link.options:
            verdict = scene.verdict(option, link.placement)
            rule = rule_broken(verdict) if option in scene.catalog.options else "option-unknown"
            new = (option, link.placement) not in said
            if rule and new and (verdict.usable or option not in scene.channel.tracking):
                said.add((option, link.placement))
                yield _hit(scene, rule, option, verdict, link)


def rule_broken(verdict: Verdict) -> str:
    """The rule that a verdict breaks where its option is used, or ""."""
    if verdict.kind in GREY:
        return f"option-{verdict.kind.replace(' ', '-')}"
    if verdict.met is False:
        return verdict.rule
    if verdict.kind is VerdictKind.LIMITED and verdict.met is None:
        return "condition-not-known"
    return "option-in-doubt" if verdict.kind is VerdictKind.UNKNOWN else ""


def _stands_at_a_placement(scene: Scene, option: str) -> bool:
    """Whether a link carries the option somewhere, so that it is judged there."""
    return any(option in link.options and link.placement for link in scene.channel.links)


class _Told(NamedTuple):
    """What is said of an option, the same for all channels and links at a placement of a platform."""

    name: str
    values: tuple[tuple[str, str], ...]
    source: str = ""
    other: Platform | None = None


def _hit(
    scene: Scene, rule: str, option: str, verdict: Verdict | None = None, link: Link | None = None
) -> Hit:
    assert scene.platform is not None
    placement = link.placement if link else ""
    make = partial(_told, scene.catalog, scene.platform, scene.situation, option, placement)
    told = scene.situation.once(("option told", option, placement), make)
    fixes = _fixes(scene, option, told, verdict, link)
    return Hit(
        rule=rule,
        subject=link.id if link else scene.channel.id,
        aspect="links" if link else "tracking",
        values=told.values,
        source=told.source,
        fix=fixes[0] if fixes else None,
        more=tuple(fixes[1:]),
    )


def _told(catalog: Catalog, platform: Platform, situation: Situation, option: str, placement: str) -> _Told:
    name = option_name(catalog, option)
    at = f" ({place_name(catalog, placement)})" if placement else ""
    values = (("option", name), ("platform", platform.name), ("at", at))
    if option not in catalog.options:
        return _Told(name, values)
    words = explain(catalog, platform, judge(catalog, platform, option, situation, placement), situation)
    said = (("reason", words.reason), ("condition", words.condition), ("way_on", words.way_on))
    return _Told(name, (*values, *said), words.source, first_to_take_over(catalog, words.ways))


def _fixes(scene: Scene, option: str, told: _Told, verdict: Verdict | None, link: Link | None) -> list[Fix]:
    """The edits that clear the finding: another placement, no option, or another platform."""
    fixes = []
    if verdict is None or not verdict.usable:
        fixes.append(_switch_off(scene, option, told.name, link))
    if verdict is None:
        return fixes
    if link and (not verdict.usable or verdict.met is False):
        fixes = [*_move(scene, option, link), *fixes]
    if not verdict.usable:
        off = _switch_off(scene, option, told.name, link).edit if link else None
        there = f"move {told.name} there"
        fixes += replacements(scene, told.other)
        fixes += additions(scene, told.other, there, options=(option,), here=off)
    return fixes


def _move(scene: Scene, option: str, link: Link) -> list[Fix]:
    """To bring the link where every option that it carries works, without an open condition."""
    assert scene.platform is not None
    for spot in other_placements(scene.catalog, scene.platform, option, scene.situation, link.placement):
        if all(rule_broken(scene.verdict(each, spot.placement)) == "" for each in link.options):
            place = place_name(scene.catalog, spot.placement)
            return [Fix(f"Move it to: {place}", partial(_moved, link.id, spot.placement, place))]
    return []


def _moved(link: str, placement: str, place: str, tree: Tree) -> Edit:
    return edits.set_field(tree, link, "placement", placement, f"Move link to: {place}")


def _switch_off(scene: Scene, option: str, name: str, link: Link | None) -> Fix:
    label = f"Switch {name} off"
    if link is None:
        channel = scene.channel.id
        return Fix(label, lambda tree: edits.toggle_tracking(tree, channel, option, False, name))
    rest = tuple(other for other in link.options if other != option)
    return Fix(label, lambda tree: edits.set_field(tree, link.id, "options", rest, label))


def options_without_a_link(scene: Scene) -> Iterator[Hit]:
    """Options that count clicks, switched on in a channel that has no link which carries them."""
    carried = {option for link in scene.channel.links for option in link.options}
    for option in scene.channel.tracking:
        known = scene.catalog.options.get(option)
        verdict = scene.platform and scene.verdict(option)
        needs_link = known and known.needs_click and not known.provider_built
        if needs_link and option not in carried and verdict and verdict.usable:
            yield Hit(
                rule="option-without-link",
                subject=scene.channel.id,
                aspect="links",
                values=(("option", option_name(scene.catalog, option)),),
            )


def goals_that_nothing_measures(scene: Scene) -> Iterator[Hit]:
    """A channel that is after clicks or sales, with no option on that can count them."""
    if scene.platform is None or scene.channel.aim not in (Aim.CLICKS, Aim.SALES, Aim.PREORDERS):
        return
    catalog, platform, situation = scene.catalog, scene.platform, scene.situation
    counting = situation.once(("what counts",), partial(_counting, catalog, platform, situation))
    if any(option.id in scene.channel.tracking for option in counting):
        return
    values = [("aim", str(scene.channel.aim)), ("platform", scene.platform.name)]
    if not counting:
        yield _never_counted(scene, values)
        return
    good = [option for option in counting if dependable(scene.catalog, scene.verdict(option.id))]
    values.append(("options", listed([option.name for option in good], last="or")))
    yield Hit(
        rule="goal-not-measured",
        subject=scene.channel.id,
        aspect="tracking",
        values=tuple(values),
        fix=_switch_on(scene, good[0]) if good else None,
    )


def _counting(catalog: Catalog, platform: Platform, situation: Situation) -> list[TrackingOption]:
    """The options that measure more than the platform's own figures do, and can be relied on here."""
    options = (option for option in catalog.options.values() if not option.inside_only)
    return [option for option in options if judge(catalog, platform, option.id, situation).counts]


def _switch_on(scene: Scene, option: TrackingOption) -> Fix:
    channel = scene.channel.id
    return Fix(
        f"Switch {option.name} on",
        lambda tree: edits.toggle_tracking(tree, channel, option.id, True, option.name),
    )


def _never_counted(scene: Scene, values: list[tuple[str, str]]) -> Hit:
    """An aim that no option can count here, with what can be counted instead, here or elsewhere."""
    assert scene.platform is not None
    channel, catalog, platform, situation = scene.channel.id, scene.catalog, scene.platform, scene.situation
    ways = situation.once(("countable",), partial(_countable, catalog, platform, situation))
    here = [_aim_for_awareness(channel)] if any(not way.platform for way in ways) else []
    other = first_to_take_over(catalog, ways)
    fixes = [*here, *replacements(scene, other)]
    if here:
        counted = (main_option(catalog),)
        there = f"aim for {scene.channel.aim} there"
        fixes += additions(scene, other, there, options=counted, here=here[0].edit)
    return Hit(
        rule="goal-not-measurable",
        subject=channel,
        aspect="tracking",
        values=(*values, ("way_on", " ".join(way.text for way in ways) or NOTHING_BETTER)),
        source=" ".join(dict.fromkeys(way.source for way in ways if way.source)),
        fix=fixes[0] if fixes else None,
        more=tuple(fixes[1:]),
    )


def _countable(catalog: Catalog, platform: Platform, situation: Situation) -> list[Way]:
    """What can be counted instead: the platform's own figures, and clicks on other platforms."""
    proxy = proxy_goal(catalog, platform, situation)
    ways = ways_elsewhere(catalog, platform, main_option(catalog), situation)
    return [*([proxy_way(platform, proxy)] if proxy else ()), *ways]


def _aim_for_awareness(channel: str) -> Fix:
    label = f"Aim for {Aim.AWARENESS}"
    return Fix(label, lambda tree: edits.set_field(tree, channel, "aim", Aim.AWARENESS, label))


def only_the_figures_inside(scene: Scene) -> Iterator[Hit]:
    """Links in a channel that is measured by the platform's own figures alone, which show no clicks."""
    known = scene.catalog.options
    on = [known[option] for option in scene.channel.tracking if option in known]
    platform, links = scene.platform, scene.channel.links
    if platform is None or not links or not on or not all(option.inside_only for option in on):
        return
    counting = [option for option in known.values() if option.needs_click and scene.verdict(option.id).counts]
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
