"""Hours in words."""

from math import ceil

DIGITS = 6


def hours_number(hours: float, parts: int = 10) -> str:
    """Hours in tenths or smaller parts, rounded up: what is over a limit never reads as if it were not."""
    whole, rest = divmod(hours, 1)
    return f"{whole + ceil(round(rest * parts, DIGITS)) / parts:,.2f}".rstrip("0").rstrip(".")


def exact_hours(hours: float) -> str:
    """Hours as somebody gave them, as far as hundredths: "6", "1.25", "1,234.5"."""
    return hours_number(hours, 100)


def with_hours(number: str) -> str:
    """A number of hours with the word behind it: "1 hour", "1.5 hours"."""
    return f"{number} hour" if number == "1" else f"{number} hours"
