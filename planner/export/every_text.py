"""Changes every text of a record and of all below it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from planner.core.records import remembered

Change = Callable[[str, type[Any], str], str]
"""From a text, the kind of its record and the name of its field to what stands there instead."""


def rewritten(record: Any, change: Change) -> Any:
    """A record with all below it, each text of which is changed; itself where that changes nothing."""
    values = {}
    for field in _fields_with_text(type(record)):
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


@remembered
def _fields_with_text(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a record in which a text may stand, or below which; none where it is no record."""
    known = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in known if _may_hold_text(field.type))


def _may_hold_text(hint: Any) -> bool:
    return hint is str or any(map(_may_hold_text, get_args(hint))) or bool(_fields_with_text(hint))
