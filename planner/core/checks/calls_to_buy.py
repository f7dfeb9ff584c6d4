"""When readers can order the book, and which work asks them to."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.core.addresses import retailer_of
from planner.core.catalog import SELLS_AHEAD, SERVES_KINDLE, STORE, Platform
from planner.core.catalog_lists import Retailer
from planner.core.checks.background import Background
from planner.core.checks.phrases import planned_against, wording_of
from planner.core.checks.scene import BUYING, Scene
from planner.core.checks.word_groups import Words
from planner.core.days import When
from planner.core.plan import Activity
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import ActivityKind, Promo

PERHAPS_BEFORE_BOOK: RuleId = "promotion-perhaps-before-book"
SAYING = (ActivityKind.POST, ActivityKind.SEND, ActivityKind.AD)


def asks_to_buy(activity: Activity) -> bool:
    """Whether work asks readers to buy; outreach does not, and no promotion that gives books away."""
    if activity.kind is ActivityKind.PRICE_PROMOTION:
        return activity.promo is not Promo.GROUP_FREE
    return activity.aim in BUYING and activity.kind is not ActivityKind.OUTREACH


class Asking(NamedTuple):
    """Work that asks readers to buy, by which of its words, and whether it is sure to."""

    activity: Activity
    words: Words = ()
    sure: bool = True


def asking(scene: Scene) -> list[Asking]:
    """The work of a channel that asks readers to buy: by its own aim, by its words, or as an ad for sales."""
    own = [Asking(each) for each in scene.selling if asks_to_buy(each)]
    others = [each for each in scene.open_work if each.aim is None and each.kind in SAYING]
    rule = scene.rules.get(PERHAPS_BEFORE_BOOK) if others else None
    said = {each.id: words for each, words in planned_against(scene, wording_of(rule))} if rule else {}
    # An ad for sales asks whatever its words mean.
    in_doubt = (
        [each for each in others if each.kind is ActivityKind.AD] if scene.channel.aim in BUYING else []
    )
    by_words = [each for each in others if each.id in said and each not in in_doubt]
    told = [Asking(each, said[each.id], sure=False) for each in by_words]
    return [*own, *told, *(Asking(each, sure=False) for each in in_doubt)]


def first_day_to_buy(scene: Scene, due: When | None) -> When | None:
    """The first day on which there is something to order, where that is still to come on a day."""
    book = scene.background.book
    waits = {day: scene.days_between(due, day) for day in (book.release, book.preorder)}
    known = {day: days for day, days in waits.items() if days is not None}
    first = min(known, key=known.__getitem__, default=None)
    return first if first is not None and known[first] > 0 else None


def orders_ahead(scene: Scene, when: When | None) -> bool:
    """Whether readers order before there is a book: here, where a link leads, or in a campaign that day."""
    if _sells_ahead(scene.platform):
        return True
    shops = [retailer_of(scene.catalog, link.target) for link in scene.channel.links]
    if any(shop and shop.sells_ahead for shop in shops):
        return True
    return not _leads_to_shops(scene, shops) and _in_a_campaign(scene, when)


def _leads_to_shops(scene: Scene, shops: Sequence[Retailer | None]) -> bool:
    """Whether a channel sends readers to shops and nowhere else."""
    traits = scene.platform.traits if scene.platform else ()
    return STORE in traits or SERVES_KINDLE in traits or (bool(shops) and all(shops))


def _in_a_campaign(scene: Scene, when: When | None) -> bool:
    """Whether a day is within a phase with a channel in which readers order before there is a book."""
    return scene.background.once(_meets_a_campaign, scene.background, when)


def _meets_a_campaign(background: Background, when: When | None) -> bool:
    apart = background.days_between
    return any(
        (apart(starts, when) or 0) >= 0 and (apart(when, ends) or 0) >= 0
        for starts, ends in background.once(_campaigns, background)
    )


def _campaigns(background: Background) -> tuple[tuple[When | None, When | None], ...]:
    """The first and last days of such phases."""
    platforms = background.catalog.platforms
    used = ((id, map(platforms.get, background.used_in(id))) for id in background.phases)
    phases = [background.phase(id) for id, there in used if any(map(_sells_ahead, there))]
    return tuple([(phase.starts, phase.ends) for phase in phases])


def _sells_ahead(platform: Platform | None) -> bool:
    return platform is not None and SELLS_AHEAD in platform.traits
