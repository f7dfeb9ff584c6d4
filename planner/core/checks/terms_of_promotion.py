"""What all checks of promotions share: a term that a promotion breaks, and how it is said."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from planner.core.catalog import STORE
from planner.core.checks.background import Background
from planner.core.checks.editions import of_two_editions, price_before
from planner.core.checks.kdp_select_term import DAYS_OF_A_TERM
from planner.core.checks.other_work import book_of, of_one_book
from planner.core.checks.scene import Scene
from planner.core.citations import NOBODY_SAYS, sources_text
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.markets import may_meet
from planner.core.money import Money
from planner.core.names import platform_name
from planner.core.plan import Activity, Book
from planner.core.promotions import promo_of
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import Promo

GROUPS = (Promo.GROUP_SALES, Promo.GROUP_FREE)

Fault = Callable[[Scene, Activity, Limit], str]
"""What a promotion does against a term, as the end of a sentence that begins with its name, or ""."""


def against_terms(scene: Scene, rule: RuleId, promo: Promo, faults: Mapping[str, Fault]) -> Iterator[Hit]:
    """A hit for each term that an open promotion of a kind breaks."""
    for deal in [each for each in scene.promotions if promo_of(scene.catalog, each) is promo]:
        for limit in scene.limits(*faults):
            said = faults[limit.measure](scene, deal, limit)
            if said:
                yield promotion_hit(scene, rule, deal, ("fault", said), limit=limit)


def promotion_hit(
    scene: Scene, rule: RuleId, deal: Activity, *values: tuple[str, str], limit: Limit | None = None
) -> Hit:
    """A hit on a promotion, with the values that every rule on promotions names."""
    platform = scene.platform
    known = (
        ("activity", name_of(deal)),
        ("platform", platform.name if platform else scene.channel.platform),
        ("reason", limit.text if limit else ""),
    )
    source = sources_text(platform, [limit]) if platform and limit else NOBODY_SAYS
    return Hit(rule=rule, subject=deal.id, aspect="activities", values=(*known, *values), source=source)


def name_of(activity: Activity) -> str:
    """What a promotion is called in a sentence."""
    return activity.title or str(activity.promo or activity.kind)


def book_meant(scene: Scene, deal: Activity) -> Book:
    """The plan's book, or for a deal on another a book of which nothing is known."""
    return book_of(scene.catalog, scene.background.book, deal)


def cut(scene: Scene, deal: Activity) -> Money | None:
    """How much a deal takes off, or None where that cannot be known."""
    price, before = deal.price, price_before(scene.catalog, deal, book_meant(scene, deal))
    if price is None or before is None or price.currency != before.currency or price.amount >= before.amount:
        return None
    return Money(before.amount - price.amount, price.currency)


def share_cut(scene: Scene, deal: Activity) -> Decimal | None:
    """Which part of the price a deal takes off, from 0 to 1, or None where that cannot be known."""
    taken, before = cut(scene, deal), price_before(scene.catalog, deal, book_meant(scene, deal))
    return taken.amount / before.amount if taken and before and before.amount else None


class PriceChange(NamedTuple):
    """A promotion that changes a book's price, on which platform and for which market, "" where for all."""

    deal: Activity
    platform: str
    market: str


def other_price_changes(scene: Scene, deal: Activity) -> list[PriceChange]:
    """The other promotions of the plan that change the price of a deal's edition where the deal does."""
    changes = scene.background.once(_price_changes, scene.background)
    market = deal.region or scene.channel.region
    return [
        each
        for each in changes
        if each.deal.id != deal.id
        and _same_shop(scene, each)
        and may_meet(scene.catalog, market, each.market)
        and not in_other_money(each.deal, deal)
        and of_one_book(scene.catalog, scene.background.book, each.deal, deal)
        and not of_two_editions(scene.catalog, scene.background.book, each.deal, deal)
    ]


def in_other_money(one: Activity, other: Activity) -> bool:
    """Whether two promotions are priced in two currencies, and so in the shops of two markets."""
    prices = (one.price, other.price)
    return len({price.currency for price in prices if price}) == len(prices)


def _price_changes(background: Background) -> tuple[PriceChange, ...]:
    return tuple(
        PriceChange(deal, channel.platform, deal.region or channel.region)
        for channel, found in background.digested
        for deal in found.priced
        if deal.promo not in GROUPS
    )


def _same_shop(scene: Scene, other: PriceChange) -> bool:
    """Whether another promotion changes the price in the shops of this one: a deal service asks for all."""
    if other.platform == scene.channel.platform:
        return True
    platforms = (scene.platform, scene.catalog.platforms.get(other.platform))
    shops = [platform for platform in platforms if platform and STORE in platform.traits]
    return other.deal.promo is not None and len(shops) < len(platforms)


def other_name(scene: Scene, other: PriceChange) -> str:
    """What another promotion is called, with its platform where that is another."""
    at = (
        ""
        if other.platform == scene.channel.platform
        else f" on {platform_name(scene.catalog, other.platform)}"
    )
    return f"“{name_of(other.deal)}”{at}"


def term_number(scene: Scene, deal: Activity) -> int | None:
    """Which term of the exclusive programme a promotion begins in, the current one being 0."""
    days = scene.days_between(book_meant(scene, deal).select_since, deal.due)
    return None if days is None else days // DAYS_OF_A_TERM


def days_apart(scene: Scene, first: Activity, second: Activity) -> int | None:
    """Whole days from the last day of the first promotion to the first day of the second."""
    return scene.days_between(first.due if first.ends is None else first.ends, second.due)
