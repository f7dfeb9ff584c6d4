"""The examples of a rule: pieces of a plan, as they stand in the rule's row, filled up to whole plans."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from typing import Any, NamedTuple

from planner.core.plan import Author, Book, Link, Node, Plan
from planner.core.records import build
from planner.core.tree import CHILD_SLOTS, ONLY_CHILDREN, SLOTS

PHASE = "Launch"
DAY, TIMES = "today", "times"
PAGE = "https://author.example/book"
KINDS: Mapping[str, type[Node]] = {slot: kind for kind, slot in SLOTS.items()}


class Example(NamedTuple):
    """A plan, and the day on which it is checked."""

    plan: Plan
    today: date


def example(piece: Mapping[str, Any], today: date) -> Example:
    """The whole plan of a piece: the plan's fields, ``channels`` of its one ``phase``, ``today``.

    Raises KeyError, TypeError or ValueError for what is no piece of a plan.
    """
    day = piece.get(DAY, today)
    return Example(build(Plan, whole(piece)), date.fromisoformat(day) if isinstance(day, str) else day)


def whole(piece: Mapping[str, Any]) -> dict[str, Any]:
    """The data of the whole plan of a piece.

    Records need no ids, and a link without a target leads to a page of the author's; a record with ``times``
    stands there so many times.
    Raises AttributeError, TypeError or ValueError for what has not the form of a plan's records.
    """
    rest = {name: value for name, value in piece.items() if name != DAY}
    lane = {"name": PHASE, **rest.pop("phase", {}), "channels": rest.pop("channels", ())}
    return _numbered(Plan, {"phases": [lane], **rest}, count(1))


def _numbered(kind: type[Node], data: Mapping[str, Any], numbers: Iterator[int]) -> dict[str, Any]:
    """A record's data with an id for it and for all below it."""
    made = {"id": f"{kind.__name__.lower()}{next(numbers)}", **data}
    if kind is Link:
        made.setdefault("target", PAGE)
    for only in (Book, Author) if kind is Plan else ():
        made[ONLY_CHILDREN[only]] = _numbered(only, made.get(ONLY_CHILDREN[only], {}), numbers)
    for slot in CHILD_SLOTS.get(kind, ()):
        if slot in made:
            rows = [row for each in made[slot] for row in _repeated(each)]
            made[slot] = [_numbered(KINDS[slot], row, numbers) for row in rows]
    return made


def _repeated(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A record's data as often as it says."""
    once = dict(data)
    return [once] * once.pop(TIMES, 1)
