"""Reads what can be read of data from a newer format, and says what could not be."""

from collections.abc import Iterator
from typing import Any

from planner.storage.json_text import Place
from planner.storage.problems import problems
from planner.storage.shape import reader


class NothingReadableError(Exception):
    """So little can be read that there is no record left."""


def read_what_can_be(data: Any, kind: type[Any]) -> tuple[Any, list[Place]]:
    """A record of the parts that can be read, and the places of those that were left out of ``data``.

    A field that cannot be read is left out, and where it is one that its record needs, the record is.
    Raises NothingReadableError.
    """
    from pydantic_core import ValidationError

    first_places = {id(value): place for place, value in _containers(data, ())}
    skipped: set[Place] = set()
    while True:
        try:
            return reader(kind).validate_python(data), _outermost(skipped)
        except ValidationError as error:
            wrong = {_to_leave_out(problem.place, missing=problem.missing) for problem in problems(error)}
        for place in sorted(wrong, reverse=True):
            if not place:
                raise NothingReadableError
            skipped.add(_leave_out(data, place, first_places))


def _containers(data: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    """All lists and groups of fields, with their places, which move when entries before them go."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if steps is not None:
        yield place, data
        for step, value in steps:
            yield from _containers(value, (*place, step))


def _to_leave_out(place: Place, *, missing: bool) -> Place:
    """The field itself, or the entry of a list around a record that lacks what it needs."""
    if not missing:
        return place
    while place and isinstance(place[-1], str):
        place = place[:-1]
    return place


def _leave_out(data: Any, place: Place, first_places: dict[int, Place]) -> Place:
    """Take out what is at a place, and return the place that it had in the file."""
    for step in place[:-1]:
        data = data[step]
    gone = data.pop(place[-1])
    return first_places.get(id(gone)) or (*first_places[id(data)], place[-1])


def _outermost(places: set[Place]) -> list[Place]:
    inner = {place for place in places if any(place[:length] in places for length in range(len(place)))}
    return sorted(places - inner)
