"""What stands in a field: how values are shown, and how what was typed is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from planner.core.days import day_said, day_text, offset, resolve, t_minus
from planner.core.money import Money
from planner.core.phrasing import upper_first

MOST_DIGITS = 12


class Kind(StrEnum):
    """What a field holds, and so how it is edited."""

    SHORT = "short text"
    LONG = "long text"
    CHOICE = "choice"
    YES_NO = "yes or no"
    MONEY = "amount"
    NUMBER = "number"
    WHOLE = "whole number"
    WHEN = "day of the plan"
    DATE = "date"
    TIME = "time of day"
    LIST = "list"
    LINES = "a list by lines"


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading a value depends on: the plan's currency and its launch day."""

    currency: str = "USD"
    launch: date | None = None


def shown(kind: Kind, value: object, setting: Setting) -> str:
    """A value as it stands in its field."""
    match value:
        case None:
            return ""
        case Money():
            return value.typed if value.currency == setting.currency else f"{value.typed} {value.currency}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case tuple() if kind is Kind.LINES:
            return "\n".join(map(str, value))
        case tuple():
            return ", ".join(map(str, value))
        case int() if kind is Kind.WHEN:
            return t_minus(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def read(kind: Kind, text: str, setting: Setting) -> object:
    """The value that a text means; raises ValueError, whose text is a plain sentence."""
    reader = READERS.get(kind)
    return reader(text.strip(), setting) if reader else text


def meaning(kind: Kind, value: object, setting: Setting) -> str:
    """What a day comes to, beside the field: the date of T-28, or the T-minus of a date."""
    if kind is not Kind.WHEN or value is None:
        return ""
    if isinstance(value, date):
        return t_minus((value - setting.launch).days) if setting.launch else ""
    day = resolve(value, setting.launch) if isinstance(value, int) else None
    return day_text(day) if day else ""


def said_as(before: object, day: date, setting: Setting) -> date | int:
    """A day as the value before it is said: counted from launch where that was, and as a date otherwise."""
    days = offset(day, setting.launch)
    return day if days is None or not isinstance(before, int) else days


def _money(text: str, setting: Setting) -> Money | None:
    if not text:
        return None
    try:
        return Money.said(text, setting.currency)
    except ValueError as error:
        raise ValueError(f"{upper_first(str(error))}.") from None


def _number(text: str, _setting: Setting) -> float | None:
    if not text:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise ValueError("Write a number such as 2.5.") from None
    if not 0 <= number < 1e9:
        raise ValueError("Write a number from 0 to 999999999.")
    return number


def _whole(text: str, _setting: Setting) -> int | None:
    if not text:
        return None
    bare = text.replace(",", "").replace(" ", "")
    if not bare.isdecimal():
        raise ValueError("Write a whole number, such as 3 or 500.")
    if len(bare) > MOST_DIGITS:
        raise ValueError(f"Write a whole number of at most {MOST_DIGITS} digits.")
    return int(bare)


def _when(text: str, _setting: Setting) -> date | int | None:
    if not text:
        return None
    offset = text.upper().replace(" ", "").replace("−", "-").removeprefix("T")
    if offset in ("", "0"):
        return 0
    if offset[0] in "+-" and offset[1:].isdecimal() and len(offset) < 6:
        return int(offset)
    return day_said(text, "Write a day that exists, such as T-28, T+14, 2027-05-04 or 4 May 2027.")


def _date(text: str, _setting: Setting) -> date | None:
    return day_said(text, "Write a date that exists, such as 2027-05-04 or 4 May 2027.") if text else None


def _time(text: str, _setting: Setting) -> time | None:
    if not text:
        return None
    hours, _, minutes = text.replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        raise ValueError("Write a time of day such as 18:30.") from None


def _list(text: str, _setting: Setting) -> tuple[str, ...]:
    return _each(re.split("[,;，、；]", text))


def _lines(text: str, _setting: Setting) -> tuple[str, ...]:
    return _each(text.splitlines())


def _each(pieces: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for piece in pieces if (part := piece.strip())))


READERS: Mapping[Kind, Callable[[str, Setting], object]] = {
    Kind.MONEY: _money,
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.WHEN: _when,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.LIST: _list,
    Kind.LINES: _lines,
}
