"""Checks of countdown deals against the terms of the shop that runs them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from planner.core.checks.editions import price_before
from planner.core.checks.scene import Scene
from planner.core.checks.terms_of_promotion import (
    Fault,
    PriceChange,
    against_terms,
    book_meant,
    cut,
    days_apart,
    other_name,
    other_price_changes,
    promotion_hit,
    term_number,
)
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.kdp_select import has_no_ebook
from planner.core.names import markets_said
from planner.core.phrasing import counted, listed
from planner.core.plan import Activity
from planner.core.promotions import promo_of
from planner.core.vocabulary import Promo

LIST_PRICE = "countdown-list-price"


def countdown(scene: Scene) -> Iterator[Hit]:
    """Countdown deals that break a term, each term once a deal, or have no e-book to sell."""
    deals = [each for each in scene.promotions if promo_of(scene.catalog, each) is Promo.COUNTDOWN]
    without = [each for each in deals if has_no_ebook(book_meant(scene, each))]
    if without:
        yield from (promotion_hit(scene, "countdown-without-ebook", deal) for deal in without)
        return
    yield from against_terms(scene, "countdown-terms", Promo.COUNTDOWN, FAULTS)
    for deal in deals:
        if book_meant(scene, deal).kdp_select is False:
            yield promotion_hit(scene, "countdown-not-in-select", deal)


def _too_early_in_the_term(scene: Scene, deal: Activity, limit: Limit) -> str:
    days = scene.days_between(book_meant(scene, deal).select_since, deal.due)
    if days is None or days >= (limit.at_least or 0):
        return ""
    return f"begins {counted(abs(days), 'day')} {'into' if days >= 0 else 'before'} its term"


def _after_another_price(scene: Scene, deal: Activity, limit: Limit) -> str:
    for other in _cuts(scene, deal):
        gap = days_apart(scene, other.deal, deal)
        if gap is not None and _too_near(scene, other, gap, limit):
            return f"begins {counted(gap, 'day')} after {other_name(scene, other)}, which changes the price"
    return ""


def _before_another_price(scene: Scene, deal: Activity, limit: Limit) -> str:
    for other in _cuts(scene, deal):
        gap = days_apart(scene, deal, other.deal)
        if gap is not None and _too_near(scene, other, gap, limit):
            return f"ends {counted(gap, 'day')} before {other_name(scene, other)}, which changes the price"
    return ""


def _cuts(scene: Scene, deal: Activity) -> Iterator[PriceChange]:
    changes = other_price_changes(scene, deal)
    return (other for other in changes if other.deal.promo is not Promo.FREE_DAYS)


def _too_near(scene: Scene, other: PriceChange, gap: int, limit: Limit) -> bool:
    """Whether another price is too few days away; on the same day elsewhere, it is this deal that is told."""
    apart = 0 if other.platform == scene.channel.platform else 1
    return apart <= gap < (limit.at_least or 0)


def _list_price(scene: Scene, deal: Activity, limit: Limit) -> str:
    before = price_before(scene.catalog, deal, book_meant(scene, deal))
    if before is None or before.currency != limit.currency:
        return ""
    fits = Decimal(str(limit.at_least or 0)) <= before.amount <= Decimal(str(limit.at_most or 0))
    return "" if fits else f"begins from {before.text}"


def _discount(scene: Scene, deal: Activity, limit: Limit) -> str:
    taken = cut(scene, deal)
    return f"takes off only {taken.text}" if taken and taken.amount < Decimal(str(limit.at_least)) else ""


def _length(scene: Scene, deal: Activity, limit: Limit) -> str:
    days = scene.days_between(deal.due, deal.ends)
    return f"lasts {counted(days + 1, 'day')}" if days is not None and days + 1 > (limit.at_most or 0) else ""


def _steps(_scene: Scene, deal: Activity, limit: Limit) -> str:
    return f"has {deal.steps} steps" if deal.steps is not None and deal.steps > (limit.at_most or 0) else ""


def _lead(_scene: Scene, deal: Activity, limit: Limit) -> str:
    given = deal.lead_days
    return "leaves no day to set it up" if given is not None and given < (limit.at_least or 0) else ""


def _beside_free_days(scene: Scene, deal: Activity, _limit: Limit) -> str:
    mine = term_number(scene, deal)
    for other in other_price_changes(scene, deal):
        free = other.deal.promo is Promo.FREE_DAYS
        if free and mine is not None and term_number(scene, other.deal) == mine:
            return f"stands in the same term as {other_name(scene, other)}"
    return ""


def _market(scene: Scene, deal: Activity, limit: Limit) -> str:
    region = deal.region or scene.channel.region
    elsewhere = region and region not in limit.regions
    taken = {each.currency for each in scene.limits(LIST_PRICE)}
    price = deal.price or deal.list_price
    if taken and price and price.currency not in taken:
        return f"is priced in {price.currency}, and not in {listed(sorted(taken), last='or')}"
    names = listed(markets_said(scene.catalog, limit.regions), last="or")
    return f"is for another market than {names}" if elsewhere else ""


FAULTS: Mapping[str, Fault] = {
    "countdown-select-days": _too_early_in_the_term,
    "countdown-days-before": _after_another_price,
    "countdown-days-after": _before_another_price,
    LIST_PRICE: _list_price,
    "countdown-discount": _discount,
    "countdown-days": _length,
    "countdown-steps": _steps,
    "countdown-lead-days": _lead,
    "countdown-no-free-days": _beside_free_days,
    "countdown-regions": _market,
}
MEASURES = {
    **dict.fromkeys(FAULTS, "at_least"),
    **dict.fromkeys((LIST_PRICE, "countdown-days", "countdown-steps", "countdown-no-free-days"), "at_most"),
    "countdown-regions": "regions",
}
CHECKS = (countdown,)
