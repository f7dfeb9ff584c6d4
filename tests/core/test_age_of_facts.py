"""How old a fact is: by its source's own date, to the day or the year, else by when it was checked."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.document import Document
from planner.core.facts import Fact, Limit
from planner.core.findings import Finding
from planner.core.freshness import fact_day
from planner.core.plan import Activity, Plan, Recheck
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind
from tests.core.build import account, channel, findings, link, plan

CHECKED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("", CHECKED),
        ("2026-08-01", date(2026, 8, 1)),
        ("2026-08", date(2026, 8, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025", date(2025, 12, 31)),
        ("August 2024", CHECKED),
        ("2021-2024", CHECKED),
        ("long ago", CHECKED),
        ("0000", CHECKED),
    ],
)
def test_the_last_day_on_which_a_fact_is_known_to_have_held(as_of: str, day: date) -> None:
    assert fact_day(Fact(text="So it is.", source=("a",), as_of=as_of), CHECKED) == day


def test_a_fact_that_was_looked_at_by_itself_has_its_own_day() -> None:
    own = Fact(text="So it is.", source=("a",), checked=date(2026, 11, 25))
    assert fact_day(own, CHECKED) == date(2026, 11, 25)


def test_a_button_notes_that_the_facts_were_looked_up(catalog: Catalog, rules: RuleBook) -> None:
    made, today = plan(channel("tiktok")), date(2030, 1, 1)
    stale = next(f for f in findings(catalog, rules, made, today) if f.rule == "stale-fact")
    assert stale.fix is not None
    assert stale.fix.label == "I checked it today"
    document = Document(made)
    edit = stale.fix.edit(document.tree, stale.subject)
    assert edit.label == "Note that I checked TikTok"
    document.apply(edit)
    (note,) = document.plan.rechecks
    assert isinstance(note, Recheck)
    assert (note.platform, note.on, note.note) == ("tiktok", today, "")


@pytest.mark.parametrize(
    ("platform", "on", "told"),
    [
        ("tiktok", date(2030, 1, 2), "TikTok on 2 January 2030"),
        ("", date(2030, 1, 2), "it on 2 January 2030"),
        ("tiktok", date(2030, 1, 1), ""),
        ("tiktok", None, ""),
    ],
)
def test_a_note_of_a_day_to_come_is_told_and_does_not_count(
    catalog: Catalog, rules: RuleBook, platform: str, on: date | None, told: str
) -> None:
    made = plan(channel("tiktok"), rechecks=(Recheck(id="note", platform=platform, on=on),))
    found = {each.rule: each for each in findings(catalog, rules, made, date(2030, 1, 1))}
    assert ("recheck-in-future" in found) is bool(told)
    if told:
        assert f"you checked {told}, which is still to come" in found["recheck-in-future"].text
        assert "stale-fact" in found


@pytest.mark.parametrize(("region", "told"), [("RU", True), ("US", False), ("", False)])
def test_a_dispute_about_a_market_is_told_to_those_who_aim_at_it(
    catalog: Catalog, rules: RuleBook, region: str, told: bool
) -> None:
    made = plan(channel("telegram", link("post"), region=region))
    found = [f for f in findings(catalog, rules, made) if f.rule == "disputed-fact" and "Russia" in f.text]
    assert bool(found) is told
    for finding in found:
        assert " On the other side: " in finding.text
        assert finding.source.endswith("Sources disagree.")


OVER = plan(
    channel(
        "wechat", activities=tuple(Activity(id=f"w{n}", kind=ActivityKind.SEND, due=n) for n in range(5))
    ),
    accounts=(account("wechat", type="service account"),),
    launch=date(2030, 5, 5),
)
EARNING = plan(channel("instagram", link("bio", target="https://www.amazon.com/dp/B0EXAMPLE1?tag=me-20")))


@pytest.mark.parametrize(
    ("made", "rule", "looked_up"),
    [
        (OVER, "sends-over-limit", "A service account can send four broadcasts"),
        (EARNING, "affiliate-without-disclosure", "The rule “"),
    ],
)
def test_what_decides_a_finding_ages_with_it_until_it_is_looked_up(
    catalog: Catalog, rules: RuleBook, made: Plan, rule: str, looked_up: str
) -> None:
    today = date(2030, 1, 1)

    def told(made: Plan) -> dict[str, Finding]:
        return {f.rule: f for f in findings(catalog, rules, made, today) if f.subject in ("channel", "link")}

    found = told(made)
    assert {rule, "stale-fact"} <= set(found)
    fix = found["stale-fact"].fix
    assert fix is not None
    document, kept = Document(made), Checker(catalog, rules, today)
    assert kept.findings(made) == findings(catalog, rules, made, today)
    document.apply(fix.edit(document.tree, "channel"))
    assert any(looked_up in fact for fact in document.plan.rechecks[0].facts)
    assert kept.findings(document.plan) == findings(catalog, rules, document.plan, today)
    assert rule in told(document.plan)
    assert "stale-fact" not in told(document.plan)


def test_a_rule_ages_only_where_it_is_broken(catalog: Catalog, rules: RuleBook) -> None:
    def looked_up(disclosure: str) -> str:
        there = replace(EARNING.channels[0], disclosure=disclosure)
        found = findings(catalog, rules, plan(there), date(2030, 1, 1))
        (fix,) = (f.fix for f in found if f.rule == "stale-fact" and f.subject == "channel")
        document = Document(plan(there))
        assert fix is not None
        document.apply(fix.edit(document.tree, "channel"))
        return " ".join(document.plan.rechecks[0].facts)

    title = rules["affiliate-without-disclosure"].title
    assert title in looked_up("")
    assert title not in looked_up("ad: I earn from these links")


def test_a_fact_without_a_date_has_that_of_its_check(catalog: Catalog, rules: RuleBook) -> None:
    found = findings(catalog, rules, plan(channel("tiktok")), date(2030, 1, 1))
    text = next(f.text for f in found if f.rule == "stale-fact" and f.subject == "channel")
    assert "22 November 2026" in text
    assert "unknown" not in text


def test_an_option_is_rested_on_whether_the_link_has_it_or_the_channel(
    catalog: Catalog, rules: RuleBook
) -> None:
    def told(carried: str, switched_on: tuple[str, ...]) -> list[str]:
        made = plan(channel("facebook-page", link("post", *carried.split()), tracking=switched_on))
        found = [*findings(catalog, rules, made), *findings(catalog, rules, made, date(2030, 1, 1))]
        return [each.text for each in found if each.rule in ("disputed-fact", "stale-fact")]

    assert told("smart-link", ()) == told("", ("smart-link",)) != told("", ())


@pytest.mark.parametrize(("placement", "told"), [("bio", True), ("post", False)])
def test_what_bounds_a_links_placement_ages_too(
    catalog: Catalog, rules: RuleBook, placement: str, told: bool
) -> None:
    tiktok = catalog.platforms["tiktok"]
    limit = Limit(text="One address.", source=("link-boo",), placement="bio", as_of="2019")
    conditions = tuple(replace(each, as_of="2018") for each in tiktok.conditions if each.placement == "bio")
    aged = replace(tiktok, conditions=conditions, limits=(limit,))
    older = replace(catalog, platforms={**catalog.platforms, "tiktok": aged})
    found = findings(older, rules, plan(channel("tiktok", link(placement))))
    stale = [finding.text for finding in found if finding.rule == "stale-fact"]
    assert any("2018 and 2019" in text for text in stale) is told


def test_what_is_old_of_another_platform_is_told_as_that_ones(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(
        channel("tiktok", link("bio", "smart-link"), tracking=("smart-link",)),
        accounts=(account("tiktok", type="personal", followers=400),),
    )
    found = findings(catalog, rules, made, date(2030, 1, 1))
    stale = next(f for f in found if f.rule == "stale-fact" and "for TikTok" in f.text)
    assert "On Instagram: " in stale.text
    assert "On TikTok: " not in stale.text
