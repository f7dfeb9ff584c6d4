"""Days of a plan: calendar dates, or whole days counted from launch."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from functools import lru_cache

When = date | int
HOURS_IN_A_DAY = 24
REMEMBERED = 1000

# Names of our own: the system's follow the user's language, and a document must be the same everywhere.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
IN_NUMBERS = r"(\d\d?)[./-] ?(\d\d?)[./-] ?(\d{4})"


def resolve(when: When | None, launch: date | None) -> date | None:
    """The calendar day of ``when``, or None where it is open or the launch has no date yet."""
    if when is None or isinstance(when, date):
        return when
    if launch is None:
        return None
    try:
        return launch + timedelta(days=when)
    except OverflowError:
        return None


def offset(when: When | None, launch: date | None) -> int | None:
    """Whole days from launch to ``when``, negative before it, or None where that is not known."""
    if when is None or isinstance(when, int):
        return when
    return None if launch is None else (when - launch).days


def days_between(first: When | None, second: When | None, launch: date | None) -> int | None:
    """Whole days from one day to another, or None where that is not known: two dates need no launch day."""
    if isinstance(first, date) and isinstance(second, date):
        return (second - first).days
    one, two = offset(first, launch), offset(second, launch)
    return None if one is None or two is None else two - one


def days_before(day: date, days: int) -> date:
    """The day some days earlier, or the first of all."""
    return date.fromordinal(max(1, day.toordinal() - days))


def day_after(when: When, days: int) -> When:
    """The day some days later, or earlier, counted as the first is; the last or first of all at most."""
    if isinstance(when, int):
        return when + days
    return date.fromordinal(max(1, min(when.toordinal() + days, date.max.toordinal())))


@lru_cache(maxsize=REMEMBERED)
def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if year > MAXYEAR else date.min
    first = date(year, month + 1, 1)
    for last in (day.day, 30, 29, 28):
        with suppress(ValueError):
            return first.replace(day=last)
    return first


def last_day(period: str) -> date:
    """The last day of a year, a month or a day: 2026, 2026-04 or 2026-04-21. Raises ValueError for others."""
    parts = period.split("-")
    first = date.fromisoformat("-".join([*parts, "01", "01"][: max(3, len(parts))]))
    return months_after(first, {1: 12, 2: 1}.get(len(parts), 0)) - timedelta(days=len(parts) < 3)


def in_zone(day: date, clock: time, here: str, there: str) -> datetime | None:
    """A moment of a day in one time zone by the clock of another, or None where a zone is not known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.combine(day, clock, ZoneInfo(here)).astimezone(ZoneInfo(there))
    except (ValueError, OSError, OverflowError, ZoneInfoNotFoundError):
        return None


def day_now(zone: str) -> date:
    """The day that it is now in a time zone, or by the computer's clock where that zone is not known."""
    if not zone:
        return date.today()
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.now(ZoneInfo(zone)).date()
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return date.today()


def day_said(text: str, otherwise: str) -> date:
    """The day that a text means: 2027-05-04, 4 May 2027, May 4, 2027 or 31/05/2027.

    Raises ValueError for others; its text names both days where it may be either, or else is ``otherwise``.
    """
    numbers = re.fullmatch(IN_NUMBERS, text)
    days = tuple(_readings(*map(int, numbers.groups()))) if numbers else ()
    if len(days) > 1:
        said, written = (" or ".join(map(each, days)) for each in (day_text, date.isoformat))
        raise ValueError(f"“{text}” may be {said}: write {written}.")
    try:
        return days[0] if days else _day_named(text)
    except ValueError:
        raise ValueError(otherwise) from None


def _readings(first: int, second: int, year: int) -> Iterator[date]:
    """What two numbers before a year may be: day and month, and month and day."""
    for day, month in dict.fromkeys(((first, second), (second, first))):
        with suppress(ValueError):
            yield date(year, month, day)


def _day_named(text: str) -> date:
    parts = text.replace(",", " ").replace(".", " ").split()
    named = [number for part in parts for number, name in enumerate(MONTHS, 1) if _is_short_for(part, name)]
    numbers = [part for part in parts if part.isdecimal()]
    if len(parts) != 3 or len(named) != 1 or len(numbers) != 2 or len(numbers[1]) != 4:
        return date.fromisoformat(text)
    return date(int(numbers[1]), named[0], int(numbers[0]))


def _is_short_for(word: str, month: str) -> bool:
    return len(word) > 2 and month.lower().startswith(word.lower())


def t_minus(days: int) -> str:
    """The trade's short form of a day counted from launch: T-28, T, T+14."""
    return "T" if days == 0 else f"T{days:+d}"


def day_text(day: date) -> str:
    """A day as people read it: 5 May 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day_text(day: date) -> str:
    """A day without its year: 5 May."""
    return f"{day.day} {month_text(day)}"


def brief_day_text(day: date) -> str:
    """A day with its year in short: 5 May 2027, 1 Sep 2027."""
    return f"{short_day_text(day)} {day.year}"


def when_text(when: When | None, launch: date | None) -> str:
    """A day of a plan as a date where that is known, else counted from launch; "" where it is open."""
    day = resolve(when, launch)
    if day is not None:
        return day_text(day)
    return t_minus(when) if isinstance(when, int) else ""


def stretch_text(starts: When | None, ends: When | None, launch: date | None, *, narrow: bool = False) -> str:
    """From when to when: "12 Jan – 8 Mar", "from 18 May", "until T-1"; "" where both ends are open.

    One day is said once. Years are said unless all is in the launch's: "25 Dec 2026 – 4 Jan 2027", once where
    it is one, and in a narrow place where it can be no other.
    """
    days = [resolve(when, launch) for when in (starts, ends)]
    years = {day.year for day in days if day}
    short = launch is not None and years == {launch.year}
    once = None not in days and (len(years) == 1 or (narrow and _within_a_year(*days)))
    first = _end_text(starts, days[0], short=short or once)
    last = _end_text(ends, days[1], short=short)
    if first and last:
        return last if starts == ends or (days[0] and days[0] == days[1]) else f"{first} – {last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def _within_a_year(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and timedelta(0) <= last - first < timedelta(365)


def _end_text(when: When | None, day: date | None, *, short: bool) -> str:
    if day is None:
        return when_text(when, None)
    return short_day_text(day) if short else brief_day_text(day)


def month_text(day: date) -> str:
    """A day's month in three letters: May."""
    return MONTHS[day.month - 1][:3]
