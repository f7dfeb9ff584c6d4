"""Launch day, the book's days and the tasks as a calendar file (iCalendar, RFC 5545).

Tasks are events and no to-dos: most calendars show the one and pass over the other. A whole day has no hour
and no time zone, so it is the same day everywhere; a time of day where the author lives is one moment
everywhere, or by each calendar's own clock where nobody has said where that is. Neither makes anyone busy.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vDatetime, vText

from planner.core.days import HOURS_IN_A_DAY, days_before, in_zone
from planner.core.phrasing import counted, upper_first
from planner.core.plan import Activity, Channel, Phase
from planner.core.plan_words import activity_label, is_offer, offer_text, side_terms
from planner.core.vocabulary import ActivityKind, State
from planner.export.outline.context import Context, hours_text, in_one_line
from planner.export.outline.tasks import clock_text
from planner.export.text import clean

_MAKER = "-//Frontlist//Marketing plan//EN"
_MORNING: Final = time(9)
_THE_DAY_BEFORE = 1
_EARLIEST = 3650
NO_DAY = "{} {} no day, and so no place in the calendar."
NO_ZONE = (
    "{} {} a time of day that each calendar takes by its own clock, as the author's time zone is not known. "
    "The brief has room for it."
)
_LAST_DAY = date.max - timedelta(days=1)


def calendar(context: Context) -> bytes:
    """The calendar of a plan; what has no day, or was dropped, is left out.

    Equal plans and days give equal bytes, and a calendar that has had the file before changes its events
    instead of doubling them.
    """
    made = Calendar()
    made.add("prodid", _MAKER)
    made.add("version", "2.0")
    made.add("x-wr-calname", vText(clean(context.plan.name)))
    for event in _events(context):
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def is_empty(context: Context) -> bool:
    """Whether nothing has a day: a calendar without an event is none."""
    return next(_events(context), None) is None


def told_text(context: Context) -> str:
    """How many tasks the calendar leaves out or sets without their time of day, in sentences, or nothing."""
    wanted = [activity for *_, activity in _wanted(context)]
    undated = sum(context.day_of(activity.due) is None for activity in wanted)
    without_zone = sum(_is_without_zone(context, activity) for activity in wanted)
    told = ((undated, NO_DAY), (without_zone, NO_ZONE))
    return " ".join(_counted(words, number) for number, words in told if number)


def _counted(words: str, tasks: int) -> str:
    return words.format(counted(tasks, "task"), "has" if tasks == 1 else "have")


def _is_without_zone(context: Context, activity: Activity) -> bool:
    """Whether a task has a time of day that is no moment, as nothing says by which clock it is."""
    day, clock = context.day_of(activity.due), activity.at
    timed = day and clock and not _lasts(context, activity)
    return bool(day and clock and timed and _moment(context, day, clock).tzinfo is None)


def _events(context: Context) -> Iterator[Event]:
    plan = context.plan
    if plan.launch:
        title = f"Launch day: {plan.book.title or plan.name}"
        event = _event(context, "launch", plan.launch, title)
        event.add_component(_alarm(title, _before_midnight(_THE_DAY_BEFORE)))
        yield event
    yield from _days_of_the_book(context)
    for phase, channel, activity in _wanted(context):
        day = context.day_of(activity.due)
        if day:
            yield _task(context, phase, channel, activity, day)


def _days_of_the_book(context: Context) -> Iterator[Event]:
    """The days on which the book can be bought and ordered ahead, where these are others than launch day."""
    book = context.plan.book
    named = book.title or context.plan.name
    for id, when, said in (
        ("preorder", book.preorder, "Pre-order opens"),
        ("release", book.release, "Release"),
    ):
        day = context.day_of(when)
        if day and day != context.plan.launch:
            event = _event(context, id, day, f"{said}: {named}")
            event.add_component(_alarm(f"{said}: {named}", _before_midnight(_THE_DAY_BEFORE)))
            yield event


def _wanted(context: Context) -> Iterator[tuple[Phase, Channel, Activity]]:
    """The tasks that were not dropped, each with where it belongs; an extract may know no more than days."""
    return (
        (phase, channel, activity)
        for phase, channel in context.channels()
        for activity in channel.activities
        if activity.state is not State.DROPPED
        if not context.plan.extract or activity.title or activity.kind is not ActivityKind.TASK
    )


def _task(context: Context, phase: Phase, channel: Channel, activity: Activity, day: date) -> Event:
    title = activity_label(activity)
    done = activity.state is State.DONE
    event = _event(context, activity.id, day, f"✓ {title}" if done else title)
    ahead = _days_ahead(activity)
    reminder = _before_midnight(ahead)
    if last := _lasts(context, activity):
        event.add("dtend", min(last, _LAST_DAY) + timedelta(days=1))
    elif activity.at:
        moment = _moment(context, day, activity.at)
        event["dtstart"] = vDatetime(moment)
        if hours := _length(activity, day):
            event["dtend"] = vDatetime(moment + timedelta(hours=hours))
        reminded = _moment(context, days_before(day, ahead), _MORNING)
        if (reminded.tzinfo is None) is (moment.tzinfo is None):
            reminder = reminded - moment
    event.add("description", clean("\n".join(_details(context, phase, channel, activity))))
    if not done:
        event.add_component(_alarm(title, reminder))
    return event


def _lasts(context: Context, activity: Activity) -> date | None:
    """The last day of what takes more than one."""
    day, last = context.day_of(activity.due), context.day_of(activity.ends)
    return last if day and last and last > day else None


def _length(activity: Activity, day: date) -> float | None:
    """How many hours an event goes on; of other work, hours are what it takes to make."""
    hours = activity.hours if activity.kind is ActivityKind.EVENT else None
    return hours if hours and hours <= HOURS_IN_A_DAY and day < _LAST_DAY else None


def _moment(context: Context, day: date, clock: time) -> datetime:
    """A time of day where the author lives, in UTC, or by the reader's clock where that is not known.

    Clocks change there, and so a day may have 23 hours.
    """
    return in_zone(day, clock, context.plan.author.time_zone, "UTC") or datetime.combine(day, clock)


def _event(context: Context, id: str, day: date, title: str) -> Event:
    event = Event()
    event.add("uid", f"{id}@{context.plan.id}.frontlist")
    event.add("dtstamp", datetime.combine(context.day, time(), UTC))
    event.add("dtstart", day)
    event.add("summary", clean(title))
    event.add("transp", "TRANSPARENT")
    return event


def _details(context: Context, phase: Phase, channel: Channel, activity: Activity) -> Iterator[str]:
    yield in_one_line(context.platform_name(channel.platform), phase.name, str(activity.kind))
    owner = context.person(activity.owner)
    if owner:
        yield f"Owner: {owner}"
    if activity.at:
        yield f"At {clock_text(activity)} {context.plan.author.time_zone}".rstrip()
    if offer := offer_text(context.catalog, activity, context.plan.launch):
        yield f"Offer: {offer}" if is_offer(activity) else upper_first(offer)
    yield from map(upper_first, side_terms(context.catalog, activity))
    if activity.hours:
        yield f"Takes {hours_text(activity.hours)}"
    if activity.notes:
        yield activity.notes


def _days_ahead(activity: Activity) -> int:
    """So many days before a task the alarm goes off: one, or as many as the task takes."""
    return max(_THE_DAY_BEFORE, min(activity.lead_days or 0, _EARLIEST))


def _before_midnight(days: int) -> timedelta:
    """From midnight of a whole day back to the morning so many days before."""
    return timedelta(hours=_MORNING.hour) - timedelta(days=days)


def _alarm(title: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(title))
    alarm.add("trigger", trigger)
    return alarm
