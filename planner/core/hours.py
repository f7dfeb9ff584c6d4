"""Hours in words."""

from math import ceil, floor

DIGITS = 6
PARTS = 100


def exact_hours(hours: float) -> str:
    """Hours to the hundredth, as "1.25" or "1,234.5"; rounded up, so that over a limit reads as over it."""
    whole, rest = divmod(hours, 1)
    return f"{whole + ceil(round(rest * PARTS, DIGITS)) / PARTS:,.2f}".rstrip("0").rstrip(".")


def spare_hours(hours: float) -> str:
    """The same, rounded down, so that no more is told to be left than there is."""
    return exact_hours(floor(round(hours * PARTS, DIGITS)) / PARTS)


def with_hours(number: str) -> str:
    """A number of hours with the word behind it: "1 hour", "1.5 hours"."""
    return f"{number} hour" if number == "1" else f"{number} hours"
