"""Checks of web addresses in a text, on platforms where no text makes a link of them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import AD, MAIL, TEXT
from planner.core.checks.cleared import is_cleared
from planner.core.checks.copy import KINDS, SHOWN, cutting
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.copy_scan.addresses import URL
from planner.core.copy_scan.scan import Spot, web_addresses
from planner.core.facts import Clickable, PlacementFact, Policy
from planner.core.findings import Hit
from planner.core.names import places_text
from planner.core.vocabulary import ActivityKind

REMEMBERED = 1000
# A point within a word that goes on in small letters: most texts have none, and need no closer look.
MAY_HOLD_ONE = re.compile(r"\.(?<=[^\W_]\.)[a-z]")
NO_POSTS = (ActivityKind.AD, ActivityKind.SEND)


def addresses_in_dead_text(scene: Scene) -> Iterator[Hit]:
    """Web addresses in the copy of a channel where whatever text may carry stays plain text."""
    text, platform = scene.channel.copy, scene.platform
    dead = _dead_text(scene.catalog, platform) if platform and text else None
    if platform is None or dead is None or not MAY_HOLD_ONE.search(text) or _is_no_post(scene):
        return
    spans = web_addresses(scene.catalog, text)
    spots = [Spot(URL, *span) for span in spans if not is_cleared(scene.channel, text, span)]
    if not spots:
        return
    live = [spot.placement for spot in platform.placements if spot.clickable is Clickable.YES]
    places = [spot for spot in live if scene.medium(spot) != AD]
    yield Hit(
        rule="address-in-dead-text",
        subject=scene.channel.id,
        aspect="copy",
        spans=tuple((spot.start, spot.end) for spot in spots),
        values=(
            ("found", text[spots[0].start : spots[0].end][:SHOWN]),
            ("reason", dead.text),
            ("places", places_text(scene.catalog, places) if places else "nowhere on this platform"),
        ),
        source=sources_text(platform, [dead]),
        fixes=cutting(text, spots, KINDS[URL]),
    )


def _is_no_post(scene: Scene) -> bool:
    """Whether the copy may be that of an ad or a letter, whose links work elsewhere than in a post."""
    media = {scene.medium(link.placement) for link in scene.channel.links}
    return not media.isdisjoint((AD, MAIL)) or any(each.kind in NO_POSTS for each in scene.not_dropped)


@lru_cache(maxsize=REMEMBERED)
def _dead_text(catalog: Catalog, platform: Platform) -> PlacementFact | None:
    """What a platform says of its texts, where none makes a link of an address and no other rule says so."""
    if platform.links.policy is Policy.BLOCKED or (platform.copy and URL in platform.copy.removes):
        return None
    texts = [spot for spot in platform.placements if catalog.placements[spot.placement].medium == TEXT]
    alive = any(spot.clickable is not Clickable.NO for spot in texts)
    return texts[0] if texts and not alive else None


CHECKS = (addresses_in_dead_text,)
