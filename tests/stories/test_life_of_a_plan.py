"""The whole life of a plan, without a window: made, edited, checked, saved, reopened, exported and read."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.__main__ import main
from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.plan import Link
from planner.core.rules import RuleBook
from planner.export.outline import outline
from planner.export.pdf.writer import write_pdf
from planner.storage.plan_file import open_plan, save_plan

TODAY = date(2026, 11, 22)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A new plan from the standard template, written by the command line."""
    path = tmp_path / "The Salt Road 盐路.frontlist"
    made = ["new", "--template", "launch-12-weeks", "--title", "The Salt Road", "--launch", "2027-05-05"]
    assert main([*made, "-o", str(path)]) == 0
    return path


def test_an_author_plans_a_launch_and_hands_on_a_pdf(
    plan_file: Path, catalog: Catalog, rules: RuleBook
) -> None:
    document = Document(open_plan(plan_file).plan)
    checker = Checker(catalog, rules, TODAY)

    def do(edit: Edit) -> None:
        document.apply(edit)

    launch = next(phase for phase in document.plan.phases if phase.name == "Launch")
    closed = catalog.platforms["xiaohongshu"]
    do(edits.add_channels(document.tree, launch.id, None, (closed,)))
    channel = document.tree.plan.phases[document.tree.index(launch.id)].channels[-1]
    do(edits.toggle_tracking(document.tree, channel.id, "smart-link", True))
    link = Link(id="note", label="Note", placement="post", target="https://books.example/salt-road")
    do(edits.add(document.tree, channel.id, link, "Add link"))
    do(edits.set_field(document.tree, document.plan.book.id, "genre", "historical-fiction", "Set genre"))

    rules_hit = {finding.rule for finding in checker.findings(document.plan)}
    assert {"option-impossible", "links-blocked", "poor-fit"} <= rules_hit

    blockers = [f for f in checker.findings(document.plan) if f.severity == "blocker"]
    for finding in blockers:
        assert finding.fix is not None
        do(finding.fix.edit(document.tree, finding.subject))
    assert not [f for f in checker.findings(document.plan) if f.severity == "blocker"]

    save_plan(plan_file, document.plan)
    assert open_plan(plan_file).plan == document.plan

    pages = PdfReader(io.BytesIO(write_pdf(outline(document.plan, catalog, rules, TODAY)))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "The Salt Road" in text
    assert "Xiaohongshu" in text


def test_everything_that_was_done_can_be_undone(plan_file: Path, catalog: Catalog) -> None:
    before = open_plan(plan_file).plan
    document = Document(before)
    first, second = document.plan.phases[:2]
    undo = [
        document.apply(edits.move_channels(document.tree, [first.channels[0].id], second.id, 0)),
        document.apply(edits.remove_phase(document.tree, second.id)),
        document.apply(edits.set_field(document.tree, before.id, "hours_a_week", 9.5, "Set hours")),
    ]
    assert document.plan != before
    for edit in reversed(undo):
        document.apply(edit)
    assert document.plan == before


def test_the_command_line_checks_explains_and_exports(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(plan_file), "--format", "json"]) in (0, 1)
    found = json.loads(capsys.readouterr().out)
    assert found["findings"]
    assert set(found["counts"]) == {"blocker", "error", "warning", "tip"}

    assert main(["explain", "小红书", "smart link"]) == 0
    assert "impossible" in capsys.readouterr().out

    out = tmp_path / "plan.pdf"
    for preset in ("self", "assistant", "publicist", "ads", "tip-sheet", "summary"):
        assert main(["export", str(plan_file), "-o", str(out), "--for", preset, "--paper", "letter"]) == 0
        assert PdfReader(out).pages


def test_a_refusal_is_one_sentence_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.frontlist"
    broken.write_text('{"format": 1, "plan": {"id": ', encoding="utf-8")
    missing = str(tmp_path / "none.frontlist")
    refused = [
        ["check", str(broken)],
        ["check", str(tmp_path)],
        ["check", missing],
        [missing],
        ["export", missing, "-o", str(tmp_path / "a.pdf")],
        ["explain", "tiktock"],
        ["explain", "tiktok", "telepathy"],
        ["new", "--template", "nothing", "-o", str(tmp_path / "b.frontlist")],
        ["new", "--launch", "2027-02-30", "-o", str(tmp_path / "c.frontlist")],
        ["check"],
        ["--nonsense"],
    ]
    for arguments in refused:
        assert main(arguments) == 2, arguments
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.endswith(".\n"), said.err
        assert said.err.count("\n") == 1, said.err
        assert "Traceback" not in said.err


def test_new_never_overwrites(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = plan_file.read_bytes()
    assert main(["new", "-o", str(plan_file)]) == 2
    assert plan_file.read_bytes() == before
    assert plan_file.name in capsys.readouterr().err
