"""What the checks of copy report: each kind once, at all its places, with a fix that takes all out."""

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Activity, Channel
from planner.core.rules import RuleBook
from planner.core.vocabulary import State
from tests.core.build import channel, findings, plan

COPY_RULES = {"copy-removed", "copy-sales-words", "forbidden-workaround"}


def found(catalog: Catalog, rules: RuleBook, platform: str, copy: str) -> list[Finding]:
    """What is reported of a text."""
    made = plan(channel(platform, copy=copy))
    return [each for each in findings(catalog, rules, made) if each.rule in COPY_RULES]


def mended(finding: Finding, platform: str, copy: str) -> tuple[str, str]:
    """What undo will say, and the text that the fix leaves."""
    document = Document(plan(channel(platform, copy=copy)))
    assert finding.fix
    edit = finding.fix.edit(document.tree, finding.subject)
    document.apply(edit)
    return edit.label, document.tree.get("channel", Channel).copy


def test_one_kind_is_one_finding_with_all_its_places(catalog: Catalog, rules: RuleBook) -> None:
    text = "On Amazon, then A m a z o n; then 某宝."
    (finding,) = found(catalog, rules, "xiaohongshu", text)
    assert finding.rule == "copy-removed"
    assert (finding.subject, finding.aspect) == ("channel", "copy")
    assert [text[slice(*span)] for span in finding.spans] == ["Amazon", "A m a z o n", "某宝"]
    assert "the name of another app or shop, which Xiaohongshu removes or punishes: “Amazon”" in finding.text
    assert finding.source.startswith("Source: ")
    assert finding.fix
    assert finding.fix.label == "Take out all 3"
    undo, left = mended(finding, "xiaohongshu", text)
    assert undo == "Take out the name of another app or shop"
    assert left == "On, then; then."


@pytest.mark.parametrize(
    ("platform", "copy", "rule", "what"),
    [
        ("xiaohongshu", "See annavale.com", "copy-removed", "a web address"),
        ("xiaohongshu", "a@annavale.com", "copy-removed", "an e-mail address"),
        ("xiaohongshu", "+44 20 7946 0958", "copy-removed", "a phone number"),
        ("xiaohongshu", "vx: anna7", "copy-removed", "a messenger contact"),
        ("xiaohongshu", "扫码", "copy-removed", "a mention of a QR code"),
        ("xiaohongshu", "code: SALT", "copy-removed", "a promotion code"),
        ("amazon-author", "$5", "copy-removed", "a price"),
        ("amazon-author", "Buy now", "copy-sales-words", "words"),
        ("xiaohongshu", "link in bio", "forbidden-workaround", "words"),
    ],
)
def test_each_kind_has_its_rule_and_words(
    catalog: Catalog, rules: RuleBook, platform: str, copy: str, rule: str, what: str
) -> None:
    (finding,) = found(catalog, rules, platform, copy)
    assert finding.rule == rule
    assert finding.fix
    assert finding.fix.label == f"Take out {what}"


@pytest.mark.parametrize(
    ("copy", "left"),
    [
        ("See it on Amazon", "See it on"),
        ("Not on:Amazon, but here", "Not on:, but here"),
        ("On Amazon's own page", "On 's own page"),
        ("Amazon and then here", " and then here"),
    ],
)
def test_no_other_sign_goes_with_what_is_taken_out_but_the_blank_before_it(
    catalog: Catalog, rules: RuleBook, copy: str, left: str
) -> None:
    (finding,) = found(catalog, rules, "xiaohongshu", copy)
    assert mended(finding, "xiaohongshu", copy)[1] == left


def test_different_kinds_are_different_findings_in_the_order_of_the_text(
    catalog: Catalog, rules: RuleBook
) -> None:
    kinds = found(catalog, rules, "xiaohongshu", "扫码, then annavale.com, then 扫码")
    assert [len(each.spans) for each in kinds] == [2, 1]


def test_what_is_found_is_quoted_no_longer_than_a_line(catalog: Catalog, rules: RuleBook) -> None:
    address = "https://annavale.com/" + "x" * 60
    (finding,) = found(catalog, rules, "xiaohongshu", address)
    assert f"“{address[:40]}”" in finding.text


@pytest.mark.parametrize(("platform", "copy"), [("instagram", "See annavale.com"), ("xiaohongshu", "")])
def test_where_nothing_is_removed_nothing_is_reported(
    catalog: Catalog, rules: RuleBook, platform: str, copy: str
) -> None:
    assert found(catalog, rules, platform, copy) == []


def test_no_advice_of_a_copy_check_is_a_workaround(catalog: Catalog, rules: RuleBook) -> None:
    rule = catalog.platforms["xiaohongshu"].copy
    assert rule is not None
    advice = " ".join(rules[id].instead for id in COPY_RULES).casefold()
    assert [phrase for phrase in rule.phrases if phrase.casefold() in advice] == []


@pytest.mark.parametrize(
    ("platform", "title", "notes", "state", "reported"),
    [
        ("xiaohongshu", "Reply: search for my title", "", State.TO_DO, 1),
        ("xiaohongshu", "Reply", "say “link in bio” and 搜索书名", State.TO_DO, 1),
        ("xiaohongshu", "Reply: search for my title", "", State.DROPPED, 0),
        ("xiaohongshu", "Write the post", "", State.TO_DO, 0),
        ("amazon-author", "Plan the new release", "", State.TO_DO, 0),
        ("instagram", "Put the link in bio", "", State.TO_DO, 0),
    ],
)
def test_work_that_plans_a_workaround_is_told(
    catalog: Catalog, rules: RuleBook, platform: str, title: str, notes: str, state: State, reported: int
) -> None:
    work = Activity(id="work", title=title, notes=notes, state=state)
    made = plan(channel(platform, activities=(work,)))
    told = [each for each in findings(catalog, rules, made) if each.rule == "forbidden-workaround"]
    assert len(told) == reported
    assert {(each.subject, each.aspect) for each in told} <= {("work", "activities")}
