"""Where two statements of a platform's record do not go together, or one is missing that another asks for."""

import re
from collections.abc import Iterator

from planner.core.catalog import Platform
from planner.core.facts import Clickable, Limit, Policy
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.platforms import TOLD

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# What counts time may be told in other units: 365 days are a year in words.
TIME = re.compile("days|hours|months")


def clash_faults(platform: Platform) -> Iterator[Fault]:
    """All statements of a platform that another one belies."""
    yield from _clicks_where_links_are_blocked(platform)
    yield from _limits_twice(platform)
    yield from _regions(platform)
    for genre in set(platform.fit.strong).intersection(platform.fit.weak):
        yield Fault(("fit", "weak"), f"“{genre}” stands under `strong` too", "keep one of the two")
    for n, limit in enumerate(platform.limits):
        yield from _unlike_its_text(n, limit)
        yield from _turned_round(n, limit)
    if platform.links.policy is not Policy.OPEN and not platform.ways_on:
        says = "links are not open here, and nothing says where else the same readers can be reached"
        yield Fault(("links", "policy"), says, "add a [[ways_on]] row")


def _clicks_where_links_are_blocked(platform: Platform) -> Iterator[Fault]:
    for n, spot in enumerate(platform.placements):
        if platform.links.policy is Policy.BLOCKED and spot.clickable is Clickable.YES:
            says = "a link can be clicked at this placement, and links are blocked here"
            mend = 'write "no", or another policy of links'
            yield Fault(("placements", n, "clickable"), says, mend)


def _regions(platform: Platform) -> Iterator[Fault]:
    """Markets where the platform is not offered, of which nothing is said, or where its readers are."""
    told = [name for name in ("mostly_in", "used_abroad") if getattr(platform, name)]
    if told and not platform.region_note:
        yield Fault((told[0],), "no sentence says so", "add `region_note`")
    if platform.not_regions and not platform.region_note:
        says = "it is not offered in some markets, and no sentence says so"
        yield Fault(("not_regions",), says, "add `region_note`")
    for region in set(platform.regions).intersection(platform.not_regions):
        says = f"“{region}” stands under `regions` too"
        yield Fault(("not_regions",), says, "keep one of the two")


def _limits_twice(platform: Platform) -> Iterator[Fault]:
    """Limits that count the same thing of the same accounts and books as one before them, as firmly."""
    seen: set[tuple[object, ...]] = set()
    for n, limit in enumerate(platform.limits):
        about = (
            limit.measure,
            limit.placement,
            limit.account_type,
            limit.editions,
            limit.regions,
            limit.currency,
            limit.firm,
        )
        if limit.measure not in ("", *TOLD) and about in seen:
            says = f"a limit of “{limit.measure}” for the same place stands above already"
            yield Fault(("limits", n, "measure"), says, "keep one of the two, or say what else it is about")
        seen.add(about)


def _turned_round(n: int, limit: Limit) -> Iterator[Fault]:
    if limit.at_least is not None and limit.at_most is not None and limit.at_least > limit.at_most:
        says = f"`at_least` is {limit.at_least:g}, and `at_most` only {limit.at_most:g}"
        yield Fault(("limits", n, "at_least"), says, "write them the other way round, or drop one")


def _unlike_its_text(n: int, limit: Limit) -> Iterator[Fault]:
    """A number that is not among those that the text gives in digits; a share is told in per cent."""
    told = {float(found.replace(",", "")) for found in NUMBER.findall(limit.text)}
    for name, number in (("at_most", limit.at_most), ("at_least", limit.at_least)):
        if number is None or not told or TIME.search(limit.measure):
            continue
        if not told & {number, number * 100 if number < 1 else number}:
            says = f"`{name}` is {number:g}, and the text gives another number"
            yield Fault(("limits", n, name), says, "write the one that the source gives in both")
