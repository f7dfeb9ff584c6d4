"""Checks of the pre-order: window, editions, price, final file, alerts, and what asks for it too late."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from planner.core import edits
from planner.core.changes import Edit
from planner.core.checks.background import Background
from planner.core.checks.dates import orders_ahead
from planner.core.checks.frequencies import lanes
from planner.core.checks.scene import Scene, called
from planner.core.citations import sources_text
from planner.core.days import HOURS_IN_A_DAY, When, when_text
from planner.core.facts import Limit
from planner.core.findings import Fix, Hit
from planner.core.plan import Activity, ActivityKind, Aim, Channel, EditionKind, State
from planner.core.rule_ids import RuleId
from planner.core.tree import Tree
from planner.core.words import beside_release, listed

DAYS, FILE_HOURS, EDITIONS = "preorder-days", "final-file-hours", "preorder-editions"
PRICE_ABOVE, ALERT_DAYS, ALERTS = "preorder-price-above", "days-before-release", "alerts-per-title"
MEASURES = {
    **dict.fromkeys((DAYS, FILE_HOURS, ALERT_DAYS, ALERTS), "at_most"),
    PRICE_ABOVE: "at_least",
    EDITIONS: "editions",
}
FOR_SALES = "Make sales its aim"


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
        late = days is not None and limit.at_most is not None and days * HOURS_IN_A_DAY < limit.at_most
        if late and not _none_taken(scene):
            said = when_text(book.final_file, scene.background.launch)
            yield _hit(scene, "final-file-late", limit, ("day", said), ("when", beside_release(days or 0)))


def offered(scene: Scene) -> Iterator[Hit]:
    """A pre-order of an edition, or at a price, that the shop takes none of."""
    book = scene.background.book
    limits = list(scene.limits(EDITIONS, PRICE_ABOVE))
    if not limits or book.preorder is None or not book.editions:
        return
    kinds = [edition.kind for edition in book.editions]
    for limit in _none_taken(scene):
        yield _hit(scene, "preorder-not-offered", limit, ("what", listed(map(str, kinds))))
    for limit in scene.limits(PRICE_ABOVE):
        prices = [edition.price for edition in book.editions if edition.kind is EditionKind.EBOOK]
        if any(price is not None and price.amount <= (limit.at_least or 0) for price in prices):
            yield _hit(scene, "preorder-not-offered", limit, ("what", "free e-book"))


def _none_taken(scene: Scene) -> list[Limit]:
    """The limits by which the shop takes a pre-order of no edition of the book."""
    kinds = {edition.kind for edition in scene.background.book.editions}
    return [limit for limit in scene.limits(EDITIONS) if kinds and kinds.isdisjoint(limit.editions)]


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
        make = partial(_over, scene.background, scene.channel.platform, limit)
        over = scene.situation.once(("alerts", limit), make)
        if over and over.channel == scene.channel.id:
            yield _hit(scene, "alerts-too-many", limit, ("count", over.said))


class _Over(NamedTuple):
    """The channel that has the first alert too many, and how many there are in which phases."""

    channel: str
    said: str


def _over(background: Background, platform: str, limit: Limit) -> _Over | None:
    """The alerts of all channels of a platform, where they are more than a title may have."""
    found = [
        (background.day(each.due) or date.max, phase, channel.id)
        for phase, channel in lanes(background, platform)
        if _has_alerts(channel, limit)
        for each in channel.activities
        if each.kind is ActivityKind.SEND and each.state is not State.DROPPED
    ]
    if limit.at_most is None or len(found) <= limit.at_most:
        return None
    shares = Counter(phase for _, phase, _ in found)
    where = listed(f"{count} in {phase}" for phase, count in shares.items())
    said = f"{len(found)} alerts ({where})" if len(shares) > 1 else f"{len(found)} alerts"
    *_, channel = sorted(found, key=itemgetter(0))[int(limit.at_most)]
    return _Over(channel, said)


def _alerts(scene: Scene, limit: Limit) -> Iterator[Activity]:
    """The sends of a channel that has a link at the limit's placement."""
    return scene.planned(ActivityKind.SEND) if _has_alerts(scene.channel, limit) else iter(())


def _has_alerts(channel: Channel, limit: Limit) -> bool:
    return any(link.placement == limit.placement for link in channel.links)


def after_release(scene: Scene) -> Iterator[Hit]:
    """A channel or work that is after pre-orders when the book is out."""
    asking = [each for each in scene.selling if each.aim is Aim.PREORDERS]
    if (asking or scene.channel.aim is Aim.PREORDERS) and not orders_ahead(scene):
        if scene.channel.aim is Aim.PREORDERS and _is_out(scene, scene.phase.starts):
            name = scene.platform.name if scene.platform else scene.channel.platform
            since = f"from {_day(scene, scene.phase.starts)} on"
            yield _too_late(scene, scene.channel.id, "overview", name, since)
        for activity in asking:
            if _is_out(scene, activity.due):
                day = f"on {_day(scene, activity.due)}"
                yield _too_late(scene, activity.id, "activities", f"“{called(activity)}”", day)


def _is_out(scene: Scene, when: When | None) -> bool:
    days = scene.days_between(scene.background.book.release, when)
    return days is not None and days >= 0


def _day(scene: Scene, when: When | None) -> str:
    return when_text(when, scene.background.launch)


def _too_late(scene: Scene, record: str, aspect: str, what: str, when: str) -> Hit:
    values = (("what", what), ("when", when), ("release", _day(scene, scene.background.book.release)))
    return Hit("preorder-aim-too-late", record, values, aspect, fixes=(Fix(FOR_SALES, _for_sales),))


def _for_sales(tree: Tree, record: str) -> Edit:
    return edits.set_field(tree, record, "aim", Aim.SALES, FOR_SALES)


def _hit(scene: Scene, rule: RuleId, limit: Limit, *values: tuple[str, str], subject: str = "") -> Hit:
    assert scene.platform is not None
    return Hit(
        rule=rule,
        subject=subject or scene.channel.id,
        aspect="activities" if subject else "overview",
        values=(("platform", scene.platform.name), ("reason", limit.text), *values),
        source=sources_text(scene.platform, [limit]),
    )


CHECKS = (window, final_file, offered, alerts, after_release)
