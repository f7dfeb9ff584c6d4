"""Every fault of a catalog's file is named with its line and how to mend it."""

import os
import tomllib
from datetime import date
from pathlib import Path

import pytest

from planner.core.resources import resource
from planner.storage.catalog_check.check import check_catalog
from planner.storage.catalog_check.toml_lines import line_of
from tests.storage.planted import alone, broken, drop_other_examples

PLATFORM = "storygraph"
FAULTS = Path(__file__).parent / "data" / "catalog_faults.toml"


def _rows() -> list[tuple[str, str, str, str]]:
    """What breaks a file of the catalog, and what is said of it."""
    tables = tomllib.loads(FAULTS.read_text(encoding="utf-8"))
    rows = ((file, row) for file, table in tables.items() for row in table["faults"])
    return [(file, row["old"], row["new"], row["says"]) for file, row in rows]


def test_what_ships_has_no_fault() -> None:
    assert check_catalog(resource(), resource()) == []


@pytest.mark.parametrize(("file", "old", "new", "says"), _rows())
def test_a_fault_is_named_with_its_file_and_mend(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    folder = alone(file, tmp_path)
    drop_other_examples(folder, file)
    faults, line = broken(folder, file, old, new)
    named = [fault for fault in faults if says in fault.says]
    assert named, faults
    assert all(fault.file == folder / f"{file}.toml" and fault.mend for fault in named)
    assert min(abs(fault.line - line) for fault in named) <= 4


def test_a_way_to_a_platform_that_a_market_does_not_use_is_named(pristine: Path) -> None:
    faults, line = broken(pristine, "platforms/tiktok", 'markets = ["WORLD"]', 'markets = ["CN"]')
    assert [(fault.line, fault.says) for fault in faults] == [(line, "“instagram” is not in use in “CN”")]


def test_an_example_of_a_platform_that_is_nowhere_is_named(pristine: Path) -> None:
    old, new = 'breaks = [{ hours_a_week = 8.5, channels = [{ platform = "own-website"', '"own-site"'
    faults, line = broken(pristine, "rules/plan", old, old.replace('"own-website"', new))
    assert [(fault.line, fault.says) for fault in faults] == [(line, "there is no platform “own-site”")]


def test_two_platforms_of_one_name_are_both_named(pristine: Path) -> None:
    faults, _ = broken(pristine, f"platforms/{PLATFORM}", "\nname = ", '\nname = "Goodreads" #')
    assert [(fault.file.stem, fault.line) for fault in faults] == [("goodreads", 2), (PLATFORM, 2)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on Windows")
def test_a_pipe_in_place_of_a_file_is_named_and_not_read(tmp_path: Path) -> None:
    pipe = alone(f"platforms/{PLATFORM}", tmp_path) / "platforms" / "pipe.toml"
    os.mkfifo(pipe)
    assert [str(fault) for fault in check_catalog(tmp_path, resource())] == [
        f"{pipe}:1: the file cannot be read: it is no ordinary file; put a file there."
    ]


def test_a_file_whose_ending_has_capitals_is_named(tmp_path: Path) -> None:
    file = alone(f"platforms/{PLATFORM}", tmp_path) / "platforms" / f"{PLATFORM}.toml"
    other = file.rename(file.with_suffix(".Toml"))
    assert [str(fault) for fault in check_catalog(tmp_path, resource())] == [
        f"{other}:1: the file's ending has capitals, so it is not read; let it end in .toml."
    ]


@pytest.mark.parametrize("part", ["platforms", "rules", "lists"])
def test_a_part_that_is_no_folder_is_named(tmp_path: Path, part: str) -> None:
    (tmp_path / part).symlink_to(part)
    assert [str(fault) for fault in check_catalog(tmp_path, resource())] == [
        f"{tmp_path / part}:1: this is no folder of files; put a folder there, or take it away."
    ]


@pytest.mark.parametrize("platform", ["storygraph", "xiaohongshu", "tiktok"])
def test_a_platform_alone_in_a_folder_may_lead_to_those_that_ship(tmp_path: Path, platform: str) -> None:
    assert check_catalog(alone(f"platforms/{platform}", tmp_path), resource()) == []


def test_a_platform_alone_in_a_folder_has_a_name_that_no_shipped_one_has(tmp_path: Path) -> None:
    file = f"platforms/{PLATFORM}"
    faults, line = broken(alone(file, tmp_path), file, "\nname = ", '\nname = "Instagram" #')
    assert [(fault.line, fault.says) for fault in faults] == [
        (line + 1, "another platform is called “Instagram” too")
    ]


@pytest.mark.parametrize(
    ("platform", "old", "new", "says"),
    [
        ("reddit", "\nmostly_in = [", '\nmostly_in = ["MOON", ', "there is no region “MOON”"),
        (
            "bluesky",
            '\nregions = ["WORLD"',
            '\nregions = ["WORLD", "WORLD"',
            "“WORLD” stands here more than once",
        ),
        (
            "bluesky",
            '\nsource = ["github"',
            '\nsource = ["github", "github"',
            "“github” stands here more than once",
        ),
    ],
)
def test_words_of_lists_are_known_and_stand_there_once(
    tmp_path: Path, platform: str, old: str, new: str, says: str
) -> None:
    file = f"platforms/{platform}"
    faults, line = broken(alone(file, tmp_path), file, old, new)
    assert [(fault.line, fault.says) for fault in faults] == [(line + 1, says)]


def test_a_folder_in_place_of_a_file_is_named(pristine: Path) -> None:
    folder = pristine / "platforms" / "folder.toml"
    folder.mkdir()
    faults = check_catalog(pristine, resource())
    folder.rmdir()
    assert [fault.file for fault in faults] == [folder]
    assert faults[0].says.startswith("the file cannot be read: ")


def test_a_platform_whose_links_are_not_open_says_where_else_to_go(pristine: Path) -> None:
    path = pristine / "platforms" / "tiktok.toml"
    text = path.read_text("utf-8")
    ways = text[text.index("[[ways_on]]") : text.index("[sources.")]
    faults, _ = broken(pristine, "platforms/tiktok", ways, "")
    assert [fault.mend for fault in faults] == ["add a [[ways_on]] row"]
    assert text.splitlines()[faults[0].line - 1] == 'policy = "limited"'


def test_a_table_is_that_of_its_own_row() -> None:
    text = '[[a]]\n[a.b]\n"c.d" = 1\n\n[[a]]\n[a.b]\n"e.f" = 2\n'
    assert [line_of(text, place) for place in [("a", 0, "b", "c.d"), ("a", 1, "b", "e.f")]] == [3, 7]


def test_a_fact_without_its_source_is_named_on_its_line(pristine: Path) -> None:
    path = pristine / "platforms" / "line.toml"
    text = path.read_text("utf-8")
    old = 'source = ["ligla"]'
    faults, line = broken(pristine, "platforms/line", old, 'source = ["nobody"]')
    assert {(f.file.name, f.line) for f in faults} == {
        ("line.toml", line),
        ("line.toml", text[: text.index("[sources.ligla]")].count("\n") + 1),
    }


def test_a_month_that_is_still_to_come_is_no_date(pristine: Path) -> None:
    soon = f"{date.today().year}-12-31"
    faults, _ = broken(pristine, f"platforms/{PLATFORM}", '\nas_of = "', f'\nas_of = "{soon}" # "')
    assert [fault.says for fault in faults] == [f"“{soon}” is still to come"] * (
        date.today().isoformat() < soon
    )


def test_the_nearest_line_is_named_where_the_place_has_none() -> None:
    text = "a = 1\n\n[[b]]\nc = 1\n\n[[b]]\nd = 2\n\n[e.f]\ng = 3\n"
    assert [
        line_of(text, place) for place in [("a",), ("b", 1, "d"), ("b", 1, "x"), ("e", "f", "g"), ("b", 9)]
    ] == [1, 7, 6, 10, 3]


@pytest.mark.parametrize("old", ['name = "', 'clickable = "'])
def test_a_file_that_cannot_be_read_makes_no_faults_in_others(pristine: Path, old: str) -> None:
    faults, _ = broken(pristine, "platforms/wechat", old, f"{old}\n")
    assert [fault.file.name for fault in faults] == ["wechat.toml"]
