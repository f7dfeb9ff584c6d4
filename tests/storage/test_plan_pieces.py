"""A plan that is packed in pieces comes out of them as it was."""

from dataclasses import replace

from hypothesis import given, settings

from planner.core.plan import Author, Book, Plan
from planner.storage.plan_pieces import packed, unpacked
from tests.strategies import big_plan, plans


@given(plans)
@settings(max_examples=50)
def test_any_plan_comes_out_as_it_was(plan: Plan) -> None:
    assert unpacked(packed(plan)) == plan


def test_each_channel_is_a_piece_of_its_own() -> None:
    plan = big_plan(20, 1)
    channels = sum(len(phase.channels) for phase in plan.phases)
    assert len(list(packed(plan))) == 1 + len(plan.phases) + channels


def test_what_a_newer_version_wrote_is_kept() -> None:
    plan = Plan(id="p", book=Book(id="b"), author=Author(id="a"), extra={"id": {"mood": ["good"]}})
    assert unpacked(packed(plan)) == plan


def test_half_a_character_stops_nothing() -> None:
    plan = Plan(id="p", title="half \ud83d", book=Book(id="b"), author=Author(id="a"))
    assert unpacked(packed(plan)) == replace(plan, title="half ?")
