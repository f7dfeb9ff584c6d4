"""Intents become edits with labels; what changes nothing is empty."""

import pytest

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import ChangeError, Edit
from planner.core.document import Document
from planner.core.plan import Activity, Author, Book, Channel, Link, Phase, Plan


@pytest.fixture
def document() -> Document:
    """Phases a (a0 a1 a2), b (b0) and c (none)."""
    lanes = {"a": 3, "b": 1, "c": 0}
    phases = tuple(
        Phase(
            id=lane,
            name=lane.upper(),
            channels=tuple(Channel(id=f"{lane}{i}", platform="p") for i in range(n)),
        )
        for lane, n in lanes.items()
    )
    return Document(Plan(id="plan", book=Book(id="book"), author=Author(id="author"), phases=phases))


def board(document: Document) -> str:
    return " ".join(
        f"{phase.id}:{','.join(channel.id for channel in phase.channels)}" for phase in document.plan.phases
    )


def after(document: Document, edit: Edit) -> str:
    """The board after an edit, which is then undone to see that it can be."""
    old = document.plan
    back = document.apply(edit)
    new = board(document)
    document.apply(back)
    assert document.plan == old
    return new


@pytest.mark.parametrize(
    ("ids", "phase", "index", "expected"),
    [
        (["a0"], "b", 0, "a:a1,a2 b:a0,b0 c:"),
        (["a0"], "b", 1, "a:a1,a2 b:b0,a0 c:"),
        (["a0"], "b", None, "a:a1,a2 b:b0,a0 c:"),
        (["a0"], "a", 3, "a:a1,a2,a0 b:b0 c:"),
        (["a0"], "a", 2, "a:a1,a0,a2 b:b0 c:"),
        (["a2"], "a", 0, "a:a2,a0,a1 b:b0 c:"),
        (["a2", "a0"], "a", 1, "a:a0,a2,a1 b:b0 c:"),
        (["b0", "a1"], "c", 0, "a:a0,a2 b: c:a1,b0"),
        (["b0", "a0", "a2"], "a", 2, "a:a1,a0,a2,b0 b: c:"),
    ],
)
def test_channels_move_together_in_order(
    document: Document, ids: list[str], phase: str, index: int | None, expected: str
) -> None:
    assert after(document, edits.move_channels(document.tree, ids, phase, index)) == expected


@pytest.mark.parametrize("index", [0, 1])
def test_a_channel_dropped_where_it_is_changes_nothing(document: Document, index: int) -> None:
    assert not edits.move_channels(document.tree, ["a0"], "a", index)


@pytest.mark.parametrize(
    ("ids", "step", "expected"),
    [
        (["a1"], -1, "a:a1,a0,a2 b:b0 c:"),
        (["a1"], 1, "a:a0,a2,a1 b:b0 c:"),
        (["a0", "a1"], 1, "a:a2,a0,a1 b:b0 c:"),
        (["a0"], -1, "a:a0,a1,a2 b:b0 c:"),
    ],
)
def test_channels_shift_in_their_phase(document: Document, ids: list[str], step: int, expected: str) -> None:
    assert after(document, edits.shift_channels(document.tree, ids, step)) == expected


def test_channels_shift_to_the_next_phase_at_the_same_height(document: Document) -> None:
    assert after(document, edits.shift_phase_of(document.tree, ["a0"], 1)) == "a:a1,a2 b:a0,b0 c:"
    assert not edits.shift_phase_of(document.tree, ["a0"], -1)
    assert not edits.shift_phase_of(document.tree, [], 1)


def test_another_platform_comes_beside_and_takes_over(document: Document, catalog: Catalog) -> None:
    tree, mail = document.tree, catalog.platforms["email-newsletter"]
    document.apply(edits.set_field(tree, "a1", "tracking", ("utm", "traffic"), "Set"))
    document.apply(edits.add(document.tree, "a1", Link(id="first", placement="bio"), "Add"))
    document.apply(edits.add(document.tree, "a1", Link(id="second", placement="post", label="Book"), "Add"))
    edit = edits.add_beside(document.tree, "a1", mail, ("utm", "qr-code"), ("second",))
    assert edit.label == "Add Newsletter to A"
    old = document.plan
    back = document.apply(edit)
    _, kept, beside, _ = document.plan.phases[0].channels
    assert (kept.tracking, [link.id for link in kept.links]) == (("traffic",), ["first"])
    assert (beside.platform, beside.tracking) == (mail.id, ("utm", "qr-code"))
    assert beside.links == (Link(id="second", label="Book"),)
    assert not edits.add_beside(document.tree, "a1", mail)
    document.apply(back)
    assert document.plan == old


def test_what_goes_along_is_not_removed_twice(document: Document) -> None:
    edit = edits.remove(document.tree, ["a1", "a", "b0"])
    assert after(document, edit) == "b: c:"
    assert len(edit.changes) == 2


def test_a_copy_stands_after_the_first_and_has_ids_of_its_own(document: Document) -> None:
    document.apply(edits.add(document.tree, "a1", Activity(id="write", title="Write"), "Add"))
    document.apply(edits.duplicate(document.tree, ["a1", "b0"], "both"))
    first, copy = document.plan.phases[0].channels[1:3]
    assert first.id == "a1"
    assert copy.id != "a1"
    assert copy.activities[0].title == "Write"
    assert copy.activities[0].id != first.activities[0].id
    assert [len(phase.channels) for phase in document.plan.phases] == [4, 2, 0]


def test_tracking_is_switched_on_and_off(document: Document) -> None:
    on = edits.toggle_tracking(document.tree, "a0", "utm", on=True, called="UTM tags")
    assert on.label == "Switch UTM tags on"
    document.apply(on)
    assert not edits.toggle_tracking(document.tree, "a0", "utm", on=True)
    document.apply(edits.toggle_tracking(document.tree, "a0", "utm", on=False))
    assert document.tree.get("a0", Channel).tracking == ()


def test_phases_are_added_renamed_moved_and_removed(document: Document) -> None:
    document.apply(edits.add_phase(document.tree, "Late", 1))
    document.apply(edits.move_phase(document.tree, "a", 1))
    assert [phase.name for phase in document.plan.phases] == ["Late", "A", "B", "C"]
    assert not edits.move_phase(document.tree, "c", 1)
    assert edits.remove_phase(document.tree, "a").label == "Remove phase A"
    assert edits.rename_phase(document.tree, "a", "First").label == "Rename phase to First"


def test_links_and_fields(document: Document) -> None:
    document.apply(edits.add_link(document.tree, "a0"))
    assert len(document.tree.get("a0", Channel).links) == 1
    assert not edits.set_field(document.tree, "a0", "role", "", "Set role")
    document.apply(edits.add(document.tree, "a0", Activity(id="x"), "Add activity", 0))
    assert document.tree.index("x") == 0


def test_an_unknown_phase_is_refused(document: Document) -> None:
    with pytest.raises(ChangeError):
        edits.move_channels(document.tree, ["a0"], "gone", 0)
