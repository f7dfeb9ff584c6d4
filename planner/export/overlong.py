"""Cuts texts of more lines, and names of more letters, than anybody reads, and says so where they end."""

from typing import Any, Final

from planner.core.plan import Author
from planner.export.cut import cut
from planner.export.every_text import rewritten
from planner.export.text import clean

MOST_LINES: Final = 1_000
MOST_IN_A_NAME: Final = 1_000
CUT: Final = "(This text has {:,} more lines, which are left out here.)"
CUT_NAME: Final = "{} (It has {:,} characters, of which the others are left out here.)"
OVERLONG: Final = f"A text ends after {MOST_LINES:,} lines, and a name after {MOST_IN_A_NAME:,} characters."
# What is said in one line, and many times over.
NAMES: Final = frozenset(
    (
        *("author", "cadence", "genre", "handle", "label", "language", "languages", "markets", "name"),
        *("options", "placement", "platform", "region", "series", "status", "subtitle", "text", "title"),
        "tracking",
    )
)


def readable(record: Any) -> Any:
    """A record with all below it, whose endless texts and names are cut; itself where there are none."""
    return rewritten(record, lambda text, *of: _name(text, *of) if _is_name(*of) else _text(text))


def is_overlong(record: Any) -> bool:
    """Whether an endless text or name stands in a record or below it."""
    return readable(record) is not record


def with_short_names(record: Any) -> Any:
    """A record with all below it, of which the endless names alone are cut; itself where there are none."""
    return rewritten(record, _name)


def _is_name(kind: type[Any], field: str) -> bool:
    """Whether a field holds a name; what an author has to say of their platform is a text."""
    return field in NAMES and (kind, field) != (Author, "platform")


def _name(text: str, kind: type[Any], field: str) -> str:
    if len(text) <= MOST_IN_A_NAME or not _is_name(kind, field):
        return text
    return CUT_NAME.format(cut(text, MOST_IN_A_NAME), len(text))


def _text(text: str) -> str:
    # No line end is missed by Python, and to clean a long text takes a hundred times as long.
    if len(text.splitlines()) < MOST_LINES:
        return text
    lines = clean(text).split("\n")
    if len(lines) <= MOST_LINES:
        return text
    return "\n".join((*lines[:MOST_LINES], CUT.format(len(lines) - MOST_LINES)))
