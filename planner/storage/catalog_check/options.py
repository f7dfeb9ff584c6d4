"""What is wrong with what a platform's file says of tracking options: their order, names and reasons."""

from collections.abc import Iterator, Mapping

from planner.core.catalog import Catalog, Platform
from planner.core.facts import Clickable, Need, Policy, TrackingFact, VerdictKind
from planner.core.vocabulary import Aim
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.unknown_names import unknown_names
from planner.storage.json_text import Place

# The aims that a platform's own figures may be said to count; being seen is what all of them show.
COUNTED_AIMS = tuple(str(aim) for aim in Aim if aim not in (Aim.AWARENESS, Aim.OTHER))
Spots = Mapping[str, Clickable]


def option_faults(catalog: Catalog, platform: Platform) -> Iterator[Fault]:
    """Everything that is wrong with the rows of tracking options."""
    yield from _out_of_order(catalog, platform)
    spots = {spot.placement: spot.clickable for spot in platform.placements}
    for n, fact in enumerate(platform.tracking):
        yield from _names(("tracking", n), fact, platform, catalog, spots)
        yield from _reasons(("tracking", n), fact, catalog)
        option = catalog.options.get(fact.option)
        if option and option.carried_by_link:
            yield from _clicks(("tracking", n), fact, platform, spots)


def _out_of_order(catalog: Catalog, platform: Platform) -> Iterator[Fault]:
    given, wanted = [fact.option for fact in platform.tracking], list(catalog.options)
    if given != wanted:
        same = (one == other for one, other in zip(given, wanted, strict=False))
        first = next((n for n, fits in enumerate(same) if not fits), 0)
        missing = ", ".join(option for option in wanted if option not in given) or "none is missing"
        mend = "give one row to each option, in the order of the list of tracking options"
        yield Fault(("tracking", first, "option"), f"options are missing or out of order ({missing})", mend)


def _names(
    place: Place, fact: TrackingFact, platform: Platform, catalog: Catalog, spots: Spots
) -> Iterator[Fault]:
    for field, names, known, what in (
        ("option", [fact.option], catalog.options, "tracking option"),
        ("where", fact.where, spots, "placement of this platform"),
        ("unsettled", fact.unsettled, spots, "placement of this platform"),
        ("not_with", fact.not_with, catalog.options, "tracking option"),
        ("counts", fact.counts, COUNTED_AIMS, "aim to count"),
    ):
        yield from unknown_names((*place, field), names, known, what)
    for need in fact.any_of:
        yield from need_faults((*place, "any_of"), need, platform, catalog)


def _reasons(place: Place, fact: TrackingFact, catalog: Catalog) -> Iterator[Fault]:
    """What is said of an option without a sentence for it, or of one that cannot have it."""
    option = catalog.options.get(fact.option)
    if fact.any_of and not fact.condition:
        says = "the option asks something of the account, and no sentence says what"
        yield Fault((*place, "any_of"), says, "say it in `condition`")
    if fact.for_all and (fact.any_of or not fact.condition or (option and option.needs_click)):
        says = (
            "only what an option shows by itself is limited for all, by a `condition` that asks for nothing"
        )
        yield Fault((*place, "for_all"), says, "take it out, or say the limit in `condition`")
    if fact.counts and option and not option.inside_only:
        says = "only the platform's own figures say which aims they count"
        yield Fault((*place, "counts"), says, "take it out")
    if fact.verdict is VerdictKind.LIMITED and not (fact.where or fact.condition):
        says = "the option is limited, but nothing says how"
        yield Fault((*place, "verdict"), says, "give it `where` or a `condition`")


def _clicks(place: Place, fact: TrackingFact, platform: Platform, spots: Spots) -> Iterator[Fault]:
    """What is said to work by clicks where nobody can click."""
    usable = fact.verdict in (VerdictKind.AVAILABLE, VerdictKind.LIMITED)
    if usable and platform.links.policy is Policy.BLOCKED:
        says = "the option needs a click, and links are blocked here"
        yield Fault((*place, "verdict"), says, "call it impossible or forbidden")
    if fact.where and all(spots.get(spot) is Clickable.NO for spot in fact.where):
        says = "the option needs a click, and no link can be clicked where it is said to work"
        yield Fault((*place, "where"), says, "name another placement, or call it impossible")


def need_faults(place: Place, need: Need, platform: Platform, catalog: Catalog) -> Iterator[Fault]:
    """What a need names that does not exist."""
    yield from unknown_names(place, need.account_type, platform.account_types, "type of account")
    spoken = {"", *catalog.languages}
    yield from unknown_names((*place, "author_language"), [need.author_language], spoken, "language")
    yield from unknown_names(place, need.followers_by_region, catalog.regions, "region")
