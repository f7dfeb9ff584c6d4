"""What a plan inside a document holds: all that its sections show, and nothing that they leave out."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from planner.core.addresses import UTM_FIELDS
from planner.core.catalog import Catalog
from planner.core.plan import Account, Author, Book, Channel, Comp, Link, Node, Person, Plan, State
from planner.core.rules import RuleBook
from planner.core.tree import CHILD_SLOTS, EDITABLE, Tree, walk
from planner.export.choices import Choices
from planner.export.left_out import GROUPS, Field, left_out, left_out_text
from planner.export.outline import SECTIONS, outline
from planner.export.outline.context import Context
from planner.export.presets import PRESETS
from planner.export.shown import ALWAYS, SHOWN, shown_plan
from planner.storage import format as plan_format
from tests.export.everything import everything, link, money
from tests.export.test_outline import parts, texts
from tests.strategies import plans

DAY = date(2026, 11, 22)
EVERYTHING = everything()
EMPTY = Plan(id="plan", book=Book(id="book"), author=Author(id="author"))
OTHER = {"platform": "threads", "currency": "EUR", "on": DAY, "state": State.DONE}
FIELDS = [(kind, name) for kind, names in EDITABLE.items() for name in sorted(names)]

# What changes a section without standing in it: sums, what the author's accounts and book allow, sources.
ABOUT_THE_AUTHOR: set[Field] = {(kind, name) for kind in (Account, Book) for name in EDITABLE[kind]}
SUMS: set[Field] = {(Channel, "hours"), (Channel, "budget")}
BEHIND: dict[str, set[Field]] = {
    "fit": ABOUT_THE_AUTHOR,
    "glance": SUMS,
    "summary": SUMS,
    "review": {(Channel, "hours")},
    "glossary": {(Channel, "tracking")},
    "budget": {(Channel, "hours"), (Channel, "spent")},
    "tracking": ABOUT_THE_AUTHOR,
    "sources": {(Channel, "tracking"), (Link, "placement")},
}


def changed(node: Node, kind: type[Node], name: str) -> Node:
    """A record and all below it, with one field of one kind of record as it is in a new one."""
    values: dict[str, Any] = {
        slot: tuple(changed(each, kind, name) for each in getattr(node, slot))
        for slot in CHILD_SLOTS.get(type(node), ())
    }
    if isinstance(node, Plan):
        values |= {"book": changed(node.book, kind, name), "author": changed(node.author, kind, name)}
    if type(node) is kind:
        default = next(field.default for field in fields(kind) if field.name == name)
        values[name] = OTHER.get(name) or (None if default is MISSING else default)
    return replace(node, **values)


def said(section: str, plan: Plan, catalog: Catalog) -> list[object]:
    """All that a section says."""
    return list(parts(SECTIONS[section](Context(plan, catalog, (), DAY))))


def listed(section: str) -> set[Field]:
    return {(part.kind, name) for part in SHOWN[section] for name in part.fields}


@pytest.mark.parametrize("section", SECTIONS)
def test_the_fields_of_a_section_are_those_that_it_shows(section: str, catalog: Catalog) -> None:
    before = said(section, EVERYTHING, catalog)
    seen: set[Field] = set()
    for kind, name in FIELDS:
        plan = changed(EVERYTHING, kind, name)
        assert isinstance(plan, Plan)
        if said(section, plan, catalog) != before:
            seen.add((kind, name))
    always = {(part.kind, name) for part in ALWAYS for name in part.fields}
    assert listed(section) <= seen
    assert seen - BEHIND.get(section, set()) - always <= listed(section)


def words(plan: Plan) -> Iterator[str]:
    """Every text that the author wrote."""
    for node in walk(plan):
        for field in fields(node):
            if field.name not in ("id", "owner", "extract", "aim", "kind", "state", "stance", "extra"):
                yield from _words(getattr(node, field.name))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Comp):
        yield from (value.title, value.author, value.why)
    elif isinstance(value, tuple):
        for each in value:
            if not isinstance(each, Node):
                yield from _words(each)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_reader_finds_inside_what_their_document_leaves_out(
    preset: str, catalog: Catalog, rules: RuleBook
) -> None:
    document = "\n".join(texts(outline(EVERYTHING, catalog, rules, DAY, preset)))
    choices = Choices(preset, without=frozenset({"skipped"}))
    inside = [text for text in words(shown_plan(EVERYTHING, choices, catalog)) if " " in text]
    assert inside
    assert [text for text in inside if text not in document] == []


def test_the_budget_stays_with_those_who_see_it(catalog: Catalog) -> None:
    for preset in ("assistant", "publicist", "tip-sheet"):
        plan = shown_plan(
            EVERYTHING, Choices(preset, without=frozenset({"channels", "duties", "hours"})), catalog
        )
        assert plan.budget is None
        assert not any(channel.budget or channel.spent or channel.hours for channel in plan.channels)
    assert shown_plan(EVERYTHING, Choices("ads"), catalog).budget == EVERYTHING.budget


@pytest.mark.parametrize("preset", [id for id, each in PRESETS.items() if "links" in each.sections])
def test_the_address_of_a_link_that_leads_nowhere_is_in_no_extract(preset: str, catalog: Catalog) -> None:
    links = tuple(
        replace(link(number), placement="post", options=options)
        for number, options in enumerate((("utm",), ("utm",), ("qr-code",)))
    )
    posts = Channel(id="posts", platform="instagram", budget=money(7), links=links)
    phases = (replace(EVERYTHING.phases[0], channels=(posts,)),)
    shown = shown_plan(
        replace(EVERYTHING, phases=phases), Choices(preset, without=frozenset({"skipped"})), catalog
    )
    first, second, scanned = shown.channels[0].links
    for dead in (first, second):
        assert dead.label
        assert not any(getattr(dead, name) for name in ("address", "target", *UTM_FIELDS))
    assert scanned.target == links[2].target


def test_only_the_goals_that_are_shown_at_a_glance_are_in_a_summary(catalog: Catalog) -> None:
    plan = shown_plan(EVERYTHING, Choices("summary"), catalog)
    assert [goal.id for goal in plan.goals] == ["goal0", "goal2", "goal3"]


def test_people_are_known_by_name_where_they_look_after_a_channel(catalog: Catalog) -> None:
    choices = Choices("self", without=frozenset(PRESETS["self"].sections) - {"channels"})
    plan = shown_plan(EVERYTHING, choices, catalog)
    assert plan.people[0] == Person(id="person0", name="Person 0 name")
    assert plan.people[3] == Person(id="person3", role="Person 3 role")
    assert len(plan.people) == 4


def test_the_whole_plan_is_in_a_whole_document_and_no_extract(catalog: Catalog) -> None:
    assert shown_plan(EVERYTHING, Choices(), catalog) is EVERYTHING
    assert shown_plan(EVERYTHING, Choices(without=frozenset({"tip-sheet"})), catalog) is EVERYTHING
    assert shown_plan(EVERYTHING, Choices(without=frozenset({"budget"})), catalog).extract == "the author"


def test_what_a_newer_version_wrote_is_in_no_extract(catalog: Catalog) -> None:
    comp = Comp(title="One", extra={"secret": 1})
    book = Book(id="book", comps=(comp,), extra={"secret": 2})
    plan = shown_plan(replace(EVERYTHING, book=book, extra={"secret": 3}), Choices("publicist"), catalog)
    assert plan.book.comps == (Comp(title="One"),)
    assert not any(node.extra for node in walk(plan))


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=25)
@given(plan=plans)
def test_an_extract_is_a_plan_and_reduced_once(preset: str, plan: Plan, catalog: Catalog) -> None:
    choices = Choices(preset, without=frozenset({"sources"}))
    made = shown_plan(plan, choices, catalog)
    assert made.extract == PRESETS[preset].reader
    assert shown_plan(made, choices, catalog) == made
    assert plan_format.read(plan_format.write(made), "plan").plan == made
    before = {node.id: node for node in walk(plan)}
    assert all(type(before[id]) is type(Tree.of(made).find(id)) for id in Tree.of(made).parents)
    assert all(replace(before[goal.id], extra={}) == goal for goal in made.goals)


def test_what_is_left_out_is_said_in_words(catalog: Catalog) -> None:
    wholly, partly = left_out(EVERYTHING, shown_plan(EVERYTHING, Choices("summary"), catalog))
    assert {"links and tracking", "notes and assumptions", "people and their contacts"} <= set(wholly)
    assert {"goals", "money"} <= set(partly)
    assert "the launch day" not in (*wholly, *partly)
    assert "tasks" in left_out(EVERYTHING, shown_plan(EVERYTHING, Choices("assistant"), catalog))[1]
    assert left_out(EVERYTHING, shown_plan(EVERYTHING, Choices(), catalog)) == ((), ())
    assert left_out(EMPTY, shown_plan(EMPTY, Choices("tip-sheet"), catalog)) == ((), ())


def test_what_is_left_out_is_said_in_sentences(catalog: Catalog) -> None:
    said = left_out_text(EVERYTHING, Choices("tip-sheet"), catalog)
    assert said.startswith("Left out, also of the plan inside the PDF: your accounts, goals")
    assert ". Shown only in part: " in said
    assert "PDF" not in left_out_text(EVERYTHING, Choices("tip-sheet"), catalog, inside=False)
    assert "whole plan" in left_out_text(EVERYTHING, Choices(), catalog)
    assert "of this extract" in left_out_text(replace(EVERYTHING, extract="the author"), Choices(), catalog)
    nothing = left_out_text(replace(EMPTY, extract="the author"), Choices(), catalog, inside=False)
    assert nothing == "Nothing of this extract is left out."
    assert "Nothing" in left_out_text(EMPTY, Choices("tip-sheet"), catalog)


def test_no_field_is_left_out_without_a_word() -> None:
    named = [each for group in GROUPS.values() for each in group]
    known: set[Field] = {(Plan, "title"), (Plan, "language"), (Plan, "currency"), (Plan, "extract")}
    known |= {(Channel, "platform"), (Book, "title"), (Author, "name")}
    assert len(named) == len(set(named))
    assert set(named) == set(FIELDS) - known
