"""What those who keep the catalog are told."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from jsonschema import Draft202012Validator

from planner.__main__ import main
from planner.core.resources import resource
from planner.storage import catalog_files
from planner.storage.catalog_check.check import check_catalog
from planner.storage.catalog_files import load_catalog, read_folder
from planner.storage.rule_files import load_rules


@pytest.fixture
def own_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of what ships, in whose place the program reads it."""
    for part in ("lists", "platforms", "rules"):
        copytree(resource(part), tmp_path / part)
    monkeypatch.setattr(catalog_files, "resource", tmp_path.joinpath)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    load_catalog.cache_clear()
    load_rules.cache_clear()


def test_what_ships_is_without_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "check"]) == 0
    assert capsys.readouterr().out.endswith("files: no faults.\n")


def test_a_fault_is_printed_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "platforms").mkdir()
    text = resource("platforms", "discord.toml").read_text("utf-8").replace('kind = "', 'kind = "no-', 1)
    (tmp_path / "platforms" / "discord.toml").write_text(text, "utf-8")
    assert main(["catalog", "check", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert f"{tmp_path / 'platforms' / 'discord.toml'}:4: there is no kind “no-" in out
    assert out.endswith("1 file: 1 fault.\n")


def test_a_folder_without_a_catalog_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "check", str(tmp_path)]) == 2
    assert "has no folder “platforms”, “rules” or “lists”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[links]", "[lnks]", "The catalog's file of “mastodon” cannot be used"),
        ("kind = ", "kid = ", "A platform's file of the catalog cannot be used"),
        ("kind = ", "kind == ", "The catalog's file “mastodon.toml” cannot be used"),
    ],
)
def test_a_faulty_platform_is_said_to_be_so_where_it_is_read(
    old: str,
    new: str,
    says: str,
    own_catalog: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = own_catalog / "platforms" / "mastodon.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert main(["explain", "mastodon"]) == 2
    assert capsys.readouterr().err == f"{says}; “frontlist catalog check” names the fault.\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "rules/dates",
            'id = "preorder-after-release"',
            'id = "preorder-after"',
            "The catalog's folder “rules”, which has no row for “preorder-after-release”, cannot be used",
        ),
        ("rules/dates", "severity = ", "severe = ", "The catalog's file “dates.toml” cannot be used"),
        ("rules/dates", "severity = ", "severity == ", "The catalog's file “dates.toml” cannot be used"),
        ("rules/dates", "[[rules]]", "[[rule]]", "The catalog's file “dates.toml” cannot be used"),
        ("lists/kinds", "kinds = [", "sorts = [", "A list of the catalog cannot be used"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["export", "-o", "plan.md", "--for", "all"]])
def test_no_command_goes_on_with_a_faulty_catalog(
    command: list[str],
    file: str,
    old: str,
    new: str,
    says: str,
    own_catalog: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = (own_catalog / file).with_suffix(".toml")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    monkeypatch.chdir(own_catalog)
    assert main([command[0], str(resource("templates", "sample.frontlist")), *command[1:]]) == 2
    assert capsys.readouterr().err == f"{says}; “frontlist catalog check” names the fault.\n"
    assert not list(own_catalog.glob("plan*"))


def test_a_platform_of_common_knowledge_needs_no_table_of_sources(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    text = (resource("platforms") / "mastodon.toml").read_text("utf-8")
    bare = re.sub(r"^source = .*$", 'source = ["derived"]', text[: text.index("[sources.")], flags=re.M)
    (tmp_path / "platforms" / "mastodon.toml").write_text(bare, "utf-8")
    (tmp_path / "platforms" / "reddit.toml").write_bytes((resource("platforms") / "reddit.toml").read_bytes())
    assert [
        str(fault) for fault in check_catalog(tmp_path, resource()) if fault.file.stem == "mastodon"
    ] == []


def test_the_schema_knows_every_field_of_every_platform(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalog", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert all(set(row) <= set(schema["properties"]) for row in read_folder("platforms").values())
    assert set(schema["required"]) >= {"id", "name", "links", "tracking"}


def test_the_schema_takes_every_platforms_file_and_refuses_what_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["catalog", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    reader = Draft202012Validator(schema)
    files = read_folder("platforms")
    assert {name: [error.message for error in reader.iter_errors(row)] for name, row in files.items()} == {
        name: [] for name in files
    }
    wrongs: tuple[dict[str, object], ...] = (
        {"colour": 5},
        {"marc": "x"},
        {"kind": "no-such"},
        {"regions": ["MOON"]},
        {"not_regions": ["MOON"]},
        {"links": {**files["tiktok"]["links"], "policy": "perhaps"}},
        {"links": {**files["tiktok"]["links"], "as_of": "last week"}},
        {"limits": [{"text": 1}]},
        {"limits": [{**files["tiktok"]["limits"][0], "at_most": -5}]},
        {"links": {**files["tiktok"]["links"], "shelf_months": 0}},
        {"audience": {**files["tiktok"]["audience"], "users": -1}},
        {"colour": "black"},
        {"colour": "#FFFFFF0"},
        {"mark": "Tik"},
        {"mark": ""},
        {"name": " "},
        {"checked": "nov"},
        {"checked": "2026-11-2"},
        {"regions": []},
        {"languages": [""]},
        {"links": {**files["tiktok"]["links"], "text": ""}},
        {"links": {**files["tiktok"]["links"], "text": "No sentence"}},
        {"links": {**files["tiktok"]["links"], "source": []}},
        {"links": {**files["tiktok"]["links"], "checked": "soon"}},
        {"ways_on": [{"platform": "insta", "why": "There."}]},
        {"mostly_in": ["MOON"]},
        {"languages": ["klingon"]},
        {"disclosure": [{**files["tiktok"]["disclosure"][0], "regions": ["MOON"]}]},
        {"placements": [{**files["tiktok"]["placements"][0], "alike": ["wall"]}]},
        {"tracking": [{**files["tiktok"]["tracking"][0], "where": ["wall"]}]},
        {"ways_on": [{"platform": "instagram", "why": "There.", "genres": ["westerns"]}]},
    )
    for wrong in wrongs:
        assert not reader.is_valid({**files["tiktok"], **wrong})
