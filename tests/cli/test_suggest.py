"""A first set of channels, on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.cli import run
from planner.core.catalog import Catalog
from planner.core.plan import Author, Book, Plan
from planner.core.suggest import suggest
from planner.core.suggest_words import ASSUMED, NO_PHASES, OVER, asks_text, left_out_text
from planner.storage.plan_file import open_plan, save_plan
from planner.storage.templates import SAMPLE, shipped, template_path

SAMPLE_FILE = str(template_path(SAMPLE))


@pytest.fixture(autouse=True)
def before_all_phases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.cli.plans.day_now", lambda _zone: date(2026, 1, 1))


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_an_author_reads_what_is_suggested_and_what_was_left_out(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "suggest", SAMPLE_FILE)
    assert (code, err) == (0, "")
    assert ASSUMED in out
    plan = shipped(SAMPLE)
    made = suggest(catalog, plan)
    assert any(each.chosen for each in made)
    for each in made:
        for candidate in each.chosen:
            assert f"  + {candidate.platform.full_name}: {asks_text(candidate)}\n" in out
        for left_out in each.left_out:
            assert f"  - {left_out_text(left_out, plan)}\n" in out


def test_json_says_the_same(catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(said(capsys, "suggest", SAMPLE_FILE, "--format", "json")[1])
    made = suggest(catalog, shipped(SAMPLE))
    assert data["assumed"] == ASSUMED
    assert [[row["platform"] for row in phase["channels"]] for phase in data["phases"]] == [
        [candidate.platform.id for candidate in each.chosen] for each in made
    ]
    assert all(row["reasons"] for phase in data["phases"] for row in phase["channels"])
    assert [[row["want"] for row in phase["left_out"]] for phase in data["phases"]] == [
        [left_out.want for left_out in each.left_out] for each in made
    ]


def test_the_plan_with_all_of_it_is_written_and_the_old_one_stays(
    tmp_path: Path, catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(SAMPLE_FILE).read_bytes()
    out = tmp_path / "more.frontlist"
    code, _, err = said(capsys, "suggest", SAMPLE_FILE, "-o", str(out))
    assert (code, err) == (0, f"Wrote {out}.\n")
    assert Path(SAMPLE_FILE).read_bytes() == before
    made = suggest(catalog, shipped(SAMPLE))
    old, new = shipped(SAMPLE), open_plan(out).plan
    for each, was, now in zip(made, old.phases, new.phases, strict=True):
        added = [channel.platform for channel in now.channels[len(was.channels) :]]
        assert added == [candidate.platform.id for candidate in each.chosen]


def test_no_file_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "there.frontlist"
    out.write_text("mine", "utf-8")
    code, _, err = said(capsys, "suggest", SAMPLE_FILE, "-o", str(out))
    assert (code, err) == (2, "“there.frontlist” is there already; choose another name with -o.\n")
    assert out.read_text("utf-8") == "mine"


def test_a_plan_without_phases_is_told_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.frontlist"
    save_plan(bare, Plan(id="p", book=Book(id="b"), author=Author(id="a")), {})
    code, out, _ = said(capsys, "suggest", str(bare))
    assert code == 0
    assert NO_PHASES in out


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = json.loads(Path(SAMPLE_FILE).read_bytes())
    newer["revision"] = 99
    newer["plan"]["later"] = "kept"
    path, out = tmp_path / "newer.frontlist", tmp_path / "out.frontlist"
    path.write_text(json.dumps(newer), "utf-8")
    assert said(capsys, "suggest", str(path), "-o", str(out))[0] == 0
    written = json.loads(out.read_bytes())
    assert written["plan"]["later"] == "kept"
    assert written["revision"] == 99


def test_nothing_is_suggested_for_phases_that_are_over(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.cli.plans.day_now", lambda _zone: date(2031, 1, 1))
    out = said(capsys, "suggest", SAMPLE_FILE)[1]
    assert out.count(OVER) == len(shipped(SAMPLE).phases)
    assert "  + " not in out
