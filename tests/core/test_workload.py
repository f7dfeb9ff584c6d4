"""Hours by week: phases that overlap, activities that ask for more, and suggestions within the limit."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.hours import exact_hours
from planner.core.money import Money
from planner.core.plan import Activity, Author, Book, Channel, Goal, Phase, Plan
from planner.core.suggest import channel_of, suggest
from planner.core.totals import plan_budget
from planner.core.vocabulary import Aim, State
from planner.core.workload import (
    WEEK,
    asked_in,
    crowded_weeks,
    day_of,
    hours_left,
    load_of,
    phase_span,
    telling_weeks,
    work_of,
)
from tests.strategies import plans

LAUNCH = date(2027, 5, 5)


def planned(*phases: Phase, **fields: object) -> Plan:
    """A novel's plan with 5 hours a week."""
    known: dict[str, object] = {
        "book": Book(id="book", genre="historical-fiction", markets=("US",)),
        "author": Author(id="author", website="https://author.example"),
        "goals": (Goal(id="goal", aim=Aim.SALES),),
        "hours_a_week": 5.0,
        "launch": LAUNCH,
        "budget": Money.parse("1000 USD"),
    }
    return Plan(id="plan", phases=phases, **{**known, **fields})  # type: ignore[arg-type]


def phase(
    id: str, starts: int | None, ends: int | None, *work: Activity, hours: float | None = None
) -> Phase:
    """A phase of one channel."""
    channel = Channel(id=f"{id}-channel", platform="tiktok", hours=hours, activities=work)
    return Phase(id=id, name=id.title(), starts=starts, ends=ends, channels=(channel,))


def task(hours: float, due: int | None, **fields: object) -> Activity:
    return Activity(id=f"task{due}", hours=hours, due=due, **fields)  # type: ignore[arg-type]


def asked(plan: Plan, day: int) -> float:
    """What a plan asks for in the seven days from a day, which is counted from launch."""
    return asked_in([load_of(each, plan.launch, day) for each in plan.phases], day)


def filled(catalog: Catalog, plan: Plan) -> Plan:
    """The plan with all that is suggested."""
    document = Document(plan)
    wanted = [(each.phase.id, channel_of(c)) for each in suggest(catalog, plan) for c in each.chosen]
    if wanted:
        document.apply(edits.add_suggested(document.tree, wanted))
    return document.plan


def test_phases_count_together_by_the_days_that_fall_into_a_week() -> None:
    plan = planned(phase("early", -14, -1, hours=7), phase("late", -7, 6, hours=3.5))
    assert [asked(plan, day) for day in (-21, -14, -11, -7, 0, 4, 7)] == [0, 7, 8.5, 10.5, 3.5, 1.5, 0]


def test_work_counts_where_it_asks_for_more_than_its_channel() -> None:
    plan = planned(phase("launch", 0, 13, task(4, 3), task(20, 8), task(9, 30), hours=5))
    assert [asked(plan, day) for day in (0, 7, 28)] == [5, 20, 9]
    done = tuple(task(20, 8, state=state) for state in (State.DONE, State.DROPPED))
    assert asked(planned(phase("launch", 0, 13, *done, hours=5)), 7) == 5


def test_work_is_spread_over_the_days_that_it_takes() -> None:
    led, undated = task(28, 13, lead_days=13), task(10, None)
    assert [asked(planned(phase("launch", 0, 13, led)), day) for day in (0, 7)] == [14, 14]
    assert [asked(planned(phase("launch", 0, 13, undated)), day) for day in (0, 7)] == [5, 5]
    assert asked(planned(phase("launch", 0, 13, undated, task(5, 8))), 7) == 10
    lasting = task(30, -30, ends=-1)
    assert [asked(planned(phase("before", -60, 0, lasting)), day) for day in (-35, -28, -7)] == [2, 7, 7]
    early, never = phase("early", -21, -8, undated), phase("never", None, None, undated, hours=4)
    assert [asked(planned(early, never), day) for day in (-21, -14, -7, 0)] == [5, 5, 0, 0]


@settings(max_examples=60)
@given(
    hours=st.integers(1, 60),
    due=st.integers(-400, 400),
    lead=st.sampled_from((0, 3, 6, 7, 30, 364, 365, 366, 10**9)),
    lasts=st.sampled_from((None, -2, 0, 1, 7, 30, 365, 366, 10**6)),
    origin=st.integers(-7, 7),
)
def test_each_day_on_which_work_can_be_done_takes_as_much_of_it(
    hours: int, due: int, lead: int, lasts: int | None, origin: int
) -> None:
    days = range(due - min(lead, 365), due + max(0, min(lasts or 0, 365)) + 1)
    ends = None if lasts is None else due + lasts
    by_week = Counter(origin + (day - origin) // WEEK * WEEK for day in days)
    work = Channel(id="c", platform="tiktok", activities=(task(hours, due, lead_days=lead, ends=ends),))
    found = work_of(work, None, origin)
    assert found.by_week == pytest.approx({week: hours * n / len(days) for week, n in by_week.items()})
    assert found.on_launch == pytest.approx(0 if due else hours / len(days))


def test_work_may_be_due_on_a_date() -> None:
    dated = phase("launch", 0, 13, replace(task(9, None), due=LAUNCH + timedelta(8)))
    assert load_of(dated, LAUNCH).beyond == {7: 9}
    (week,) = load_of(dated, None).beyond
    assert day_of(week, None) == date(2027, 5, 10)


@pytest.mark.parametrize("sign", [-1, 1])
def test_work_that_is_due_in_no_time_at_all_counts_in_no_week(sign: int) -> None:
    never = replace(task(9, 0, lead_days=3), due=sign * int("9" * 4300))
    assert load_of(phase("launch", 0, 13, never), None).beyond == {}
    assert load_of(phase("launch", 0, 13, task(9, sign * 10**6)), None).beyond


@pytest.mark.parametrize(
    ("here", "left"),
    [
        (phase("launch", 0, 6, task(4, 3)), 1),
        (phase("launch", 0, 6, task(4, 3), hours=3), 1),
        (phase("launch", 0, 6, task(4, 10)), 7 / 3),
        (phase("launch", 0, 6, task(4, 20)), 5),
        (phase("launch", None, None, task(20, None)), 0),
        (phase("launch", None, None, task(3, None)), 2),
        (phase("launch", 0, 13, task(8, None)), 1),
    ],
)
def test_what_is_left_is_counted_with_the_work(here: Phase, left: float) -> None:
    assert hours_left(planned(here), here) == pytest.approx(left)


def test_what_is_left_is_counted_over_phases_that_overlap() -> None:
    other = phase("other", -60, -1, hours=3)
    for starts, ends, left in ((-84, -20, 2), (-30, -30, 5), (0, 14, 5)):
        here = Phase(id="here", starts=starts, ends=ends)
        assert hours_left(planned(other, here), here) == left


def test_a_phase_is_held_up_by_days_at_its_edge_that_others_have_filled_only_in_a_week_of_the_plan() -> None:
    full, here = phase("full", 0, 13, hours=9), Phase(id="here", starts=14, ends=60)
    assert hours_left(planned(full, here), here) == 5
    over = phase("over", -30, -13, task(10, -13))
    amid = Phase(id="amid", starts=-12, ends=20)
    assert hours_left(planned(over, amid), amid) == 0
    overlapping = phase("overlapping", 20, 27, hours=9)
    assert hours_left(planned(overlapping, here), here) == 0
    short = Phase(id="short", starts=14, ends=16)
    assert hours_left(planned(full, short), short) == 0


def test_a_week_of_the_plan_is_filled_no_further_than_the_limit_beside_phases_that_are_over_it() -> None:
    here = Phase(id="here", starts=15, ends=60)
    for full in ([phase("full", 0, 14, hours=9)], [phase(id, 0, 14, hours=4.5) for id in ("one", "two")]):
        assert hours_left(planned(*full, here), here) == pytest.approx((5 - 9 / 7) * 7 / 6)


some_days = st.integers(-90, 60)
work = st.builds(
    Activity,
    id=st.uuids().map(lambda id: id.hex),
    hours=st.none() | st.integers(0, 12).map(float),
    due=st.none() | some_days,
    lead_days=st.sampled_from((0, 0, 5, 30)),
    state=st.sampled_from(State),
)
some_channels = st.builds(
    Channel,
    id=st.uuids().map(lambda id: id.hex),
    platform=st.sampled_from(("tiktok", "email-newsletter", "wechat", "no-such-platform")),
    hours=st.none() | st.integers(0, 6).map(float),
    budget=st.none() | st.just(Money.parse("90 USD")),
    activities=st.lists(work, max_size=2).map(tuple),
)
overlapping = st.lists(
    st.builds(
        Phase,
        id=st.uuids().map(lambda id: id.hex),
        starts=st.none() | some_days,
        ends=st.none() | some_days,
        channels=st.lists(some_channels, max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


@settings(max_examples=100)
@given(phases=overlapping, allowed=st.integers(0, 20).map(float), launch=st.sampled_from((None, LAUNCH)))
def test_no_seven_days_are_filled_over_the_limit(
    catalog: Catalog, phases: tuple[Phase, ...], allowed: float, launch: date | None
) -> None:
    plan = planned(*phases, hours_a_week=allowed, launch=launch)
    after = filled(catalog, plan)
    limit = max(plan_budget(plan).amount, Decimal(1000))
    assert plan_budget(after).amount <= limit
    old, new = by_week(plan), by_week(after)
    assert max(new.values()) <= allowed or max(old.values()) > allowed
    for each, fuller in zip(plan.phases, after.phases, strict=True):
        added = len(fuller.channels) > len(each.channels)
        load = load_of(each, launch)
        for week in range(load.first, load.last - 5) if added else ():
            assert new.get(week, 0) <= allowed
    assert all(new[week] <= max(allowed, old[week]) for week in new if week % WEEK == 0)
    assert crowded(after) <= crowded(plan)


def by_week(plan: Plan) -> dict[int, float]:
    """What every seven days of a plan ask for, by the first of them."""
    loads = {n: [load_of(each, plan.launch, n) for each in plan.phases] for n in range(WEEK)}
    return {day: asked_in(loads[day % WEEK], day) for day in range(-300, 330)}


def crowded(plan: Plan) -> set[int]:
    """The first days of the weeks that ask for too much."""
    loads = [load_of(each, plan.launch) for each in plan.phases]
    found = crowded_weeks(loads, plan.hours_a_week or 0)
    return {each.first + WEEK * n for each in found for n in range(each.number)}


@settings(max_examples=60)
@given(phases=overlapping, allowed=st.integers(0, 20).map(float))
def test_crowded_are_all_weeks_over_the_limit_but_those_of_phases_over_it_by_themselves(
    phases: tuple[Phase, ...], allowed: float
) -> None:
    plan = planned(*phases, hours_a_week=allowed)
    loads = [load_of(each, LAUNCH) for each in phases]
    alone = [load for load in loads if load.hours > allowed]
    weeks = [WEEK * n for n in range(-60, 60)]
    told = [week for week in weeks if not any(load.days_in(week) for load in alone)]
    assert crowded(plan) == {week for week in told if asked_in(loads, week) > allowed}


@settings(max_examples=60)
@given(phases=overlapping)
def test_no_week_asks_for_more_than_those_that_tell(phases: tuple[Phase, ...]) -> None:
    loads = [load_of(each, LAUNCH) for each in phases]
    told = max((asked_in(loads, week) for week in telling_weeks(loads)), default=0)
    assert told == max(asked_in(loads, WEEK * n) for n in range(-60, 60))


@settings(max_examples=40)
@given(plan=plans)
def test_hours_of_any_plan_can_be_counted(plan: Plan) -> None:
    loads = [load_of(each, plan.launch) for each in plan.phases]
    assert all(asked_in(loads, week) >= 0 for week in telling_weeks(loads))
    assert all(each.number and each.hours > 1 for each in crowded_weeks(loads, 1))
    assert all((hours_left(plan, each) or 0) >= 0 for each in plan.phases)


def test_an_open_phase_ends_with_its_last_work_or_four_weeks_on() -> None:
    assert phase_span(phase("after", 1, None, task(1, 50)), LAUNCH) == (
        LAUNCH + timedelta(1),
        LAUNCH + timedelta(50),
    )
    assert phase_span(phase("after", 1, None), LAUNCH) == (LAUNCH + timedelta(1), LAUNCH + timedelta(29))
    assert phase_span(phase("before", None, -1), LAUNCH) is None
    assert phase_span(phase("after", 1, None), None) is None


def test_a_day_is_told_as_a_date_or_counted_from_a_launch_that_is_not_known() -> None:
    assert (day_of(-14, LAUNCH), day_of(-14, None)) == (LAUNCH - timedelta(14), -14)
    dated = Phase(id="dated", starts=LAUNCH, ends=LAUNCH)
    assert day_of(load_of(dated, None).first, None) == LAUNCH


@pytest.mark.parametrize(
    ("hours", "exact"),
    [
        (0, "0"),
        (10, "10"),
        (0.25, "0.25"),
        (1 / 3, "0.34"),
        (0.1 + 0.2, "0.3"),
        (10.004, "10.01"),
        (9.999, "10"),
        (1234567.5, "1,234,567.5"),
        (1.7e308, f"{1.7e308:,.0f}"),
    ],
)
def test_hours_are_written_in_full_and_never_below_what_they_are(hours: float, exact: str) -> None:
    assert exact_hours(hours) == exact
