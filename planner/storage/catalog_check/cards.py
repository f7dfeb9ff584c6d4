"""What keeps a platform from being shown: its name, its mark and their colour, its days and its sources."""

import re
from collections.abc import Collection, Iterator

from planner.core.catalog import Platform
from planner.core.contrast import contrast
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.sources import to_come

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
WHITE, READABLE = "#ffffff", 4.5
MARK_AT_MOST = 2


def card_faults(platform: Platform, other_names: Collection[str]) -> Iterator[Fault]:
    """All that is wrong with what is shown of a platform; ``other_names`` are those of other platforms."""
    for place, names in (("name", (platform.name,)), ("other_names", platform.other_names)):
        for name in names:
            if name in other_names:
                says = f"another platform is called “{name}” too"
                yield Fault((place,), says, "write this one's own name, and look at what else was copied")
    if not 1 <= len(platform.mark) <= MARK_AT_MOST:
        yield Fault(("mark",), f"the mark has {len(platform.mark)} letters", "write one or two")
    yield from _colour(platform.colour)
    yield from to_come(("checked",), platform.checked)
    yield from _placed_twice(platform)


def _colour(colour: str) -> Iterator[Fault]:
    if not COLOUR.fullmatch(colour):
        yield Fault(("colour",), f"“{colour}” is no colour", "write # and six digits, as in #563ACC")
    elif (ratio := contrast(colour, WHITE)) < READABLE:
        says = f"white letters on {colour} cannot be read well (a contrast of {ratio:.1f} to 1)"
        yield Fault(("colour",), says, f"choose a darker one, of at least {READABLE} to 1")


def _placed_twice(platform: Platform) -> Iterator[Fault]:
    seen: set[str] = set()
    for n, spot in enumerate(platform.placements):
        if spot.placement in seen:
            says = f"the placement “{spot.placement}” stands here a second time"
            yield Fault(("placements", n, "placement"), says, "keep one of the two")
        seen.add(spot.placement)
