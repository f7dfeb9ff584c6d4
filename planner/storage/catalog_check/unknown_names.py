"""Names in a file of the catalog that nothing has."""

from collections.abc import Collection, Iterator

from planner.storage.catalog_check.fault import Fault
from planner.storage.json_text import Place


def unknown_names(place: Place, names: Collection[str], known: Collection[str], what: str) -> Iterator[Fault]:
    """Those of the names at a place that are not among the known."""
    for name in names:
        if name not in known:
            yield Fault(place, f"there is no {what} “{name}”", _one_of(known))


def _one_of(known: Collection[str]) -> str:
    some = sorted(filter(None, known))
    if not some:
        return "take it out, or write what it names: there is none so far"
    return f"use one of: {', '.join(some[:8])}{', and more' if len(some) > 8 else ''}"
