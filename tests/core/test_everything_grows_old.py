"""All that decides a finding grows old: the tip to check it again names it, and a note of that settles it."""

from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.citations import NEVER, Citation
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.freshness import STALE, outdated
from planner.core.rules import Rule, RuleBook
from tests.core.rule_cases import BROKEN, Case, named

THEN = date(2031, 1, 1)


def cited(finding: Finding) -> Citation:
    """Who says what a finding says."""
    assert finding.source.startswith("Source: ")
    assert (" Checked " in finding.source) == (finding.source.checked < NEVER)
    return finding.source


@pytest.mark.parametrize("case", BROKEN, ids=named(BROKEN))
def test_what_decides_a_finding_grows_old_until_it_is_looked_up(
    catalog: Catalog, rules: RuleBook, case: Case
) -> None:
    checker, document = Checker(catalog, rules, THEN), Document(case.example.plan)
    old = outdated(catalog, rules, document.plan.rechecks, THEN, catalog.platforms)
    found = checker.findings(document.plan)
    tips = [each for each in found if each.rule == STALE]
    told = " ".join(tip.text for tip in tips)
    for finding in found:
        for known in cited(finding).known:
            if known in old:
                assert old[known].said in told
            else:
                assert isinstance(known, Rule)
                assert not any(source.url or source.as_of for source in known.sources)
    for tip in tips:
        assert tip.fix
        document.apply(tip.fix.edit(document.tree, tip.subject))
    assert not [each for each in checker.findings(document.plan) if each.rule == STALE]
