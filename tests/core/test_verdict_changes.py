"""What a plan rested on when it was saved is held against the catalog when it is opened."""

from dataclasses import replace

from planner.core.catalog import Catalog
from planner.core.facts import VerdictKind
from planner.core.plan import Author, Book, Channel, Phase, Plan
from planner.core.verdict_changes import changes_since, rests_on


def plan_with(platform: str, *options: str) -> Plan:
    channel = Channel(id="c", platform=platform, tracking=options)
    phases = (Phase(id="p", channels=(channel,)),)
    return Plan(id="plan", book=Book(id="b"), author=Author(id="a"), phases=phases)


def test_nothing_is_said_while_nothing_changes(catalog: Catalog) -> None:
    plan = plan_with("tiktok", "smart-link", "native-analytics", "an-option-of-the-future")
    saved = rests_on(plan, catalog)
    assert saved == {"tiktok.smart-link": "limited", "tiktok.native-analytics": "available"}
    assert changes_since(saved, plan, catalog) == ""


def test_a_changed_fact_is_named_on_reopening(catalog: Catalog) -> None:
    plan = plan_with("tiktok", "smart-link")
    saved = rests_on(plan, catalog)
    tiktok = catalog.platforms["tiktok"]
    facts = tuple(
        replace(fact, verdict=VerdictKind.IMPOSSIBLE) if fact.option == "smart-link" else fact
        for fact in tiktok.tracking
    )
    changed = replace(catalog, platforms={**catalog.platforms, "tiktok": replace(tiktok, tracking=facts)})
    said = changes_since(saved, plan, changed)
    assert "1 verdict has changed: Smart link on TikTok was limited and is impossible." in said


def test_a_platform_that_is_gone_from_the_catalog_is_no_change(catalog: Catalog) -> None:
    plan = plan_with("tiktok", "smart-link")
    rest = {id: platform for id, platform in catalog.platforms.items() if id != "tiktok"}
    assert changes_since(rests_on(plan, catalog), plan, replace(catalog, platforms=rest)) == ""
