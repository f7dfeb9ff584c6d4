"""Under whose terms work lowers a price, and what is so of all that runs under these."""

from planner.core.catalog import Catalog
from planner.core.catalog_lists import PromotionKind
from planner.core.plan import Activity
from planner.core.vocabulary import ActivityKind, Promo


def promo_of(catalog: Catalog, activity: Activity) -> Promo | None:
    """Whose terms a promotion runs under: as is said of it, else as a cut of the price is called."""
    if activity.promo not in (None, Promo.PRICE_CUT) or activity.kind is not ActivityKind.PRICE_PROMOTION:
        return activity.promo
    title = activity.title.casefold()
    rows = catalog.promotions.values()
    called = (Promo(row.id) for row in rows if any(name in title for name in row.names))
    return next(called, activity.promo)


def promotion_kind(catalog: Catalog, activity: Activity) -> PromotionKind | None:
    """What is known of the kind of a promotion, None where it runs under nobody's terms."""
    promo = promo_of(catalog, activity)
    return catalog.promotions.get(promo) if promo else None
