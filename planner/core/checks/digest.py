"""A digest of each channel for whoever looks at all of them, made once while the channel is the same."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.core.addresses import alike, tagged
from planner.core.plan import Activity, Channel, Link
from planner.core.utm_tags import Tag, tags_of
from planner.core.vocabulary import OPEN_STATES, ActivityKind, State

Tagged = tuple[tuple[Link, tuple[Tag, ...]], ...]


class Digest(NamedTuple):
    """What is asked of a channel from outside it, so that a plan of many is not read through anew.

    ``promotions`` set a price and are still open, ``priced`` were not dropped, whatever they say of a price.
    ``addresses`` are those that links with an option lead to, ``tags`` the UTM tags of links that have any,
    ``titles`` those of work that was not dropped, a line each.
    """

    sends: tuple[Activity, ...]
    promotions: tuple[Activity, ...]
    priced: tuple[Activity, ...]
    addresses: tuple[tuple[Link, str], ...]
    tags: Tagged
    titles: str


Digested = tuple[tuple[Channel, Digest], ...]


class Digests:
    """The digests of a plan's channels, of which those are made that are new."""

    def __init__(self) -> None:
        """Begin without a channel."""
        self._known: dict[str, tuple[Channel, Digest]] = {}

    def of(self, channels: Iterable[Channel]) -> Digested:
        """Every channel with its digest, in the same order."""
        known = ((channel, self._known.get(channel.id)) for channel in channels)
        made = tuple(
            found if found and found[0] is channel else (channel, digest(channel)) for channel, found in known
        )
        self._known = {each[0].id: each for each in made}
        return made


def digest(channel: Channel) -> Digest:
    """What is asked of a channel from outside it."""
    still_open = [each for each in channel.activities if each.state in OPEN_STATES]
    promotions = [each for each in channel.activities if each.kind is ActivityKind.PRICE_PROMOTION]
    return Digest(
        sends=tuple(each for each in still_open if each.kind is ActivityKind.SEND),
        promotions=tuple(each for each in promotions if each.price is not None and each.state in OPEN_STATES),
        priced=tuple(each for each in promotions if each.state is not State.DROPPED),
        addresses=tuple((link, alike(tagged(link).strip())) for link in channel.links if link.options),
        tags=tuple((link, tags) for link in channel.links if (tags := tags_of(link))),
        titles="\n".join([each.title for each in channel.activities if each.state is not State.DROPPED]),
    )
