"""What is saved opens again as it was."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.core.plan import Author, Book, Plan
from planner.core.tree import Tree
from planner.storage import format as plan_format
from planner.storage.plan_file import open_plan, save_plan
from tests.strategies import big_plan, numbered, plans

BARE = Plan(id="p", book=Book(id="b"), author=Author(id="a"))


@given(plans)
@settings(max_examples=150)
def test_any_plan_opens_equal_and_saves_to_the_same_bytes(plan: Plan) -> None:
    data = plan_format.write(plan)
    opened = plan_format.read(data, "x.frontlist")
    assert opened.plan == plan
    assert opened.notices == ()
    assert plan_format.write(opened.plan, opened.rests_on, opened.beside) == data


@given(
    plans,
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))), st.just("limited")
    ),
)
@settings(max_examples=20)
def test_the_facts_that_verdicts_rested_on_are_kept(plan: Plan, rests_on: dict[str, str]) -> None:
    opened = plan_format.read(plan_format.write(plan, rests_on), "x")
    assert dict(opened.rests_on) == rests_on


@example(BARE)
@given(plans)
@settings(max_examples=20)
def test_numbered_leaves_no_id_twice(plan: Plan) -> None:
    assert Tree.of(numbered(plan)).plan == plan


def test_the_file_reads_as_one_field_a_line_in_a_fixed_order() -> None:
    text = plan_format.write(BARE).decode()
    by, revision = plan_format.WRITTEN_BY, plan_format.REVISION
    header = f'{{\n "format": 1,\n "revision": {revision},\n "written_by": "{by}",\n'
    book, author = '"book": {\n   "id": "b"\n  }', '"author": {\n   "id": "a"\n  }'
    assert text == f'{header} "plan": {{\n  "id": "p",\n  {book},\n  {author}\n }}\n}}\n'


def test_a_plan_goes_through_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Mein Plan 小.frontlist"
    saved = save_plan(path, BARE, {"tiktok.utm": "limited"})
    assert saved.backup is None
    assert saved.notice == ""
    opened = open_plan(path)
    assert (opened.plan, opened.rests_on) == (BARE, {"tiktok.utm": "limited"})
    assert (opened.read_only, opened.revision, opened.notices) == (False, plan_format.REVISION, ())


def test_a_megabyte_of_text_is_a_text() -> None:
    plan = Plan(id="p", notes="x" * 2**20, book=Book(id="b"), author=Author(id="a"))
    assert plan_format.read(plan_format.write(plan), "x").plan == plan


def test_the_big_plan_comes_back() -> None:
    plan = big_plan(50, 10)
    assert plan_format.read(plan_format.write(plan), "x").plan == plan


def test_half_a_character_in_memory_does_not_prevent_saving() -> None:
    plan = Plan(id="p", notes="a\ud800b", book=Book(id="b"), author=Author(id="a"))
    assert plan_format.read(plan_format.write(plan), "x").plan.notes == "a?b"


def test_a_text_file_of_another_system_opens_too() -> None:
    data = b"\xef\xbb\xbf" + plan_format.write(BARE).replace(b"\n", b"\r\n")
    opened = plan_format.read(data, "x")
    assert (opened.plan, opened.notices) == (BARE, ())
