"""Launch day and the tasks as a calendar file (iCalendar, RFC 5545).

Tasks are events and no to-dos: most calendars show the one and pass over the other. A whole day has no hour
and no time zone, so it is the same day everywhere; a time of day where the author lives is one moment
everywhere. Neither makes anyone busy.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vDatetime, vText

from planner.core.days import in_zone
from planner.core.plan import Activity, Channel, Phase, State
from planner.core.words import counted, offer_text
from planner.export.outline.context import Context, hours_text
from planner.export.text import clean

_MAKER = "-//Frontlist//Marketing plan//EN"
_MORNING = timedelta(hours=9)
_THE_DAY_BEFORE = timedelta(days=1)
_EARLIEST = 3650
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


def undated_text(context: Context) -> str:
    """How many tasks the calendar leaves out, as they have no day, in a sentence, or nothing."""
    undated = sum(context.day_of(activity.due) is None for *_, activity in _wanted(context))
    has = "has" if undated == 1 else "have"
    return f"{counted(undated, 'task')} {has} no day, and so no place in the calendar." if undated else ""


def _events(context: Context) -> Iterator[Event]:
    plan = context.plan
    if plan.launch:
        title = f"Launch day: {plan.book.title or plan.name}"
        event = _event(context, "launch", plan.launch, title)
        event.add_component(_alarm(title, _MORNING - _THE_DAY_BEFORE))
        yield event
    for phase, channel, activity in _wanted(context):
        day = context.day_of(activity.due)
        if day:
            yield _task(context, phase, channel, activity, day)


def _wanted(context: Context) -> Iterator[tuple[Phase, Channel, Activity]]:
    """The tasks that were not dropped, each with where it belongs."""
    return (
        (phase, channel, activity)
        for phase, channel in context.channels()
        for activity in channel.activities
        if activity.state is not State.DROPPED
    )


def _task(context: Context, phase: Phase, channel: Channel, activity: Activity, day: date) -> Event:
    title = activity.title or str(activity.kind).capitalize()
    done = activity.state is State.DONE
    event = _event(context, activity.id, day, f"✓ {title}" if done else title)
    last, clock = context.day_of(activity.ends), timedelta()
    if last and last > day:
        event.add("dtend", min(last, _LAST_DAY) + timedelta(days=1))
    elif activity.at and (moment := in_zone(day, activity.at, context.plan.author.time_zone, "UTC")):
        event["dtstart"] = vDatetime(moment)
        clock = timedelta(hours=activity.at.hour, minutes=activity.at.minute)
    event.add("description", clean("\n".join(_details(context, phase, channel, activity))))
    if not done:
        event.add_component(_alarm(title, _reminder(activity) - clock))
    return event


def _event(context: Context, id: str, day: date, title: str) -> Event:
    event = Event()
    event.add("uid", f"{id}@{context.plan.id}.frontlist")
    event.add("dtstamp", datetime.combine(context.day, time(), UTC))
    event.add("dtstart", day)
    event.add("summary", clean(title))
    event.add("transp", "TRANSPARENT")
    return event


def _details(context: Context, phase: Phase, channel: Channel, activity: Activity) -> Iterator[str]:
    yield f"{context.platform_name(channel.platform)} · {phase.name} · {activity.kind}"
    owner = context.person(activity.owner)
    if owner:
        yield f"Owner: {owner}"
    if activity.at:
        yield f"At {activity.at:%H:%M} {context.plan.author.time_zone}".rstrip()
    if offer := offer_text(activity, context.plan.launch):
        yield f"Offer: {offer}"
    if activity.hours:
        yield f"Takes {hours_text(activity.hours)}"
    if activity.notes:
        yield activity.notes


def _reminder(activity: Activity) -> timedelta:
    """Counted from midnight of the day: nine in the morning, a day before or as long as the task takes."""
    return _MORNING - max(_THE_DAY_BEFORE, timedelta(days=min(activity.lead_days or 0, _EARLIEST)))


def _alarm(title: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(title))
    alarm.add("trigger", trigger)
    return alarm
