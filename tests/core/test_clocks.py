"""Months, time zones and quiet hours, across changes of the clock and leap days."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.checks.quiet_hours import is_quiet
from planner.core.days import in_zone, months_after
from planner.core.document import Document
from planner.core.plan import Activity, Author, Book, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind
from tests.core.build import channel, findings

ZONES = ("UTC", "Europe/London", "America/New_York", "Asia/Seoul", "Australia/Lord_Howe", "Pacific/Apia")


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
        (date(2026, 11, 22), 18, date(2028, 5, 22)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 31), 1, date(2026, 6, 30)),
        (date(9999, 6, 1), 12, date.max),
        (date(1, 1, 1), -1, date.min),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 600))
def test_months_are_counted_by_the_calendar(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.times(), st.sampled_from(ZONES), st.sampled_from(ZONES)
)
def test_a_moment_is_the_same_moment_elsewhere(day: date, clock: time, here: str, there: str) -> None:
    found = in_zone(day, clock, here, there)
    assert found is not None
    assert found.astimezone(UTC) == datetime.combine(day, clock, ZoneInfo(here)).astimezone(UTC)


@pytest.mark.parametrize("zone", ["", "Nowhere/Land", "../etc/passwd", "/etc/localtime", "Europe"])
def test_a_zone_that_is_none_gives_no_moment(zone: str) -> None:
    assert in_zone(date(2027, 5, 5), time(12), zone, "UTC") is None
    assert in_zone(date(2027, 5, 5), time(12), "UTC", zone) is None


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        (time(20, 49), False),
        (time(20, 50), True),
        (time(0), True),
        (time(7, 59), True),
        (time(8), False),
        (time(12), False),
    ],
)
def test_quiet_hours_run_over_midnight(clock: time, quiet: bool) -> None:
    assert is_quiet(clock, time(20, 50), time(8)) is quiet
    assert is_quiet(clock, time(8), time(20, 50)) is not quiet


def night(zone: str, day: date | int | None, at: time, launch: date | None = None) -> Plan:
    send = Activity(id="send", title="The letter", kind=ActivityKind.SEND, due=day, at=at)
    lane = Phase(id="phase", channels=(channel("kakaotalk", activities=(send,)),))
    author = Author(id="author", time_zone=zone)
    return Plan(id="plan", launch=launch, book=Book(id="book"), author=author, phases=(lane,))


@pytest.mark.parametrize(
    ("zone", "day", "at", "there"),
    [
        ("Asia/Seoul", date(2027, 5, 5), time(20, 49), ""),
        ("Asia/Seoul", date(2027, 5, 5), time(20, 50), "20:50"),
        # London is nine hours behind in winter and eight in summer: the same hour is night or evening.
        ("Europe/London", date(2027, 3, 27), time(12, 30), "21:30"),
        ("Europe/London", date(2027, 3, 28), time(12, 30), ""),
        ("Europe/London", date(2027, 3, 28), time(12, 50), "20:50"),
        ("America/New_York", date(2027, 11, 6), time(19), ""),
        ("America/New_York", date(2027, 11, 7), time(17, 59), "07:59"),
        ("America/New_York", date(2027, 11, 7), time(18), ""),
    ],
)
def test_a_send_is_held_against_the_readers_clock(
    catalog: Catalog, rules: RuleBook, zone: str, day: date, at: time, there: str
) -> None:
    found = [f for f in findings(catalog, rules, night(zone, day, at)) if f.rule == "send-in-quiet-hours"]
    assert bool(found) is bool(there)
    for finding in found:
        start = f"“The letter” would reach readers of KakaoTalk Channel at {there} by the clock of Seoul,"
        assert finding.text.replace("KakaoTalk at", "KakaoTalk Channel at").startswith(start)


def test_days_from_launch_are_days_of_the_calendar(catalog: Catalog, rules: RuleBook) -> None:
    made = night("Europe/London", -1, time(12, 30), date(2027, 3, 28))
    assert any(f.rule == "send-in-quiet-hours" for f in findings(catalog, rules, made))
    made = night("Europe/London", 0, time(12, 30), date(2027, 3, 28))
    assert not any(f.rule == "send-in-quiet-hours" for f in findings(catalog, rules, made))


@pytest.mark.parametrize("zone", ["", "Nowhere/Zone"])
def test_without_a_zone_the_author_is_asked(catalog: Catalog, rules: RuleBook, zone: str) -> None:
    found = {f.rule for f in findings(catalog, rules, night(zone, 0, time(23)))}
    assert "time-zone-unknown" in found
    assert "send-in-quiet-hours" not in found


@pytest.mark.parametrize(
    ("zone", "day", "at", "label", "due", "then"),
    [
        ("Asia/Seoul", date(2027, 5, 5), time(7, 30), "Send it at 08:00", date(2027, 5, 5), time(8)),
        (
            "Asia/Kathmandu",
            date(2028, 2, 28),
            time(23, 30),
            "Send it at 04:45 on 29 February 2028",
            date(2028, 2, 29),
            time(4, 45),
        ),
        (
            "America/St_Johns",
            date(2027, 3, 27),
            time(20),
            "Send it at 20:30",
            date(2027, 3, 27),
            time(20, 30),
        ),
        ("Europe/London", date(2027, 3, 27), time(23, 50), "", None, None),
        ("Pacific/Apia", 3, time(1), "Send it at 12:00", 3, time(12)),
        ("Europe/London", 3, time(12, 55), "Send it at 00:00 on 9 May 2027", 4, time(0)),
        ("Asia/Seoul", None, time(23), "Send it at 08:00", None, time(8)),
    ],
)
def test_a_button_lets_a_letter_wait_until_the_quiet_hours_end(
    catalog: Catalog,
    rules: RuleBook,
    zone: str,
    day: date | int | None,
    at: time,
    label: str,
    due: date | int | None,
    then: time | None,
) -> None:
    document = Document(night(zone, day, at, date(2027, 5, 5)))
    told = [f for f in findings(catalog, rules, document.plan) if f.rule == "send-in-quiet-hours"]
    assert [fix.label for finding in told for fix in finding.fixes] == ([label] if label else [])
    if told:
        document.apply(told[0].fixes[0].edit(document.tree, "send"))
        (send,) = document.plan.channels[0].activities
        assert (send.due, send.at) == (due, then)
        assert not [f for f in findings(catalog, rules, document.plan) if f.rule == "send-in-quiet-hours"]


def test_a_letter_does_not_wait_beyond_its_phase(catalog: Catalog, rules: RuleBook) -> None:
    made = night("Asia/Seoul", date(2027, 5, 5), time(23))
    ends = replace(made, phases=(replace(made.phases[0], ends=date(2027, 5, 5)),))
    (told,) = (f for f in findings(catalog, rules, ends) if f.rule == "send-in-quiet-hours")
    assert not told.fixes
