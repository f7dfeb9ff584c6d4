"""The shape of records in JSON, worked out once from their types: what reads, writes and describes them.

The schema is made for pydantic's core directly. ``TypeAdapter`` would make the same one in ten times
the time, and most starts of the program read no more than one plan.
"""

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.core.money import Money
from planner.core.records import remembered

if TYPE_CHECKING:
    from pydantic_core import CoreSchema, SchemaValidator

KEPT = "extra"
ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile("[0-9]{2}:[0-9]{2}")
TIME = "the time must be one of the day's, such as 18:30"
DAY = "the day must be one that exists, such as 2027-05-05"

Encode = Callable[[Any], Any]


class Shape(NamedTuple):
    """One field of a record: name, type, value when left out, and the kind of record it holds, if any."""

    name: str
    hint: Any
    default: object
    record: type[Any] | None
    encode: Encode


@remembered
def shapes(kind: type[Any]) -> tuple[Shape, ...]:
    """The fields of a record that stand in a file, in order."""
    return tuple(
        Shape(each.name, each.type, _default(each), _record(each.type), _encoder(each.type))
        for each in fields(kind)
        if each.name != KEPT
    )


def to_data(record: Any) -> dict[str, Any]:
    """A record as plain data: its fields in order, none at its default, and what a newer version wrote."""
    kept: Mapping[str, Mapping[str, Any]] = record.extra
    data: dict[str, Any] = dict(kept.get("", ()))
    for shape in shapes(type(record)):
        value = getattr(record, shape.name)
        if value != shape.default:
            data[shape.name] = shape.encode(value)
        if kept and shape.name in kept:
            data.update(kept[shape.name])
    return data


@remembered
def reader(kind: type[Any], *, keep: bool = False) -> "SchemaValidator":
    """What makes a record from plain data; with ``keep`` the data may hold an ``extra`` of unknown fields."""
    from pydantic_core import SchemaValidator

    return SchemaValidator(_record_schema(kind, keep=keep))


def json_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a record."""
    from pydantic.json_schema import GenerateJsonSchema

    class Description(GenerateJsonSchema):
        def field_is_present(self, field: Any) -> bool:
            return bool(field["name"] != KEPT)

    return Description().generate(_record_schema(kind, keep=False))


def aside(data: Any, kind: type[Any], *, keep: bool) -> Any:
    """Data of a newer version with the unknown fields of each record put into its ``extra``, or left out.

    ``extra`` holds them under the known field that they stood after, so that they can go back there.
    """
    if not isinstance(data, dict):
        return data
    known = {shape.name: shape.record for shape in shapes(kind)}
    made: dict[str, Any] = {}
    extra: dict[str, dict[str, Any]] = {}
    after = ""
    for name, value in data.items():
        if name in known:
            record = known[name]
            made[name] = _aside_below(value, record, keep=keep) if record else value
            after = name
        else:
            extra.setdefault(after, {})[name] = value
    if keep and extra:
        made[KEPT] = extra
    return made


def has_extra(record: Any) -> bool:
    """Whether a record, or any below it, holds fields that a newer version wrote."""
    return bool(record.extra) or any(has_extra(child) for child in _records_in(record))


def _records_in(record: Any) -> Iterator[Any]:
    for shape in shapes(type(record)):
        if shape.record:
            value = getattr(record, shape.name)
            yield from value if isinstance(value, tuple) else (value,)


def _aside_below(value: Any, kind: type[Any], *, keep: bool) -> Any:
    if isinstance(value, list):
        return [aside(each, kind, keep=keep) for each in value]
    return aside(value, kind, keep=keep)


def _default(each: Any) -> object:
    return each.default_factory() if each.default_factory is not MISSING else each.default


def _record(hint: Any) -> type[Any] | None:
    """The record that a field holds, or holds several of."""
    if typing.get_origin(hint) is tuple:
        hint = typing.get_args(hint)[0]
    return hint if is_dataclass(hint) and isinstance(hint, type) and hint is not Money else None


def _encoder(hint: Any) -> Encode:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        each = _encoder(args[0])
        return lambda values: [each(value) for value in values]
    if origin is Mapping:
        return dict
    if is_dataclass(hint):
        return str if hint is Money else to_data
    return _encode_plain


def _encode_plain(value: Any) -> Any:
    if isinstance(value, Money | Enum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _record_schema(kind: type[Any], *, keep: bool) -> "CoreSchema":
    from pydantic_core import core_schema as cs

    def parts() -> Iterator[cs.DataclassField]:
        for shape in shapes(kind):
            schema = _schema(shape.hint, keep=keep)
            if shape.default is not MISSING:
                schema = cs.with_default_schema(schema, default=shape.default)
            yield cs.dataclass_field(shape.name, schema, kw_only=True)
        kept = cs.with_default_schema(cs.dict_schema(), default_factory=dict)
        yield cs.dataclass_field(KEPT, kept, kw_only=True, init=keep)

    names = [each.name for each in fields(kind)]
    return cs.dataclass_schema(
        kind,
        cs.dataclass_args_schema(kind.__name__, list(parts()), extra_behavior="forbid"),
        names,
        slots=True,
        post_init=hasattr(kind, "__post_init__"),
        config=cs.CoreConfig(extra_fields_behavior="forbid"),
    )


def _schema(hint: Any, *, keep: bool) -> "CoreSchema":
    from pydantic_core import core_schema as cs

    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _union_schema([arg for arg in args if arg is not type(None)], len(args), keep=keep)
    if origin is tuple:
        return cs.tuple_schema([_schema(args[0], keep=keep)], variadic_item_index=0)
    if origin is Mapping:
        return cs.dict_schema(_schema(args[0], keep=keep), _schema(args[1], keep=keep))
    if hint is Money:
        return _text_schema(Money.parse, {"pattern": r"^\d+(\.\d+)? [A-Z]{3}$", "examples": ["12.50 USD"]})
    if hint is date:
        return _text_schema(_day, {"format": "date"})
    if hint is time:
        return _text_schema(_time, {"pattern": "^[0-2][0-9]:[0-5][0-9]$", "examples": ["18:30"]})
    if is_dataclass(hint):
        return _record_schema(typing.cast("type[Any]", hint), keep=keep)
    if issubclass(hint, Enum):
        return cs.enum_schema(hint, list(hint), sub_type="str")
    if hint is float:
        return cs.float_schema(strict=True, allow_inf_nan=False)
    plain: dict[Any, Callable[..., CoreSchema]] = {
        str: cs.str_schema,
        int: cs.int_schema,
        bool: cs.bool_schema,
    }
    return plain[hint](strict=True)


def _union_schema(kinds: list[Any], given: int, *, keep: bool) -> "CoreSchema":
    """A kind or nothing, a day or a whole number (told apart by being text or not), or both."""
    from pydantic_core import core_schema as cs

    schemas: list[CoreSchema | tuple[CoreSchema, str]] = [_schema(kind, keep=keep) for kind in kinds]
    schema = cs.union_schema(
        schemas,
        mode="left_to_right",
        custom_error_type="when",
        custom_error_message=f"{DAY}, or a whole number of days from launch",
    )
    one = _schema(kinds[0], keep=keep) if len(kinds) == 1 else schema
    return cs.nullable_schema(one) if given > len(kinds) else one


def _text_schema(parse: Callable[[str], object], description: dict[str, Any]) -> "CoreSchema":
    from pydantic_core import core_schema as cs

    return cs.no_info_after_validator_function(
        parse, cs.str_schema(strict=True), metadata={"pydantic_js_updates": description}
    )


def _day(text: str) -> date:
    if ISO_DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise ValueError(DAY)


def _time(text: str) -> time:
    if CLOCK.fullmatch(text):
        with suppress(ValueError):
            return time.fromisoformat(text)
    raise ValueError(TIME)
