"""What is ordered from the press, and how it travels: a head, and the plan in small pieces."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.core.plan import Plan
from planner.export.choices import Choices
from planner.storage.format import NOTHING_BESIDE, Beside
from planner.storage.plan_pieces import unpacked

# No file, but what gives way in a document that has only so many pages.
SHORTENED = "shortened"
# A PDF that is looked at and not kept has no tags: to open those of a long one, Qt holds up every thread.
PAGES = "pages"

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Order:
    """A plan's document, dated ``day``, as it was chosen; written to ``path``, or handed back without one.

    ``format`` is one of ``FORMATS``, ``PAGES`` or ``SHORTENED``; ``beside`` goes with the plan inside the
    document, where that is whole.
    """

    plan: Plan
    choices: Choices
    day: date
    path: Path | None = None
    format: str = "pdf"
    beside: Beside = NOTHING_BESIDE


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order: the document where it was to be handed back, and what should be told of it."""

    data: bytes = b""
    said: str = ""


class Stopped(Exception):  # noqa: N818  # a wish, no error
    """The order was stopped on request; nothing was written."""


class ExportRefused(Exception):  # noqa: N818  # its text is for the user
    """The order cannot be done; the text is one plain sentence."""


def head_of(order: Order) -> bytes:
    """All of an order but its plan."""
    choices = order.choices
    return json.dumps(
        {
            "preset": choices.preset,
            "paper": choices.paper,
            "without": sorted(choices.without),
            "text_size": choices.text_size,
            "format": order.format,
            "day": order.day.isoformat(),
            "path": str(order.path.absolute()) if order.path else None,
            "beside": (order.beside.revision, dict(order.beside.extra)),
        }
    ).encode("ascii")


def order_of(head: bytes, pieces: Iterable[bytes]) -> Order:
    """The order of which this is the head, with the plan that was packed into these pieces."""
    said = json.loads(head)
    choices = Choices(said["preset"], said["paper"], frozenset(said["without"]), said["text_size"])
    path = Path(said["path"]) if said["path"] is not None else None
    day, beside = date.fromisoformat(said["day"]), Beside(*said["beside"])
    return Order(unpacked(pieces), choices, day, path, said["format"], beside)
