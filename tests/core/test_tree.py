"""One change makes another tree and knows its way back; what does not fit is refused whole."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.changes import Change, ChangeError, Edit, Insert, Move, Remove, Rewrite
from planner.core.document import Document
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
    Skipped,
)
from planner.core.tree import EDITABLE, KINDS, SLOTS, Tree, walk
from tests.strategies import plans

SMALL: Mapping[type[Node], Node] = {
    Phase: Phase(id="new", channels=(Channel(id="new-below", platform="p"),)),
    Channel: Channel(id="new", platform="p", links=(Link(id="new-below"),)),
    Activity: Activity(id="new"),
    Link: Link(id="new"),
    Goal: Goal(id="new"),
    Person: Person(id="new"),
    Account: Account(id="new", platform="p"),
    Skipped: Skipped(id="new", platform="p"),
}
PARENT = {Phase: "plan", Channel: "b", Activity: "a0", Link: "a0"}


def small() -> Plan:
    """Phases a (a0 with work and a link, a1) and b (none), and one record of every other kind."""
    full = Channel(
        id="a0", platform="p", activities=(Activity(id="w0"), Activity(id="w1")), links=(Link(id="l0"),)
    )
    return Plan(
        id="plan",
        book=Book(id="book"),
        author=Author(id="author"),
        goals=(Goal(id="goal"),),
        people=(Person(id="person"),),
        accounts=(Account(id="account", platform="p"),),
        skipped=(Skipped(id="skipped", platform="q"),),
        phases=(
            Phase(id="a", name="A", channels=(full, Channel(id="a1", platform="p"))),
            Phase(id="b", name="B"),
        ),
    )


class Recorder:
    """A watcher that writes down what it was told, and what the document was then."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.told: list[tuple[str, Plan, Change]] = []

    def before(self, tree: Tree, change: Change) -> None:
        assert tree is self.document.tree
        self.told.append(("before", tree.plan, change))

    def after(self, tree: Tree, change: Change) -> None:
        assert tree is self.document.tree
        self.told.append(("after", tree.plan, change))


CHANGES = [
    *(Insert(PARENT.get(kind, "plan"), 0, record) for kind, record in SMALL.items()),
    *map(Remove, ("a", "a0", "w0", "l0", "goal", "person", "account", "skipped")),
    Move("a", "plan", 1),
    Move("a0", "b", 0),
    Move("a0", "a", 1),
    Move("w0", "a1", 0),
    Move("w1", "a0", 0),
    Move("l0", "a1", 0),
    Rewrite("plan", {"title": "New", "hours_a_week": 5.0}),
    Rewrite("book", {"title": "New"}),
    Rewrite("author", {"name": "New"}),
    Rewrite("w0", {"title": "New", "lead_days": 3}),
    Rewrite("a", {}),
]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_every_change_has_a_way_back(change: Change) -> None:
    tree = Tree.of(small())
    after, inverse = tree.changed(change)
    assert dict(after.parents) == dict(Tree.of(after.plan).parents)
    again, redo = after.changed(inverse)
    assert again.plan == tree.plan
    assert dict(again.parents) == dict(tree.parents)
    assert again.changed(redo)[0].plan == after.plan


REFUSED: dict[str, list[Change]] = {
    "an unknown id": [Remove("nobody"), Move("nobody", "a", 0), Rewrite("nobody", {"name": "x"})],
    "an unknown parent": [Insert("nobody", 0, SMALL[Phase]), Move("a0", "nobody", 0)],
    "an id that is taken": [
        Insert("a", 0, Channel(id="l0", platform="p")),
        Insert("a", 0, Channel(id="new", platform="p", links=(Link(id="w1"),))),
        Insert("a", 0, Channel(id="new", platform="p", links=(Link(id="new"),))),
        Insert("a", 0, Channel(id="new", platform="p", links=(Link(id="x"), Link(id="x")))),
    ],
    "a wrong slot": [
        Insert("plan", 0, SMALL[Channel]),
        Insert("a", 0, SMALL[Link]),
        Insert("l0", 0, SMALL[Link]),
        Insert("plan", 0, Book(id="new")),
        Insert("plan", 0, small()),
        Insert("a", 0, replace(small(), id="other")),
        Move("a0", "plan", 0),
        Move("w0", "a", 0),
        Move("a", "a0", 0),
        Move("a", "a", 0),
        Move("a0", "w0", 0),
    ],
    "an index out of range": [
        Insert("a", 3, SMALL[Channel]),
        Insert("a", -1, SMALL[Channel]),
        Move("a0", "a", 2),
        Move("a0", "b", 1),
        Move("a0", "b", -1),
    ],
    "what can be neither moved nor taken out": [
        *map(Remove, ("plan", "book", "author")),
        Move("plan", "a", 0),
        Move("book", "plan", 0),
    ],
    "a field that is none": [
        Rewrite("a0", {"id": "new"}),
        Rewrite("a0", {"links": ()}),
        Rewrite("a0", {"activities": ()}),
        Rewrite("a", {"channels": ()}),
        Rewrite("plan", {"phases": ()}),
        Rewrite("plan", {"book": Book(id="x")}),
        Rewrite("a0", {"extra": {}}),
        Rewrite("a0", {"nonsense": 1}),
        Rewrite("a0", {"role": "kept out", "nonsense": 1}),
    ],
    "a number that cannot be": [
        Rewrite("w0", {"lead_days": -1}),
        Rewrite("w0", {"hours": float("nan")}),
        Rewrite("a0", {"hours": -0.5}),
        Rewrite("a0", {"hours": 169}),
        Rewrite("goal", {"target": -1}),
        Rewrite("account", {"followers": -1}),
        Rewrite("account", {"list_size": -1}),
        Rewrite("plan", {"hours_a_week": 200}),
        Rewrite("plan", {"hours_a_week": float("inf")}),
    ],
}


@pytest.mark.parametrize(
    "change", [c for changes in REFUSED.values() for c in changes], ids=lambda change: str(change)[:60]
)
def test_what_does_not_fit_changes_nothing_and_is_told_to_nobody(change: Change) -> None:
    document = Document(small())
    recorder = Recorder(document)
    document.watch(recorder)
    tree = document.tree
    good = Rewrite("plan", {"title": "Never seen"})
    for edit in (Edit("Refused", (change,)), Edit("Refused late", (good, change))):
        with pytest.raises(ChangeError) as caught:
            document.apply(edit)
        assert str(caught.value)
        assert document.tree is tree
        assert recorder.told == []


def test_watchers_are_told_before_and_after_each_step() -> None:
    document = Document(small())
    recorders = [Recorder(document), Recorder(document)]
    for recorder in recorders:
        document.watch(recorder)
    steps = (Rewrite("a", {"name": "X"}), Move("a0", "b", 0), Remove("a"))
    plans_seen = [document.plan]
    tree = document.tree
    for step in steps:
        tree = tree.changed(step)[0]
        plans_seen.append(tree.plan)
    undo = document.apply(Edit("Three steps", steps))
    expected = [
        told
        for step, old, new in zip(steps, plans_seen, plans_seen[1:], strict=False)
        for told in (("before", old, step), ("after", new, step))
    ]
    assert all(recorder.told == expected for recorder in recorders)
    assert undo.label == "Three steps"
    document.apply(undo)
    assert document.plan == small()


def test_an_edit_of_several_changes_is_undone_in_reverse() -> None:
    document = Document(small())
    edit = Edit("Both", (Insert("b", 0, SMALL[Channel]), Rewrite("new", {"role": "x"}), Remove("new-below")))
    undo = document.apply(edit)
    assert document.tree.get("new", Channel).role == "x"
    document.apply(undo)
    assert document.plan == small()


def test_a_plan_with_two_equal_ids_is_no_document() -> None:
    with pytest.raises(ChangeError, match="a0"):
        Document(replace(small(), goals=(Goal(id="a0"),)))


def test_a_record_of_another_kind_is_not_handed_out() -> None:
    with pytest.raises(ChangeError, match="no link"):
        Tree.of(small()).get("a0", Link)


@pytest.mark.parametrize("bad", ["", "x" * 65, "é", "a\nb"])
def test_an_id_is_short_plain_text(bad: str) -> None:
    with pytest.raises(ValueError, match="an id"):
        Link(id=bad)


@pytest.mark.parametrize("kind", KINDS)
def test_children_ids_and_unknown_fields_are_not_there_to_edit(kind: type[Node]) -> None:
    assert EDITABLE[kind]
    assert not EDITABLE[kind] & {"id", "extra", "book", "author", *SLOTS.values()}


def _anything(plan: Plan) -> st.SearchStrategy[Change]:
    """Any change of any kind of record, of which many do not fit."""
    ids = st.sampled_from([*(node.id for node in walk(plan)), "nobody"])
    places = st.integers(-1, 3)
    fresh = st.sampled_from(list(SMALL.values()))
    values: st.SearchStrategy[Any] = st.dictionaries(
        st.sampled_from(["name", "title", "role", "notes", "text", "hours", "links"]),
        st.sampled_from(["x", "y"]) | st.integers(0, 200),
        max_size=2,
    ).filter(lambda made: not isinstance(made.get("hours"), str))
    return st.one_of(
        st.builds(Insert, ids, places, fresh),
        st.builds(Remove, ids),
        st.builds(Move, ids, ids, places),
        st.builds(Rewrite, ids, values),
    )


@settings(max_examples=60)
@given(data=st.data(), plan=plans)
def test_any_changes_fit_and_can_be_undone_or_leave_all_as_it_was(data: st.DataObject, plan: Plan) -> None:
    document = Document(plan)
    undo: list[Edit] = []
    for _ in range(12):
        change = data.draw(_anything(document.plan))
        tree = document.tree
        try:
            undo.append(document.apply(Edit("Anything", (change,))))
        except ChangeError:
            assert document.tree is tree
        assert dict(document.tree.parents) == dict(Tree.of(document.plan).parents)
    for edit in reversed(undo):
        document.apply(edit)
    assert document.plan == plan
