"""What is no plan of ours is refused in one plain sentence that names file, place and way out."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.plan import Author, Book, Channel, Phase, Plan
from planner.storage import format as plan_format
from planner.storage import plan_file
from planner.storage.errors import PlanFileError
from planner.storage.plan_file import open_plan
from tests.strategies import big_plan

CHANNEL = Channel(id="c", platform="tiktok", hours=77.0)
PLAN = Plan(id="p", book=Book(id="b"), author=Author(id="a"), phases=(Phase(id="f", channels=(CHANNEL,)),))
GOOD = plan_format.write(PLAN)


def refusal(data: bytes) -> PlanFileError:
    with pytest.raises(PlanFileError) as caught:
        plan_format.read(data, "mine.frontlist")
    sentence = str(caught.value)
    assert sentence.startswith("“mine.frontlist” cannot be opened: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "; " in sentence
    for word in ("pydantic", "Traceback", "input_value", "Error", "NoneType", "  "):
        assert word not in sentence
    return caught.value


def changed(change: Callable[[Any], object]) -> bytes:
    """The good file after a change to its data."""
    data = json.loads(GOOD)
    change(data)
    return json.dumps(data).encode()


def channel(field: str, value: object) -> bytes:
    return changed(lambda data: data["plan"]["phases"][0]["channels"][0].update({field: value}))


def header(field: str, value: object) -> bytes:
    return changed(lambda data: data.update({field: value}))


def plan(field: str, value: object) -> bytes:
    return changed(lambda data: data["plan"].update({field: value}))


def activity(field: str, value: object) -> bytes:
    return channel("activities", [{"id": "w", field: value}])


WORK = "phases 1, channels 1, activities 1, "
AT = "phases 1, channels 1, "

TEXTS = {
    "nothing": (b"", "", "it is empty"),
    "white space": (b" \n\t ", "", "it is empty"),
    "words": (b"Dear diary", "line 1, column 1", "it is not valid JSON"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", "line 1", "it is not UTF-8 text"),
    "another encoding": ('{\n"ä": 1}'.encode("latin-1"), "line 2", "it is not UTF-8 text"),
    "two bytes a letter": ("{}".encode("utf-16"), "line 1", "it is not UTF-8 text"),
    "cut off": (GOOD[: len(GOOD) // 2], "line", "it ends too early and may have been cut off"),
    "cut off in a text": (b'{"format": 1, "wri', "line 1", "it ends too early"),
    "a comma too many": (b'{"format": 1,}', "line 1, column 1", "it is not valid JSON"),
    "text after it": (GOOD + b"{}", "line", "it is not valid JSON"),
    "a list": (b"[1, 2]", "", "it is not a Frontlist plan"),
    "null": (b"null", "", "it is not a Frontlist plan"),
    "other JSON": (b'{"name": "package"}', "", "it is not a Frontlist plan"),
    "lists in lists": (b"[" * 100_000, "", "it is nested too deep"),
    "lists in lists, closed": (b"[" * 100_000 + b"]" * 100_000, "", "it is nested too deep"),
    "objects in objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "", "it is nested too deep"),
    "deep in a plan": (
        GOOD.replace(b'"f"', b"[" * 900 + b"]" * 900),
        "phases 1, id",
        "the value must be a text",
    ),
    "a key twice": (b'{"format": 1, "format": 1}', "the top", "the field “format” stands twice"),
    "a key twice, deep": (
        GOOD.replace(b'"id": "c"', b'"id": "c", "id": "d"'),
        AT[:-2],
        "the field “id” stands twice",
    ),
    "a key twice, then no JSON": (b'{"format": 1, "format": 1,, }', "line 1", "it is not valid JSON"),
    "NaN": (GOOD.replace(b"77", b"NaN"), AT + "hours", "NaN is no number"),
    "Infinity": (GOOD.replace(b"77", b"-Infinity"), AT + "hours", "-Infinity is no number"),
    "too many digits": (GOOD.replace(b"77", b"9" * 5000), AT + "hours", "the number is far too long"),
    "an endless number": (GOOD.replace(b"77", b"1e999"), AT + "hours", "the value must be a number"),
    "no format": (changed(lambda data: data.pop("format")), "", "it is not a Frontlist plan"),
    "format 0": (header("format", 0), "format", "the value must be a whole number from 1 up"),
    "format -1": (header("format", -1), "format", "whole number"),
    "format 1.5": (header("format", 1.5), "format", "whole number"),
    "format 1.0": (header("format", 1.0), "format", "whole number"),
    "format true": (header("format", True), "format", "whole number"),
    "format text": (header("format", "1"), "format", "whole number"),
    "format null": (header("format", None), "format", "whole number"),
    "revision text": (header("revision", "1"), "revision", "whole number"),
    "no revision": (changed(lambda data: data.pop("revision")), "", "the field “revision” is missing"),
    "no plan": (changed(lambda data: data.pop("plan")), "", "the field “plan” is missing"),
    "plan a list": (header("plan", []), "plan", "the value must be fields in braces"),
    "unknown field above": (header("colour", "red"), "", "there is no field called “colour”"),
    "unknown field": (channel("colour", "red"), AT[:-2], "there is no field called “colour”"),
    "our own extra": (channel("extra", {}), AT[:-2], "there is no field called “extra”"),
    "text for a number": (channel("hours", "5"), AT + "hours", "the value must be a number"),
    "true for a number": (channel("hours", True), AT + "hours", "the value must be a number"),
    "number for text": (channel("copy", 5), AT + "copy", "the value must be a text in quotes"),
    "null for text": (channel("copy", None), AT + "copy", "the value must be a text in quotes"),
    "text for a list": (channel("tracking", "utm"), AT + "tracking", "the value must be a list"),
    "object for a list": (channel("tracking", {"utm": 1}), AT + "tracking", "the value must be a list"),
    "fraction for a whole": (plan("goals", [{"id": "g", "target": 1.5}]), "goals 1, target", "whole number"),
    "whole as fraction": (plan("goals", [{"id": "g", "target": 1.0}]), "goals 1, target", "whole number"),
    "no such choice": (
        channel("stance", "CORE"),
        AT + "stance",
        "must be 'core', 'supporting' or 'experiment'",
    ),
    "no such time": (activity("at", "24:00"), WORK + "at", "the time must be one of the day's"),
    "a time of no day": (activity("at", "7 pm"), WORK + "at", "the time must be one of the day's"),
    "negative steps": (activity("steps", -1), WORK[:-2], "steps must not be negative"),
    "no such promotion": (activity("promo", "sale"), WORK + "promo", "must be 'price cut'"),
    "negative money": (channel("budget", "-1 USD"), AT + "budget", "an amount of money must be between 0"),
    "money without currency": (channel("budget", "12"), AT + "budget", "must end with a currency code"),
    "money as number": (channel("budget", 12.5), AT + "budget", "the value must be a text"),
    "no money": (channel("budget", "NaN USD"), AT + "budget", "an amount of money must be"),
    "negative hours": (channel("hours", -1), AT[:-2], "hours must not be negative"),
    "too many hours": (channel("hours", 1000), AT[:-2], "hours must be at most 168"),
    "no such day": (plan("launch", "2027-02-30"), "launch", "the day must be one that exists, such as"),
    "day and hour": (plan("launch", "2027-02-03T10:00"), "launch", "the day must be one that exists"),
    "short day": (plan("launch", "20270203"), "launch", "the day must be one that exists"),
    "week day": (plan("launch", "2027-W01-1"), "launch", "the day must be one that exists"),
    "currency in small letters": (
        plan("currency", "eur"),
        "plan",
        "currency must be a code of three capital",
    ),
    "no currency": (plan("currency", ""), "plan", "currency must be a code of three capital letters"),
    "launch as number": (plan("launch", 0), "launch", "the value must be a text"),
    "when not a day": (
        plan("phases", [{"id": "f", "starts": "soon"}]),
        "phases 1, starts",
        "the day must be one",
    ),
    "when a fraction": (
        plan("phases", [{"id": "f", "starts": 1.5}]),
        "phases 1, starts",
        "the day must be one",
    ),
    "when true": (plan("phases", [{"id": "f", "starts": True}]), "phases 1, starts", "the day must be one"),
    "no id": (plan("book", {}), "book", "the field “id” is missing"),
    "empty id": (plan("book", {"id": ""}), "book", "an id must be short plain text"),
    "two equal ids": (plan("book", {"id": "c"}), "", "two records have the id “c”"),
    "half a character": (GOOD.replace(b'"f"', b'"f\\ud800"'), "phases 1, id", "half a character"),
    "half a character in a key": (GOOD.replace(b'"plan"', b'"\\udfff"'), "", "half a character"),
    "rests on a number": (header("rests_on", {"a.b": 1}), "rests_on, a.b", "the value must be a text"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_refused(name: str) -> None:
    data, place, problem = TEXTS[name]
    error = refusal(data)
    assert problem in error.problem
    assert error.place.startswith(place)
    assert bool(error.place) == bool(place) or name == "half a character in a key"


@pytest.fixture(params=("folder", "missing", "missing folder", "file as folder", "zero byte", "too long"))
def unusable(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    (tmp_path / "file").touch()
    return {
        "folder": (tmp_path, "it is a folder, not a plan; choose a file in it"),
        "missing": (tmp_path / "no.frontlist", "there is no such file or folder"),
        "missing folder": (tmp_path / "no" / "no.frontlist", "there is no such file or folder"),
        "file as folder": (tmp_path / "file" / "no.frontlist", "there is no such file or folder"),
        "zero byte": (tmp_path / "a\0b", "its name holds something"),
        "too long": (tmp_path / ("x" * 300), "its name is too long"),
    }[request.param]


def test_a_path_that_leads_to_no_file(unusable: tuple[Path, str]) -> None:
    path, problem = unusable
    with pytest.raises(PlanFileError) as caught:
        open_plan(path)
    said = str(caught.value)
    assert (
        problem in said or (os.name == "posix" and "a part of its path is a file" in said) or os.name == "nt"
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "a Word document or another packed file"),
        (b"<!DOCTYPE html>", "a web page"),
        (b"\x89PNG\r\n\x1a\n\x00", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "mine.frontlist"
    path.write_bytes(data)
    with pytest.raises(PlanFileError, match=f"opened: it is {kind}.*; choose a plan, or a PDF"):
        open_plan(path)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "mine.frontlist"
    path.write_bytes(GOOD)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(
        PlanFileError, match=r"cannot be opened: you have no permission for it; choose another file"
    ):
        open_plan(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.frontlist"
    with path.open("wb") as file:
        file.truncate(plan_file.LARGEST + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read"))
    with pytest.raises(PlanFileError, match="larger than 100 MB"):
        open_plan(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PlanFileError, match="no ordinary file"):
        open_plan(tmp_path / "pipe")


def test_names_and_keys_cannot_break_the_sentence() -> None:
    with pytest.raises(PlanFileError) as caught:
        plan_format.read(header("\x1b[31m\nred" + "x" * 500, 1), "a\nb\udcff.frontlist")
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


@given(st.binary(max_size=200))
def test_random_bytes(data: bytes) -> None:
    refusal(data)


@given(st.integers(0, len(GOOD) - 2))
def test_cut_files(length: int) -> None:
    refusal(GOOD[:length])


FULL = plan_format.write(big_plan(4, 2), {"tiktok.utm": "limited"})


@given(st.data())
@settings(max_examples=300)
def test_files_with_some_bytes_changed(data: st.DataObject) -> None:
    mutated = bytearray(FULL)
    for _ in range(data.draw(st.integers(1, 4))):
        mutated[data.draw(st.integers(0, len(FULL) - 1))] = data.draw(st.integers(0, 255))
    opens_or_refuses(bytes(mutated))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.data())
@settings(max_examples=300)
def test_files_with_a_value_of_any_other_shape(data: st.DataObject) -> None:
    tree = json.loads(FULL)
    at = tree
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.booleans()):
            break
        at = at[key]
    at[key] = data.draw(json_values)
    tree["format"] = data.draw(st.sampled_from((1, 2)))
    tree["revision"] = data.draw(st.sampled_from((1, 2)))
    opens_or_refuses(json.dumps(tree).encode())


def opens_or_refuses(data: bytes) -> None:
    try:
        opened = plan_format.read(data, "mine.frontlist")
    except PlanFileError:
        return
    saved = plan_format.write(opened.plan, opened.rests_on, opened.beside)
    assert plan_format.read(saved, "again").plan == opened.plan
