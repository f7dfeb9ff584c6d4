"""Every rule can be broken and kept, says why, and is cleared by its fix where it has one."""

from dataclasses import replace
from datetime import date
from string import Formatter

import pytest

from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.fixes import offered
from planner.core.plan import Activity, Book, Channel, Link
from planner.core.rules import SERIOUS, RuleBook, Severity, in_doubt
from planner.core.tree import Tree
from planner.core.vocabulary import State
from tests.core.build import channel, findings, plan
from tests.core.rule_cases import BROKEN, KEPT, Case, named

DAY = date(2026, 11, 22)
ASPECTS = ("overview", "tracking", "links", "copy", "activities")
FIXED_WHERE_WORDS_TELL = {"soft-opt-in-misused", "kdp-select-renews"}
NOT_WITH_A_PAGE = {"promotion-before-book", "pixel-on-retailer"}
FIXED = {
    *("option-impossible", "option-forbidden", "option-not-yet", "option-unknown", "links-blocked"),
    *(
        "placement-not-clickable",
        "placement-named-otherwise",
        "placement-not-served",
        "utm-untidy",
        "copy-removed",
        "copy-sales-words",
        "address-in-dead-text",
        "poor-fit",
    ),
    *(
        "promotion-before-book",
        "preorder-aim-too-late",
        "activity-after-phase",
        "exception-is-experiment",
        "goal-not-measurable",
    ),
    *("promotion-perhaps-before-book", "ends-before-it-begins", "utm-medium-unusual"),
    *("review-for-pay", "list-brought-in", "conduct", "conduct-unwise"),
    *("forbidden-workaround", "kdp-select-offered-here"),
    *(
        "market-without-gateway",
        "no-owned-channel",
        "sends-on-one-day",
        "stale-fact",
        "utm-incomplete",
        "utm-on-retailer",
        "label-missing",
        "send-in-quiet-hours",
    ),
    *("link-used-twice", "utm-personal", "link-two-queries", "goal-not-measured"),
    *(
        "link-hides-a-sign",
        "link-with-a-name",
        "utm-behind-fragment",
        "utm-given-twice",
        "option-perhaps-ruled-out",
        "link-no-address",
        "brief-word-unknown",
        "utm-written-two-ways",
        "approval-not-planned",
        "approval-not-known",
        "skipped-and-used",
    ),
}


@pytest.mark.parametrize("hours", [None, 4])
def test_what_the_plan_itself_says_was_looked_up_by_nobody(
    catalog: Catalog, rules: RuleBook, hours: float | None
) -> None:
    made = plan(channel("xiaohongshu", hours=5), hours_a_week=hours)
    sources = {finding.rule: finding.source for finding in Checker(catalog, rules, DAY).findings(made)}
    assert ("hours-over" in sources) == bool(hours)
    for rule, source in sources.items():
        assert ("Checked" in source) == (rule != "hours-over")


def test_no_rule_that_goes_by_the_plan_alone_tells_of_a_look(rules: RuleBook) -> None:
    for rule in rules.values():
        for source in rule.sources:
            assert source.of_plan == source.title.startswith(("The brief", "The plan"))


def of_rule(rule: str, found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.rule == rule]


def test_every_rule_has_plans_that_break_it_and_that_keep_it(rules: RuleBook) -> None:
    assert {case.rule for case in BROKEN} == {case.rule for case in KEPT} == set(rules)


@pytest.mark.parametrize("case", BROKEN, ids=named(BROKEN))
def test_a_broken_rule_says_what_where_why_and_who_says_so(
    catalog: Catalog, rules: RuleBook, case: Case
) -> None:
    made, today = case.example
    broken = of_rule(case.rule, findings(catalog, rules, made, today))
    assert broken
    for finding in broken:
        rule = rules[case.rule]
        assert finding.broken is (in_doubt(rule) if finding.hit.doubtful else rule)
        assert finding.text.endswith((".", "!", "?"))
        assert finding.instead.endswith((".", "!", "?"))
        assert finding.source.startswith("Source: ")
        assert finding.text.startswith(finding.gist)
        assert finding.gist.endswith((".", "!", "?"))
        assert finding.gist.count("“") == finding.gist.count("”")
        for text in (finding.text, finding.instead, finding.source, finding.where):
            assert text
            assert not any(bad in text for bad in ("{", "}", "  ", "None"))
        assert finding.aspect in ASPECTS
        assert Tree.of(made).has(finding.subject)


@pytest.mark.parametrize("case", BROKEN, ids=named(BROKEN))
def test_it_is_told_whatever_else_stands_before_it(catalog: Catalog, rules: RuleBook, case: Case) -> None:
    made, today = case.example
    lanes = (
        replace(phase, channels=tuple(with_more_before(each, case.rule) for each in phase.channels))
        for phase in made.phases
    )
    more = replace(made, phases=tuple(lanes))
    told = {(each.subject, each.text) for each in of_rule(case.rule, findings(catalog, rules, made, today))}
    assert told <= {(each.subject, each.text) for each in findings(catalog, rules, more, today)}


def with_more_before(lane: Channel, rule: str) -> Channel:
    """A channel whose first link and first work are plain, where it has any."""
    page = Link(id="page", label="A page", target="https://author.example/page")
    works = (Activity(id="done", title="Answer readers", state=State.DONE), Activity(id="do", title="Answer"))
    return replace(
        lane,
        links=(page, *lane.links) if lane.links and rule not in NOT_WITH_A_PAGE else lane.links,
        activities=(*works, *lane.activities) if lane.activities else (),
    )


@pytest.mark.parametrize("case", KEPT, ids=named(KEPT))
def test_a_rule_that_is_kept_is_not_mentioned(catalog: Catalog, rules: RuleBook, case: Case) -> None:
    assert of_rule(case.rule, findings(catalog, rules, *case.example)) == []


@pytest.mark.parametrize("case", BROKEN, ids=named(BROKEN))
def test_a_fix_clears_its_finding_and_undo_brings_it_back(
    catalog: Catalog, rules: RuleBook, case: Case
) -> None:
    made, today = case.example
    checker = Checker(catalog, rules, today)
    before = checker.findings(made)
    for finding in of_rule(case.rule, before):
        assert case.rule in FIXED_WHERE_WORDS_TELL or (finding.fix is not None) is (case.rule in FIXED)
        for fix in offered(finding.fixes, Tree.of(made), finding.subject):
            assert fix.label
            document = Document(made)
            edit = fix.edit(document.tree, finding.subject)
            assert edit.label
            undo: Edit = document.apply(edit)
            left = {(found.rule, found.subject, found.text) for found in checker.findings(document.plan)}
            assert (finding.rule, finding.subject, finding.text) not in left
            document.apply(undo)
            assert document.plan == made
            assert checker.findings(document.plan) == before


def test_what_a_source_calls_uncertain_is_a_warning_at_most(rules: RuleBook) -> None:
    assert [rule.id for rule in rules.values() if not rule.certain and rule.severity in SERIOUS] == []


def test_every_serious_rule_is_broken_beyond_doubt_by_an_example(catalog: Catalog, rules: RuleBook) -> None:
    told = {
        finding.rule
        for case in BROKEN
        for finding in of_rule(case.rule, findings(catalog, rules, *case.example))
        if finding.severity in SERIOUS
    }
    assert told == {rule.id for rule in rules.values() if rule.severity in SERIOUS}


def test_every_rule_has_words_a_source_and_a_day(rules: RuleBook) -> None:
    for rule in rules.values():
        assert rule.title
        assert rule.why
        assert rule.instead
        assert rule.sources
        assert rule.checked <= date.today()
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(rule.why))


def test_a_poor_fit_is_not_replaced_by_another_poor_fit(catalog: Catalog, rules: RuleBook) -> None:
    novel = plan(channel("xiaohongshu"), book=Book(id="book", genre="historical-fiction", language="en"))
    poor = of_rule("poor-fit", findings(catalog, rules, novel))
    assert [finding.fix for finding in poor] == [None]
    assert "WeChat" in poor[0].instead


def test_the_worst_comes_first(catalog: Catalog, rules: RuleBook) -> None:
    order = list(Severity)
    for case in BROKEN:
        ranks = [order.index(finding.severity) for finding in findings(catalog, rules, *case.example)]
        assert ranks == sorted(ranks)
