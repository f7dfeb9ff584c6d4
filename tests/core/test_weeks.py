"""Weeks that ask for more hours than the brief allows are told by name, with what is asked in them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Phase, Plan
from planner.core.rules import RuleBook
from tests.core.build import findings
from tests.core.test_workload import LAUNCH, phase, planned, task

ASKS = "What is planned asks for more hours than the 5 a week that the brief allows:"

SHARE = "In that week, Launch alone asks for all of them."


def told(catalog: Catalog, rules: RuleBook, plan: Plan) -> list[str]:
    return [each.text for each in findings(catalog, rules, plan) if each.rule == "weeks-crowded"]


def test_phases_that_overlap_are_told_with_the_weeks_and_what_each_asks_for(
    catalog: Catalog, rules: RuleBook
) -> None:
    plan = planned(phase("announce", -28, -1, hours=3.25), phase("launch", -21, 6, hours=4))
    asks = f"{ASKS} up to 7.25 hours a week in the 3 weeks from"
    shares = "Launch asks for 4 and Announce asks for 3.25."
    assert told(catalog, rules, plan) == [f"{asks} 14 April 2027. In the week of 14 April 2027, {shares}"]
    undated = replace(plan, launch=None)
    assert told(catalog, rules, undated) == [f"{asks} T-21. In the week of T-21, {shares}"]


def test_work_that_falls_into_one_week_is_told(catalog: Catalog, rules: RuleBook) -> None:
    plan = planned(phase("launch", 0, 13, task(4, 1), task(4, 5), hours=2), hours_a_week=7.5)
    (text,) = told(catalog, rules, plan)
    assert "the 7.5 a week that the brief allows: 8 hours in the week of 5 May 2027." in text
    apart = planned(phase("launch", 0, 13, task(4, 1), task(4, 7), hours=2), hours_a_week=7.5)
    assert told(catalog, rules, apart) == []


def test_days_that_are_dates_need_no_launch_day(catalog: Catalog, rules: RuleBook) -> None:
    lanes = [
        Phase(
            id=id,
            starts=LAUNCH,
            ends=LAUNCH + timedelta(6),
            channels=phase(id, 0, 0, hours=3).channels,
        )
        for id in ("one", "two")
    ]
    (text,) = told(catalog, rules, planned(*lanes, launch=None, hours_a_week=4))
    unnamed = "a phase without a name asks for 2.15"
    assert "4.29 hours in the week of 3 May 2027. In that week, " in text
    assert text.endswith(f"{unnamed} and {unnamed}.")


def test_of_many_weeks_and_phases_the_fullest_are_named_and_the_others_are_counted(
    catalog: Catalog, rules: RuleBook
) -> None:
    hours = (5.5, 9, 1, 5.1, 6, 0, 5.2, 5.3, 0, 5.4, 2, 7, 0.9)
    work = [task(asked, 7 * n) for n, asked in enumerate(hours)]
    lanes = [phase(f"lane {n}", 7, 13, hours=0.25 * n) for n in range(1, 5)]
    (text,) = told(catalog, rules, planned(phase("tasks", 0, 90, *work), *lanes))
    named = "up to 11.5 hours a week in the 2 weeks from 5 May 2027, up to 6 hours a week in the 2 weeks from"
    assert (
        f"{named} 26 May 2027, 7 hours in the week of 21 July 2027 and more than 5 in 3 other weeks." in text
    )
    assert "In the week of 12 May 2027, Tasks asks" in text
    assert text.endswith(
        "Tasks asks for 9, Lane 4 asks for 1, Lane 3 asks for 0.75 and others ask for the rest."
    )
    (text,) = told(catalog, rules, planned(*lanes, hours_a_week=2))
    assert text.endswith(
        "Lane 4 asks for 1, Lane 3 asks for 0.75, Lane 2 asks for 0.5 and Lane 1 asks for 0.25."
    )
    (text,) = told(catalog, rules, planned(*lanes[1:], phase("later", 14, 20, hours=1), hours_a_week=2))
    assert text.endswith("Lane 4 asks for 1, Lane 3 asks for 0.75 and Lane 2 asks for 0.5.")
    (text,) = told(catalog, rules, planned(phase("launch", 0, 6, task(1, 3)), hours_a_week=0.5))
    assert "the 0.5 a week that the brief allows: 1 hour in the week of 5 May 2027." in text


def test_the_weeks_of_a_phase_that_asks_for_too_much_by_itself_are_left_to_its_own_finding(
    catalog: Catalog, rules: RuleBook
) -> None:
    alone, other = phase("alone", 0, 9, hours=6), phase("other", -14, 30, hours=1)
    plan = planned(alone, other, phase("work", -14, 30, task(4.5, -3), task(9, 8)))
    (text,) = told(catalog, rules, plan)
    assert "allows: 5.5 hours in the week of 28 April 2027. " in text


def test_what_is_just_over_the_limit_does_not_read_as_the_limit(catalog: Catalog, rules: RuleBook) -> None:
    plan = planned(phase("launch", 0, 6, task(1.1, 1), task(3.92, 2)))
    assert told(catalog, rules, plan) == [f"{ASKS} 5.02 hours in the week of 5 May 2027. {SHARE}"]
    assert told(catalog, rules, replace(plan, hours_a_week=5.02)) == []


@pytest.mark.parametrize("allowed", [None, 6.0])
def test_nothing_is_told_within_the_limit_or_without_one(
    catalog: Catalog, rules: RuleBook, allowed: float | None
) -> None:
    plan = planned(phase("one", 0, 6, hours=3), phase("two", 0, 6, task(3, 1)), hours_a_week=allowed)
    assert told(catalog, rules, plan) == []


def test_a_launch_day_that_fills_its_week_by_itself_is_told_once(catalog: Catalog, rules: RuleBook) -> None:
    made = planned(phase("launch", 0, 13, task(12, 0)), hours_a_week=10)
    found = {each.rule for each in findings(catalog, rules, made)}
    assert "launch-day-crowded" in found
    assert "weeks-crowded" not in found
