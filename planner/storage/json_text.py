"""JSON text to plain data and back, strictly: UTF-8, no key twice, no NaN, no lone surrogates."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from planner.storage.errors import shown

Place = tuple[str | int, ...]

LONGEST = 4000

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
SURROGATE = re.compile("[\ud800-\udfff]")
SUSPICIOUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]|\\\\u(?:00[01789]|d[89a-f])", re.IGNORECASE)


class JsonError(Exception):
    """A text that is not the JSON we read; ``place`` names where, in words."""

    def __init__(self, problem: str, place: str = "") -> None:
        self.problem = problem
        self.place = place
        super().__init__(problem)


class Parsed(NamedTuple):
    """The data of a text, and the places of the texts in it that lost control characters."""

    data: Any
    cleaned: tuple[Place, ...] = ()


class _Pairs(list[tuple[str, Any]]):
    """An object as it was written, kept only to find the place of a key that stands twice."""


class _Odd(str):
    """What is wrong with a number, in the place where that number stood."""

    __slots__ = ()


class _OddError(ValueError):
    """Something that JSON readers often let pass and that we do not."""


def parse(data: bytes) -> Parsed:
    """The data of a JSON text, without its control characters; raises JsonError."""
    text = _decoded(data)
    try:
        tree = json.loads(text, strict=False, object_pairs_hook=_object, parse_constant=_not_a_number)
        return _cleaned(tree) if SUSPICIOUS.search(text) else Parsed(tree)
    except json.JSONDecodeError as error:
        raise _syntax_error(text, error) from None
    except ValueError:
        raise _odd_error(text) from None


def dump(data: object) -> bytes:
    """The JSON text of plain data, one field a line, so that one change is a few changed lines."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def spoken(place: Place) -> str:
    """A place in a plan file as people count: phases 2, channels 1, budget."""
    words: list[str] = []
    for step in place[1:] if len(place) > 1 and place[0] == "plan" else place:
        if isinstance(step, str):
            words.append(shown(step))
        elif words:
            words[-1] += f" {step + 1}"
        else:
            words.append(f"entry {step + 1}")
    return ", ".join(words)


def texts(tree: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in plain data, names of fields too, with its place."""
    if isinstance(tree, str):
        yield place, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield place, key
            yield from texts(value, (*place, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from texts(value, (*place, index))


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise JsonError("it is empty")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise JsonError("it is not UTF-8 text", f"line {line}") from None


def _syntax_error(text: str, error: json.JSONDecodeError) -> JsonError:
    cut_off = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    problem = "it ends too early and may have been cut off" if cut_off else "it is not valid JSON"
    return JsonError(problem, f"line {error.lineno}, column {error.colno}")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _OddError
    return made


def _not_a_number(name: str) -> NoReturn:
    raise _OddError(name)


def _odd_error(text: str) -> JsonError:
    """What is odd about a text, found by reading it again; or where it is broken further on."""
    try:
        tree = json.loads(
            text,
            strict=False,
            object_pairs_hook=_Pairs,
            parse_constant=lambda name: _Odd(f"{name} is no number"),
            parse_int=lambda digits: _Odd("the number is far too long") if len(digits) > LONGEST else 0,
        )
    except json.JSONDecodeError as error:
        return _syntax_error(text, error)
    place, problem = next(_odd_places(tree, ()))
    return JsonError(problem, spoken(place) or "the top")


def _odd_places(tree: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(tree, _Odd):
        yield place, str(tree)
    elif isinstance(tree, _Pairs):
        seen: set[str] = set()
        for key, value in tree:
            if key in seen:
                yield place, f"the field “{shown(key)}” stands twice"
            seen.add(key)
            yield from _odd_places(value, (*place, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _odd_places(value, (*place, index))


def _cleaned(tree: Any) -> Parsed:
    cleaned: list[Place] = []
    for place, text in texts(tree):
        if SURROGATE.search(text):
            raise JsonError("a text holds half a character (a lone surrogate)", spoken(place))
        if CONTROL.search(text):
            cleaned.append(place)
    return Parsed(_without_controls(tree), tuple(cleaned)) if cleaned else Parsed(tree)


def _without_controls(tree: Any) -> Any:
    if isinstance(tree, str):
        return CONTROL.sub("", tree)
    if isinstance(tree, dict):
        return {key: _without_controls(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_without_controls(value) for value in tree]
    return tree
