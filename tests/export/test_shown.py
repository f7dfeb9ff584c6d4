"""What a plan inside a document holds: all that its sections show, and nothing that they leave out."""

import dataclasses
from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from planner.core.addresses import UTM_FIELDS
from planner.core.catalog import Catalog
from planner.core.extract import extract
from planner.core.plan import Account, Activity, Author, Book, Channel, Comp, Goal, Link, Node, Person, Plan
from planner.core.rules import RuleBook
from planner.core.tree import CHILD_SLOTS, EDITABLE, Tree, walk
from planner.core.vocabulary import Promo, State
from planner.export.blanks import without_blanks
from planner.export.choices import Choices
from planner.export.field_groups import GROUPS, Field
from planner.export.fitting import fitted
from planner.export.left_out import PDF_HAS_ALL, left_out, left_out_text
from planner.export.outline import SECTIONS, outline
from planner.export.outline.context import Context
from planner.export.presets import PRESETS
from planner.export.shown import ALWAYS, shown_in, shown_plan
from planner.storage import format as plan_format
from planner.storage.templates import SAMPLE, new_plan
from tests.export.everything import everything, link, money
from tests.export.parts import parts, texts
from tests.strategies import plans

DAY = date(2026, 11, 22)
EVERYTHING = everything()
EMPTY = Plan(id="plan", book=Book(id="book"), author=Author(id="author"))
OTHER = {"platform": "threads", "currency": "EUR", "on": DAY, "state": State.DONE}
FIELDS = [(kind, name) for kind, names in EDITABLE.items() for name in sorted(names)]

# What changes a section without standing in it: sums, what the author's accounts and book allow, sources.
ABOUT_THE_AUTHOR: set[Field] = {(kind, name) for kind in (Account, Book) for name in EDITABLE[kind]}
SUMS: set[Field] = {(Channel, "hours"), (Channel, "budget")}
OF_WORK: set[Field] = {(Activity, name) for name in ("hours", "due", "ends", "lead_days", "state")}
BEHIND: dict[str, set[Field]] = {
    "fit": ABOUT_THE_AUTHOR,
    "glance": SUMS | OF_WORK,
    "summary": SUMS | OF_WORK,
    "review": {(Channel, "hours")},
    "glossary": {(Channel, "tracking")},
    "hours": OF_WORK,
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
    return {(part.kind, name) for part in shown_in(section, DAY) for name in part.fields}


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


def of_record(node: Node, id: str, name: str) -> Node:
    """A record and all below it, in which the one with an id has a field as it is in a new one."""
    slots = CHILD_SLOTS.get(type(node), ())
    values: dict[str, Any] = {
        slot: tuple(of_record(each, id, name) for each in getattr(node, slot)) for slot in slots
    }
    if isinstance(node, Plan):
        values |= {"book": of_record(node.book, id, name), "author": of_record(node.author, id, name)}
    if node.id == id:
        default = next(field.default for field in fields(node) if field.name == name)
        values[name] = OTHER.get(name) or (None if default is MISSING else default)
    return replace(node, **values)


@pytest.mark.parametrize("section", SECTIONS)
def test_no_record_is_inside_with_what_its_section_does_not_say(section: str, catalog: Catalog) -> None:
    before = said(section, EVERYTHING, catalog)
    inside = extract(EVERYTHING, shown_in(section, DAY), "a reader")
    kept = [(node.id, field.name) for node in walk(inside) for field in fields(node) if is_kept(node, field)]
    unsaid = [each for each in kept if said(section, of_plan(*each), catalog) == before]
    assert [each for each in unsaid if each[1] not in ("kind", "extract")] == []


def of_plan(id: str, name: str) -> Plan:
    plan = of_record(EVERYTHING, id, name)
    assert isinstance(plan, Plan)
    return plan


def is_kept(node: Node, field: dataclasses.Field[Any]) -> bool:
    """Whether something stands in a field that can be edited."""
    return field.name in EDITABLE[type(node)] and getattr(node, field.name) != field.default


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
    inside = [text for text in words(shown_plan(EVERYTHING, choices, catalog, DAY)) if " " in text]
    assert inside
    assert [text for text in inside if text not in document] == []


def test_the_budget_stays_with_those_who_see_it(catalog: Catalog) -> None:
    for preset in ("assistant", "publicist", "tip-sheet"):
        plan = shown_plan(
            EVERYTHING, Choices(preset, without=frozenset({"channels", "duties", "hours"})), catalog, DAY
        )
        assert plan.budget is None
        assert not any(channel.budget or channel.spent or channel.hours for channel in plan.channels)
    assert shown_plan(EVERYTHING, Choices("ads"), catalog, DAY).budget == EVERYTHING.budget


@pytest.mark.parametrize("preset", [id for id, each in PRESETS.items() if "links" in each.sections])
def test_the_address_of_a_link_that_leads_nowhere_is_in_no_extract(preset: str, catalog: Catalog) -> None:
    links = tuple(
        replace(link(number), placement="post", options=options)
        for number, options in enumerate((("utm",), ("utm",), ("qr-code",)))
    )
    posts = Channel(id="posts", platform="instagram", budget=money(7), links=links)
    phases = (replace(EVERYTHING.phases[0], channels=(posts,)),)
    shown = shown_plan(
        replace(EVERYTHING, phases=phases), Choices(preset, without=frozenset({"skipped"})), catalog, DAY
    )
    first, second, scanned = shown.channels[0].links
    for dead in (first, second):
        assert dead.label
        assert not any(getattr(dead, name) for name in ("address", "target", *UTM_FIELDS))
    assert scanned.target == links[2].target


def test_only_the_goals_that_are_shown_at_a_glance_are_in_a_summary(catalog: Catalog) -> None:
    plan = shown_plan(EVERYTHING, Choices("summary"), catalog, DAY)
    assert [goal.id for goal in plan.goals] == ["goal0", "goal2", "goal3"]


def test_people_are_known_by_name_where_they_look_after_a_channel(catalog: Catalog) -> None:
    choices = Choices("self", without=frozenset(PRESETS["self"].sections) - {"channels"})
    plan = shown_plan(EVERYTHING, choices, catalog, DAY)
    assert plan.people[0] == Person(id="person0", name="Person 0 name")
    assert plan.people[3] == Person(id="person3", role="Person 3 role")
    assert len(plan.people) == 4


def test_the_whole_plan_is_in_a_whole_document_and_no_extract(catalog: Catalog) -> None:
    assert shown_plan(EVERYTHING, Choices(), catalog, DAY) is EVERYTHING
    assert shown_plan(EVERYTHING, Choices(without=frozenset({"tip-sheet"})), catalog, DAY) is EVERYTHING
    assert (
        shown_plan(EVERYTHING, Choices(without=frozenset({"budget"})), catalog, DAY).extract == "the author"
    )


def test_what_a_newer_version_wrote_is_in_no_extract(catalog: Catalog) -> None:
    comp = Comp(title="One", extra={"secret": 1})
    book = Book(id="book", comps=(comp,), extra={"secret": 2})
    plan = shown_plan(replace(EVERYTHING, book=book, extra={"secret": 3}), Choices("publicist"), catalog, DAY)
    assert plan.book.comps == (Comp(title="One"),)
    assert not any(node.extra for node in walk(plan))


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=25)
@given(plan=plans)
def test_an_extract_is_a_plan_and_reduced_once(preset: str, plan: Plan, catalog: Catalog) -> None:
    choices = Choices(preset, without=frozenset({"sources"}))
    made = shown_plan(plan, choices, catalog, DAY)
    assert made.extract == PRESETS[preset].reader
    assert shown_plan(made, choices, catalog, DAY) == made
    assert plan_format.read(plan_format.write(made), "plan").plan == made
    before = {node.id: node for node in walk(without_blanks(plan))}
    assert all(type(before[id]) is type(Tree.of(made).find(id)) for id in Tree.of(made).parents)
    assert all(goal == replace(before[goal.id], extra={}, **_dropped(goal)) for goal in made.goals)


def _dropped(goal: Goal) -> dict[str, Any]:
    """What a goal says by its words alone where it has any, at a glance."""
    return {"aim": goal.aim, "by": goal.by} if goal.text else {}


def test_what_is_left_out_is_said_in_words(catalog: Catalog) -> None:
    wholly, partly = left_out(EVERYTHING, shown_plan(EVERYTHING, Choices("summary"), catalog, DAY))
    assert {"links and tracking", "notes and assumptions", "people and their contacts"} <= set(wholly)
    assert {"goals", "money"} <= set(partly)
    assert "the launch day" not in (*wholly, *partly)
    assert "tasks" in left_out(EVERYTHING, shown_plan(EVERYTHING, Choices("assistant"), catalog, DAY))[1]
    assert left_out(EVERYTHING, shown_plan(EVERYTHING, Choices(), catalog, DAY)) == ((), ())
    assert left_out(EMPTY, shown_plan(EMPTY, Choices("tip-sheet"), catalog, DAY)) == ((), ())


def test_what_is_left_out_is_said_in_sentences(catalog: Catalog) -> None:
    said = left_out_text(EVERYTHING, Choices("tip-sheet"), catalog, DAY)
    assert said.startswith("Left out, also of the plan inside the PDF: your accounts; goals")
    assert ". Shown only in part, as no section here has the rest: " in said
    assert "PDF" not in left_out_text(EVERYTHING, Choices("tip-sheet"), catalog, DAY, inside=False)
    assert "whole plan" in left_out_text(EVERYTHING, Choices(), catalog, DAY)
    assert "of this extract" in left_out_text(
        replace(EVERYTHING, extract="the author"), Choices(), catalog, DAY
    )
    nothing = left_out_text(replace(EMPTY, extract="the author"), Choices(), catalog, DAY, inside=False)
    assert nothing == "Nothing of this extract is left out."
    assert "Nothing" in left_out_text(EMPTY, Choices("tip-sheet"), catalog, DAY)


def test_what_is_shown_only_in_part_is_told_by_its_parts(catalog: Catalog) -> None:
    plan = new_plan(SAMPLE)
    said = {preset: left_out_text(plan, Choices(preset), catalog, DAY, inside=False) for preset in PRESETS}
    assert "; tasks (without aims); " in said["self"]
    assert "some targets and some addresses)" in said["self"]
    assert "the author's details (only name)" in said["assistant"]
    assert "tasks (only days); " in said["ads"]
    assert "(without owners and some of the rest)" in said["ads"]
    assert "money (only the budget and sums by phase)" in said["summary"]
    ends = {preset: text.endswith(PDF_HAS_ALL) for preset, text in said.items()}
    assert [preset for preset, ends_so in ends.items() if ends_so] == ["self"]


def test_no_field_is_left_out_without_a_word() -> None:
    named = [each for group in GROUPS.values() for each in group]
    known: set[Field] = {(Plan, "language"), (Plan, "currency"), (Plan, "extract")}
    known |= {(Channel, "platform")}
    assert len(named) == len(set(named))
    assert set(named) == set(FIELDS) - known


def test_people_outside_are_told_the_title_of_the_book_and_not_the_plans_own(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = replace(EVERYTHING, title="Relaunch, after all that went wrong")
    document = outline(made, catalog, rules, DAY, "tip-sheet")
    assert document.title == "Book 0 title: tip sheet"
    assert document.running_head.startswith("Book 0 title · ")
    shown = shown_plan(made, Choices("tip-sheet"), catalog, DAY)
    assert (shown.title, shown.name) == ("", "Book 0 title")
    told = left_out_text(made, Choices("tip-sheet"), catalog, DAY)
    assert "the plan's status; the plan's own title" in told
    assert "own title" not in left_out_text(made, Choices("summary"), catalog, DAY)
    unnamed = replace(made, book=replace(made.book, title=""))
    assert outline(unnamed, catalog, rules, DAY, "tip-sheet").title == f"{made.title}: tip sheet"


def test_open_tasks_of_later_months_are_not_in_what_is_to_be_done(catalog: Catalog) -> None:
    """The document names those that are late and those of the next weeks, and who does these."""
    without = frozenset(PRESETS["assistant"].sections) - {"work"}
    later, soon = (
        Activity(id="later", title="Book 2", due=200, owner="person1"),
        Activity(id="soon", due=-160),
    )
    channel = replace(EVERYTHING.phases[0].channels[0], activities=(later, soon))
    made = replace(EVERYTHING, phases=(replace(EVERYTHING.phases[0], channels=(channel,)),))
    shown = shown_plan(made, Choices("assistant", without=without), catalog, DAY)
    assert [each.id for each in shown.channels[0].activities] == ["soon"]
    assert shown.people == ()
    assert [
        each.id for each in shown_plan(made, Choices("assistant"), catalog, DAY).channels[0].activities
    ] == [
        "later",
        "soon",
    ]


@pytest.mark.parametrize("without", [{"cover"}, {"cover", "book"}])
def test_a_title_and_a_pen_name_under_embargo_are_inside_no_more_than_on_the_pages(
    without: set[str], catalog: Catalog, rules: RuleBook
) -> None:
    for preset in ("assistant", "ads", "publicist", "self"):
        choices = Choices(preset, without=frozenset(without))
        shown = shown_plan(EVERYTHING, choices, catalog, DAY)
        document = fitted(EVERYTHING, catalog, rules, DAY, choices)
        is_told = "book" in choices.sections
        assert (
            (shown.book.title, shown.author.name) == ("Book 0 title", "Author 0 name")
            if is_told
            else ("", "")
        )
        assert document.author == shown.author.name
    assert shown_plan(replace(EVERYTHING, title=""), choices, catalog, DAY).book.title


def test_a_title_that_is_left_out_is_told() -> None:
    left = left_out(replace(EMPTY, book=Book(id="book", title="One")), EMPTY)
    assert left == (("the book's details and texts",), ())


def test_the_tags_of_a_link_without_an_address_are_not_inside(catalog: Catalog) -> None:
    bare = replace(link(1), target="")
    channel = replace(EVERYTHING.phases[0].channels[0], links=(bare,))
    made = replace(EVERYTHING, phases=(replace(EVERYTHING.phases[0], channels=(channel,)),))
    inside = shown_plan(made, Choices("assistant"), catalog, DAY).channels[0].links[0]
    assert inside.label
    assert not any(getattr(inside, name) for name in UTM_FIELDS)


@pytest.mark.parametrize(("promo", "steps"), [(Promo.COUNTDOWN, 3), (None, None)])
def test_the_steps_of_a_price_are_inside_with_an_offer_alone(
    promo: Promo | None, steps: int | None, catalog: Catalog
) -> None:
    channel = EVERYTHING.phases[0].channels[0]
    work = Activity(id="work", title="Deal", promo=promo, steps=3)
    phase = replace(EVERYTHING.phases[0], channels=(replace(channel, activities=(work,)),))
    inside = shown_plan(replace(EVERYTHING, phases=(phase,)), Choices("assistant"), catalog, DAY)
    assert inside.channels[0].activities[0].steps == steps
