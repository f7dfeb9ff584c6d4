"""Checks of whether anything counts what a channel is after, and the clicks on its links."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from planner.core import edits
from planner.core.alternative_words import NOTHING_BETTER, proxy_way, ways_elsewhere
from planner.core.alternatives import (
    dependable,
    main_option,
    other_placements,
    own_figures_count,
    proxy_goal,
)
from planner.core.catalog import STORE, Catalog, Platform
from planner.core.catalog_lists import AD, TrackingOption
from planner.core.changes import Edit, Rewrite
from planner.core.checks.carrying import can_carry, has_no_tags, is_the_promotions
from planner.core.checks.link_marks import ATTRIBUTION, UTM
from planner.core.checks.links import closed_shop
from planner.core.checks.scene import Scene
from planner.core.checks.switching_platform import (
    additions,
    all_to_take_over,
    first_new,
    replacements,
)
from planner.core.citations import NOBODY_SAYS, Citation, sources_text, with_ways
from planner.core.findings import Fix, Hit
from planner.core.kdp_select import only_in_select
from planner.core.names import option_name
from planner.core.phrasing import listed
from planner.core.plan import Channel, Link
from planner.core.situation import Situation, answered_once
from planner.core.tree import Tree
from planner.core.utm_style import house_style, missing_tags
from planner.core.verdicts import judge
from planner.core.vocabulary import ActivityKind, Aim

REMEMBERED = 1000
WAITS_FOR_A_LINK = "What a link carries counts nothing before this channel has such a link."


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
    counting = _counting(catalog, platform, aim, situation)
    values = [("aim", str(aim)), ("platform", platform.name)]
    if not counting:
        yield _never_counted(scene, values, in_ads=False)
        return
    on = {*scene.channel.tracking, *chain.from_iterable(link.options for link in scene.channel.links)}
    if any(option.id in on and not _is_lost(scene, option) for option in counting):
        return
    counting = [option for option in counting if not _is_lost(scene, option)] or counting
    placed = tuple([option for option in counting if _has_a_place(scene, option)])
    good, source = _to_switch_on(catalog, platform, placed, situation) if placed else ([], NOBODY_SAYS)
    if not good:
        in_ads = any(_only_in_ads(scene, _spots(scene, option)) for option in counting)
        yield _never_counted(scene, values, in_ads)
        return
    names = listed((option.name for option in good), last="or")
    sure = [] if any(option.carried_by_link for option in good) else good
    ready = [option for option in good if _finds_a_link(scene, option)] or sure
    yield Hit(
        rule="goal-not-measured",
        subject=scene.channel.id,
        aspect="tracking",
        values=(*values, ("options", names), ("waits", "" if ready else WAITS_FOR_A_LINK)),
        source=source,
        fixes=tuple(_switch_on(catalog, platform, option) for option in ready[:1]),
    )


def _is_lost(scene: Scene, option: TrackingOption) -> bool:
    """Whether an option comes to nothing: shops keep to themselves what it counts, or no link may have it."""
    links, platform = scene.channel.links, scene.platform
    if option.own_till and only_in_select(scene.background.book):
        return True
    if platform is None or not links:
        return False
    if option.redirects and all(is_the_promotions(platform, link) for link in links):
        return True
    if option.marks == ATTRIBUTION and all(has_no_tags(scene.catalog, link.target) for link in links):
        return True
    return option.reports_to_page and all(closed_shop(scene.catalog, link.target) for link in links)


def _has_a_place(scene: Scene, option: TrackingOption) -> bool:
    """Whether an option works for the account at a placement of the channel: in ads, if it has any."""
    spots = _spots(scene, option)
    if _only_in_ads(scene, spots) or not (spots or not option.carried_by_link):
        return False
    return not _is_for_no_shop_here(scene, option)


def _is_for_no_shop_here(scene: Scene, option: TrackingOption) -> bool:
    """Whether an option is for shops that the platform wants no links to, or for a till of the author's."""
    links, platform = scene.channel.links, scene.platform
    if option.own_till:
        return bool(links) and all(closed_shop(scene.catalog, link.target) for link in links)
    if option.marks != ATTRIBUTION or platform is None or STORE in platform.traits:
        return False
    return _bars_shops_with_tags(scene.catalog, platform) and not _finds_a_link(scene, option)


@lru_cache(maxsize=REMEMBERED)
def _bars_shops_with_tags(catalog: Catalog, platform: Platform) -> bool:
    """Whether a platform wants no links to a shop that gives tags."""
    barred = {shop for rule in platform.promotion_rules for shop in rule.retailers}
    return any(shop.id in barred and shop.attribution_fields for shop in catalog.retailers.values())


def _spots(scene: Scene, option: TrackingOption) -> tuple[str, ...]:
    """Where an option works for the account, () also where that depends on no placement."""
    if scene.platform is None or not option.carried_by_link:
        return scene.verdict(option.id).only_at
    return _working(scene.catalog, scene.platform, option.id, scene.situation)


@answered_once
def _working(catalog: Catalog, platform: Platform, option: str, situation: Situation) -> tuple[str, ...]:
    return tuple(verdict.placement for verdict in other_placements(catalog, platform, option, situation))


def _only_in_ads(scene: Scene, spots: tuple[str, ...]) -> bool:
    """Whether some placements are ads alone, of which the channel has none although it has work or links."""
    if not spots or _is_no_ad(scene, spots):
        return False
    others = (spot.placement for spot in (scene.platform.placements if scene.platform else ()))
    if not _is_no_ad(scene, others):
        return False
    works, links = scene.not_dropped, scene.channel.links
    has_ads = any(scene.medium(link.placement) == AD for link in links)
    return bool(works or links) and not has_ads and all(each.kind is not ActivityKind.AD for each in works)


def _is_no_ad(scene: Scene, placements: Iterable[str]) -> bool:
    """Whether any of some placements is something else than an ad."""
    return any(scene.medium(placement) != AD for placement in placements)


@answered_once
def _to_switch_on(
    catalog: Catalog, platform: Platform, counting: tuple[TrackingOption, ...], situation: Situation
) -> tuple[list[TrackingOption], Citation]:
    """What would measure an aim, the platform's own figures alone where they are sure to, and who says so."""
    verdicts = [(option, judge(catalog, platform, option.id, situation)) for option in counting]
    good = [(option, verdict) for option, verdict in verdicts if dependable(catalog, verdict, situation)]
    own = [(option, verdict) for option, verdict in good if option.inside_only and verdict.is_sure]
    good = own or good
    source = sources_text(platform, [fact for _, verdict in good for fact in verdict.facts])
    return [option for option, _ in good], source


@answered_once
def _counting(catalog: Catalog, platform: Platform, aim: Aim, situation: Situation) -> list[TrackingOption]:
    """The options that can be relied on here, the platform's own figures only where they count the aim."""
    judged = ((option, judge(catalog, platform, option.id, situation)) for option in catalog.options.values())
    return [
        option
        for option, verdict in judged
        if aim not in option.not_for
        and (own_figures_count(platform, verdict, aim) if option.inside_only else verdict.counts)
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
    """An option on in a channel, and on those of its links that could carry it; UTM tags with their words."""
    on = edits.toggle_tracking(tree, channel, option.id, True, option.name)
    situation = Situation.of(tree.plan, platform.id)
    links = tree.get(channel, Channel).links if option.carried_by_link else ()
    carrying = [link for link in links if can_carry(catalog, platform, option, link, situation)]
    ticked = (
        Rewrite(
            link.id, {"options": (*link.options, option.id), **_words(catalog, platform, option, tree, link)}
        )
        for link in carrying
    )
    return Edit(on.label, (*on.changes, *ticked))


def _words(
    catalog: Catalog, platform: Platform, option: TrackingOption, tree: Tree, link: Link
) -> dict[str, str]:
    """The words of the house style that a link lacks for an option that is made of them."""
    if option.marks != UTM:
        return {}
    style = house_style(catalog, platform, tree.plan, link)
    return {name: style[name] for name in missing_tags(link)}


def _never_counted(scene: Scene, values: list[tuple[str, str]], in_ads: bool) -> Hit:
    """An aim that no option can count here, or only in ads, with what can be counted here or elsewhere."""
    assert scene.platform is not None
    catalog, platform, situation = scene.catalog, scene.platform, scene.situation
    found = _countable(catalog, platform, situation)
    other, used = first_new(scene, found.others)
    fixes = (AIM_LOWER,) if in_ads else replacements(scene.platform, other)
    if not in_ads and found.here:
        there, counted = f"aim for {scene.channel.aim} there", (main_option(catalog),)
        beside = additions(other, there, options=counted, here=AIM_LOWER.edit)
        fixes = (AIM_LOWER, *fixes, *beside)
    told = (*values, ("but", " outside of ads" if in_ads else ""), ("way_on", found.text), ("used", used))
    channel = scene.channel.id
    return Hit("goal-not-measurable", channel, told, "tracking", source=found.source, fixes=fixes)


class _Countable(NamedTuple):
    """What can be counted instead, whether some of it on the platform itself, and where else."""

    text: str
    source: Citation
    here: bool
    others: tuple[Platform, ...]


@answered_once
def _countable(catalog: Catalog, platform: Platform, situation: Situation) -> _Countable:
    """The platform's own figures, and clicks on other platforms."""
    proxy = proxy_goal(catalog, platform, situation)
    elsewhere = ways_elsewhere(catalog, platform, main_option(catalog), situation)
    ways = (*([proxy_way(platform, proxy)] if proxy else ()), *elsewhere)
    return _Countable(
        text=" ".join(way.text for way in ways) or NOTHING_BETTER,
        source=with_ways(NOBODY_SAYS, (way.source for way in ways)),
        here=any(not way.platform for way in ways),
        others=all_to_take_over(catalog, ways, situation),
    )


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


CHECKS = (only_the_figures_inside, options_without_a_link, goals_that_nothing_measures)
