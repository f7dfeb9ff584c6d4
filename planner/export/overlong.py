"""Cuts texts of more lines than anybody reads, and says so where they end."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from planner.export.text import clean

MOST_LINES = 1_000
CUT = "(This text has {:,} more lines, which are left out here. They stand in the plan.)"


def readable(record: Any) -> Any:
    """A record with all below it, whose endless texts are cut; itself where there are none."""
    values = {}
    for field in fields(record):
        value = getattr(record, field.name)
        cut = _cut(value)
        if cut is not value:
            values[field.name] = cut
    return replace(record, **values) if values else record


def _cut(value: Any) -> Any:
    if type(value) is str:
        return _cut_text(value) if len(value) > MOST_LINES else value
    if isinstance(value, tuple):
        cut = tuple(map(_cut, value))
        return cut if any(new is not old for new, old in zip(cut, value, strict=True)) else value
    return readable(value) if is_dataclass(value) else value


def _cut_text(text: str) -> str:
    lines = clean(text).split("\n")
    if len(lines) <= MOST_LINES:
        return text
    return "\n".join((*lines[:MOST_LINES], CUT.format(len(lines) - MOST_LINES)))
