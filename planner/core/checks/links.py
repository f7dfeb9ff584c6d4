"""Checks of a channel's links: where they stand, where they lead and what they carry."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from planner.core import edits
from planner.core.addresses import UTM_FIELDS, parse, retailer_of, with_scheme, without_fields
from planner.core.affiliates import AFFILIATE, Barred, terms_against
from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import AD, MAIL, Retailer
from planner.core.changes import Edit, Rewrite
from planner.core.checks.already_reported import says_why
from planner.core.checks.kdp_select_term import is_lifted
from planner.core.checks.link_marks import ATTRIBUTION, UTM
from planner.core.checks.quotas import has_room
from planner.core.checks.scene import Scene
from planner.core.checks.switching_platform import links_elsewhere
from planner.core.citations import NOBODY_SAYS, Citation, sources_text, with_ways
from planner.core.condition_words import where_to_say
from planner.core.conditions import condition_met
from planner.core.facts import ANYWHERE, Clickable, Condition, Fact, PlacementFact, Policy
from planner.core.findings import Fix, Hit
from planner.core.names import place_name, places_text
from planner.core.needs import all_of
from planner.core.plan import Link
from planner.core.rule_ids import RuleId
from planner.core.situation import Situation, answered_once
from planner.core.tree import Tree
from planner.core.verdict_words import MET_WORDS
from planner.core.verdicts import dead_at, is_scanned, surest

SHOWN = 80
UNTAG = "Take the tags out"
REMEMBERED = 1000


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
    told = links_elsewhere(scene.catalog, platform, scene.situation)
    return link_hit(
        scene,
        "links-blocked",
        link,
        ("reason", platform.links.text),
        ("way_on", told.text),
        source=told.source,
        fixes=(REMOVE, *told.there.fixes_for(scene)),
    )


def _removed(tree: Tree, link: str) -> Edit:
    return edits.remove(tree, (link,), called="link")


REMOVE = Fix("Remove the link", _removed)


def _misplaced(scene: Scene, link: Link) -> Iterator[Hit]:
    assert scene.platform is not None
    spot = scene.platform.placement_fact(link.placement)
    if spot is None:
        yield _not_offered(scene, scene.platform, link)
    elif dead_at(scene.catalog, scene.platform, link):
        places = _clickable(scene, link)
        best = _best_place(scene, scene.platform, link, places)
        yield link_hit(
            scene,
            "placement-not-clickable",
            link,
            ("reason", spot.text),
            ("places", _named(scene, places)),
            source=_who_says(scene.platform, (spot,), tuple(places)),
            fixes=_moves_to(scene, best) if best else (),
        )


def _best_place(scene: Scene, platform: Platform, link: Link, places: Iterable[str]) -> str:
    """Where a link had best move, or "": no post becomes an ad, or a letter where another place will do."""
    medium = scene.medium(link.placement)
    alike = (place for place in places if (scene.medium(place) == AD) is (medium == AD))
    working = [place for place in alike if _works(scene, link, place) and has_room(scene, place, link)]

    def how_far(place: str) -> tuple[bool, bool, bool]:
        unmet = any(answer is False for _, answer in _open_conditions(scene, platform, place))
        there = scene.medium(place)
        return unmet, there == MAIL, there != medium

    return min(working, key=how_far, default="")


def _not_offered(scene: Scene, platform: Platform, link: Link) -> Hit:
    """A placement that the platform has not, or by another name."""
    same = next((spot for spot in platform.placements if link.placement in spot.alike), None)
    if same is None:
        places = _clickable(scene, link)
        source = _who_says(platform, (), tuple(places))
        return link_hit(
            scene, "placement-not-offered", link, ("places", _named(scene, places)), source=source
        )
    value = ("same", place_name(scene.catalog, same.placement))
    source, fixes = _who_says(platform, (same,), ()), _moves_to(scene, same.placement)
    return link_hit(scene, "placement-named-otherwise", link, value, source=source, fixes=fixes)


def _works(scene: Scene, link: Link, placement: str) -> bool:
    """Whether nothing that a link carries is ruled out at a placement."""
    verdicts = (
        scene.verdict(option, placement) for option in link.options if option in scene.catalog.options
    )
    return all(verdict.usable and verdict.met is not False for verdict in verdicts)


def _moves_to(scene: Scene, placement: str) -> tuple[Fix, ...]:
    return (move_to(placement, place_name(scene.catalog, placement)),)


def move_to(placement: str, name: str) -> Fix:
    """To bring a link to another placement, which people know under a name."""
    return Fix(
        f"Move it to: {name}",
        lambda tree, link: edits.set_field(tree, link, "placement", placement, f"Move link to: {name}"),
    )


def plain_links_under_conditions(scene: Scene) -> Iterator[Hit]:
    """Links that nothing counts, at a placement that the account or the book does not open, or nobody knows.

    A link that carries an option which needs a click is judged with that option.
    """
    platform, known = scene.platform, scene.catalog.options
    if platform is None or platform.links.policy is Policy.BLOCKED:
        return
    said: set[str] = set()
    for link in scene.channel.links:
        counted = any(option in known and known[option].needs_click for option in link.options)
        spot = platform.placement_fact(link.placement)
        if counted or spot is None or spot.clickable is Clickable.NO or link.placement in said:
            continue
        said.add(link.placement)
        yield from _in_doubt(scene, platform, link, spot)
        yield from _under_conditions(scene, platform, link)


def _in_doubt(scene: Scene, platform: Platform, link: Link, spot: PlacementFact) -> Iterator[Hit]:
    """A link at a placement of which nobody knows whether a link there can be clicked."""
    if spot.clickable is Clickable.UNKNOWN and not is_scanned(scene.catalog, link):
        free = _free_places(scene, platform, link)
        yield link_hit(
            scene,
            "option-in-doubt",
            link,
            ("option", "a link"),
            ("at", f" ({place_name(scene.catalog, link.placement)})"),
            ("reason", spot.text),
            ("condition", ""),
            ("way_on", _works_in(scene, free)),
            source=_who_says(platform, (spot,), tuple(free)),
        )


@lru_cache(maxsize=REMEMBERED)
def _who_says(platform: Platform, facts: tuple[Fact, ...], places: tuple[str, ...]) -> Citation:
    """Who says what is wrong with a link, and that it can be clicked at other places."""
    spots = [spot for spot in platform.placements if spot.placement in places]
    return with_ways(sources_text(platform, facts), [sources_text(platform, spots)])


def _works_in(scene: Scene, places: list[str]) -> str:
    return f"Here it works in: {places_text(scene.catalog, places)}." if places else ""


def _under_conditions(scene: Scene, platform: Platform, link: Link) -> Iterator[Hit]:
    open_here = _open_conditions(scene, platform, link.placement)
    if not open_here:
        return
    met = all_of(answer for _, answer in open_here)
    conditions = tuple(condition for condition, answer in open_here if answer is met)
    conditions = conditions if met is None else surest(conditions)
    if met is False and says_why(scene, conditions):
        return
    elsewhere = _free_places(scene, platform, link)
    texts = " ".join(condition.text for condition in conditions).removesuffix(".")
    hit = link_hit(
        scene,
        "condition-not-known" if met is None else "condition-not-met",
        link,
        ("option", "a link"),
        ("at", f" ({place_name(scene.catalog, link.placement)})"),
        ("condition", f"{texts} ({MET_WORDS[met]})."),
        ("way_on", _works_in(scene, elsewhere)),
        ("say", where_to_say(conditions)),
        source=_who_says(platform, conditions, tuple(elsewhere)),
    )
    moves = _moves_to(scene, elsewhere[0]) if elsewhere and met is False else ()
    yield hit._replace(fixes=moves, deciding=surest(conditions))


def _open_conditions(scene: Scene, platform: Platform, placement: str) -> list[tuple[Condition, bool | None]]:
    """The conditions of links at a placement that are not met, or not known to be."""
    answered = _answered(platform, placement, scene.situation)
    return [
        (condition, answer)
        for condition, answer in answered
        if not answer and not is_lifted(scene, condition)
    ]


@answered_once
def _answered(
    platform: Platform, placement: str, situation: Situation
) -> list[tuple[Condition, bool | None]]:
    """The conditions of links at a placement, and whether each is met."""
    here = (each for each in platform.conditions if each.placement in (placement, ANYWHERE))
    return [(condition, condition_met(platform, condition, situation)) for condition in here]


def _free_places(scene: Scene, platform: Platform, link: Link) -> list[str]:
    """Where a link can be clicked, under no condition that is open."""
    free = [place for place in _clickable(scene, link) if not _open_conditions(scene, platform, place)]
    return [place for place in free if scene.medium(place) != AD]


def _clickable(scene: Scene, link: Link) -> list[str]:
    """Where a link can be clicked, and what it carries is not barred."""
    assert scene.platform is not None
    spots = (p.placement for p in scene.platform.placements if p.clickable is Clickable.YES)
    return [spot for spot in spots if not barred_at(scene, link, spot)]


def barred_at(scene: Scene, link: Link, placement: str) -> bool:
    """Whether a link carries a tag that its shop, or any where that is not known, bars at a placement."""
    if AFFILIATE not in scene.marks[link.id]:
        return False
    return any(terms_at(scene, link, scene.medium(placement)))


def _named(scene: Scene, places: list[str]) -> str:
    if places:
        return places_text(scene.catalog, places)
    spots = scene.platform.placements if scene.platform else ()
    barred = any(spot.clickable is Clickable.YES for spot in spots)
    return "nowhere with the tag that it carries" if barred else "nowhere on this platform"


def link_hit(
    scene: Scene,
    rule: RuleId,
    link: Link,
    *values: tuple[str, str],
    source: Citation = NOBODY_SAYS,
    fixes: tuple[Fix, ...] = (),
) -> Hit:
    """A hit on a link, with the values that every rule on links names."""
    known = (
        ("platform", scene.platform.name if scene.platform else scene.channel.platform),
        ("placement", place_name(scene.catalog, link.placement)),
        ("link", link.label or link.target or "without a name"),
    )
    return Hit(rule, link.id, (*known, *values), "links", source=source, fixes=fixes)


def mended(link: Link, mend: Callable[[str], str]) -> dict[str, str]:
    """Those of a link's addresses that are others once they are mended, by field."""
    after: dict[str, str] = {}
    for field, before in (("target", link.target), ("address", link.address)):
        if before and (address := mend(before)) != before:
            after[field] = address
    return after


def rewriting(button: str, label: str, **values: str) -> tuple[Fix, ...]:
    """To give fields of a link other values."""
    return (Fix(button, lambda _, link: Edit(label, (Rewrite(link, values),))),)


def links_without_destination(scene: Scene) -> Iterator[Hit]:
    """Links that lead nowhere, or to something that is no web address."""
    for link in scene.channel.links:
        given = {"target": link.target.strip(), "address": link.address.strip()}
        wrong = [(name, text) for name, text in given.items() if text and parse(text) is None]
        if not any(given.values()):
            yield link_hit(scene, "link-without-destination", link)
        elif wrong:
            _, text = wrong[0]
            whole = {name: address for name, text in wrong if (address := with_scheme(text))}
            helps = len(whole) == len(wrong)
            fixes = rewriting("Put https:// before it", "Make it a web address", **whole) if helps else ()
            yield link_hit(scene, "link-no-address", link, ("address", text[:SHOWN]), fixes=fixes)


def retailer_pages(scene: Scene) -> Iterator[Hit]:
    """What a shop's page ignores: a pixel, UTM tags; and two tags that exclude each other."""
    for link in scene.channel.links:
        shop = closed_shop(scene.catalog, link.target)
        if shop is None:
            continue
        shop_value = ("retailer", shop.name)
        marks = scene.marks[link.id]
        if _wants_pixel(scene, link):
            own = _own_way(shop)
            yield link_hit(
                scene, "pixel-on-retailer", link, shop_value, ("own", f", or use {own}" if own else "")
            )
        if UTM in marks:
            way, fixes = ("way", _instead_of_tags(shop)), (Fix(UNTAG, partial(_untagged, scene.catalog)),)
            yield link_hit(scene, "utm-on-retailer", link, shop_value, way, fixes=fixes)
        if shop.tags_exclude and {AFFILIATE, ATTRIBUTION} <= marks:
            yield link_hit(scene, "attribution-and-affiliate", link, shop_value)


def _untagged(catalog: Catalog, tree: Tree, id: str) -> Edit:
    """Take a link's UTM tags out of its fields, its addresses and its options."""
    link = tree.find(id)
    assert isinstance(link, Link)
    kept = tuple(option for option in link.options if not _tags(catalog, option))
    plain = mended(link, lambda address: without_fields(address, UTM_FIELDS))
    return Edit("Empty UTM tags", (Rewrite(id, {**dict.fromkeys(UTM_FIELDS, ""), **plain, "options": kept}),))


def _tags(catalog: Catalog, option: str) -> bool:
    """Whether an option puts UTM tags on a link."""
    return option in catalog.options and catalog.options[option].marks == UTM


def _own_way(shop: Retailer) -> str:
    """What a shop itself gives to count what a link led to, in words, or ""."""
    return f"{shop.name}'s own way: {shop.own_way}" if shop.own_way else ""


def _instead_of_tags(shop: Retailer) -> str:
    own = _own_way(shop)
    first = f"Use {own}. Or put" if own else f"No way of {shop.name}'s own is known. Put"
    return f"{first} a smart link in front, which counts the clicks."


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


def terms_at(scene: Scene, link: Link, medium: str) -> Iterator[Barred]:
    """What the shop of a link, or any where that is not known, says against its tag in a medium."""
    kind = scene.platform.kind if scene.platform else ""
    return terms_against(scene.catalog, link.target, medium, scene.account, kind)


CHECKS = (
    links_that_cannot_stand,
    plain_links_under_conditions,
    links_without_destination,
    retailer_pages,
)
