"""Days: calendar dates and days counted from launch."""

from datetime import date

import pytest

from planner.core.days import (
    MONTHS,
    When,
    brief_day_text,
    day_now,
    day_text,
    offset,
    resolve,
    short_day_text,
    stretch_text,
    t_minus,
)

LAUNCH = date(2028, 3, 1)


@pytest.mark.parametrize(
    ("days", "text"), [(0, "T"), (-28, "T-28"), (14, "T+14"), (-1, "T-1"), (1, "T+1"), (-1000, "T-1000")]
)
def test_days_from_launch_in_the_short_form(days: int, text: str) -> None:
    assert t_minus(days) == text


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (None, None),
        (0, LAUNCH),
        (-1, date(2028, 2, 29)),
        (-2, date(2028, 2, 28)),
        (-366, date(2027, 3, 1)),
        (31, date(2028, 4, 1)),
        (date(2027, 12, 31), date(2027, 12, 31)),
        (10**9, None),
        (-(10**20), None),
    ],
)
def test_the_calendar_day_over_leap_days_and_month_ends(when: When | None, day: date | None) -> None:
    assert resolve(when, LAUNCH) == day


@pytest.mark.parametrize(
    ("when", "days"), [(None, None), (-7, -7), (date(2028, 2, 29), -1), (LAUNCH, 0), (date(2029, 3, 1), 365)]
)
def test_the_distance_from_launch(when: When | None, days: int | None) -> None:
    assert offset(when, LAUNCH) == days


def test_without_a_launch_day_only_what_is_sure_is_known() -> None:
    assert resolve(-7, None) is None
    assert resolve(LAUNCH, None) == LAUNCH
    assert offset(LAUNCH, None) is None
    assert offset(-7, None) == -7


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2027, 5, 5), "5 May 2027", "5 May"),
        (date(2028, 2, 29), "29 February 2028", "29 Feb"),
        (date(2026, 9, 1), "1 September 2026", "1 Sep"),
        (date(1, 12, 31), "31 December 1", "31 Dec"),
    ],
)
def test_a_day_in_words(day: date, long: str, short: str) -> None:
    assert (day_text(day), short_day_text(day)) == (long, short)
    assert brief_day_text(day) == f"{short} {day.year}"


def test_there_are_twelve_months_told_apart_by_three_letters() -> None:
    assert len({month[:3] for month in MONTHS}) == 12


@pytest.mark.parametrize(
    ("starts", "ends", "with_launch", "without"),
    [
        (-56, -1, "5 Jan – 29 Feb", "T-56 – T-1"),
        (date(2028, 1, 5), None, "from 5 Jan", "from 5 Jan 2028"),
        (date(2028, 1, 5), 28, "5 Jan – 29 Mar", "5 Jan 2028 – T+28"),
        (date(2028, 1, 5), date(2030, 1, 5), "5 Jan 2028 – 5 Jan 2030", "5 Jan 2028 – 5 Jan 2030"),
        (date(2027, 9, 1), date(2027, 12, 4), "1 Sep – 4 Dec 2027", "1 Sep – 4 Dec 2027"),
        (date(2027, 12, 25), -56, "25 Dec 2027 – 5 Jan 2028", "25 Dec 2027 – T-56"),
        (-366, None, "from 1 Mar 2027", "from T-366"),
        (-56, -56, "5 Jan", "T-56"),
        (date(2028, 1, 5), -56, "5 Jan", "5 Jan 2028 – T-56"),
        (date(2027, 9, 1), date(2027, 9, 1), "1 Sep 2027", "1 Sep 2027"),
        (None, 0, "until 1 Mar", "until T"),
        (None, None, "", ""),
    ],
)
def test_a_stretch_says_what_is_known(
    starts: When | None, ends: When | None, with_launch: str, without: str
) -> None:
    assert stretch_text(starts, ends, LAUNCH) == with_launch
    assert stretch_text(starts, ends, None) == without


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2027, 11, 11), date(2028, 2, 3), "11 Nov – 3 Feb 2028"),
        (date(2027, 2, 3), date(2028, 2, 3), "3 Feb 2027 – 3 Feb 2028"),
        (date(2028, 2, 3), date(2027, 11, 11), "3 Feb 2028 – 11 Nov 2027"),
        (date(2028, 1, 3), date(2028, 2, 3), "3 Jan – 3 Feb"),
        (date(2027, 11, 11), None, "from 11 Nov 2027"),
    ],
)
def test_in_a_narrow_place_a_year_is_said_once_where_it_can_be_no_other(
    first: date, last: date | None, text: str
) -> None:
    assert stretch_text(first, last, LAUNCH, narrow=True) == text


def test_it_is_the_day_of_the_time_zone_that_is_given() -> None:
    east, west = day_now("Pacific/Kiritimati"), day_now("Pacific/Pago_Pago")
    assert east > west
    assert day_now("") == day_now("Nowhere/Land")
    assert west <= day_now("UTC") <= east
