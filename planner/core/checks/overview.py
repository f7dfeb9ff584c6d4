"""What a check of the whole plan may look at, with a digest of each channel that is made once."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.core.addresses import alike, tagged
from planner.core.catalog import Catalog, Platform
from planner.core.checks.background import Background
from planner.core.checks.loads import Loads
from planner.core.plan import OPEN_STATES, Activity, ActivityKind, Channel, Link
from planner.core.utm_tags import Tag, tags_of
from planner.core.workload import Load

Tagged = tuple[tuple[Link, tuple[Tag, ...]], ...]


class Digest(NamedTuple):
    """What checks of the whole plan ask of a channel, so that a plan of many is not read through anew.

    ``addresses`` are those that links with an option lead to, ``tags`` the UTM tags of links that have any.
    """

    sends: tuple[Activity, ...]
    promotions: tuple[Activity, ...]
    lasting: tuple[Activity, ...]
    addresses: tuple[tuple[Link, str], ...]
    tags: Tagged


Digested = tuple[tuple[Channel, Digest], ...]


class Overview:
    """The plan and the catalog, for checks that look at all of it; what is read of the plan is noted."""

    def __init__(self, background: Background, catalog: Catalog) -> None:
        """Look at the plan that the background stands for."""
        self.catalog = catalog
        self.background = background
        self.plan = background.plan
        self._digests: dict[str, tuple[Channel, Digest]] = {}
        self._counted = Loads()

    @property
    def platforms(self) -> Mapping[str, Platform]:
        """The known platforms that the plan uses, by id."""
        return self.background.memory.once(("platforms used",), self._platforms)

    def _platforms(self) -> dict[str, Platform]:
        used = dict.fromkeys(channel.platform for channel in self.plan.channels)
        return {id: self.catalog.platforms[id] for id in used if id in self.catalog.platforms}

    @property
    def digested(self) -> Digested:
        """Every channel with its digest, in the order of the board."""
        return self.background.memory.once(("digested",), self._digested)

    def _digested(self) -> Digested:
        known = ((channel, self._digests.get(channel.id)) for channel in self.plan.channels)
        made = tuple(
            found if found and found[0] is channel else (channel, digest(channel)) for channel, found in known
        )
        self._digests = {each[0].id: each for each in made}
        return made

    @property
    def tags(self) -> tuple[Tagged, ...]:
        """The links with UTM tags of each channel, in the order of the board."""
        return self.background.memory.once(
            ("tags",), lambda: tuple([found.tags for _, found in self.digested])
        )

    @property
    def loads(self) -> tuple[Load, ...]:
        """What each phase asks for by week, in the order of the board."""
        return self.background.memory.once(("loads",), self._loads)

    def _loads(self) -> tuple[Load, ...]:
        return self._counted.of(self.plan.phases, self.plan.launch)


def digest(channel: Channel) -> Digest:
    """What checks of the whole plan ask of a channel."""
    still_open = [each for each in channel.activities if each.state in OPEN_STATES]
    return Digest(
        sends=tuple(each for each in still_open if each.kind is ActivityKind.SEND),
        promotions=tuple(each for each in still_open if each.price is not None and each.kind in PROMOTING),
        lasting=tuple(each for each in channel.activities if each.ends is not None),
        addresses=tuple((link, alike(tagged(link).strip())) for link in channel.links if link.options),
        tags=tuple((link, tags) for link in channel.links if (tags := tags_of(link))),
    )


PROMOTING = (ActivityKind.PRICE_PROMOTION,)
