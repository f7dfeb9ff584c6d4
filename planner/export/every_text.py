"""Changes every text of a record and of all below it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from planner.core.records import field_names

Change = Callable[[str, type[Any], str], str]
"""From a text, the kind of its record and the name of its field to what stands there instead."""


def rewritten(record: Any, change: Change) -> Any:
    """A record with all below it, each text of which is changed; itself where that changes nothing."""
    values = {}
    for field in field_names(type(record)):
        value = getattr(record, field)
        other = _value(value, type(record), field, change)
        if other is not value:
            values[field] = other
    return replace(record, **values) if values else record


def _value(value: Any, kind: type[Any], field: str, change: Change) -> Any:
    if type(value) is str:
        return change(value, kind, field)
    if isinstance(value, tuple):
        others = tuple(_value(each, kind, field, change) for each in value)
        return others if any(new is not old for new, old in zip(others, value, strict=True)) else value
    return rewritten(value, change)
