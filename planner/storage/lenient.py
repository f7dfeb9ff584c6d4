"""Reads what can be read of data from a newer format, and says what could not be."""

from typing import Any

from planner.storage.json_text import Place
from planner.storage.problems import problems
from planner.storage.shape import reader


class NothingReadableError(Exception):
    """So little can be read that there is no record left."""


def read_what_can_be(data: Any, kind: type[Any]) -> tuple[Any, list[Place]]:
    """A record of the parts that can be read, and the places of those that were left out.

    A field that cannot be read is left out, and where it is one that its record needs, the record is.
    Raises NothingReadableError.
    """
    from pydantic_core import ValidationError

    skipped: set[Place] = set()
    while True:
        try:
            return reader(kind).validate_python(data), sorted(skipped, key=str)
        except ValidationError as error:
            wrong = {_to_leave_out(problem.place, missing=problem.missing) for problem in problems(error)}
        for place in sorted(wrong, reverse=True):
            if not place:
                raise NothingReadableError
            _leave_out(data, place)
        skipped |= wrong


def _to_leave_out(place: Place, *, missing: bool) -> Place:
    """The field itself, or the entry of a list around a record that lacks what it needs."""
    if not missing:
        return place
    while place and isinstance(place[-1], str):
        place = place[:-1]
    return place


def _leave_out(data: Any, place: Place) -> None:
    for step in place[:-1]:
        data = data[step]
    del data[place[-1]]
