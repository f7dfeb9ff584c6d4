"""The calendar: read back by its library, right in any time zone, and the same every time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Component

from planner.core.catalog import Catalog
from planner.core.days import When
from planner.core.money import Money
from planner.core.plan import Book, Plan
from planner.core.vocabulary import ActivityKind, Promo, State
from planner.export.calendar import NO_ZONE, calendar, is_empty, told_text
from planner.export.choices import Choices
from planner.export.outline.context import Context
from planner.export.shown import printed_plan
from planner.export.text import clean
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.core.build import channel, plan, work
from tests.export.hostile import HOSTILE
from tests.strategies import plans

DAY = date(2027, 1, 5)
LAUNCH = date(2027, 5, 5)


def events(made: Plan, catalog: Catalog) -> list[Component]:
    """The events, as a calendar reads them: of whole days without an hour, or at a moment of the world."""
    written = calendar(Context(made, catalog, (), DAY))
    assert written == calendar(Context(made, catalog, (), DAY))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"TZID" not in written
    found = list(Calendar.from_ical(written).walk("VEVENT"))
    for event in found:
        start = event.decoded("dtstart")
        if isinstance(start, datetime):
            assert start.utcoffset() in (timedelta(), None)
        else:
            assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event.decoded("dtstamp") == datetime(2027, 1, 5, tzinfo=UTC)
    ids = [str(event["UID"]) for event in found]
    assert len(ids) == len(set(ids))
    return found


def alarms(event: Component) -> list[datetime]:
    """When it rings, in the time of wherever the calendar is."""
    start = datetime.combine(event.decoded("dtstart"), datetime.min.time())
    return [start + alarm.decoded("trigger") for alarm in event.walk("VALARM")]


def test_launch_day_and_every_task_with_a_day_is_an_event(catalog: Catalog) -> None:
    made = new_plan(SAMPLE)
    first, opens, *tasks = events(made, catalog)
    assert str(opens["SUMMARY"]) == "Pre-order opens: The Salt Road"
    due = [
        activity
        for own in made.channels
        for activity in own.activities
        if activity.due is not None and activity.state is not State.DROPPED
    ]
    assert (str(first["SUMMARY"]), first.decoded("dtstart")) == ("Launch day: The Salt Road", made.launch)
    assert [str(task["SUMMARY"]).removeprefix("✓ ") for task in tasks] == [each.title for each in due]
    assert any(task.walk("VALARM") for task in tasks)


@pytest.mark.parametrize(
    ("lead_days", "rings"),
    [
        (0, datetime(2027, 4, 6, 9)),
        (1, datetime(2027, 4, 6, 9)),
        (10, datetime(2027, 3, 28, 9)),
        (10**30, datetime(2027, 4, 7, 9) - timedelta(days=3650)),
    ],
)
def test_it_rings_when_it_is_time_to_begin(lead_days: int, rings: datetime, catalog: Catalog) -> None:
    own = channel("own-website", activities=(work(due=-28, lead_days=lead_days),))
    _, task = events(plan(own, launch=LAUNCH), catalog)
    assert task.decoded("dtstart") == date(2027, 4, 7)
    assert alarms(task) == [rings]


def test_what_is_done_rings_no_more_and_what_was_dropped_is_gone(catalog: Catalog) -> None:
    done = work(due=-28, state=State.DONE)
    dropped = replace(done, id="dropped", state=State.DROPPED)
    _, task = events(plan(channel("own-website", activities=(done, dropped)), launch=LAUNCH), catalog)
    assert str(task["SUMMARY"]) == "✓ Post the cover"
    assert alarms(task) == []


@pytest.mark.parametrize(
    ("ends", "end"),
    [
        (None, None),
        (-30, None),
        (-28, None),
        (-24, date(2027, 4, 12)),
        (date(2027, 4, 9), date(2027, 4, 10)),
        (date.max, date.max),
    ],
)
def test_what_lasts_ends_after_its_last_day(ends: When | None, end: date | None, catalog: Catalog) -> None:
    own = channel("own-website", activities=(work(due=-28, ends=ends),))
    _, task = events(plan(own, launch=LAUNCH), catalog)
    assert (task.decoded("dtend") if "dtend" in task else None) == end


@pytest.mark.parametrize(
    ("zone", "due", "starts"),
    [
        ("Europe/Berlin", date(2027, 1, 10), datetime(2027, 1, 10, 6, 30, tzinfo=UTC)),
        ("Europe/Berlin", date(2027, 7, 10), datetime(2027, 7, 10, 5, 30, tzinfo=UTC)),
        ("Asia/Tokyo", date(2027, 7, 10), datetime(2027, 7, 9, 22, 30, tzinfo=UTC)),
        ("", date(2027, 7, 10), datetime(2027, 7, 10, 7, 30)),
        ("Nowhere/Land", date(2027, 7, 10), datetime(2027, 7, 10, 7, 30)),
    ],
)
def test_a_time_of_day_is_one_moment_everywhere_where_the_time_zone_is_known(
    zone: str, due: date, starts: datetime, catalog: Catalog
) -> None:
    made = plan(channel("instagram", activities=(work(due=due, at=time(7, 30)),)))
    made = replace(made, author=replace(made.author, time_zone=zone))
    (event,) = events(made, catalog)
    assert event.decoded("dtstart") == starts
    assert f"At 07:30 {zone}".rstrip() in str(event["DESCRIPTION"])
    here = starts.astimezone(ZoneInfo(zone)) if starts.tzinfo else starts
    (alarm,) = event.walk("VALARM")
    assert here + alarm.decoded("trigger") == datetime(
        due.year, due.month, due.day - 1, 9, tzinfo=here.tzinfo
    )


@pytest.mark.parametrize(
    ("kind", "hours", "ends"),
    [
        (ActivityKind.EVENT, 2, datetime(2027, 7, 10, 20, 0)),
        (ActivityKind.EVENT, 1.5, datetime(2027, 7, 10, 19, 30)),
        (ActivityKind.EVENT, None, None),
        (ActivityKind.EVENT, 30, None),
        (ActivityKind.SEND, 2, None),
    ],
)
def test_an_event_goes_on_for_its_hours(
    kind: ActivityKind, hours: float | None, ends: datetime | None, catalog: Catalog
) -> None:
    talk = work(due=date(2027, 7, 10), at=time(18), hours=hours, kind=kind)
    (event,) = events(plan(channel("instagram", activities=(talk,))), catalog)
    assert (event.decoded("dtend") if "dtend" in event else None) == ends


def test_an_event_on_the_last_days_of_the_calendar_has_no_end(catalog: Catalog) -> None:
    for due in (date.max, date.max - timedelta(days=1)):
        talk = work(due=due, at=time(18), hours=23, kind=ActivityKind.EVENT)
        (event,) = events(plan(channel("instagram", activities=(talk,))), catalog)
        assert "dtend" not in event


@pytest.mark.parametrize(
    ("release", "preorder", "told"),
    [
        (0, None, []),
        (0, 0, []),
        (7, -30, [("Pre-order opens: Salt", date(2027, 4, 5)), ("Release: Salt", date(2027, 5, 12))]),
        (date(2027, 5, 4), None, [("Release: Salt", date(2027, 5, 4))]),
    ],
)
def test_the_days_of_the_book_are_events_where_they_are_not_launch_day(
    release: When, preorder: When | None, told: list[tuple[str, date]], catalog: Catalog
) -> None:
    book = Book(id="book", title="Salt", release=release, preorder=preorder)
    _, *others = events(plan(book=book, launch=LAUNCH), catalog)
    assert [(str(each["SUMMARY"]), each.decoded("dtstart")) for each in others] == told
    assert all(alarms(each) for each in others)


def test_without_a_launch_only_what_has_a_date_is_there(catalog: Catalog) -> None:
    tasks = (work(due=-28), replace(work(due=LAUNCH), id="dated"), replace(work(), id="open"))
    made = plan(channel("own-website", activities=tasks))
    (task,) = events(made, catalog)
    assert str(task["UID"]) == "dated@plan.frontlist"
    assert told_text(Context(made, catalog, (), DAY)) == (
        "2 tasks have no day, and so no place in the calendar."
    )


def test_what_has_a_day_or_was_dropped_is_not_told_as_left_out(catalog: Catalog) -> None:
    tasks = (work(due=-28), replace(work(state=State.DROPPED), id="dropped"))
    made = plan(channel("own-website", activities=tasks), launch=LAUNCH)
    assert told_text(Context(made, catalog, (), DAY)) == ""


@pytest.mark.parametrize(
    ("made", "empty"),
    [
        (new_plan(BLANK), True),
        (plan(channel("own-website", activities=(work(due=-28),))), True),
        (plan(channel("own-website", activities=(work(due=LAUNCH),))), False),
        (plan(launch=LAUNCH), False),
    ],
)
def test_a_calendar_without_a_day_is_empty(made: Plan, empty: bool, catalog: Catalog) -> None:
    assert is_empty(Context(made, catalog, (), DAY)) is empty
    assert (events(made, catalog) == []) is empty


def test_the_event_of_a_promotion_says_what_it_offers(catalog: Catalog) -> None:
    price = replace(
        work(due=-28, ends=-24, promo=Promo.COUNTDOWN),
        price=Money(Decimal("0.99"), "USD"),
        list_price=Money(Decimal("4.99"), "USD"),
    )
    _, task = events(plan(channel("amazon-kdp", activities=(price,)), launch=LAUNCH), catalog)
    assert (
        "Offer: Kindle Countdown Deal, $0.99 instead of $4.99, until 11 April 2027"
        in str(task["DESCRIPTION"]).splitlines()
    )


def test_the_last_day_of_what_is_no_offer_is_not_called_one(catalog: Catalog) -> None:
    talk = work(due=-31, ends=-29, kind=ActivityKind.EVENT)
    _, task = events(plan(channel("own-website", activities=(talk,)), launch=LAUNCH), catalog)
    assert str(task["DESCRIPTION"]).splitlines()[1:] == ["Until 6 April 2027"]


def test_an_extract_that_knows_of_days_alone_makes_no_events_of_them(catalog: Catalog) -> None:
    inside = printed_plan(new_plan(SAMPLE), Choices("publicist"), catalog, DAY)
    assert any(not each.title for channel in inside.channels for each in channel.activities)
    assert "Task" not in [str(event["SUMMARY"]) for event in events(inside, catalog)]


@pytest.mark.parametrize("text", [*HOSTILE, "a;b,c\\n\r\nEND:VEVENT\r\nBEGIN:VEVENT", "小" * 80])
def test_text_is_text(text: str, catalog: Catalog) -> None:
    task = replace(work(due=0, notes=text), title=text)
    made = replace(plan(channel("own-website", activities=(task,)), launch=LAUNCH), title=text)
    launch, event = events(made, catalog)
    assert str(launch["SUMMARY"]) == f"Launch day: {clean(text)}"
    assert str(event["SUMMARY"]) == clean(text)
    assert str(event["DESCRIPTION"]).endswith(clean(text))


@settings(max_examples=25)
@given(made=plans)
def test_any_plan_makes_a_whole_calendar(catalog: Catalog, made: Plan) -> None:
    events(made, catalog)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2027, 3, 28), 26), (date(2027, 3, 29), 27), (date(2027, 10, 31), 28), (date(2027, 11, 1), 27)],
)
def test_an_alarm_rings_at_nine_though_clocks_change_in_between(
    day: date, hours: int, catalog: Catalog
) -> None:
    made = plan(channel("tiktok", activities=(work(due=day, at=time(12)),)))
    made = replace(made, author=replace(made.author, time_zone="Europe/London"))
    (event,) = events(made, catalog)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == -timedelta(hours=hours)
    rung = (event.decoded("dtstart") + alarm.decoded("trigger")).astimezone(ZoneInfo("Europe/London"))
    assert (rung.date(), rung.time()) == (day - timedelta(days=1), time(9))


@pytest.mark.parametrize(("zone", "said"), [("", True), ("Nowhere/Land", True), ("Asia/Kathmandu", False)])
def test_a_time_of_day_without_a_time_zone_is_told(zone: str, said: bool, catalog: Catalog) -> None:
    made = plan(channel("tiktok", activities=(work(due=DAY, at=time(12)),)))
    made = replace(made, author=replace(made.author, time_zone=zone))
    assert told_text(Context(made, catalog, (), DAY)) == (NO_ZONE.format("1 task", "has") if said else "")
