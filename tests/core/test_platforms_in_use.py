"""A platform that stands in the phase already is not put there again in another one's place."""

from dataclasses import replace

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Book, Channel, Plan
from planner.core.rules import RuleBook
from planner.core.tree import Tree
from planner.core.vocabulary import Aim
from tests.core.build import TODAY, channel, plan

BUSINESS = Book(id="book", genre="business", markets=("US",))
POOR = channel("tiktok", id="poor")


def told(checker: Checker, made: Plan, rule: str) -> tuple[list[str], str]:
    """The buttons of the one finding of a rule, and what it says to do instead."""
    (found,) = (finding for finding in checker.findings(made) if finding.rule == rule)
    return [fix.label for fix in found.fixes], found.instead


def test_of_what_could_take_over_the_first_that_is_not_there_yet_is_offered(
    catalog: Catalog, rules: RuleBook
) -> None:
    document = Document(plan(POOR, book=BUSINESS))
    checker = Checker(catalog, rules, TODAY)
    alone = told(checker, document.plan, "poor-fit")
    assert alone[0] == ["Replace with Instagram"]
    assert "already" not in alone[1]

    first = document.apply(edits.add(document.tree, "phase", channel("instagram", id="one"), "Add"))
    labels, instead = told(checker, document.plan, "poor-fit")
    assert labels == ["Replace with YouTube"]
    assert "Instagram stands in this phase already." in instead

    second = document.apply(edits.add(document.tree, "phase", channel("youtube", id="two"), "Add"))
    labels, instead = told(checker, document.plan, "poor-fit")
    assert labels == []
    assert "Instagram and YouTube stand in this phase already." in instead

    document.apply(second)
    document.apply(first)
    assert told(checker, document.plan, "poor-fit") == alone


def test_a_platform_of_another_phase_may_be_used_in_this_one_too(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(POOR, book=BUSINESS)
    later = replace(made.phases[0], id="later", channels=(channel("instagram", id="one"),))
    labels, _ = told(Checker(catalog, rules, TODAY), replace(made, phases=(*made.phases, later)), "poor-fit")
    assert labels == ["Replace with Instagram"]


def test_an_aim_that_cannot_be_measured_names_no_platform_twice(catalog: Catalog, rules: RuleBook) -> None:
    checker = Checker(catalog, rules, TODAY)
    chinese = Book(id="book", genre="history", language="zh", markets=("CN",))
    closed = channel("xiaohongshu", aim=Aim.SALES)
    labels, instead = told(checker, plan(closed, book=chinese), "goal-not-measurable")
    assert any(label.startswith("Replace with WeChat") for label in labels)
    assert "already" not in instead
    labels, instead = told(
        checker, plan(closed, channel("wechat", id="one"), book=chinese), "goal-not-measurable"
    )
    assert not any("WeChat" in label for label in labels)
    assert "WeChat stands in this phase already." in instead


def replacing(found: tuple[Finding, ...]) -> list[Finding]:
    """The findings that offer another platform in the channel's place."""
    return [each for each in found if any(fix.label.startswith("Replace") for fix in each.fixes)]


def test_a_button_pressed_late_puts_no_platform_beside_itself(catalog: Catalog, rules: RuleBook) -> None:
    closed: Channel = channel("xiaohongshu", tracking=("utm",))
    made = plan(closed, book=Book(id="book", genre="history", language="zh", markets=("CN",)))
    found = replacing(Checker(catalog, rules, TODAY).findings(made))
    assert found
    phase = made.phases[0]
    other = replace(phase, channels=(*phase.channels, channel("wechat", id="one")))
    now = Tree.of(replace(made, phases=(other,)))
    for finding in found:
        for fix in finding.fixes:
            if fix.label.startswith("Replace"):
                assert fix.edit(Tree.of(made), finding.subject)
                assert not fix.edit(now, finding.subject)
