"""Checks of a channel's own money."""

from collections.abc import Iterator

from planner.core.checks.scene import Scene
from planner.core.findings import Hit


def overspent(scene: Scene) -> Iterator[Hit]:
    """A channel that has spent more than it was given."""
    given, spent = scene.channel.budget, scene.channel.spent
    if given is None or spent is None or given.currency != spent.currency:
        return
    if spent.amount > given.amount:
        values = (("spent", spent.text), ("given", given.text))
        yield Hit(rule="channel-overspent", subject=scene.channel.id, values=values)


CHECKS = (overspent,)
