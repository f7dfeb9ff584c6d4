"""The commands: what they print, what they write, and what they refuse, each in one plain sentence."""

import errno
import json
from pathlib import Path

import pytest

from planner.__main__ import COMMANDS, main
from planner.cli import parser
from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from planner.export.left_out import ALL_INSIDE, PDF_HAS_ALL
from planner.export.presets import PRESETS
from planner.press.writers import NO_DAYS
from planner.storage.plan_file import open_plan
from planner.storage.templates import SAMPLE, template_path

SAMPLE_FILE = str(template_path(SAMPLE))


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code of a command, what it printed, and what it said of errors."""
    code = main(arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_new_plan_is_written_and_opens(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.frontlist"
    code, out, err = said(
        capsys, "new", "--title", "Pepper & Salt", "--launch", "2028-01-05", "-o", str(path)
    )
    plan = open_plan(path).plan
    assert (code, err) == (0, "")
    assert str(path) in out
    assert (plan.name, str(plan.launch)) == ("Pepper & Salt", "2028-01-05")


@pytest.mark.parametrize("ending", ["pdf", "DOCX", "csv"])
def test_no_plan_is_written_as_if_it_were_a_document(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, plan = tmp_path / f"plan.{ending}", tmp_path / "plan.frontlist"
    assert main(["new", "-o", str(plan)]) == 0
    for command in (("new",), ("suggest", str(plan))):
        code, _, err = said(capsys, *command, "-o", str(path))
        assert code == 2
        assert "give it .frontlist" in err
    assert not path.exists()


def test_a_new_plan_replaces_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.frontlist"
    path.write_text("mine")
    code, out, err = said(capsys, "new", "-o", str(path))
    assert (code, out) == (2, "")
    assert "there already" in err
    assert path.read_text() == "mine"


def test_a_check_says_the_same_as_text_and_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = said(capsys, "check", SAMPLE_FILE)
    as_json, data, _ = said(capsys, "check", SAMPLE_FILE, "--format", "json")
    found = json.loads(data)
    assert code == as_json == int(bool(found["counts"]["blocker"] or found["counts"]["error"]))
    assert sum(found["counts"].values()) == len(found["findings"])
    for finding in found["findings"]:
        assert f"{finding['severity']}: {finding['where']}: {finding['text']}" in text


def test_all_platforms_are_listed(catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    code, text, _ = said(capsys, "platforms")
    _, data, _ = said(capsys, "platforms", "--plan", SAMPLE_FILE, "--format", "json")
    rows = json.loads(data)
    assert code == 0
    assert all(f"[{id}]" in text for id in catalog.platforms)
    assert [row["id"] for row in rows] == list(catalog.platforms)
    assert all(len(row["tracking"]) == len(catalog.options) for row in rows)


def test_a_platform_is_found_by_each_of_its_names(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    option = next(iter(catalog.options))
    for platform in catalog.platforms.values():
        for name in filter(None, (platform.id, platform.name.upper(), platform.native_name)):
            code, out, _ = said(capsys, "explain", name, option)
            assert code == 0
            assert catalog.options[option].name in out


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "schema")
    assert code == 0
    assert json.loads(out)["properties"]["plan"]


PARTS = (
    "your accounts (without opt-in of readers, declared domains and what you ticked as true); "
    "tasks (without aims); links and tracking (without owners, some targets and some addresses)"
)
IN_PART = [f"Shown only in part, as no section here has the rest: {PARTS}. {PDF_HAS_ALL}"]
LEFT_OUT = {"pdf": [ALL_INSIDE], "html": IN_PART, "md": IN_PART, "docx": IN_PART}


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("pdf", b"%PDF-"),
        ("html", b"<!DOCTYPE html>"),
        ("md", b"Marketing plan\n\n# The Salt Road\n"),
        ("docx", b"PK"),
        ("csv", b"\xef\xbb\xbfPhase,"),
        ("ics", b"BEGIN:VCALENDAR\r\n"),
    ],
)
def test_an_export_carries_its_date_whatever_the_day(
    ending: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending.upper()}"
    for path in (first, second):
        code, out, err = said(capsys, "export", SAMPLE_FILE, "-o", str(path), "--date", "2027-01-05")
        assert (code, err.splitlines()) == (0, LEFT_OUT.get(ending, []))
        assert str(path) in out
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(begins)


def test_a_table_holds_links_or_tasks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.csv"
    begun = []
    for what in ((), ("--what", "links"), ("--what", "tasks")):
        assert said(capsys, "export", SAMPLE_FILE, "-o", str(path), *what)[0] == 0
        begun.append(path.read_text("utf-8-sig").partition(",")[0])
    assert begun == ["Phase", "Phase", "Due"]


def test_a_calendar_says_which_tasks_it_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = json.loads(Path(SAMPLE_FILE).read_text("utf-8"))
    del sample["plan"]["launch"]
    plan, path = tmp_path / "plan.frontlist", tmp_path / "plan.ics"
    plan.write_text(json.dumps(sample), "utf-8")
    assert said(capsys, "export", str(plan), "-o", str(path)) == (2, "", f"{NO_DAYS}\n")
    assert not path.exists()
    tasks = [
        own for phase in sample["plan"]["phases"] for each in phase["channels"] for own in each["activities"]
    ]
    tasks[0]["due"] = "2027-04-05"
    plan.write_text(json.dumps(sample), "utf-8")
    code, _, told = said(capsys, "export", str(plan), "-o", str(path))
    assert (code, told) == (0, f"{len(tasks) - 1} tasks have no day, and so no place in the calendar.\n")
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 1


def test_all_readers_get_a_document_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wordy, path = tmp_path / "wordy.frontlist", tmp_path / "made" / "the.plan.md"
    path.parent.mkdir()
    sample = json.loads(Path(SAMPLE_FILE).read_text("utf-8"))
    sample["plan"]["book"]["blurb"] *= 20
    wordy.write_text(json.dumps(sample), "utf-8")
    code, out, told = said(capsys, "export", str(wordy), "-o", str(path), "--for", "all")
    made = [path.parent / f"the.plan-{preset}.md" for preset in PRESETS]
    assert (code, sorted(path.parent.iterdir())) == (0, sorted(made))
    assert out.splitlines() == [f"Wrote {each}." for each in made]
    assert len({each.read_bytes() for each in made}) == len(PRESETS)
    assert {line.partition(": ")[0] for line in told.splitlines()} == {each.name for each in made}
    assert "the.plan-tip-sheet.md: The text under “The book” is shortened." in told.splitlines()
    assert "the.plan-summary.md: Left out: " in told


def test_a_document_that_cannot_be_written_keeps_no_other_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan-publicist.md").mkdir()
    code, out, told = said(capsys, "export", SAMPLE_FILE, "-o", str(tmp_path / "plan.md"), "--for", "all")
    assert (code, len(out.splitlines())) == (2, len(PRESETS) - 1)
    assert told.splitlines()[-1].startswith("“plan-publicist.md” cannot be written")


def test_a_section_that_no_wanted_document_has_cannot_be_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.pdf"
    code, _, told = said(
        capsys, "export", SAMPLE_FILE, "-o", str(path), "--for", "summary", "--without", "budget"
    )
    assert (code, path.exists()) == (2, False)
    assert "this document has no such section; it has summary." in told


@pytest.mark.parametrize("preset", ["summary", "assistant"])
def test_a_reader_is_named(preset: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.html"
    assert said(capsys, "export", SAMPLE_FILE, "-o", str(path), "--for", preset)[0] == 0
    assert ("Link ledger" in path.read_text("utf-8")) is (preset == "assistant")


def test_sections_are_left_out_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.md"
    left_out = ("--without", "Budget", "--without", "people")
    assert said(capsys, "export", SAMPLE_FILE, "-o", str(path), *left_out)[0] == 0
    heads = [line for line in path.read_text("utf-8").splitlines() if line.startswith("## ")]
    assert "## Goals" in heads
    assert {"## Budget", "## People"}.isdisjoint(heads)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new",), "--output"),
        (("new", "-o", "x.frontlist", "--launch", "5 May"), "2027-05-05"),
        (
            ("new", "-o", "x.frontlist", "--launch", "03/04/2027"),
            "“03/04/2027” may be 3 April 2027 or 4 March 2027: write 2027-04-03 or 2027-03-04.",
        ),
        (("new", "-o", "x.frontlist", "--template", "launhc"), "no template “launhc”"),
        (("check", "nowhere.frontlist"), "“nowhere.frontlist”"),
        (("explain", "instagrom"), "Nearest: instagram"),
        (("explain", "instagram", "utn"), "no tracking option “utn”"),
        (("export", SAMPLE_FILE, "-o", "plan.doc"), "ending .pdf, .html, .md, .docx, .csv or .ics"),
        (("export", SAMPLE_FILE, "-o", "plan.ics", "--for", "self"), "--for says nothing about a .ics file"),
        (("export", SAMPLE_FILE, "-o", "plan.pdf", "--what", "tasks"), "--what says nothing about a .pdf"),
        (
            ("export", SAMPLE_FILE, "-o", "plan.html", "--paper", "a4"),
            "--paper says nothing about a .html file",
        ),
        (("export", SAMPLE_FILE, "-o", "nowhere/plan.pdf"), "“plan.pdf” cannot be written"),
        (
            ("export", SAMPLE_FILE, "-o", "p.pdf", "--for", "asistant"),
            "no reader “asistant”. Nearest: assistant",
        ),
        (
            ("export", SAMPLE_FILE, "-o", "p.pdf", "--without", "budgte"),
            "no section “budgte”. Nearest: budget",
        ),
        (("export", SAMPLE_FILE, "-o", "p.pdf", "--paper", "a5"), "no paper “a5”. Nearest: a4"),
        (
            ("export", SAMPLE_FILE, "-o", "p.pdf", "--text-size", "larg"),
            "no size of text “larg”. Nearest: large",
        ),
        (
            ("export", SAMPLE_FILE, "-o", "p.csv", "--without", "budget"),
            "--without says nothing about a .csv file",
        ),
        (
            ("export", SAMPLE_FILE, "-o", "p.pdf", "--for", "tip-sheet", "--without", "tip-sheet"),
            "Every section of this document was left out",
        ),
        (("--nothing",), "--help"),
        (("nothing",), "neither a file nor a command"),
    ],
)
def test_what_is_refused_is_one_plain_sentence(
    arguments: tuple[str, ...],
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"frontlist {command}" in capsys.readouterr().out


def test_the_command_line_and_its_door_know_the_same_commands() -> None:
    assert tuple(parser.COMMANDS) == COMMANDS


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["help"])
    out = capsys.readouterr().out
    assert all(command in out for command in (*COMMANDS, "self-test"))


def test_a_check_names_only_rules_that_exist(rules: RuleBook, capsys: pytest.CaptureFixture[str]) -> None:
    _, data, _ = said(capsys, "check", SAMPLE_FILE, "--format", "json")
    assert {finding["rule"] for finding in json.loads(data)["findings"]} <= set(rules)


def test_a_file_of_the_program_that_is_gone_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone() -> Catalog:
        raise FileNotFoundError(errno.ENOENT, "gone", "resources/lists/tracking.toml")

    monkeypatch.setattr("planner.storage.catalog_files.load_catalog", gone)
    code, out, err = said(capsys, "explain", "tiktok")
    assert (code, out) == (2, "")
    assert "“tracking.toml” cannot be used: there is no such file" in err
