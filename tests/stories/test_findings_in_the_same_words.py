"""What the checks find is said in the same words by the window, the document and the command line."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.cli import check as check_command
from planner.core.catalog import Catalog
from planner.core.findings import Finding
from planner.core.rules import RuleBook
from planner.core.tree import Tree
from planner.export.blocks import Table
from planner.export.outline import outline
from planner.gui.checks.model import FindingModel
from planner.storage.plan_file import save_plan
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import findings
from tests.core.rule_cases import BROKEN, KEPT, Case, named

FIRST = tuple({case.rule: case for case in reversed(BROKEN)}.values())
DAY = BROKEN[0].example.today


def found_by(catalog: Catalog, rules: RuleBook, case: Case) -> tuple[Finding, ...]:
    return findings(catalog, rules, *case.example)


@pytest.mark.parametrize("case", FIRST, ids=named(FIRST))
def test_the_document_says_them(catalog: Catalog, rules: RuleBook, case: Case) -> None:
    made, today = case.example
    document = outline(made, catalog, rules, today)
    cells = [
        cell.runs
        for section in document.sections
        for table in section.blocks
        if isinstance(table, Table)
        for row in table.rows
        for cell in row.cells
    ]
    said = "\n".join("".join(run.text for run in runs) for runs in cells)
    for finding in found_by(catalog, rules, case):
        # A sentence that was said of the same place above is not said again.
        for sentence in re.split(r"(?<=[.!?…])\s+", f"{finding.text} {finding.instead}".strip()):
            assert sentence in said


def test_the_command_line_says_them(
    catalog: Catalog,
    rules: RuleBook,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from planner.__main__ import main

    for case in FIRST:
        monkeypatch.setattr(check_command, "today_of", lambda _plan, case=case: case.example.today)
        path = tmp_path / f"{case.rule}.frontlist"
        save_plan(path, case.example.plan, {})
        main(["check", str(path), "--format", "json"])
        rows = json.loads(capsys.readouterr().out)["findings"]
        expected = found_by(catalog, rules, case)
        assert [(row["rule"], row["text"], row["instead"], row["source"]) for row in rows] == [
            (finding.rule, finding.text, finding.instead, finding.source) for finding in expected
        ]


def test_the_window_says_them(qtbot: QtBot, catalog: Catalog, rules: RuleBook) -> None:
    for case in FIRST:
        model = FindingModel(partial(Tree.of, case.example.plan))
        expected = found_by(catalog, rules, case)
        model.show(expected)
        for row, finding in enumerate(expected):
            index = model.index(row)
            assert model.finding(index) == finding
            spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
            assert finding.text in spoken


def test_each_rule_is_broken_and_kept_by_plans_on_real_platforms(catalog: Catalog, rules: RuleBook) -> None:
    for cases in (BROKEN, KEPT):
        on_real_platforms = {
            case.rule
            for case in cases
            if all(channel.platform in catalog.platforms for channel in case.example.plan.channels)
        }
        assert set(rules) - on_real_platforms <= {"platform-unknown"}


def test_the_sample_shows_what_the_tool_knows(catalog: Catalog, rules: RuleBook) -> None:
    kinds = {finding.rule for finding in findings(catalog, rules, new_plan(SAMPLE), DAY)}
    assert len(kinds) >= 20
