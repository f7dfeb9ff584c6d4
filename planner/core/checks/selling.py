"""Checks of a channel that is after sales: whether there is anything to sell in its phase."""

from collections.abc import Iterator

from planner.core.catalog import SELLS_OWN
from planner.core.checks.calls_to_buy import asking, first_day_to_buy, orders_ahead
from planner.core.checks.scene import BUYING, Scene
from planner.core.days import when_text
from planner.core.findings import Hit


def selling_before_the_book(scene: Scene) -> Iterator[Hit]:
    """A channel after sales whose phase is over before the book can be ordered; work is told by itself.

    Where the author sells what they like, it may be something else.
    """
    channel, platform = scene.channel, scene.platform
    if platform is None or SELLS_OWN in platform.traits or channel.aim not in BUYING or scene.selling:
        return
    if any(each.activity.due is not None for each in asking(scene)):
        return
    ends = scene.phase.ends
    first = first_day_to_buy(scene, ends)
    if first is None or orders_ahead(scene, ends):
        return
    launch = scene.background.launch
    values = (
        ("platform", platform.name),
        ("aim", str(channel.aim)),
        ("ends", when_text(ends, launch)),
        ("first", when_text(first, launch)),
    )
    yield Hit(rule="selling-before-book", subject=channel.id, values=values)


CHECKS = (selling_before_the_book,)
