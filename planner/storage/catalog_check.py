"""Names every fault of a folder of platform, list and rule files, with its line and how to mend it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.core.catalog import App, Catalog, Platform
from planner.core.records import remembered
from planner.core.rules import Rule
from planner.storage.app_faults import app_lapses
from planner.storage.card_faults import card_lapses
from planner.storage.catalog_files import load_catalog, with_lists
from planner.storage.errors import reason
from planner.storage.json_text import Place
from planner.storage.platform_faults import Lapse, lapses
from planner.storage.problems import problems
from planner.storage.rule_faults import reporting, rule_lapses
from planner.storage.toml_places import line_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter

TOML_LINE = re.compile(r"at line (\d+)")
RECORDS = "the record types are in catalog.py, facts.py and rules.py in planner/core"
READ_AGAIN, ADD = f"correct the line; {RECORDS}", f"add it; {RECORDS}"


class Fault(NamedTuple):
    """One thing to mend."""

    file: Path
    line: int
    says: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}; {self.mend}."


class _File(NamedTuple):
    path: Path
    text: str
    data: dict[str, Any]

    def fault(self, lapse: Lapse, under: Place = ()) -> Fault:
        return Fault(self.path, line_of(self.text, (*under, *lapse.place)), lapse.says, lapse.mend)


def check_catalog(folder: Path, shipped: Path) -> list[Fault]:
    """Every fault of a catalog's folder; lists that it does not have are those of the one that ships."""
    faults: list[Fault] = []
    lists_folder = folder / "lists" if (folder / "lists").is_dir() else shipped / "lists"
    list_files = {file.path.stem: file for file in _read(lists_folder, faults)}
    lists = {name: file.data for name, file in list_files.items()}
    if faults:
        return faults
    platforms = {file.path.stem: file for file in _read(folder / "platforms", faults)}
    built = {id: _built(file, Platform, file.data, (), faults) for id, file in platforms.items()}
    known = {id: platform for id, platform in built.items() if platform is not None}
    try:
        catalog = with_lists(lists, known)
        traits = [row["id"] for row in lists["traits"]["traits"]]
    except (KeyError, TypeError, ValueError) as error:
        return [*faults, Fault(lists_folder, 1, f"the lists lack or hold something ({error})", READ_AGAIN)]
    named = {path.stem for path in (folder / "platforms").glob("*.toml")}
    for id, platform in known.items():
        faults += _of_platform(catalog, traits, named, platforms[id], platform)
        others = [other.name for key, other in known.items() if key != id]
        faults += (platforms[id].fault(lapse) for lapse in card_lapses(platform, others))
    faults += _of_apps(list_files["apps"])
    rules = list(_read(folder / "rules", faults))
    # Examples rest on the platforms and on all rules: a fault there would make faults without end here.
    for_examples = None if faults else with_lists(lists, {**load_catalog().platforms, **known})
    faults += _of_rules(rules, for_examples)
    return sorted(faults)


def _read(folder: Path, faults: list[Fault]) -> Iterator[_File]:
    for path in sorted(folder.glob("*.toml")):
        try:
            text = path.read_text("utf-8")
            yield _File(path, text, tomllib.loads(text))
        except UnicodeDecodeError:
            faults.append(Fault(path, 1, "the file is no UTF-8 text", "save it as UTF-8"))
        except OSError as error:
            faults.append(Fault(path, 1, f"the file cannot be read: {reason(error)}", "put a file there"))
        except tomllib.TOMLDecodeError as error:
            faults.append(
                Fault(path, _line_named(str(error)), f"this is no TOML ({error})", "correct the line")
            )


def _line_named(message: str) -> int:
    found = TOML_LINE.search(message)
    return int(found[1]) if found else 1


def _built(file: _File, kind: type[Any], row: Any, under: Place, faults: list[Fault]) -> Any:
    """The record that a row describes, or None and its faults."""
    import json

    from pydantic import ValidationError

    try:
        return _reader(kind).validate_json(json.dumps([row], default=str))[0]
    except ValidationError as error:
        for problem, found in zip(problems(error), error.errors(), strict=True):
            place = problem.place if problem.missing else found["loc"]
            lapse = Lapse(place[1:], problem.text, ADD if problem.missing else READ_AGAIN)
            faults.append(file.fault(lapse, under))
        return None


@remembered
def _reader(kind: type[Any]) -> "TypeAdapter[Any]":
    """What reads a list of records of a kind, strictly."""
    from pydantic import ConfigDict, TypeAdapter

    one: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(one, config=ConfigDict(extra="forbid", strict=True))


def schema_of(kind: type[Any], title: str) -> dict[str, Any]:
    """The JSON Schema of a file that describes one record."""
    from pydantic import ConfigDict, TypeAdapter

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    one: Any = GenericAlias(tuple, (kind,))
    described = TypeAdapter(one, config=ConfigDict(extra="forbid")).json_schema()
    defs: dict[str, Any] = described["$defs"]
    record: dict[str, Any] = defs.pop(kind.__name__)
    return dialect | record | {"title": title, "$defs": defs}


def _of_platform(
    catalog: Catalog, traits: list[str], named: set[str], file: _File, platform: Platform
) -> Iterator[Fault]:
    if platform.id != file.path.stem:
        yield file.fault(
            Lapse(("id",), f"the id is “{platform.id}”", f"call it “{file.path.stem}”, as the file")
        )
    for lapse in lapses(catalog, traits, named, platform):
        yield file.fault(lapse)


def _of_apps(file: _File) -> list[Fault]:
    faults: list[Fault] = []
    rows = file.data["apps"]
    apps = [_built(file, App, row, ("apps", n), faults) for n, row in enumerate(rows)]
    return faults or [file.fault(lapse) for lapse in app_lapses(apps)]


def _of_rules(files: list[_File], catalog: Catalog | None) -> list[Fault]:
    faults = [file.fault(lapse) for file in files for lapse in _no_rows(file.data)]
    rows = [(file, ("rules", n), row) for file in files for n, row in enumerate(_rows(file.data))]
    built = [(file, under, _built(file, Rule, row, under, faults)) for file, under, row in rows]
    whole = [(file, under, rule) for file, under, rule in built if rule]
    sound = catalog if not faults else None
    reported = reporting(sound, {rule.id: rule for _, _, rule in whole}) if sound else None
    seen: set[str] = set()
    for file, under, rule in whole:
        faults += (file.fault(lapse, under) for lapse in rule_lapses(rule, rule.id in seen, reported))
        seen.add(rule.id)
    return faults


def _rows(data: dict[str, Any]) -> list[Any]:
    rows = data.get("rules")
    return rows if isinstance(rows, list) else []


def _no_rows(data: dict[str, Any]) -> Iterator[Lapse]:
    """What of a file of rules is no rule."""
    for name in data:
        if name != "rules":
            yield Lapse((name, 0), f"there is no table called “{name}”", "call it [[rules]]")
    if not _rows(data) and set(data) <= {"rules"}:
        yield Lapse((), "the file has no rule", "begin one with [[rules]], or drop the file")
