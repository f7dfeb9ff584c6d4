"""Hours a week are told of all work, wherever it falls."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Paragraph, WeekChart
from planner.export.outline import outline
from tests.core.test_workload import LAUNCH, phase, planned, task

ONE_OVER = "1 week asks for more than the 5 that the brief allows."
NONE_OVER = "no week asks for more than the 5 that the brief allows."


def chart(catalog: Catalog, rules: RuleBook, plan: Plan) -> WeekChart | None:
    document = outline(plan, catalog, rules, LAUNCH)
    blocks = [block for section in document.sections for block in section.blocks]
    return next((block for block in blocks if isinstance(block, WeekChart)), None)


@pytest.mark.parametrize(
    ("work", "first", "last", "message"),
    [
        (
            (),
            date(2027, 5, 5),
            date(2027, 5, 12),
            f"At most 3 hours a week, in the week of 5 May 2027; {NONE_OVER}",
        ),
        (
            (task(9, -14),),
            date(2027, 4, 21),
            date(2027, 5, 12),
            f"At most 9 hours a week, in the week of 21 April 2027; {ONE_OVER}",
        ),
        (
            (task(9, 30),),
            date(2027, 5, 5),
            date(2027, 6, 2),
            f"At most 9 hours a week, in the week of 2 June 2027; {ONE_OVER}",
        ),
    ],
)
def test_work_beside_the_phases_has_its_weeks(
    catalog: Catalog, rules: RuleBook, work: tuple[Activity, ...], first: date, last: date, message: str
) -> None:
    made = chart(catalog, rules, planned(phase("launch", 0, 13, *work, hours=3)))
    assert made is not None
    assert (made.weeks[0].first, made.weeks[-1].first, made.message) == (first, last, message)


def test_weeks_that_are_not_drawn_are_told(catalog: Catalog, rules: RuleBook) -> None:
    made = chart(catalog, rules, planned(phase("launch", 0, 13, task(9, 4000), hours=3)))
    assert made is not None
    assert made.message.startswith(
        "At most 9 hours a week, in the week of 14 April 2038; 1 week asks for more"
    )
    assert made.message.endswith("allows. Only the first 260 weeks are drawn.")


def paragraphs_said(catalog: Catalog, rules: RuleBook, plan: Plan) -> list[str]:
    return [
        run.text
        for section in outline(plan, catalog, rules, LAUNCH).sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for run in block.runs
    ]


@pytest.mark.parametrize("counted", [True, False])
def test_phases_without_a_first_day_are_named(catalog: Catalog, rules: RuleBook, counted: bool) -> None:
    days = (phase("launch", 0, 13, hours=3),) if counted else ()
    made = planned(phase("before", None, 30, hours=9), phase("idle", None, None), *days)
    said = paragraphs_said(catalog, rules, made)
    assert "Not drawn, as the first day is not known: Before (until 4\xa0Jun) and Idle." in said
    assert "In no week, as the first day is not known: Before (9 h a week)." in said
    drawn = chart(catalog, rules, made)
    assert (drawn is not None) is counted
    assert drawn is None or "no week drawn asks for more than the 5" in drawn.message


def test_no_line_begins_with_the_dash_of_days_without_a_launch(catalog: Catalog, rules: RuleBook) -> None:
    made = replace(planned(phase("warm-up", -21, -1)), launch=None)
    said = paragraphs_said(catalog, rules, made)
    assert "Not drawn, as the first day is not known: Warm-Up (T-21\xa0– T-1)." in said


def test_phases_long_before_any_work_do_not_hide_it(catalog: Catalog, rules: RuleBook) -> None:
    for due in (4000, 2_900_000, 3_000_000):
        made = chart(
            catalog, rules, planned(phase("launch", -4000, 13), phase("later", 20, 30, task(9, due)))
        )
        assert (made is None) is (due == 3_000_000)
        assert made is None or made.weeks[-1].hours == 9


def test_without_a_launch_day_weeks_are_those_of_dates(catalog: Catalog, rules: RuleBook) -> None:
    dated = planned(
        phase("launch", 0, 13, replace(task(9, 1), due=date(2027, 5, 6)), task(8, 3), hours=3), launch=None
    )
    made = chart(catalog, rules, dated)
    assert made is not None
    assert [week.hours for week in made.weeks] == [9]
    assert chart(catalog, rules, planned(phase("launch", 0, 13, task(8, 3), hours=3), launch=None)) is None
