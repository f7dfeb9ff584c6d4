"""Checks of featured deals, group promotions and giveaways against the terms of those who run them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from planner.core.checks.editions import may_be_of_another, price_before
from planner.core.checks.scene import Scene
from planner.core.checks.terms_of_promotion import (
    GROUPS,
    Fault,
    PriceChange,
    against_terms,
    book_meant,
    other_name,
    other_price_changes,
    promotion_hit,
    share_cut,
)
from planner.core.days import day_text, months_after
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.markets import meet
from planner.core.names import markets_said
from planner.core.phrasing import counted, listed, upper_first
from planner.core.plan import Activity
from planner.core.promotions import promo_of
from planner.core.vocabulary import ActivityKind, Promo

GIVEAWAY, BETTER = "giveaway-regions", "deal-better-before"
OF_LATE = 180
"""How many days back a price is looked for: a source that says "of late" features a book twice a year."""


def featured(scene: Scene) -> Iterator[Hit]:
    """Featured deals that cut too little, come too soon after another, or whose price is no news."""
    yield from against_terms(scene, "deal-terms", Promo.FEATURED_DEAL, FAULTS)


def _small(scene: Scene, deal: Activity, limit: Limit) -> str:
    share = share_cut(scene, deal)
    return f"takes only {share:.0%} off" if share is not None and share < Decimal(str(limit.at_least)) else ""


def _soon(scene: Scene, deal: Activity, limit: Limit) -> str:
    day, here = scene.day(deal.due), scene.channel.platform
    changes = [each for each in other_price_changes(scene, deal) if each.platform == here]
    others = (
        scene.day(each.deal.due)
        for each in changes
        if promo_of(scene.catalog, each.deal) is Promo.FEATURED_DEAL
    )
    earlier = [other for other in others if other and day and other < day]
    soon = bool(earlier) and day is not None and day < months_after(max(earlier), int(limit.at_least or 0))
    return f"comes too soon after the one on {day_text(max(earlier))}" if soon else ""


def _no_news(scene: Scene, deal: Activity, limit: Limit) -> str:
    days = {day for each in other_price_changes(scene, deal) for day in _as_cheap(scene, each.deal, deal)}
    said = f"has had its price on {counted(len(days), 'day')} before"
    return said if len(days) > (limit.at_most or 0) else ""


def beaten(scene: Scene) -> Iterator[Hit]:
    """Featured deals after a better offer, where those who run them want to be the best of late."""
    for limit in scene.limits(BETTER):
        for deal in scene.promotions:
            better = _better(scene, deal) if promo_of(scene.catalog, deal) is Promo.FEATURED_DEAL else None
            if better and better.deal.price:
                values = (
                    ("other", upper_first(other_name(scene, better))),
                    ("price", better.deal.price.text),
                )
                yield promotion_hit(scene, "deal-after-a-better-one", deal, *values, limit=limit)


def _better(scene: Scene, deal: Activity) -> PriceChange | None:
    """Another promotion that has a lower price of late."""
    changes = (each for each in other_price_changes(scene, deal) if each.deal.price != deal.price)
    return next((each for each in changes if _as_cheap(scene, each.deal, deal)), None)


def _as_cheap(scene: Scene, other: Activity, deal: Activity) -> range:
    """How many days before a deal another promotion has the same price, or a lower one, of late."""
    mine, price = deal.price, other.price
    if mine is None or price is None or price.currency != mine.currency or price.amount > mine.amount:
        return range(0)
    first = scene.days_between(other.due, deal.due) or 0
    last = first - (scene.days_between(other.due, other.ends) or 0)
    return range(max(last, 1), min(first, OF_LATE) + 1)


def no_lower(scene: Scene) -> Iterator[Hit]:
    """Price promotions that lower no price, and free ones that cost something."""
    for deal in scene.promotions:
        fault = _not_lower(scene, deal) if deal.promo not in GROUPS else ""
        if fault:
            yield promotion_hit(scene, "promotion-no-lower", deal, ("fault", fault))


def _not_lower(scene: Scene, deal: Activity) -> str:
    book = book_meant(scene, deal)
    price, before = deal.price, price_before(scene.catalog, deal, book)
    if price is None:
        return ""
    if deal.promo is Promo.FREE_DAYS:
        return f"is free by its kind, and is priced at {price.text}" if price.amount else ""
    if before is None or before.currency != price.currency or before.amount > price.amount:
        return ""
    if before.amount == price.amount:
        return f"leaves the price at {price.text}" if price.amount else ""  # a free book may be told of
    if may_be_of_another(scene.catalog, deal, book):
        return ""
    return f"raises the price from {before.text} to {price.text}"


def groups(scene: Scene) -> Iterator[Hit]:
    """Group promotions that a book of the other kind is in, and letters for them outside their days."""
    promotions = [each for each in scene.promotions if each.promo in GROUPS]
    for promotion in promotions:
        price = promotion.price
        if price is not None and (not price.amount) is not (promotion.promo is Promo.GROUP_FREE):
            offer = f"at {price.text}" if price.amount else "for free"
            yield promotion_hit(scene, "promotion-of-other-kind", promotion, ("offer", offer))
    dated = [each for each in promotions if each.due is not None and each.kind is not ActivityKind.SEND]
    for send in scene.open_of(ActivityKind.SEND) if dated else ():
        if send.due is not None and not any(_within(scene, send, promotion) for promotion in dated):
            yield promotion_hit(scene, "send-outside-promotion", send)


def _within(scene: Scene, send: Activity, promotion: Activity) -> bool:
    """Whether a letter goes out while a promotion runs, or that cannot be known."""
    since, left = (
        scene.days_between(promotion.due, send.due),
        scene.days_between(send.due, promotion.ends),
    )
    return since is None or (since >= 0 and (left is None or left >= 0))


def giveaways(scene: Scene) -> Iterator[Hit]:
    """Giveaways for readers in markets whose readers cannot take part."""
    for limit in scene.limits(GIVEAWAY):
        for giveaway in scene.open_of(ActivityKind.GIVEAWAY):
            region = giveaway.region or scene.channel.region
            asked = (region,) if region else scene.background.book.markets
            if asked and not meet(scene.catalog, asked, limit.regions):
                names = listed(markets_said(scene.catalog, asked))
                yield promotion_hit(scene, "giveaway-other-region", giveaway, ("market", names), limit=limit)


FAULTS: Mapping[str, Fault] = {
    "deal-discount": _small,
    "deal-months-between": _soon,
    "deal-days-before": _no_news,
}
MEASURES = {
    **dict.fromkeys(FAULTS, "at_least"),
    **dict.fromkeys(("deal-days-before", BETTER), "at_most"),
    GIVEAWAY: "regions",
}
CHECKS = (featured, beaten, no_lower, groups, giveaways)
