"""One campaign is written in one way over the whole plan."""

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Link, Plan
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, link, plan

RULE = "utm-written-two-ways"


def links(*campaigns: str) -> Plan:
    """A plan with a channel for each campaign."""
    made = (link("bio", id=f"link{n}", utm_campaign=campaign) for n, campaign in enumerate(campaigns))
    return plan(*(channel("instagram", each, id=f"channel{n}") for n, each in enumerate(made)))


def told(catalog: Catalog, rules: RuleBook, made: Plan) -> list[Finding]:
    return [finding for finding in findings(catalog, rules, made) if finding.rule == RULE]


@pytest.mark.parametrize(
    ("campaigns", "at"),
    [
        (("salt-road", "salt_road"), ["link1"]),
        (("salt_road", "salt-road", "salt-road"), ["link0"]),
        (("saltroad", "salt-road", "salt_road", "salt_road", "salt-road"), ["link0", "link2"]),
        (("salt-road", "Salt Road"), []),
        (("salt-road", "salt-road-2"), []),
        (("2026-1-11", "2026-11-1"), []),
        (("issue-2026-11", "issue_2026_11"), ["link1"]),
        (("", ""), []),
    ],
)
def test_the_rarer_way_is_told_where_it_stands_first(
    catalog: Catalog, rules: RuleBook, campaigns: tuple[str, ...], at: list[str]
) -> None:
    assert [finding.subject for finding in told(catalog, rules, links(*campaigns))] == at


def test_it_says_how_many_links_have_it_and_what_is_usual(catalog: Catalog, rules: RuleBook) -> None:
    (finding,) = told(catalog, rules, links("salt_road", "salt-road", "salt_road", *["salt-road"] * 2))
    assert finding.text == (
        "utm_campaign is “salt_road” in 2 links, and elsewhere in the plan it is “salt-road”. "
        "Statistics count them as two."
    )


def test_the_fix_writes_the_usual_way_in_fields_and_in_targets(catalog: Catalog, rules: RuleBook) -> None:
    target = "https://author.example/?utm_campaign=Salt_Road&a=1"
    pasted = channel("x", link("post", id="pasted", target=target), id="other")
    made = plan(*links("salt-road", "salt-road", "salt_road", "other").phases[0].channels[:-1], pasted)
    (finding,) = told(catalog, rules, made)
    assert finding.fix
    document = Document(made)
    document.apply(finding.fix.edit(document.tree, finding.subject))
    after = [document.tree.get(f"link{n}", Link).utm_campaign for n in range(4)]
    assert after == ["salt-road", "salt-road", "salt-road", "other"]
    assert document.tree.get("pasted", Link).target == "https://author.example/?a=1&utm_campaign=salt-road"
    assert told(catalog, rules, document.plan) == []
