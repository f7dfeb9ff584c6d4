"""Frozen classes: records, each equal to itself alone, and values, which are what they hold.

``dataclass`` by itself writes the methods of each class as text and compiles them at every start, which takes
longer than most commands do with them; here a few functions do for all classes.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(field,))
def record(kind: type[T]) -> type[T]:
    """Make a class a record that is equal to itself alone, and frozen as far as the type checker sees."""
    made = _bare(kind)
    whole = _completing(made)

    def fill(one: Any, /, **named: Any) -> None:
        for name, each in whole(named).items():
            setattr(one, name, each)

    made.__init__ = fill
    return cast("type[T]", made)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def named_value(kind: type[T]) -> type[T]:
    """Make a class one of values whose fields are given by name."""
    return value(kind)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make a class one of values, which are compared by what they hold, and frozen at run time too."""
    made = _bare(kind)
    names = tuple(each.name for each in fields(made))
    compared = attrgetter(*(each.name for each in fields(made) if each.compare))
    whole, check = _completing(made), getattr(made, "__post_init__", None)

    def fill(one: Any, /, *given: Any, **named: Any) -> None:
        _set_state(one, whole({**dict(zip(names, given, strict=False)), **named} if given else named))
        if check:
            check(one)

    def is_equal(one: T, other: object) -> bool:
        return bool(compared(one) == compared(other)) if type(one) is type(other) else NotImplemented

    made.__init__, made.__eq__, made.__hash__ = fill, is_equal, lambda one: hash(compared(one))
    made.__match_args__ = names  # type: ignore[misc]
    made.__repr__, made.__getstate__, made.__setstate__ = _text, _state, _set_state
    made.__setattr__ = made.__delattr__ = _refuse
    return cast("type[T]", made)


def _bare(kind: type[Any]) -> Any:
    """A class with a place for each of its fields, and no methods for them."""
    return dataclass(init=False, repr=False, eq=False, match_args=False, slots=True, kw_only=True)(kind)


def _completing(kind: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """What adds the defaults of a class to values by name; raises TypeError where more or fewer are given."""
    names = [each.name for each in fields(kind)]
    defaults = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    makers = [(each.name, each.default_factory) for each in fields(kind) if callable(each.default_factory)]

    def whole(given: dict[str, Any]) -> dict[str, Any]:
        values = {**defaults, **given}
        if len(values) < len(names):
            values = {name: make() for name, make in makers} | values
        if len(values) != len(names):
            raise TypeError(f"{kind.__name__} is made of {', '.join(names)}")
        return values

    return whole


def _text(one: Any) -> str:
    held = (f"{each.name}={getattr(one, each.name)!r}" for each in fields(one))
    return f"{type(one).__qualname__}({', '.join(held)})"


def _state(one: Any) -> dict[str, Any]:
    return {each.name: getattr(one, each.name) for each in fields(one)}


def _set_state(one: Any, state: Mapping[str, Any]) -> None:
    put = object.__setattr__
    for name, held in state.items():
        put(one, name, held)


def _refuse(_: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")
