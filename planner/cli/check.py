"""``frontlist check``: what there is to look at in a plan."""

import sys
from argparse import Namespace
from collections import Counter

from planner.cli.plans import opened_plan, today_of
from planner.core.checks.checker import Checker
from planner.core.finding_words import SEVERITY_MARKS, counts_text
from planner.core.findings import SEVERITIES, Finding
from planner.core.fixes import offered
from planner.core.rules import SERIOUS, Severity
from planner.core.tree import Tree
from planner.core.verdict_changes import changes_since


def check(options: Namespace) -> int:
    """Print the findings; 1 where one is a blocker or an error, else 0."""
    from planner.storage.catalog_files import load_catalog
    from planner.storage.rule_files import load_rules

    opened = opened_plan(options.file)
    catalog = load_catalog()
    findings = Checker(catalog, load_rules(), today_of(opened.plan)).findings(opened.plan)
    changes = changes_since(opened.rests_on, opened.plan, catalog)
    if changes:
        print(changes, file=sys.stderr)
    counts = Counter(finding.severity for finding in findings)
    if options.format == "json":
        _print_json(Tree.of(opened.plan), findings, counts)
    else:
        _print_text(opened.plan.name, findings, counts)
    return int(any(counts[severity] for severity in SERIOUS))


def _print_text(name: str, findings: tuple[Finding, ...], counts: Counter[Severity]) -> None:
    for finding in findings:
        print(f"{SEVERITY_MARKS[finding.severity]} {finding.severity}: {finding.where}: {finding.text}")
        for line in (finding.instead, finding.source):
            if line:
                print(f"    {line}")
    print(f"{name}: {counts_text(counts) or 'nothing to look at'}.")


def _print_json(tree: Tree, findings: tuple[Finding, ...], counts: Counter[Severity]) -> None:
    import json

    rows = [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "where": finding.where,
            "record": finding.subject,
            "aspect": finding.aspect,
            "text": finding.text,
            "instead": finding.instead,
            "source": finding.source,
            "spans": finding.spans,
            "fix": finding.fix.label if finding.fix else None,
            "fixes": [fix.label for fix in offered(finding.fixes, tree, finding.subject)],
        }
        for finding in findings
    ]
    found = {severity: counts[severity] for severity in SEVERITIES}
    print(json.dumps({"counts": found, "findings": rows}, ensure_ascii=False, indent=1))
