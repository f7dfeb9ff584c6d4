"""Checks of the pre-order against the shops: window, editions, price, final file, alerts."""

from collections.abc import Iterator

from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.days import HOURS_IN_A_DAY, when_text
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.plan import Activity, ActivityKind, EditionKind
from planner.core.words import beside_release, listed

DAYS, FILE_HOURS, EDITIONS = "preorder-days", "final-file-hours", "preorder-editions"
PRICE_ABOVE, ALERT_DAYS, ALERTS = "preorder-price-above", "days-before-release", "alerts-per-title"
MEASURES = {
    **dict.fromkeys((DAYS, FILE_HOURS, ALERT_DAYS, ALERTS), "at_most"),
    PRICE_ABOVE: "at_least",
    EDITIONS: "editions",
}


def window(scene: Scene) -> Iterator[Hit]:
    """A pre-order that is open for longer than the shop takes it."""
    book = scene.background.book
    for limit in scene.limits(DAYS):
        days = scene.days_between(book.preorder, book.release)
        if days is not None and limit.at_most is not None and days > limit.at_most:
            yield _hit(scene, "preorder-too-early", limit, ("when", beside_release(days)))


def final_file(scene: Scene) -> Iterator[Hit]:
    """A final file that reaches the shop too late for its pre-order."""
    book = scene.background.book
    for limit in scene.limits(FILE_HOURS):
        days = scene.days_between(book.final_file, book.release) if book.preorder is not None else None
        if days is not None and limit.at_most is not None and days * HOURS_IN_A_DAY < limit.at_most:
            said = when_text(book.final_file, scene.background.launch)
            yield _hit(scene, "final-file-late", limit, ("day", said), ("when", beside_release(days)))


def offered(scene: Scene) -> Iterator[Hit]:
    """A pre-order of an edition, or at a price, that the shop takes none of."""
    book = scene.background.book
    limits = list(scene.limits(EDITIONS, PRICE_ABOVE))
    if not limits or book.preorder is None or not book.editions:
        return
    kinds = [edition.kind for edition in book.editions]
    for limit in scene.limits(EDITIONS):
        if not any(kind in limit.editions for kind in kinds):
            yield _hit(scene, "preorder-not-offered", limit, ("what", listed(map(str, kinds))))
    for limit in scene.limits(PRICE_ABOVE):
        prices = [edition.price for edition in book.editions if edition.kind is EditionKind.EBOOK]
        if any(price is not None and price.amount <= (limit.at_least or 0) for price in prices):
            yield _hit(scene, "preorder-not-offered", limit, ("what", "free e-book"))


def alerts(scene: Scene) -> Iterator[Hit]:
    """Alerts about a pre-order that go out too early, too late, or too often."""
    book = scene.background.book
    for limit in scene.limits(ALERT_DAYS):
        for send in _alerts(scene, limit):
            days = scene.days_between(send.due, book.release)
            fits = days is None or (limit.at_least or 0) <= days <= (limit.at_most or days)
            if not fits:
                day = when_text(send.due, scene.background.launch)
                values = (("day", day), ("when", beside_release(days or 0)))
                yield _hit(scene, "alert-outside-window", limit, *values, subject=send.id)
    for limit in scene.limits(ALERTS):
        count = sum(1 for _ in _alerts(scene, limit))
        if limit.at_most is not None and count > limit.at_most:
            yield _hit(scene, "alerts-too-many", limit, ("count", str(count)))


def _alerts(scene: Scene, limit: Limit) -> Iterator[Activity]:
    """The sends of a channel that has a link at the limit's placement."""
    here = any(link.placement == limit.placement for link in scene.channel.links)
    return scene.planned(ActivityKind.SEND) if here else iter(())


def _hit(scene: Scene, rule: str, limit: Limit, *values: tuple[str, str], subject: str = "") -> Hit:
    assert scene.platform is not None
    return Hit(
        rule=rule,
        subject=subject or scene.channel.id,
        aspect="activities" if subject else "overview",
        values=(("platform", scene.platform.name), ("reason", limit.text), *values),
        source=sources_text(scene.platform, [limit]),
    )


CHECKS = (window, final_file, offered, alerts)
