"""Files of newer versions: what they added is kept, or read as far as it can be."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.core.plan import Author, Book, Channel, Comp, Phase, Plan
from planner.storage import format as plan_format
from planner.storage.errors import PlanFileError
from planner.storage.plan_file import AN_EXTRACT, open_plan, save_plan

PLAN = Plan(
    id="p",
    title="Old words",
    book=Book(id="b", comps=(Comp(title="Like this"),)),
    author=Author(id="a"),
    phases=(Phase(id="f", channels=(Channel(id="c", platform="tiktok", hours=2.0),)),),
)
NEWER_REVISION = f"""{{
 "format": 1,
 "revision": 7,
 "written_by": "{plan_format.WRITTEN_BY}",
 "signed": "yes",
 "plan": {{
  "mood": "first",
  "id": "p",
  "title": "Old words",
  "colour": {{
   "shade": [
    1,
    2.5,
    null
   ]
  }},
  "book": {{
   "id": "b",
   "comps": [
    {{
     "title": "Like this",
     "stars": 4
    }}
   ]
  }},
  "author": {{
   "id": "a"
  }},
  "phases": [
   {{
    "id": "f",
    "channels": [
     {{
      "id": "c",
      "platform": "tiktok",
      "tempo": "slow",
      "extra": "a field of that name",
      "hours": 2
     }}
    ]
   }}
  ]
 }},
 "rests_on": {{
  "tiktok.utm": "limited"
 }},
 "seal": "last"
}}
"""


def test_what_a_newer_revision_added_goes_back_to_its_place() -> None:
    opened = plan_format.read(NEWER_REVISION.encode(), "x")
    assert (opened.revision, opened.read_only) == (7, False)
    assert opened.notices == (
        f"This plan was written by {plan_format.WRITTEN_BY}, which is newer. What it added is kept.",
    )
    assert plan_format.write(opened.plan, opened.rests_on, opened.beside).decode() == NEWER_REVISION


def test_it_stays_there_when_the_plan_is_edited() -> None:
    opened = plan_format.read(NEWER_REVISION.encode(), "x")
    edited = replace(opened.plan, title="", language="de")
    saved = json.loads(plan_format.write(edited, opened.rests_on, opened.beside))
    assert list(saved["plan"]) == ["mood", "id", "colour", "language", "book", "author", "phases"]
    assert saved["plan"]["colour"] == {"shade": [1, 2.5, None]}
    assert saved["revision"] == 7


def test_records_with_newer_fields_make_any_file_a_newer_revision() -> None:
    newer = plan_format.read(NEWER_REVISION.encode(), "x").plan
    pasted = replace(PLAN, phases=newer.phases)
    data = plan_format.write(pasted)
    assert json.loads(data)["revision"] == plan_format.REVISION + 1
    assert plan_format.read(data, "x").plan == pasted


def test_a_newer_revision_is_otherwise_read_as_strictly() -> None:
    data = NEWER_REVISION.replace('"hours": 2', '"hours": "2"').encode()
    with pytest.raises(PlanFileError) as caught:
        plan_format.read(data, "x")
    assert caught.value.place == "phases 1, channels 1, hours"
    assert caught.value.way_out == "open it with the version that wrote it"


def test_what_is_kept_unread_must_be_shallow() -> None:
    deep = NEWER_REVISION.replace('"yes"', "[" * 200 + "]" * 200).encode()
    with pytest.raises(PlanFileError, match="nested too deep"):
        plan_format.read(deep, "x")


def newer_format(change: Any = None) -> bytes:
    data = json.loads(plan_format.write(PLAN))
    data |= {"format": 3, "written_by": "Frontlist 9.1"}
    if change:
        change(data["plan"])
    return json.dumps(data).encode()


def test_a_newer_format_opens_for_reading() -> None:
    def change(plan: dict[str, Any]) -> None:
        plan["weather"] = {"sun": True}
        plan["goals"] = [{"id": "g", "target": "many"}, {"text": "no id"}, {"id": "h", "text": "kept"}]
        plan["phases"][0]["channels"] += [{"id": "x", "platform": ["a"]}, {"id": "y", "platform": "z"}]

    opened = plan_format.read(newer_format(change), "x")
    assert opened.read_only
    by, lost = opened.notices
    assert by == "This plan was written by Frontlist 9.1 in a newer format, and is open for reading only."
    assert lost == "This version could not read some of it: goals 1, target; goals 2; phases 1, channels 2."
    assert [goal.text for goal in opened.plan.goals] == ["", "kept"]
    assert [channel.id for channel in opened.plan.phases[0].channels] == ["c", "y"]


def test_parts_are_named_by_their_place_in_the_file() -> None:
    goals = [{"text": "no id"}, {"id": "", "text": "no good id"}, {"id": "h", "aim": "glory"}, {"id": "i"}]
    opened = plan_format.read(newer_format(lambda plan: plan.update(goals=goals)), "x")
    assert opened.notices[1].endswith(": goals 1; goals 2; goals 3, aim.")
    assert [goal.id for goal in opened.plan.goals] == ["h", "i"]


def test_a_newer_format_that_cannot_be_understood_says_who_wrote_it() -> None:
    with pytest.raises(PlanFileError) as caught:
        plan_format.read(newer_format(lambda plan: plan.pop("book")), "mine.frontlist")
    assert str(caught.value) == (
        "“mine.frontlist” cannot be opened: it was written by Frontlist 9.1 in a format that this version"
        " does not know; open it with the version that wrote it."
    )


def test_a_newer_format_need_not_name_its_writer() -> None:
    data = json.dumps({"format": 2, "written_by": 5, "plan": json.loads(plan_format.write(PLAN))["plan"]})
    opened = plan_format.read(data.encode(), "x")
    assert opened.plan == replace(PLAN, extract=plan_format.OLDER)
    assert "written by a later version in a newer format" in opened.notices[0]


def test_a_copy_of_a_newer_format_is_saved_in_ours_as_an_extract() -> None:
    opened = plan_format.read(newer_format(lambda plan: plan.update(weather="fair")), "x")
    copy = plan_format.read(plan_format.write(opened.plan, opened.rests_on, opened.beside), "x")
    assert copy.plan == replace(PLAN, extract=plan_format.OLDER)
    assert (copy.revision, copy.read_only) == (plan_format.REVISION, False)


def test_what_is_made_of_a_newer_format_says_that_it_is_not_the_whole_plan(tmp_path: Path) -> None:
    whole, copy = tmp_path / "whole.frontlist", tmp_path / "copy.frontlist"
    whole.write_bytes(newer_format(lambda plan: plan.update(weather="fair")))
    opened = open_plan(whole)
    assert len(opened.notices) == 1
    save_plan(copy, opened.plan)
    assert open_plan(copy).notices == (AN_EXTRACT.format(plan_format.OLDER),)
    with pytest.raises(PlanFileError, match="it holds the whole plan, of which this is an extract"):
        save_plan(whole, opened.plan)


def test_a_newer_extract_stays_one_for_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "newer.frontlist"
    path.write_bytes(newer_format(lambda plan: plan.update(extract="the publicist")))
    opened = open_plan(path)
    assert opened.plan.extract == "the publicist"
    assert opened.notices[0] == AN_EXTRACT.format("the publicist")


def test_control_characters_are_left_out_and_said() -> None:
    plan = replace(PLAN, title="a\x00b\tc\nd\x1b[31m\x85\x7f", notes="\r\n")
    opened = plan_format.read(plan_format.write(plan), "x")
    assert (opened.plan.title, opened.plan.notes) == ("ab\tc\nd[31m", "\n")
    assert opened.notices == ("Control characters, which cannot be shown, were left out of: title; notes.",)


def test_unknown_names_of_the_catalog_are_kept() -> None:
    plan = replace(
        PLAN, phases=(Phase(id="f", channels=(Channel(id="c", platform="myspace", tracking=("psychic",)),)),)
    )
    opened = plan_format.read(plan_format.write(plan), "x")
    assert (opened.plan, opened.notices) == (plan, ())
