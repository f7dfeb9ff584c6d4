"""What is known of no one platform grows old too, and so does what the whole plan rests on."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.plan import Activity, Book, Plan, Recheck
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind
from tests.core.build import account, channel, findings, link, plan

THEN = date(2030, 1, 1)
TAGGED = "https://www.amazon.com/dp/B0EXAMPLE1?tag=me-20"
UNLABELLED = plan(
    channel("instagram", link("post", target=TAGGED), copy="A post.", disclosure="ad", region="JP")
)
MAILED = plan(
    channel("email-newsletter", link("broadcast", target=TAGGED), disclosure="ad"),
    accounts=(account("email-newsletter", opt_in=True, mail_service="mailerlite"),),
)
UNSAID = plan(
    channel("email-newsletter", activities=(Activity(id="work", kind=ActivityKind.SEND),)),
    book=Book(id="book", markets=("US",)),
)
NO_GATEWAY = plan(book=Book(id="book", language="zh", markets=("CN",)))
EXAMPLES = [
    (UNLABELLED, "label-missing", "hidden advertising is barred in Japan"),
    (MAILED, "mail-service-bars-affiliates", "MailerLite bans affiliate marketing"),
    (UNSAID, "sending-condition-not-known", ""),
    (NO_GATEWAY, "market-without-gateway", ""),
]


def old(catalog: Catalog, rules: RuleBook, made: Plan, today: date = THEN) -> list[Finding]:
    """The tips to check something again, but for the one on what the author's own list rests on."""
    found = findings(catalog, rules, made, today)
    return [each for each in found if each.rule == "stale-fact" and each.subject != "own"]


def noted(made: Plan, tips: list[Finding]) -> Document:
    """The plan in which the author has noted that all of it was checked."""
    document = Document(made)
    for tip in tips:
        assert tip.fix
        document.apply(tip.fix.edit(document.tree, tip.subject))
    return document


@pytest.mark.parametrize(("made", "rule", "said"), EXAMPLES)
def test_what_decides_grows_old_until_it_is_looked_up(
    catalog: Catalog, rules: RuleBook, made: Plan, rule: str, said: str
) -> None:
    sources = [each.source for each in findings(catalog, rules, made, THEN) if each.rule == rule]
    decided = [known for each in sources for known in each.known]
    tips = old(catalog, rules, made)
    told = " ".join(f"{tip.text} {tip.instead} {tip.source}" for tip in tips)
    assert said in told
    assert "Check it again" in told
    assert decided
    assert all(getattr(known, "text", "") in told for known in decided)
    kept = Checker(catalog, rules, THEN)
    assert kept.findings(made) == findings(catalog, rules, made, THEN)
    document = noted(made, tips)
    assert kept.findings(document.plan) == findings(catalog, rules, document.plan, THEN)
    assert old(catalog, rules, document.plan) == []
    assert rule in {each.rule for each in kept.findings(document.plan)}
    later = date(2031, 7, 2)
    assert [tip.text for tip in old(catalog, rules, document.plan, later)] == [tip.text for tip in tips]


@pytest.mark.parametrize(("made", "rule", "said"), EXAMPLES)
def test_what_decides_is_fresh_until_its_shelf_life_is_over(
    catalog: Catalog, rules: RuleBook, made: Plan, rule: str, said: str
) -> None:
    fresh = old(catalog, rules, made, date(2028, 5, 22))
    assert not said or not any(said in tip.text for tip in fresh)
    assert len(old(catalog, rules, made, date(2028, 5, 23))) > 0


def test_the_whole_plan_is_told_of_once_and_noted_by_platform(catalog: Catalog, rules: RuleBook) -> None:
    (tip,) = old(catalog, rules, NO_GATEWAY)
    assert tip.subject == "plan"
    assert tip.where == "Plan"
    assert tip.text.startswith("What the plan, or the advice on it, rests on as a whole dates from ")
    assert {note.platform for note in noted(NO_GATEWAY, [tip]).plan.rechecks} == {"wechat"}


def test_a_law_has_a_shelf_life_of_its_own(catalog: Catalog, rules: RuleBook) -> None:
    law = replace(catalog.ad_labels["JP"], shelf_months=120)
    lasting = replace(catalog, ad_labels={**catalog.ad_labels, "JP": law})
    assert not any(law.text in tip.text for tip in old(lasting, rules, UNLABELLED))
    assert any(law.text in tip.text for tip in old(lasting, rules, UNLABELLED, date(2037, 1, 1)))


def test_a_rule_has_a_shelf_life_of_its_own(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("instagram", link("bio", target=TAGGED)))
    rule = rules["affiliate-without-disclosure"]
    assert any(rule.title in tip.text for tip in old(catalog, rules, made))
    lasting = {**rules, rule.id: replace(rule, shelf_months=120)}
    assert not any(rule.title in tip.text for tip in old(catalog, lasting, made))


@pytest.mark.parametrize("platform", ["", "tiktok"])
def test_a_note_of_a_law_holds_wherever_it_was_made(catalog: Catalog, rules: RuleBook, platform: str) -> None:
    text = catalog.ad_labels["JP"].text
    note = Recheck(id="note", platform=platform, on=THEN, facts=(text,))
    tips = old(catalog, rules, replace(UNLABELLED, rechecks=(note,)))
    assert not any(text in tip.text for tip in tips)


def test_a_note_of_everything_settles_no_law(catalog: Catalog, rules: RuleBook) -> None:
    notes = tuple(Recheck(id=f"note-{id}", platform=id, on=THEN) for id in ("", "instagram"))
    (tip,) = old(catalog, rules, replace(UNLABELLED, rechecks=notes))
    assert catalog.ad_labels["JP"].text in tip.text


def test_all_that_a_note_would_name_is_said(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(channel("tiktok", link("bio", "smart-link")))
    (tip,) = old(catalog, rules, made)
    (note,) = noted(made, [tip]).plan.rechecks
    assert len(note.facts) > 2
    assert all(fact in tip.text for fact in note.facts)
