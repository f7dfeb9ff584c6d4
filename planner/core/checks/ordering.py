"""When readers can order the book, and which work asks them to."""

from planner.core.addresses import retailer_of
from planner.core.catalog import SELLS_AHEAD
from planner.core.checks.scene import BUYING, Scene
from planner.core.days import When
from planner.core.plan import Activity
from planner.core.vocabulary import ActivityKind, Promo


def asks_to_buy(activity: Activity) -> bool:
    """Whether work asks readers to buy; outreach does not, and no promotion that gives books away."""
    if activity.kind is ActivityKind.PRICE_PROMOTION:
        return activity.promo is not Promo.GROUP_FREE
    return activity.aim in BUYING and activity.kind is not ActivityKind.OUTREACH


def first_day_to_buy(scene: Scene, due: When | None) -> When | None:
    """The first day on which there is something to order, where that is still to come on a day."""
    book = scene.background.book
    waits = {day: scene.days_between(due, day) for day in (book.release, book.preorder)}
    known = {day: days for day, days in waits.items() if days is not None}
    first = min(known, key=known.__getitem__, default=None)
    return first if first is not None and known[first] > 0 else None


def orders_ahead(scene: Scene) -> bool:
    """Whether readers order here, or where a link of the channel leads, before there is a book."""
    if scene.platform and SELLS_AHEAD in scene.platform.traits:
        return True
    shops = (retailer_of(scene.catalog, link.target) for link in scene.channel.links)
    return any(shop and shop.sells_ahead for shop in shops)
