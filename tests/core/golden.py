"""All that the checks report on the sample and on every example of every rule.

``python -m tests.core.golden`` writes it anew. Read the difference before you keep it: it is what
authors will see otherwise than before.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from planner.core.catalog import Catalog
from planner.core.changes import Change, Insert, Move, Rewrite
from planner.core.checks.checker import Checker
from planner.core.findings import Finding, Fix
from planner.core.fixes import offered
from planner.core.rule_examples import Example
from planner.core.rules import RuleBook
from planner.core.tree import Tree
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, shipped
from tests.core.build import TODAY
from tests.core.rule_cases import BROKEN, KEPT, named

FILE = Path(__file__).with_name("data") / "findings_of_examples.json"
EXAMPLES: dict[str, Example] = {
    "sample": Example(shipped(SAMPLE), TODAY),
    **dict(zip(named((*BROKEN, *KEPT)), (case.example for case in (*BROKEN, *KEPT)), strict=True)),
}


def reported(catalog: Catalog, rules: RuleBook, example: Example) -> list[dict[str, Any]]:
    """What the checks report on an example, with all that each fix would change."""
    plan, today = example
    tree = Tree.of(plan)
    return [_finding(found, tree) for found in Checker(catalog, rules, today).findings(plan)]


def _finding(found: Finding, tree: Tree) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "at": f"{found.subject}, {found.aspect}, {found.where}",
        "spans": [list(span) for span in found.spans],
        "says": f"{found.text} / {found.instead}",
        "source": found.source,
        "fixes": [_fix(fix, tree, found.subject) for fix in offered(found.fixes, tree, found.subject)],
    }


def _fix(fix: Fix, tree: Tree, record: str) -> dict[str, Any]:
    edit = fix.edit(tree, record)
    return {
        "button": fix.label,
        "undo": edit.label,
        "changes": [_change(change, tree) for change in edit.changes],
    }


def _change(change: Change, tree: Tree) -> str:
    match change:
        case Insert():
            kind, fields = type(change.record).__name__, asdict(change.record)
            told = {name: value for name, value in fields.items() if value and name != "id"}
            return f"insert into {change.parent} at {change.index}: {kind} {told}"
        case Move() if not tree.has(change.parent):
            return f"move {change.id} to what was inserted at {change.index}"
        case Rewrite():
            return f"rewrite {change.id}: {dict(change.values)}"
        case _:
            return str(change)


def main() -> None:
    """Write what is reported now."""
    catalog, rules = load_catalog(), load_rules()
    all_of_them = {name: reported(catalog, rules, example) for name, example in EXAMPLES.items()}
    FILE.write_text(json.dumps(all_of_them, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
