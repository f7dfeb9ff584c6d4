"""The plans that ship with the program open, hold no calendar dates, and the sample shows the checks."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

import pytest

from planner.core.checks.checker import Checker
from planner.core.findings import Finding
from planner.core.plan import Channel, Node, Plan
from planner.core.rules import Severity
from planner.core.situation import Situation
from planner.core.tree import Tree, walk
from planner.core.verdicts import judge
from planner.storage import format as plan_format
from planner.storage.catalog_files import load_catalog
from planner.storage.plan_file import open_plan
from planner.storage.rule_files import load_rules
from planner.storage.templates import BLANK, SAMPLE, list_templates, new_plan, shipped, template_path

TODAY = date(2026, 11, 22)
TEMPLATES = [template.id for template in list_templates()]
FILLED = [id for id in TEMPLATES if id != BLANK]
CATALOG = load_catalog()

SHOWN_BY_THE_SAMPLE = {
    "activity-after-phase",
    "activity-too-late",
    "affiliate-without-disclosure",
    "budget-over",
    "condition-not-known",
    "condition-not-met",
    "copy-removed",
    "forbidden-workaround",
    "goal-not-measurable",
    "hours-over",
    "link-used-twice",
    "link-without-destination",
    "links-blocked",
    "option-impossible",
    "option-not-yet",
    "poor-fit",
    "promotion-before-book",
    "utm-on-retailer",
    "utm-untidy",
    "weeks-crowded",
}


def findings(plan: Plan) -> tuple[Finding, ...]:
    return Checker(CATALOG, load_rules(), TODAY).findings(plan)


def channels(plan: Plan) -> Iterator[Channel]:
    return (channel for phase in plan.phases for channel in phase.channels)


def dates_in(node: Node) -> list[str]:
    values = ((field.name, getattr(node, field.name)) for field in fields(node))
    return [f"{node.id}.{name}" for name, value in values if isinstance(value, date)]


@pytest.mark.parametrize("id", [*TEMPLATES, SAMPLE])
def test_it_opens_and_saves_back_to_the_same_bytes(id: str) -> None:
    data = template_path(id).read_bytes()
    opened = plan_format.read(data, id)
    assert opened.notices == ()
    written = plan_format.write(opened.plan, opened.rests_on, opened.beside)
    assert _without_version(written) == _without_version(data)


def _without_version(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if not line.startswith(b' "written_by"')]


@pytest.mark.parametrize("id", [*FILLED, SAMPLE])
def test_every_name_in_it_is_known_to_the_catalog(id: str) -> None:
    plan = open_plan(template_path(id)).plan
    people = {person.id for person in plan.people}
    for channel in channels(plan):
        assert channel.platform in CATALOG.platforms
        assert set(channel.tracking) <= set(CATALOG.options)
        assert {channel.owner, *(activity.owner for activity in channel.activities)} <= people | {""}
        for link in channel.links:
            assert link.placement in CATALOG.placements
            assert link.owner in people | {""}
    assert {skipped.platform for skipped in plan.skipped} <= set(CATALOG.platforms)
    assert {account.platform for account in plan.accounts} <= set(CATALOG.platforms)


@pytest.mark.parametrize("id", TEMPLATES)
def test_a_template_has_no_calendar_date_and_no_facts_of_a_book(id: str) -> None:
    plan = open_plan(template_path(id)).plan
    assert [place for node in walk(plan) for place in dates_in(node)] == []
    book = plan.book
    assert (book.title, book.genre, book.editions, book.comps, plan.accounts) == ("", "", (), (), ())
    assert all(goal.target is None for goal in plan.goals)


@pytest.mark.parametrize("id", TEMPLATES)
def test_a_template_begins_with_nothing_worse_than_a_hint(id: str) -> None:
    serious = [
        found for found in findings(new_plan(id)) if found.severity in (Severity.BLOCKER, Severity.ERROR)
    ]
    assert serious == []


@pytest.mark.parametrize("id", FILLED)
def test_a_template_is_all_work_with_a_day_inside_its_phase(id: str) -> None:
    for phase in open_plan(template_path(id)).plan.phases:
        assert isinstance(phase.starts, int)
        assert isinstance(phase.ends, int)
        for channel in phase.channels:
            assert channel.activities
            for activity in channel.activities:
                assert isinstance(activity.due, int)
                assert phase.starts <= activity.due <= phase.ends, activity.title


@pytest.mark.parametrize("id", FILLED)
def test_a_template_switches_nothing_on_that_is_grey(id: str) -> None:
    plan = new_plan(id)
    for channel in channels(plan):
        platform = CATALOG.platforms[channel.platform]
        for option in channel.tracking:
            assert judge(CATALOG, platform, option, Situation(None, plan.book)).usable, (platform.id, option)


def test_the_sample_shows_what_the_checks_are_for() -> None:
    found = findings(new_plan(SAMPLE))
    assert {finding.rule for finding in found} >= SHOWN_BY_THE_SAMPLE
    assert {finding.severity for finding in found} == set(Severity)


def test_the_sample_is_told_why_not_xiaohongshu() -> None:
    plan = open_plan(template_path(SAMPLE)).plan
    channel = Tree.of(plan).get("xiaohongshu", Channel)
    here = [f for f in findings(plan) if f.where.startswith(CATALOG.platforms[channel.platform].full_name)]
    blockers = {finding.rule for finding in here if finding.severity is Severity.BLOCKER}
    assert {"links-blocked", "option-impossible"} <= blockers
    assert any("微信" in finding.text for finding in here if finding.rule == "copy-removed")
    poor = next(finding for finding in here if finding.rule == "poor-fit")
    assert "WeChat" in poor.text + poor.instead


def test_most_of_the_sample_is_clean() -> None:
    plan = open_plan(template_path(SAMPLE)).plan
    tips_apart = {finding.where for finding in findings(plan) if finding.severity is not Severity.TIP}
    assert len(tips_apart) <= len(list(channels(plan))) * 2 // 3


@pytest.mark.parametrize("template", [SAMPLE, *TEMPLATES])
def test_building_without_checks_gives_what_the_plan_file_says(template: str) -> None:
    assert shipped(template) == open_plan(template_path(template)).plan
