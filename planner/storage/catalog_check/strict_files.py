"""TOML files read strictly: every fault of their form, with its line and how to mend it."""

import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.core.records import remembered
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.toml_lines import line_of
from planner.storage.catalog_check.values import days_in_quotes, empty_values
from planner.storage.errors import SpecialFileError, reason
from planner.storage.json_text import Place
from planner.storage.problems import problems

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MARK = "\ufeff"
ENDING = ".toml"
IN_CAPITALS = ("the file's ending has capitals, so it is not read", f"let it end in {ENDING}")
LONG_NUMBER = re.compile(r"[0-9_]{1000,}")
TOML_LINE = re.compile(r"at line (\d+)")
RECORDS = (
    "the record types are in catalog.py, catalog_lists.py, copy_words.py, facts.py, fit_facts.py and rules.py"
    " in planner/core"
)
READ_AGAIN, ADD = f"correct the line; {RECORDS}", f"add it; {RECORDS}"


class FileFault(NamedTuple):
    """A fault on a line of a file."""

    file: Path
    line: int
    says: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}; {self.mend}."


class StrictFile(NamedTuple):
    """A TOML file that could be read, with its text and what it says."""

    path: Path
    text: str
    data: dict[str, Any]

    def fault(self, fault: Fault, under: Place = ()) -> FileFault:
        """What is wrong at a place of the file, or of the record that stands under another place."""
        return FileFault(self.path, line_of(self.text, (*under, *fault.place)), fault.says, fault.mend)


def read_strictly(folder: Path, faults: list[FileFault]) -> Iterator[StrictFile]:
    """The TOML files of a folder; those that cannot be read are told in ``faults``."""
    faults += (
        FileFault(path, 1, *IN_CAPITALS) for path in sorted(folder.glob("*")) if _ends_in_capitals(path)
    )
    for path in sorted(folder.glob("*.toml")):
        try:
            text = _text(path)
            if text.startswith(MARK):
                faults.append(
                    FileFault(path, 1, "the file begins with a byte order mark", "save it without one")
                )
                continue
            yield StrictFile(path, text, tomllib.loads(text))
        except UnicodeDecodeError:
            faults.append(FileFault(path, 1, "the file is no UTF-8 text", "save it as UTF-8"))
        except OSError as error:
            faults.append(FileFault(path, 1, f"the file cannot be read: {reason(error)}", "put a file there"))
        except tomllib.TOMLDecodeError as error:
            line = _line_named(str(error)) or len(text.splitlines())
            faults.append(FileFault(path, line, f"this is no TOML ({error})", "correct the line"))
        except ValueError:
            long = LONG_NUMBER.search(text)
            line = text.count("\n", 0, long.start()) + 1 if long else 1
            faults.append(FileFault(path, line, "a number has too many digits to be read", "shorten it"))
        except RecursionError:
            says = "arrays or tables stand too deep within each other"
            faults.append(FileFault(path, 1, says, "take some of them out"))


def _ends_in_capitals(path: Path) -> bool:
    return path.suffix != ENDING and path.suffix.lower() == ENDING


def _text(path: Path) -> str:
    """What a file says; a pipe or a device, which may never end, is not read."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise SpecialFileError
    return path.read_text("utf-8")


def _line_named(message: str) -> int:
    """The line that a message names, 0 where it speaks of the end."""
    found = TOML_LINE.search(message)
    return int(found[1]) if found else 0


def build_strictly(file: StrictFile, kind: type[Any], row: Any, under: Place, faults: list[FileFault]) -> Any:
    """The record that a row describes, or None and its faults."""
    import json

    from pydantic import ValidationError

    try:
        made = _reader(kind).validate_json(json.dumps([row], default=str))[0]
    except ValidationError as error:
        for problem, found in zip(problems(error), error.errors(), strict=True):
            place = problem.place if problem.missing else found["loc"]
            fault = Fault(place[1:], problem.text, ADD if problem.missing else READ_AGAIN)
            faults.append(file.fault(fault, under))
        return None
    faults += (file.fault(fault, under) for fault in (*days_in_quotes(made, row), *empty_values(row)))
    return made


@remembered
def _reader(kind: type[Any]) -> "TypeAdapter[Any]":
    """What reads a list of records of a kind, strictly."""
    from pydantic import ConfigDict, TypeAdapter

    one: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(one, config=ConfigDict(extra="forbid", strict=True, allow_inf_nan=False))
