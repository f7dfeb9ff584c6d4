"""What a plan has and a reader's document leaves out, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date

from planner.core.catalog import Catalog
from planner.core.phrasing import listed
from planner.core.plan import (
    Account,
    Activity,
    Author,
    Book,
    Channel,
    Goal,
    Link,
    Node,
    Person,
    Phase,
    Plan,
    Recheck,
    Skipped,
)
from planner.core.records import remembered
from planner.core.tree import EDITABLE, walk
from planner.export.choices import Choices
from planner.export.shown import printed_plan

Field = tuple[type[Node], str]

ALL_INSIDE = "Nothing is left out: the whole plan is inside the PDF, with your accounts and all notes."
EXTRACT_INSIDE = "Nothing is left out: all of this extract is inside the PDF."
NOTHING = "Nothing that you have filled in is left out."
NOTHING_OF_IT = "Nothing of this extract is left out."
LEFT_OUT = "Left out: {}."
LEFT_OUT_INSIDE = "Left out, also of the plan inside the PDF: {}."
IN_PART = "Shown only in part: {}."


def _of(kind: type[Node], *names: str) -> tuple[Field, ...]:
    """Fields of a kind of record; all of them where none is named."""
    return tuple((kind, name) for name in names or sorted(EDITABLE[kind]))


def _but(kind: type[Node], name: str) -> tuple[Field, ...]:
    """All fields of a kind of record but one."""
    return tuple(field for field in _of(kind) if field != (kind, name))


MONEY, HOURS = "money", "hours"
GROUPS: Mapping[str, tuple[Field, ...]] = {
    "your accounts": _of(Account),
    "goals": _of(Goal),
    MONEY: (*_of(Plan, "budget"), *_of(Channel, "budget", "spent")),
    HOURS: (*_of(Plan, "hours_a_week"), *_of(Channel, "hours"), *_of(Activity, "hours", "lead_days")),
    "people and their contacts": _of(Person),
    "tasks": (
        *_of(Activity, "title", "kind", "aim", "due", "owner", "state", "at", "ends"),
        *_of(Activity, "promo", "price", "list_price", "steps", "region", "boosted", "gifted"),
    ),
    "the phases and what channels are for": (
        *_of(Phase, "name", "starts", "ends", "purpose"),
        *_of(Channel, "role", "stance", "aim", "cadence", "region", "owner"),
    ),
    "links and tracking": (*_of(Channel, "tracking"), *_but(Link, "notes")),
    "texts of posts": _of(Channel, "copy", "disclosure"),
    "the launch day": _of(Plan, "launch"),
    "positioning and readers": _of(Plan, "positioning", "audience"),
    "the book's details and texts": _of(Book),
    "the author's details": _of(Author),
    "skipped platforms": _of(Skipped),
    "what you have looked up": _of(Recheck),
    "notes and assumptions": (
        *_of(Plan, "assumptions", "notes"),
        *(field for kind in (Channel, Activity, Link) for field in _of(kind, "notes")),
        *(field for kind in (Channel, Activity) for field in _of(kind, "cleared")),
    ),
    "the plan's status": _of(Plan, "status"),
}


# Where sums by phase stand, though what they are sums of does not.
SUMMED = frozenset({"glance", "summary"})
SUMS = frozenset({MONEY, HOURS})


def left_out_text(plan: Plan, choices: Choices, catalog: Catalog, day: date, *, inside: bool = True) -> str:
    """What is not shown to the reader, in sentences; ``inside`` a file that carries the plan, or else."""
    if choices.whole and inside:
        return EXTRACT_INSIDE if plan.extract else ALL_INSIDE
    left, cut = left_out(plan, printed_plan(plan, choices, catalog, day))
    sums = SUMS if not SUMMED.isdisjoint(choices.sections) else frozenset()
    cut = (*cut, *(each for each in left if each in sums))
    left = tuple(each for each in left if each not in sums)
    said = ((LEFT_OUT_INSIDE if inside else LEFT_OUT, left), (IN_PART, cut))
    nothing = NOTHING_OF_IT if plan.extract else NOTHING
    return " ".join(words.format(listed(names)) for words, names in said if names) or nothing


def left_out(plan: Plan, shown: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of what is filled in and not shown at all, and of what is shown in part."""
    filled = set(_filled(shown))
    seen, missed = _fields(filled), _fields(set(_filled(plan)) - filled)
    missing = [name for name, its in GROUPS.items() if not missed.isdisjoint(its)]
    wholly = tuple(name for name in missing if seen.isdisjoint(GROUPS[name]))
    return wholly, tuple(name for name in missing if name not in wholly)


def _fields(filled: Iterable[tuple[type[Node], str, str]]) -> set[Field]:
    return {(kind, name) for kind, name, _ in filled}


def _filled(plan: Plan) -> Iterator[tuple[type[Node], str, str]]:
    """Every field in which something stands, with the id of its record."""
    for node in walk(plan):
        kind = type(node)
        for name, default in _defaults(kind):
            if getattr(node, name) != default:
                yield kind, name, node.id


@remembered
def _defaults(kind: type[Node]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind) if field.name in EDITABLE[kind])
