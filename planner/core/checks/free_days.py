"""Checks of free promotions on Kindle: for an e-book in KDP Select alone, and on few days of its term."""

from collections.abc import Iterator, Mapping

from planner.core.catalog import SERVES_KINDLE
from planner.core.checks.scene import Scene
from planner.core.checks.terms_of_promotion import (
    Fault,
    against_terms,
    book_meant,
    other_price_changes,
    promotion_hit,
    term_number,
)
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.kdp_select import in_select
from planner.core.phrasing import counted
from planner.core.plan import Activity
from planner.core.promotions import promo_of
from planner.core.vocabulary import Promo


def free_days(scene: Scene) -> Iterator[Hit]:
    """Free promotions of a book that may have none, else those that last too long or are too many."""
    if scene.platform is None or SERVES_KINDLE not in scene.platform.traits:
        return
    deals = [each for each in scene.promotions if promo_of(scene.catalog, each) is Promo.FREE_DAYS]
    outside = [each for each in deals if in_select(book_meant(scene, each)) is False]
    yield from (promotion_hit(scene, "free-days-not-in-select", deal) for deal in outside)
    if not outside:
        yield from against_terms(scene, "free-days-terms", Promo.FREE_DAYS, FAULTS)


def _too_many(scene: Scene, deal: Activity, limit: Limit) -> str:
    mine = _days(scene, deal)
    earlier = sum(_days(scene, other) for other in _earlier_in_the_term(scene, deal))
    if mine + earlier <= (limit.at_most or 0):
        return ""
    return (
        f"brings the free days of its term to {mine + earlier}"
        if earlier
        else f"lasts {counted(mine, 'day')}"
    )


def _days(scene: Scene, deal: Activity) -> int:
    """How many days a promotion lasts: one, where its last is not known."""
    days = scene.days_between(deal.due, deal.ends)
    return 1 if days is None else days + 1


def _earlier_in_the_term(scene: Scene, deal: Activity) -> Iterator[Activity]:
    """The other free promotions of the term of a deal that begin before it."""
    term = term_number(scene, deal)
    for other in (each.deal for each in other_price_changes(scene, deal) if term is not None):
        free = other.promo is Promo.FREE_DAYS and term_number(scene, other) == term
        if free and _is_before(scene, other, deal):
            yield other


def _is_before(scene: Scene, one: Activity, other: Activity) -> bool:
    """Whether a promotion begins before another; of two that begin on one day, either may be the first."""
    days = scene.days_between(one.due, other.due)
    return days is not None and (days > 0 or (days == 0 and one.id < other.id))


FAULTS: Mapping[str, Fault] = {"free-days": _too_many}
MEASURES = dict.fromkeys(FAULTS, "at_most")
CHECKS = (free_days,)
