"""What is wrong in a file's data, in plain words, from what pydantic found."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.storage.errors import shown
from planner.storage.json_text import Place

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails, ValidationError


class Problem(NamedTuple):
    """One thing that is wrong: where, and what, as the end of a sentence.

    ``missing`` says that the record at the place lacks a field that it needs.
    """

    place: Place
    text: str
    missing: bool


def _choices(found: "ErrorDetails") -> str:
    return f"the value must be {found['ctx']['expected']}"


def _refused(found: "ErrorDetails") -> str:
    return str(found["ctx"]["error"])


def _missing(found: "ErrorDetails") -> str:
    return f"the field “{found['loc'][-1]}” is missing"


def _unknown(found: "ErrorDetails") -> str:
    return f"there is no field called “{shown(str(found['loc'][-1]))}”"


A_DAY = "the value must be a day, such as 2027-05-05"
TEXTS: Mapping[str, str | Callable[["ErrorDetails"], str]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "value_error": _refused,
    "enum": _choices,
    "when": lambda found: found["msg"],
    "string_type": "the value must be a text in quotes",
    "int_type": "the value must be a whole number",
    "int_from_float": "the value must be a whole number",
    "float_type": "the value must be a number",
    "finite_number": "the value must be a number that is not endless",
    "bool_type": "the value must be true or false",
    "bool_parsing": "the value must be true or false",
    "tuple_type": "the value must be a list in square brackets",
    "dict_type": "the value must be fields in braces",
    "dataclass_type": "the value must be fields in braces",
    "date_type": A_DAY,
    "date_parsing": A_DAY,
    "date_from_datetime_parsing": A_DAY,
    "date_from_datetime_inexact": A_DAY,
}
ABOUT_THE_RECORD = frozenset({"missing", "unexpected_keyword_argument"})


def problems(error: "ValidationError") -> Iterator[Problem]:
    """Everything that is wrong, each with the place of the field or record that it is about."""
    for found in error.errors(include_url=False, include_input=False):
        place: tuple[Any, ...] = found["loc"]
        if found["type"] in ABOUT_THE_RECORD:
            place = place[:-1]
        text = TEXTS.get(found["type"], "cannot be read")
        yield Problem(place, text if isinstance(text, str) else text(found), found["type"] == "missing")
