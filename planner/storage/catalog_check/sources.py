"""What is wrong with those who say something: sources, and the days on which they were looked at."""

from collections.abc import Iterator
from datetime import date

from planner.core.addresses import parse
from planner.core.citations import General
from planner.core.days import last_day
from planner.core.facts import Source
from planner.storage.catalog_check.fault import Fault
from planner.storage.json_text import Place


def looked_at(place: Place, known: General) -> Iterator[Fault]:
    """What is wrong with the sources of what stands at a place, and with the day of the last look."""
    for n, source in enumerate(known.sources):
        yield from of_source((*place, "sources", n), source)
    yield from to_come((*place, "checked"), known.checked)
    yield from no_shelf_life(place, known.shelf_months)


def no_dates_before(place: Place, as_of: str, checked: date | None) -> Iterator[Fault]:
    """A source's own date that is none, or later than the day on which somebody last looked."""
    faults = tuple(no_dates(place, as_of))
    yield from faults
    if checked and not faults and as_of > checked.isoformat()[: len(as_of)]:
        mend = "correct the day of the look, or the date"
        yield Fault(place, f"“{as_of}” is later than the last look, on {checked.isoformat()}", mend)


def of_source(place: Place, source: Source) -> Iterator[Fault]:
    """A source whose date or address is none."""
    yield from no_dates((*place, "as_of"), source.as_of)
    # Behind an address may stand, in parentheses, which of the page's documents is meant.
    if source.url and not parse(source.url.partition(" (")[0]):
        mend = "write it whole, as in https://site.example/page"
        yield Fault((*place, "url"), f"“{source.url}” is no web address", mend)


def to_come(place: Place, checked: date | None) -> Iterator[Fault]:
    """A day of looking at something that is still to come."""
    if checked and checked > date.today():
        yield Fault(place, "the day is still to come", "write the day when you looked")


def no_shelf_life(place: Place, months: int | None) -> Iterator[Fault]:
    """A shelf life that is over before it begins."""
    if months is not None and months < 1:
        mend = "write for how many months it stays fresh, or drop it for those that count for all"
        yield Fault((*place, "shelf_months"), "the shelf life is shorter than a month", mend)


def no_dates(place: Place, as_of: str) -> Iterator[Fault]:
    """A source's own date that is none."""
    try:
        day = last_day(as_of) if as_of else None
    except ValueError:
        says = f"“{as_of}” is no year, month or day"
        yield Fault(place, says, "write it as in 2026, 2026-04 or 2026-04-21, or drop it")
    else:
        if day and as_of > date.today().isoformat()[: len(as_of)]:
            yield Fault(place, f"“{as_of}” is still to come", "write the date that the source shows")
