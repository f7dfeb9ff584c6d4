"""Checks of a channel against the numbers that its platform sets: recipients, characters, links."""

from collections.abc import Iterable, Iterator
from math import ceil

from planner.core.addresses import tagged
from planner.core.catalog_lists import AD, TEXT
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.copy_scan.counting import hashtags, length
from planner.core.copy_scan.scan import web_addresses
from planner.core.facts import Confidence, Limit, Unit
from planner.core.findings import Hit
from planner.core.names import place_name
from planner.core.needs import known_type
from planner.core.phrasing import counted, listed
from planner.core.plan import Link
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import ActivityKind

CHARACTERS, HASHTAGS, LINKS, RECIPIENTS = "characters", "hashtags", "links", "recipients"
BY_KIND: RuleId = "limit-hangs-on-account"
LINKS_PER_POST = "links-per-post"
LINKS_PER_ARTICLE, LINKS_PER_SLIDE = "links-per-article", "links-per-slide"
PUBLISHED = (ActivityKind.POST, ActivityKind.SEND)
MEASURES = dict.fromkeys(
    (CHARACTERS, HASHTAGS, LINKS, LINKS_PER_POST, LINKS_PER_ARTICLE, LINKS_PER_SLIDE, RECIPIENTS), "at_most"
)


def limits_of(scene: Scene, *measures: str) -> Iterator[tuple[Limit, float]]:
    """The limits of these measures that hold for the author's account, with their numbers."""
    for limit in scene.limits(*measures):
        if limit.at_most is not None and (not limit.account_type or _holds_for(limit, scene)):
            yield limit, limit.at_most


def limits_for_any(scene: Scene, *measures: str) -> Iterator[tuple[Limit, float]]:
    """The same, and where the author has not said the account's kind, those that are for some kinds."""
    for limit in scene.limits(*measures):
        if limit.at_most is not None and (not limit.account_type or _may_hold_for(limit, scene)):
            yield limit, limit.at_most


def hangs_on_kind(scene: Scene, limit: Limit) -> bool:
    """Whether a firm limit is for some kinds of account, and the author has not said which it is."""
    return limit.firm and bool(limit.account_type) and not _kind(scene)


def by_kind(scene: Scene, hit: Hit, limit: Limit) -> Hit:
    """A hit as it is; where it hangs on the account's kind, one that asks for that."""
    if not hangs_on_kind(scene, limit):
        return hit
    return hit._replace(rule=BY_KIND, values=(*hit.values, ("kinds", listed(limit.account_type, last="or"))))


def _kind(scene: Scene) -> str:
    """The kind of the author's account, "" while that is not known."""
    return known_type(scene.account, scene.platform.account_types) if scene.platform else ""


def _holds_for(limit: Limit, scene: Scene) -> bool:
    """Whether a limit is for the account's kind; one that is not firm may be for any that says none."""
    kind = _kind(scene)
    return kind in limit.account_type if kind else not limit.firm


def _may_hold_for(limit: Limit, scene: Scene) -> bool:
    """Whether a limit is for the account's kind, or for any while that is not known."""
    kind = _kind(scene)
    return not kind or kind in limit.account_type


def limit_hit(scene: Scene, rule: RuleId, limit: Limit, aspect: str, *values: tuple[str, str]) -> Hit:
    """A hit on a channel that a limit decided, with the values that every rule on limits names."""
    assert scene.platform is not None
    known = (
        ("platform", scene.platform.name),
        ("limit", f"{limit.at_most:,g}"),
        ("placement", place_name(scene.catalog, limit.placement)),
        ("reason", limit.text),
    )
    source = sources_text(scene.platform, [limit])
    return Hit(rule=rule, subject=scene.channel.id, aspect=aspect, values=(*known, *values), source=source)


def list_too_large(scene: Scene) -> Iterator[Hit]:
    """A list with more people than one broadcast takes."""
    for limit, most in limits_of(scene, RECIPIENTS):
        sends = any(activity.kind is ActivityKind.SEND for activity in scene.channel.activities)
        here = sends or any(link.placement == limit.placement for link in scene.channel.links)
        size = scene.account.list_size if here and scene.account else None
        if size is not None and size > most:
            yield limit_hit(scene, "list-over-limit", limit, "activities", ("size", f"{size:,}"))


def copy_too_long(scene: Scene) -> Iterator[Hit]:
    """Text that is longer than any text the platform takes; an ad's longest line, than any of its lines."""
    text = scene.channel.copy.strip()
    limited = [*limits_for_any(scene, CHARACTERS)] if text else []
    medium = _medium_of_text(scene, limited) if limited else ""
    limits = [(limit, most) for limit, most in limited if scene.medium(limit.placement) == medium != ""]
    if not limits:
        return
    limit, most = max(limits, key=lambda pair: pair[1])
    texts = text.splitlines() if medium == AD else [text]
    longest = max(length(scene.catalog, each, limit) for each in texts)
    if longest > most:
        unit = "bytes" if limit.unit is Unit.BYTES else "characters"
        count, planned = ("count", f"{longest:,} {unit}"), ("planned", f"a text of {longest:,} {unit}")
        rule: RuleId = "copy-too-long" if limit.firm else "copy-perhaps-too-long"
        yield by_kind(scene, limit_hit(scene, rule, limit, "copy", count, planned), limit)


def _medium_of_text(scene: Scene, limits: Iterable[tuple[Limit, float]]) -> str:
    """Whether the channel's text is an ad's or a post's; "" where its length may have no limit."""
    places = [scene.catalog.placements.get(link.placement) for link in scene.channel.links]
    media = {place.medium for place in places if place}
    if media == {AD}:
        return AD
    limited = {limit.placement for limit, _ in limits}
    free = any(place and place.medium == TEXT and place.id not in limited for place in places)
    return "" if free or AD in media else TEXT


def too_many_hashtags(scene: Scene) -> Iterator[Hit]:
    """More hashtags than the platform takes."""
    for limit, most in limits_of(scene, HASHTAGS):
        count = len(hashtags(scene.channel.copy)) if limit.firm else 0
        if count > most:
            yield limit_hit(scene, "hashtags-over-limit", limit, "copy", ("count", str(count)))


def too_many_links(scene: Scene) -> Iterator[Hit]:
    """More links at a placement than it holds."""
    for limit, most in limits_of(scene, LINKS) if len(scene.channel.links) > 1 else ():
        count = _links_at(scene, limit.placement)
        if count > most:
            rule = _by_certainty(limit, "links-over-limit", "links-perhaps-over-limit")
            yield limit_hit(scene, rule, limit, "links", ("count", str(count)))


def _links_at(scene: Scene, placement: str) -> int:
    """How many different links a placement has."""
    return len({tagged(link) for link in scene.channel.links if link.placement == placement})


def has_room(scene: Scene, placement: str, link: Link) -> bool:
    """Whether a placement holds a link beside those that it has."""
    there = {tagged(other) for other in scene.channel.links if other.placement == placement}
    limits = (most for limit, most in limits_of(scene, LINKS) if limit.placement == placement)
    return all(len(there | {tagged(link)}) <= most for most in limits)


def too_many_links_for_the_articles(scene: Scene) -> Iterator[Hit]:
    """More links than the planned articles hold together; where none is planned, one is meant."""
    for limit, most in limits_of(scene, LINKS_PER_ARTICLE):
        articles = sum(len(scene.planned(kind)) for kind in PUBLISHED)
        count = _links_at(scene, limit.placement)
        if count > most * max(1, articles):
            rule = _by_certainty(limit, "links-over-articles", "links-perhaps-over-articles")
            values = (
                ("count", str(count)),
                ("planned", counted(articles, "article") if articles else "no article"),
                ("each", "each" if most == 1 else f"each {most:g}"),
            )
            yield limit_hit(scene, rule, limit, "links", *values)
        elif scene.medium(limit.placement) == TEXT:
            yield from _too_many_in_copy(scene, limit, most)


def _by_certainty(limit: Limit, certain: RuleId, disputed: RuleId) -> RuleId:
    return disputed if limit.confidence is Confidence.DISPUTED else certain


def links_for_slides(scene: Scene) -> Iterator[Hit]:
    """Several links where a slide holds so many: a plan knows no slides, so their number is told."""
    for limit, most in limits_of(scene, LINKS_PER_SLIDE):
        count = _links_at(scene, limit.placement)
        if count > most:
            slides = str(ceil(count / most))
            yield limit_hit(
                scene, "links-need-slides", limit, "links", ("count", str(count)), ("slides", slides)
            )


def too_many_links_in_copy(scene: Scene) -> Iterator[Hit]:
    """More different addresses in the text than one post holds."""
    for limit, most in limits_of(scene, LINKS_PER_POST):
        yield from _too_many_in_copy(scene, limit, most)


def _too_many_in_copy(scene: Scene, limit: Limit, most: float) -> Iterator[Hit]:
    spans = tuple(web_addresses(scene.catalog, scene.channel.copy))
    different = {scene.channel.copy[start:end] for start, end in spans}
    if len(different) > most:
        rule = _by_certainty(limit, "links-over-limit", "links-perhaps-over-limit")
        hit = limit_hit(scene, rule, limit, "copy", ("count", str(len(different))))
        yield hit._replace(spans=spans)


CHECKS = (
    *(list_too_large, copy_too_long),
    *(too_many_hashtags, too_many_links, too_many_links_in_copy),
    *(too_many_links_for_the_articles, links_for_slides),
)
