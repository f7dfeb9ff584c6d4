"""Frozen records: what makes a class one, and what builds one from plain data, trusting its shape."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from sys import intern
from typing import Any, TypeVar, dataclass_transform

from planner.core.days import When
from planner.core.money import Money

F = TypeVar("F", bound=Callable[..., Any])
R = TypeVar("R")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(field,))
def record(kind: type[R]) -> type[R]:
    """Make a class a record that is equal to itself alone, and frozen as far as the type checker sees.

    To refuse changes at run time too, to compare by value, and a text of all values would make these classes
    take three times as long at every start.
    """
    return dataclass(slots=True, kw_only=True, eq=False, repr=False)(kind)


def remembered(function: F) -> F:
    """The function, asked only once for the same arguments; to mypy, ``cache`` takes no classes."""
    return typing.cast("F", cache(function))


@remembered
def field_names(kind: type[Any]) -> tuple[str, ...]:
    """The names of a record's fields, none where it is no record."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def build(kind: type[Any], data: Mapping[str, Any]) -> Any:
    """A record of ``kind`` from a mapping of its fields.

    Raises TypeError for a field that the record does not have, and for one that is missing.
    """
    values = {**data}
    for name, make in _makers(kind).items():
        if name in values:
            values[name] = make(values[name])
    return kind(**values)


@remembered
def _makers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """What makes the values of those fields that are not kept as they are."""
    makers = {field.name: _maker(field.type) for field in fields(kind)}
    return {name: make for name, make in makers.items() if make is not _as_it_is}


def _maker(hint: Any) -> Callable[[Any], Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _optional(_maker(date if date in args else next(arg for arg in args if arg is not type(None))))
    if origin is tuple:
        return _each(_maker(args[0]))
    if origin is Mapping:
        return _values(_maker(args[1]))
    if hint is str:
        return intern  # the same few ids stand in thousands of records
    if hint is date:
        return _day
    if hint is time:
        return time.fromisoformat
    if hint is Money:
        return Money.parse
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if is_dataclass(hint):
        return lambda value: build(typing.cast("type[Any]", hint), value)
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _day(value: When | str) -> When:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _optional(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    if make is _as_it_is:
        return make
    return lambda value: None if value is None else make(value)


def _each(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    if make is _as_it_is:
        return tuple
    return lambda values: tuple(map(make, values))


def _values(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda mapping: {key: make(value) for key, value in mapping.items()}
