"""Random edits, undo and redo, held against a plan made of plain lists and dictionaries."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.core import edits
from planner.core.changes import Edit
from planner.core.document import Document
from planner.core.plan import Author, Book, Channel, Phase, Plan
from planner.core.tree import Tree

Lanes = list[tuple[str, list[tuple[str, str]]]]
NUMBERS = st.integers(0, 40)


class DocumentMachine(RuleBasedStateMachine):
    """``lanes`` is the plain model: phases in order, each with its channels' ids and roles."""

    def __init__(self) -> None:
        super().__init__()
        self.document = Document(Plan(id="plan", book=Book(id="book"), author=Author(id="author")))
        self.lanes: Lanes = []
        self.undone: list[tuple[Edit, Lanes]] = []
        self.done: list[tuple[Edit, Lanes]] = []

    def apply(self, edit: Edit, new: Lanes) -> None:
        if edit:
            back = self.document.apply(edit)
            self.done.append((back, self.lanes))
            self.undone.clear()
        self.lanes = new

    def copied(self) -> Lanes:
        return [(phase, list(channels)) for phase, channels in self.lanes]

    def channels(self) -> list[str]:
        return [channel for _, channels in self.lanes for channel, _ in channels]

    @rule(place=NUMBERS)
    def add_phase(self, place: int) -> None:
        place %= len(self.lanes) + 1
        edit = edits.add_phase(self.document.tree, "Phase", place)
        new = self.copied()
        new.insert(place, (edit.changes[0].record.id, []))  # type: ignore[union-attr]  # an insert
        self.apply(edit, new)

    @precondition(lambda self: self.lanes)
    @rule(lane=NUMBERS, place=NUMBERS)
    def add_channel(self, lane: int, place: int) -> None:
        new = self.copied()
        phase, channels = new[lane % len(new)]
        place %= len(channels) + 1
        record = Channel(id=f"c{len(self.done)}-{len(self.undone)}-{lane}-{place}", platform="p")
        if not self.document.tree.has(record.id):
            channels.insert(place, (record.id, ""))
            self.apply(edits.add(self.document.tree, phase, record, "Add", place), new)

    @precondition(lambda self: self.channels())
    @rule(picks=st.lists(NUMBERS, min_size=1, max_size=4), lane=NUMBERS, place=NUMBERS)
    def move_channels(self, picks: list[int], lane: int, place: int) -> None:
        every = self.channels()
        moving = {every[pick % len(every)] for pick in picks}
        new = self.copied()
        phase, target = new[lane % len(new)]
        place %= len(target) + 1
        before = sum(1 for channel, _ in target[:place] if channel not in moving)
        block = [each for _, channels in new for each in channels if each[0] in moving]
        for _, channels in new:
            channels[:] = [each for each in channels if each[0] not in moving]
        target[before:before] = block
        self.apply(edits.move_channels(self.document.tree, moving, phase, place), new)

    @precondition(lambda self: self.channels())
    @rule(pick=NUMBERS)
    def remove_channel(self, pick: int) -> None:
        every = self.channels()
        gone = every[pick % len(every)]
        new = [(phase, [each for each in channels if each[0] != gone]) for phase, channels in self.lanes]
        self.apply(edits.remove(self.document.tree, [gone]), new)

    @precondition(lambda self: self.lanes)
    @rule(pick=NUMBERS)
    def remove_phase(self, pick: int) -> None:
        new = self.copied()
        phase, _ = new.pop(pick % len(new))
        self.apply(edits.remove_phase(self.document.tree, phase), new)

    @precondition(lambda self: self.channels())
    @rule(pick=NUMBERS, role=st.text(max_size=4))
    def rewrite(self, pick: int, role: str) -> None:
        every = self.channels()
        changed = every[pick % len(every)]
        new = [
            (phase, [(each, role if each == changed else old) for each, old in channels])
            for phase, channels in self.lanes
        ]
        self.apply(edits.set_field(self.document.tree, changed, "role", role, "Set role"), new)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        back, old = self.done.pop()
        self.undone.append((self.document.apply(back), self.lanes))
        self.lanes = old

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        again, new = self.undone.pop()
        self.done.append((self.document.apply(again), self.lanes))
        self.lanes = new

    @invariant()
    def the_plan_is_the_plain_one(self) -> None:
        phases: tuple[Phase, ...] = self.document.plan.phases
        assert self.lanes == [(p.id, [(c.id, c.role) for c in p.channels]) for p in phases]

    @invariant()
    def the_parents_are_those_of_the_plan(self) -> None:
        assert dict(self.document.tree.parents) == dict(Tree.of(self.document.plan).parents)


TestDocument = DocumentMachine.TestCase
TestDocument.settings = settings(max_examples=60, stateful_step_count=30)
