"""Names every fault of a folder of platform, list and rule files, with its line and how to mend it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planner.core.catalog import Catalog, Platform
from planner.core.rule_ids import without_row
from planner.core.rules import Rule
from planner.storage.catalog_check.cards import card_faults
from planner.storage.catalog_check.contradictions import clash_faults
from planner.storage.catalog_check.fault import Fault
from planner.storage.catalog_check.lists import form_faults, name_faults
from planner.storage.catalog_check.phrases import phrases_of_platform
from planner.storage.catalog_check.platforms import platform_faults
from planner.storage.catalog_check.rules import Trial, no_row, rule_faults, word_faults
from planner.storage.catalog_check.strict_files import FileFault, StrictFile, build_strictly, read_strictly
from planner.storage.catalog_check.trade_rules import trade_rules
from planner.storage.catalog_check.unknown_names import unknown_names
from planner.storage.catalog_check.values import repeated_values, value_faults
from planner.storage.catalog_files import load_catalog, with_lists

PARTS = ("platforms", "rules", "lists")
NO_FOLDER = ("this is no folder of files", "put a folder there, or take it away")


def check_catalog(folder: Path, shipped: Path) -> list[FileFault]:
    """Every fault of a catalog's folder; a list or platform that it does not have is that which ships."""
    faults = [FileFault(folder / part, 1, *NO_FOLDER) for part in PARTS if _is_no_folder(folder / part)]
    if faults:
        return faults
    folders = dict.fromkeys((shipped / "lists", folder / "lists"))
    list_files = {file.path.stem: file for each in folders for file in read_strictly(each, faults)}
    faults = faults or form_faults(folder / "lists", list_files)
    if faults:
        return sorted(faults)
    lists = {name: file.data for name, file in list_files.items()}
    platforms = {file.path.stem: file for file in read_strictly(folder / "platforms", faults)}
    built = {id: build_strictly(file, Platform, file.data, (), faults) for id, file in platforms.items()}
    known = {id: platform for id, platform in built.items() if platform is not None}
    catalog = with_lists(lists, known)
    traits = [row["id"] for row in lists["traits"]["traits"]]
    every_platform = {**load_catalog().platforms, **known}
    named = {*every_platform, *(path.stem for path in (folder / "platforms").glob("*.toml"))}
    for id, platform in known.items():
        faults += _of_platform(catalog, traits, named, platforms[id], platform)
        everywhere = (*value_faults(platform), *repeated_values(platform))
        wherever = (*clash_faults(platform), *everywhere, *phrases_of_platform(platform))
        faults += map(platforms[id].fault, wherever)
        others = [other for key, other in every_platform.items() if key != id]
        names = {name for other in others for name in (other.name, *other.other_names)}
        faults += (platforms[id].fault(fault) for fault in card_faults(platform, names))
    faults += name_faults(catalog, named, list_files)
    faults += _of_rules(folder / "rules", None if faults else with_lists(lists, every_platform), shipped)
    return sorted(faults)


def _is_no_folder(part: Path) -> bool:
    return not part.is_dir() and (part.is_symlink() or part.exists())


def _of_platform(
    catalog: Catalog, traits: list[str], named: set[str], file: StrictFile, platform: Platform
) -> Iterator[FileFault]:
    if platform.id != file.path.stem:
        yield file.fault(
            Fault(("id",), f"the id is “{platform.id}”", f"call it “{file.path.stem}”, as the file")
        )
    for fault in platform_faults(catalog, traits, named, platform):
        yield file.fault(fault)


def _of_rules(folder: Path, catalog: Catalog | None, shipped: Path) -> list[FileFault]:
    """Faults of rules; without a catalog none of their examples.

    Examples rest on the platforms and on all rules: a fault there would make faults without end here.
    """
    faults: list[FileFault] = []
    files = list(read_strictly(folder, faults))
    known = [row.id for row in trade_rules(shipped.parent / "docs", faults)]
    faults += [file.fault(fault) for file in files for fault in _no_rows(file.data)]
    rows = [(file, ("rules", n), row) for file in files for n, row in enumerate(_rows(file.data))]
    built = [(file, under, build_strictly(file, Rule, row, under, faults)) for file, under, row in rows]
    whole = [(file, under, rule) for file, under, rule in built if rule]
    for file, under, rule in whole:
        faults += (file.fault(fault, under) for fault in word_faults(rule))
    if folder.is_dir() and not faults:
        faults += (no_row(folder, rule) for rule in without_row({rule.id for _, _, rule in whole}))
    sound = catalog if not faults else None
    trial = Trial(sound, {rule.id: rule for _, _, rule in whole}) if sound else None
    seen: set[str] = set()
    for file, under, rule in whole:
        faults += (file.fault(fault, under) for fault in rule_faults(rule, rule.id in seen, trial))
        seen.add(rule.id)
        for fault in unknown_names(("research",), rule.research if known else (), known, "rule of the trade"):
            faults.append(file.fault(fault, under))
    return faults


def _rows(data: dict[str, Any]) -> list[Any]:
    rows = data.get("rules")
    return rows if isinstance(rows, list) else []


def _no_rows(data: dict[str, Any]) -> Iterator[Fault]:
    """What of a file of rules is no rule."""
    for name in data:
        if name != "rules":
            yield Fault((name, 0), f"there is no table called “{name}”", "call it [[rules]]")
    if not _rows(data) and set(data) <= {"rules"}:
        yield Fault((), "the file has no rule", "begin one with [[rules]], or drop the file")
