"""Axes of time name their months at equal distances, and always the years among them."""

from datetime import date, timedelta

import pytest

from planner.export.blocks import TimeBar, TimelineChart, Week, WeekChart
from planner.export.html.writer import write_html
from planner.export.outline.timeline import month_ticks
from planner.export.ticks import named
from tests.export.pdf.conftest import document, text_of

FIRST = date(2026, 9, 2)


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (30.0, ["Oct", "Nov", "Dec", "2027", "Feb", "Mar", "Apr", "May", "Jun"]),
        (15.0, ["Nov", "2027", "Mar", "May"]),
        (10.0, ["Oct", "2027", "Apr"]),
        (5.0, ["2027"]),
    ],
)
def test_months_are_named_at_equal_distances_from_january(room: float, expected: list[str]) -> None:
    ticks = list(month_ticks(FIRST, date(2027, 6, 30)))
    spans = [(room * number, room * number + 18.0) for number in range(len(ticks))]
    places = named(ticks, spans, apart=3.0, edge=room * 8 + 18.0)
    assert [ticks[place].label for place in places] == expected


@pytest.mark.parametrize(("width", "every"), [(7.0, 1), (8.0, 2), (40.0, 5), (400.0, 20)])
def test_some_years_are_named_where_not_even_all_of_them_have_room(width: float, every: int) -> None:
    ticks = list(month_ticks(FIRST, date(2046, 6, 30)))
    assert len(ticks) == 20
    spans = [(10.0 * number, 10.0 * number + width) for number in range(20)]
    assert named(ticks, spans, apart=3.0, edge=1000.0) == list(range(0, 20, every))


def test_nothing_is_named_beyond_the_edge_or_where_there_are_no_days() -> None:
    ticks = list(month_ticks(FIRST, date(2026, 12, 24)))
    assert named(ticks, [(0.0, 9.0), (10.0, 19.0), (20.0, 29.0)], apart=1.0, edge=28.0) == [0, 1]
    assert named([], [], apart=1.0, edge=28.0) == []


@pytest.mark.parametrize("weeks", [54, 67, 68, 70])
def test_the_month_after_a_year_is_named_too_if_it_has_room(weeks: int) -> None:
    assert "Oct Nov Dec 2027 Feb Mar" in text_of(chart_of_weeks(weeks))


@pytest.mark.parametrize("weeks", [80, 100, 130])
def test_charts_of_years_name_the_years(weeks: int) -> None:
    end = FIRST + timedelta(weeks=weeks)
    bar = TimeBar("Phase", FIRST, end, strong=True)
    line = TimelineChart(FIRST, end, tuple(month_ticks(FIRST, end)), (bar,))
    for text in (text_of(chart_of_weeks(weeks)), text_of(line)):
        assert "Nov 2027 Mar May Jul Sep Nov 2028" in text
    assert all(f">{year}</text>".encode() in write_html(document(line)) for year in (2027, 2028))


def chart_of_weeks(count: int) -> WeekChart:
    weeks = tuple(Week(FIRST + timedelta(weeks=number), 5.0) for number in range(count))
    return WeekChart(weeks, tuple(month_ticks(FIRST, FIRST + timedelta(weeks=count))))
