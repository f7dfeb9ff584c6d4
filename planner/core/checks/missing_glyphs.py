"""Checks of the letters in a plan: those that no font of the program has, and a PDF may print as a box."""

from collections.abc import Iterator, Mapping

from planner.core.checks.overview import Overview
from planner.core.checks.scene import Scene
from planner.core.findings import Hit
from planner.core.phrasing import listed
from planner.core.plan import (
    Account,
    Activity,
    Author,
    Book,
    Comp,
    Goal,
    Link,
    Person,
    Phase,
    Plan,
    Recheck,
    Skipped,
)
from planner.core.printable import character_name, texts_of, without_font
from planner.core.tree import children

MOST_NAMED = 3
LONGEST_NAME = 40
RECORDS: Mapping[type[object], str] = {
    Plan: "plan",
    Book: "book",
    Author: "author",
    Comp: "comparable title",
    Goal: "goal",
    Person: "person",
    Account: "account",
    Skipped: "skipped platform",
    Recheck: "platform looked up",
    Phase: "phase",
    Activity: "task",
    Link: "link",
}
ONE_OF_A_KIND = (Plan, Book, Author)
NAMES = ("title", "name", "text", "label", "handle", "role")


def letters_of_channel(scene: Scene) -> Iterator[Hit]:
    """Letters without a font in a channel, its activities and its links."""
    yield from _hits(scene.channel, scene.channel.id)
    for activity in scene.channel.activities:
        yield from _hits(activity, activity.id, "activities")
    for link in scene.channel.links:
        yield from _hits(link, link.id, "links")


def letters_of_plan(overview: Overview) -> Iterator[Hit]:
    """Letters without a font in all of the plan but its channels."""
    plan = overview.background.everything
    for node in (plan, *children(plan)):
        yield from _hits(node, node.id)
    for comp in plan.book.comps:
        yield from _hits(comp, plan.book.id)


def _hits(record: object, subject: str, aspect: str = "overview") -> Iterator[Hit]:
    for name, text in texts_of(record):
        missing = without_font(text)
        if missing:
            named = [character_name(character) for character in missing[:MOST_NAMED]]
            more = [f"{len(missing) - MOST_NAMED} more"] if len(missing) > MOST_NAMED else []
            values = (("characters", listed([*named, *more])), ("field", _place(record, name)))
            shown = "copy" if name == "copy" else aspect
            yield Hit(rule="letter-without-font", subject=subject, aspect=shown, values=values)


def _place(record: object, field: str) -> str:
    """A field with what it belongs to: "role of the person “Jo”"; of a channel the field alone."""
    said, kind = field.replace("_", " "), RECORDS.get(type(record))
    if kind is None or isinstance(record, ONE_OF_A_KIND):
        return f"{said} of the {kind}" if kind else said
    name = next(filter(None, (getattr(record, each, "") for each in NAMES)), "")
    short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rstrip()}…"
    return f"{said} of the {kind} “{short}”" if short else f"{said} of the {kind}"


CHANNEL_CHECKS = (letters_of_channel,)
PLAN_CHECKS = (letters_of_plan,)
