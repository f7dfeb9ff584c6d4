"""Faults planted in copies of the catalog that ships, to see whether they are named."""

from pathlib import Path
from shutil import copy, copytree

from planner.core.resources import resource
from planner.storage.catalog_check.check import check_catalog
from planner.storage.catalog_check.strict_files import FileFault


def alone(file: str, folder: Path) -> Path:
    """A folder with a copy of one platform or list, or else of all rules."""
    part = file.partition("/")[0]
    if part == "rules":
        copytree(resource(part), folder / part)
    else:
        (folder / part).mkdir()
        copy(resource(f"{file}.toml"), folder / part)
    return folder


def broken(pristine: Path, file: str, old: str, new: str) -> tuple[list[FileFault], int]:
    """The faults after one change in a file, which is undone, and the line of the change."""
    path = pristine / f"{file}.toml"
    text = path.read_text("utf-8")
    assert old in text
    try:
        path.write_text(text.replace(old, new, 1), "utf-8")
        return check_catalog(pristine, resource()), text[: text.index(old)].count("\n") + 1
    finally:
        path.write_text(text, "utf-8")
