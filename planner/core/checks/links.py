"""Checks of a channel's links: where they stand, where they lead and what they carry."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from planner.core import edits
from planner.core.addresses import UTM_NEEDED, parse, query_fields, retailer_of
from planner.core.catalog import AD, DOCUMENT, MAIL, PRINT, Catalog, Platform, Retailer
from planner.core.changes import Edit, Rewrite
from planner.core.checks.elsewhere import additions, first_to_take_over, replacements
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.facts import ANYWHERE, Clickable, Condition, Policy
from planner.core.findings import Fix, Hit
from planner.core.instead import main_option
from planner.core.plan import Link
from planner.core.tree import Tree
from planner.core.verdicts import Situation, all_of, condition_met, dead_at, judge
from planner.core.words import MET_WORDS, NOTHING_BETTER, explain, place_name, places_text

AFFILIATE = "affiliate"
ATTRIBUTION = "attribution"
UTM = "utm"
SHOWN = 80


def links_that_cannot_stand(scene: Scene) -> Iterator[Hit]:
    """Links on a platform that blocks them, or at a placement where they do nothing."""
    platform = scene.platform
    if platform is None:
        return
    for link in scene.channel.links:
        if platform.links.policy is Policy.BLOCKED:
            yield _blocked(scene, platform, link)
        elif link.placement:
            yield from _misplaced(scene, link)


def _blocked(scene: Scene, platform: Platform, link: Link) -> Hit:
    """A link where none can stand: it goes, or the channel turns to a platform on which links work."""
    make = partial(_elsewhere, scene.catalog, platform, scene.situation)
    told = scene.situation.once(("blocked",), make)
    return link_hit(
        scene,
        "links-blocked",
        link,
        ("reason", platform.links.text),
        ("way_on", told.text),
        source=sources_text(platform, [platform.links]),
        fixes=told.fixes,
    )


class _Elsewhere(NamedTuple):
    """All that the ways to other platforms say, and what can be done with a link that cannot stand."""

    text: str
    fixes: tuple[Fix, ...]


def _elsewhere(catalog: Catalog, platform: Platform, situation: Situation) -> _Elsewhere:
    words = explain(catalog, platform, judge(catalog, platform, main_option(catalog), situation), situation)
    ways = [way for way in words.ways if way.platform]
    text = " ".join(way.text for way in ways) or NOTHING_BETTER
    other = first_to_take_over(catalog, ways)
    there = (*replacements(other), *additions(other, "move the link there", brings_link=True))
    return _Elsewhere(text, (Fix("Remove the link", _removed), *there))


def _removed(tree: Tree, link: str) -> Edit:
    return edits.remove(tree, (link,), called="link")


def _misplaced(scene: Scene, link: Link) -> Iterator[Hit]:
    assert scene.platform is not None
    spot = scene.platform.placement_fact(link.placement)
    if spot is None:
        yield link_hit(scene, "placement-not-offered", link, ("places", _clickable_places(scene)))
    elif dead_at(scene.catalog, scene.platform, link):
        first = _first_clickable(scene)
        yield link_hit(
            scene,
            "placement-not-clickable",
            link,
            ("reason", spot.text),
            ("places", _clickable_places(scene)),
            source=sources_text(scene.platform, [spot]),
            fixes=_moves_to(scene, first) if first else (),
        )


def _moves_to(scene: Scene, placement: str) -> tuple[Fix, ...]:
    return (move_to(placement, place_name(scene.catalog, placement)),)


def move_to(placement: str, name: str) -> Fix:
    """To bring a link to another placement, which people know under a name."""
    return Fix(
        f"Move it to: {name}",
        lambda tree, link: edits.set_field(tree, link, "placement", placement, f"Move link to: {name}"),
    )


def plain_links_under_conditions(scene: Scene) -> Iterator[Hit]:
    """Links that nothing counts, at a placement that the account or the book does not open, or perhaps not.

    A link that carries an option which needs a click is judged with that option.
    """
    platform, known = scene.platform, scene.catalog.options
    if platform is None or not platform.conditions or platform.links.policy is Policy.BLOCKED:
        return
    said: set[str] = set()
    for link in scene.channel.links:
        counted = any(option in known and known[option].needs_click for option in link.options)
        spot = platform.placement_fact(link.placement)
        if counted or spot is None or spot.clickable is Clickable.NO or link.placement in said:
            continue
        said.add(link.placement)
        yield from _under_conditions(scene, platform, link)


def _under_conditions(scene: Scene, platform: Platform, link: Link) -> Iterator[Hit]:
    open_here = _open_conditions(scene, platform, link.placement)
    if not open_here:
        return
    met = all_of(answer for _, answer in open_here)
    conditions = [condition for condition, answer in open_here if answer is met]
    elsewhere = _free_places(scene, platform)
    texts = " ".join(condition.text for condition in conditions).removesuffix(".")
    hit = link_hit(
        scene,
        "condition-not-known" if met is None else "condition-not-met",
        link,
        ("option", "a link"),
        ("at", f" ({place_name(scene.catalog, link.placement)})"),
        ("condition", f"{texts} ({MET_WORDS[met]})."),
        ("way_on", f"Here it works in: {places_text(scene.catalog, elsewhere)}." if elsewhere else ""),
        source=sources_text(platform, conditions),
    )
    yield hit._replace(fixes=_moves_to(scene, elsewhere[0]) if elsewhere and met is False else ())


def _open_conditions(scene: Scene, platform: Platform, placement: str) -> list[tuple[Condition, bool | None]]:
    """The conditions of links at a placement that are not met, or not known to be."""
    situation = scene.situation
    here = [each for each in platform.conditions if each.placement in (placement, ANYWHERE)]
    answers = situation.once(
        ("open", placement), lambda: [condition_met(condition, situation) for condition in here]
    )
    return [(condition, answer) for condition, answer in zip(here, answers, strict=True) if not answer]


def _free_places(scene: Scene, platform: Platform) -> list[str]:
    """Where a link can be clicked, under no condition that is open."""
    free = [place for place in _clickable(scene) if not _open_conditions(scene, platform, place)]
    return [place for place in free if scene.medium(place) != AD]


def _clickable(scene: Scene) -> list[str]:
    assert scene.platform is not None
    return [p.placement for p in scene.platform.placements if p.clickable is Clickable.YES]


def _first_clickable(scene: Scene) -> str:
    return next(iter(_clickable(scene)), "")


def _clickable_places(scene: Scene) -> str:
    return places_text(scene.catalog, _clickable(scene)) or "nowhere on this platform"


def link_hit(
    scene: Scene,
    rule: str,
    link: Link,
    *values: tuple[str, str],
    source: str = "",
    fixes: tuple[Fix, ...] = (),
) -> Hit:
    """A hit on a link, with the values that every rule on links names."""
    known = (
        ("platform", scene.platform.name if scene.platform else scene.channel.platform),
        ("placement", place_name(scene.catalog, link.placement)),
        ("link", link.label or link.target or "without a name"),
    )
    return Hit(rule, link.id, (*known, *values), "links", (), source, fixes)


def rewriting(button: str, label: str, **values: str) -> tuple[Fix, ...]:
    """To give fields of a link other values."""
    return (Fix(button, lambda _, link: Edit(label, (Rewrite(link, values),))),)


def links_without_destination(scene: Scene) -> Iterator[Hit]:
    """Links that lead nowhere, or to something that is no web address."""
    for link in scene.channel.links:
        given = [address for address in (link.target, link.address) if address.strip()]
        wrong = [address for address in given if parse(address) is None]
        if not given:
            yield link_hit(scene, "link-without-destination", link)
        elif wrong:
            yield link_hit(scene, "link-no-address", link, ("address", wrong[0][:SHOWN]))


def retailer_pages(scene: Scene) -> Iterator[Hit]:
    """What a shop's page ignores: a pixel, UTM tags; and two tags that exclude each other."""
    for link in scene.channel.links:
        shop = closed_shop(scene.catalog, link.target)
        if shop is None:
            continue
        shop_value = ("retailer", shop.name)
        marks = marks_of(scene, link)
        if _wants_pixel(scene, link):
            yield link_hit(scene, "pixel-on-retailer", link, shop_value)
        if UTM in marks:
            yield link_hit(scene, "utm-on-retailer", link, shop_value)
        if {AFFILIATE, ATTRIBUTION} <= marks:
            yield link_hit(scene, "attribution-and-affiliate", link, shop_value)


def closed_shop(catalog: Catalog, address: str) -> Retailer | None:
    """The shop that an address leads to if its pages keep what they measure to themselves, or None."""
    shop = retailer_of(catalog, address)
    return None if shop is None or shop.open_pages else shop


def _wants_pixel(scene: Scene, link: Link) -> bool:
    """Whether code on the page is to count a link: its own option, or the channel's if all go to shops."""
    pixels = {option.id for option in scene.catalog.options.values() if option.needs_own_page}
    only_shops = all(closed_shop(scene.catalog, other.target) for other in scene.channel.links)
    return bool(
        pixels.intersection(link.options) or (only_shops and pixels.intersection(scene.channel.tracking))
    )


def marks_of(scene: Scene, link: Link) -> set[str]:
    """What a link carries, by its options and by what already stands in its address."""
    marks = option_marks(scene, link)
    fields = query_fields(link.target) | query_fields(link.address)
    shop = retailer_of(scene.catalog, link.target)
    if any(getattr(link, name) for name in UTM_NEEDED) or fields & set(UTM_NEEDED):
        marks.add(UTM)
    if shop and fields & set(shop.affiliate_fields):
        marks.add(AFFILIATE)
    if shop and fields & set(shop.attribution_fields):
        marks.add(ATTRIBUTION)
    return marks


def option_marks(scene: Scene, link: Link) -> set[str]:
    """What a link carries by its options alone."""
    options = scene.catalog.options
    return {options[id].marks for id in link.options if id in options}


def affiliate_links(scene: Scene) -> Iterator[Hit]:
    """Affiliate links that are not disclosed, or that stand in mail, in print or in a document."""
    for link in scene.channel.links:
        if AFFILIATE not in marks_of(scene, link):
            continue
        if not scene.channel.disclosure.strip():
            yield link_hit(scene, "affiliate-without-disclosure", link)
        medium = scene.medium(link.placement)
        if medium in (PRINT, DOCUMENT):
            yield link_hit(scene, "affiliate-offline", link)
        elif medium == MAIL and not (scene.account and scene.account.opt_in):
            yield link_hit(scene, "affiliate-in-mail", link)
        elif medium == AD or any(each.boosted for each in scene.open_work):
            yield link_hit(scene, "affiliate-in-ad", link)


CHECKS = (
    links_that_cannot_stand,
    plain_links_under_conditions,
    links_without_destination,
    retailer_pages,
    affiliate_links,
)
