"""Checks of links against what shops ask of an address, and of codes and options that do not go together."""

from collections.abc import Iterator
from itertools import chain

from planner.core.addresses import query_fields, query_values, retailer_of
from planner.core.catalog_lists import PRINT, Retailer
from planner.core.checks.links import link_hit
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.facts import TrackingFact
from planner.core.findings import Hit
from planner.core.names import option_name
from planner.core.phrasing import listed
from planner.core.plan import Link


def shop_tags(scene: Scene) -> Iterator[Hit]:
    """Tags that the shop drops, and tags that are missing."""
    for link in scene.channel.links:
        shop = retailer_of(scene.catalog, link.target)
        if shop is None:
            continue
        values = (("retailer", shop.name),)
        fields = query_fields(link.target) | query_fields(link.address)
        missing = [name for name in shop.wants if name not in fields]
        if missing:
            yield link_hit(scene, "referral-tag-missing", link, *values, ("field", missing[0]))
        fault = _fault_of_tag(shop, link)
        if fault:
            yield link_hit(scene, "attribution-malformed", link, *values, ("fault", fault))
        alone = [name for name in shop.together if name in fields]
        if alone and len(alone) < len(shop.together):
            lacking = listed(name for name in shop.together if name not in fields)
            yield link_hit(scene, "tokens-apart", link, *values, ("given", alone[0]), ("lacking", lacking))


def _fault_of_tag(shop: Retailer, link: Link) -> str:
    """What is wrong with a link's attribution tag, or ""."""
    given = query_values(link.target)
    for value in chain.from_iterable(given.get(name, ()) for name in shop.attribution_fields):
        if shop.tag_at_most is not None and len(value) > shop.tag_at_most:
            return f"has {len(value)} characters, and {shop.tag_at_most} are the most"
        barred = next((mark for mark in shop.tag_bars if mark in value), "")
        if barred:
            return f"holds the mark “{barred}”"
    return ""


def static_codes(scene: Scene) -> Iterator[Hit]:
    """Printed codes whose target can never be changed."""
    for link in scene.channel.links:
        printed = scene.medium(link.placement) == PRINT
        if printed and link.dynamic_qr is False and not link.address:
            yield link_hit(scene, "qr-static-in-print", link)


def options_that_spoil_each_other(scene: Scene) -> Iterator[Hit]:
    """Two options on one link of which the one stops the other from counting."""
    if scene.platform is None:
        return
    spoilt = [fact for fact in scene.platform.tracking if fact.not_with]
    for link in scene.channel.links if spoilt else ():
        for fact in spoilt:
            for other in fact.not_with if fact.option in link.options else ():
                if other in link.options:
                    yield _spoilt(scene, link, fact, other)


def _spoilt(scene: Scene, link: Link, fact: TrackingFact, other: str) -> Hit:
    assert scene.platform is not None
    one, spoiler = option_name(scene.catalog, fact.option), option_name(scene.catalog, other)
    values = (("one", one), ("other", spoiler), ("reason", fact.text))
    return link_hit(scene, "options-clash", link, *values, source=sources_text(scene.platform, [fact]))


CHECKS = (shop_tags, static_codes, options_that_spoil_each_other)
