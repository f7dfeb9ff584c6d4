"""Every rule can be broken and kept, says why, and is cleared by its fix where it has one."""

from string import Formatter

import pytest

from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Book
from planner.core.rules import RuleBook, Severity
from planner.core.tree import Tree
from tests.core.build import TODAY, channel, findings, plan
from tests.core.rule_cases import CASES, Case

ASPECTS = ("overview", "tracking", "links", "copy", "activities")
FIXED = {
    *("option-impossible", "option-forbidden", "option-not-yet", "option-unknown", "links-blocked"),
    *("placement-not-clickable", "utm-untidy", "copy-removed", "copy-sales-words", "poor-fit"),
    *("promotion-before-book", "activity-after-phase", "exception-is-experiment", "goal-not-measurable"),
    *("market-without-gateway", "no-owned-channel"),
}


def of_rule(rule: str, found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.rule == rule]


def test_every_rule_has_a_plan_that_breaks_it(rules: RuleBook) -> None:
    assert set(CASES) == set(rules)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_broken_rule_says_what_where_why_and_who_says_so(
    catalog: Catalog, rules: RuleBook, case: Case, request: pytest.FixtureRequest
) -> None:
    id = request.node.callspec.id
    broken = of_rule(id, findings(catalog, rules, case.broken, case.day))
    assert broken
    for finding in broken:
        assert finding.severity is rules[id].severity
        assert finding.text.endswith((".", "!", "?"))
        assert finding.instead.endswith((".", "!", "?"))
        assert finding.source.startswith("Source: ")
        for text in (finding.text, finding.instead, finding.source, finding.where):
            assert text
            assert not any(bad in text for bad in ("{", "}", "  ", "None"))
        assert finding.aspect in ASPECTS
        assert Tree.of(case.broken).has(finding.subject)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_rule_that_is_kept_is_not_mentioned(
    catalog: Catalog, rules: RuleBook, case: Case, request: pytest.FixtureRequest
) -> None:
    assert of_rule(request.node.callspec.id, findings(catalog, rules, case.clean)) == []


@pytest.mark.parametrize("rule", sorted(FIXED))
def test_a_fix_clears_its_finding_and_undo_brings_it_back(
    catalog: Catalog, rules: RuleBook, rule: str
) -> None:
    case = CASES[rule]
    checker = Checker(catalog, rules, case.day)
    before = checker.findings(case.broken)
    finding = of_rule(rule, before)[0]
    assert finding.fix is not None
    assert finding.fix.label
    document = Document(case.broken)
    edit = finding.fix.edit(document.tree)
    assert edit.label
    undo: Edit = document.apply(edit)
    left = {(found.rule, found.subject, found.text) for found in checker.findings(document.plan)}
    assert (finding.rule, finding.subject, finding.text) not in left
    document.apply(undo)
    assert document.plan == case.broken
    assert checker.findings(document.plan) == before


@pytest.mark.parametrize("rule", sorted(set(CASES) - FIXED))
def test_other_findings_offer_no_fix_that_would_be_a_guess(
    catalog: Catalog, rules: RuleBook, rule: str
) -> None:
    case = CASES[rule]
    assert all(f.fix is None for f in of_rule(rule, findings(catalog, rules, case.broken, case.day)))


def test_what_a_source_calls_uncertain_blocks_nothing(rules: RuleBook) -> None:
    assert [
        rule.id for rule in rules.values() if not rule.certain and rule.severity is Severity.BLOCKER
    ] == []


def test_every_rule_has_words_a_source_and_a_day(rules: RuleBook) -> None:
    for rule in rules.values():
        assert rule.title
        assert rule.why
        assert rule.instead
        assert rule.sources
        assert rule.checked <= TODAY
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(rule.why))


def test_a_poor_fit_is_not_replaced_by_another_poor_fit(catalog: Catalog, rules: RuleBook) -> None:
    novel = plan(channel("xiaohongshu"), book=Book(id="book", genre="historical-fiction", language="en"))
    poor = of_rule("poor-fit", findings(catalog, rules, novel))
    assert [finding.fix for finding in poor] == [None]
    assert "WeChat" in poor[0].instead


def test_the_worst_comes_first(catalog: Catalog, rules: RuleBook) -> None:
    order = list(Severity)
    for case in CASES.values():
        ranks = [order.index(finding.severity) for finding in findings(catalog, rules, case.broken)]
        assert ranks == sorted(ranks)
