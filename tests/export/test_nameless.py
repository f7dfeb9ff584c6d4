"""Phases without a name are called so wherever a document or a check names them."""

from datetime import date
from decimal import Decimal

import pytest

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Phase, Plan
from planner.core.rules import RuleBook
from planner.export.blocks import BarChart, Heading, Table, TimelineChart, head_of, said
from planner.export.calendar import calendar
from planner.export.outline import outline
from planner.export.outline.context import NOTHING, Context
from planner.export.presets import PRESETS
from tests.core.build import channel, findings, plan, work
from tests.export.parts import parts

DAY = date(2027, 1, 5)
LAUNCH = date(2027, 5, 5)


def nameless() -> Plan:
    """A plan with a phase that has days and one that has none, both with money, hours and late work."""
    fields = {"hours": 9.0, "budget": Money(Decimal(90), "USD"), "activities": (work(due=44),)}
    dated = Phase(id="1", starts=-9, ends=9, channels=(channel("tiktok", id="a", **fields),))
    return plan(
        phases=(dated, Phase(id="2", channels=(channel("tiktok", id="b", **fields),))),
        launch=LAUNCH,
        hours_a_week=4,
    )


@pytest.mark.parametrize("preset", PRESETS)
def test_no_phase_without_a_name_is_a_dash_or_nothing(catalog: Catalog, rules: RuleBook, preset: str) -> None:
    for part in parts(outline(nameless(), catalog, rules, DAY, preset)):
        if isinstance(part, Heading):
            assert part.text != NOTHING
        if isinstance(part, BarChart | TimelineChart):
            assert all(bar.label not in {NOTHING, ""} for bar in part.bars)
        if isinstance(part, Table) and part.columns[0].title == "Phase":
            assert all(head_of(row) == 0 for row in part.rows)
            assert said(part.rows[0].cells[0].runs) == "Unnamed phase"


def test_checks_name_a_phase_without_a_name(catalog: Catalog, rules: RuleBook) -> None:
    told = {(each.rule, each.gist) for each in findings(catalog, rules, nameless())}
    assert (
        "hours-over",
        "A phase without a name asks for 9 hours a week, and the brief allows 4.",
    ) in told
    assert (
        "activity-after-phase",
        "“Post the cover” is due on 18 June 2027, but a phase without a name ends on 14 May 2027.",
    ) in told


def test_a_calendar_has_no_place_for_the_name_that_a_phase_has_not(catalog: Catalog) -> None:
    assert b"TikTok \xc2\xb7 task" in calendar(Context(nameless(), catalog, (), DAY))
