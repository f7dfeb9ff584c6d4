"""What a plan has and a reader's document leaves out, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

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
from planner.core.words import listed
from planner.export.choices import Choices
from planner.export.shown import shown_plan

Field = tuple[type[Node], str]

ALL_INSIDE = "Nothing is left out: the whole plan is inside the PDF, with notes, accounts and texts of posts."
NOTHING = "Nothing that you have filled in is left out."
LEFT_OUT = "Left out, and not in the plan inside the PDF either: {}."


def _of(kind: type[Node], *names: str) -> tuple[Field, ...]:
    """Fields of a kind of record; all of them where none is named."""
    return tuple((kind, name) for name in names or sorted(EDITABLE[kind]))


GROUPS: Mapping[str, tuple[Field, ...]] = {
    "goals": _of(Goal),
    "the budget in all": _of(Plan, "budget"),
    "money of channels": _of(Channel, "budget", "spent"),
    "hours": (*_of(Plan, "hours_a_week"), *_of(Channel, "hours"), *_of(Activity, "hours", "lead_days")),
    "the launch day": _of(Plan, "launch"),
    "days of release and pre-order": _of(Book, "release", "preorder", "final_file", "select_since"),
    "phases with their days": _of(Phase, "name", "starts", "ends"),
    "links": _of(
        Link,
        *("label", "placement", "target", "address", "options"),
        *("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"),
    ),
    "who looks after links": _of(Link, "owner", "dynamic_qr", "expires"),
    "tracking": _of(Channel, "tracking"),
    "tasks": _of(Activity, "title", "kind", "due", "owner", "state", "at", "ends"),
    "what promotions offer": _of(
        Activity, "promo", "price", "list_price", "steps", "region", "boosted", "gifted"
    ),
    "what channels and tasks are for": (
        *_of(Activity, "aim"),
        *_of(Channel, "role", "stance", "aim", "cadence", "region", "owner"),
        *_of(Phase, "purpose"),
    ),
    "texts of posts": _of(Channel, "copy", "disclosure"),
    "people": _of(Person, "name", "role"),
    "people's contacts": _of(Person, "contact"),
    "your accounts": _of(Account),
    "positioning and readers": _of(Plan, "positioning", "audience"),
    "comparable titles": _of(Book, "comps"),
    "hook and blurb": _of(Book, "hook", "blurb"),
    "editions and prices": _of(Book, "editions"),
    "details of the book": _of(
        Book, "subtitle", "series", "series_number", "genre", "language", "markets", "kdp_select", "bisac"
    ),
    "how to reach the author": _of(Author, "website", "email", "time_zone"),
    "about the author": _of(Author, "bio", "platform"),
    "what you have looked up": _of(Recheck),
    "skipped platforms": _of(Skipped),
    "notes and assumptions": (
        *_of(Plan, "assumptions", "notes"),
        *_of(Channel, "notes"),
        *_of(Activity, "notes"),
        *_of(Link, "notes"),
    ),
    "the plan's status": _of(Plan, "status"),
}


def left_out_text(plan: Plan, choices: Choices) -> str:
    """One sentence on what is not shown to the reader."""
    if choices.whole:
        return ALL_INSIDE
    groups = left_out(plan, choices)
    return LEFT_OUT.format(listed(groups)) if groups else NOTHING


def left_out(plan: Plan, choices: Choices) -> tuple[str, ...]:
    """The names of what is filled in and not shown, also where some of its kind is."""
    shown = set(_filled(shown_plan(plan, choices)))
    hidden = {(kind, name) for kind, name, id in set(_filled(plan)) - shown}
    return tuple(group for group, its in GROUPS.items() if not hidden.isdisjoint(its))


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
