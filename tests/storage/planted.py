"""Faults planted in copies of the catalog that ships, to see whether they are named."""

import re
from pathlib import Path
from shutil import copy, copytree

from planner.core.resources import resource
from planner.storage.catalog_check.check import check_catalog
from planner.storage.catalog_check.strict_files import FileFault

EXAMPLES = re.compile(r"^(breaks|keeps) = \[(?:.*\]|\n(?:.*\n)*?\])$", re.MULTILINE)


def alone(file: str, folder: Path) -> Path:
    """A folder with a copy of one platform or list, or else of all rules."""
    part = file.partition("/")[0]
    if part == "rules":
        copytree(resource(part), folder / part)
    else:
        (folder / part).mkdir()
        copy(resource(f"{file}.toml"), folder / part)
    return folder


def drop_other_examples(folder: Path, file: str) -> None:
    """Take the examples out of all rules of a folder but those of one file: to try them all takes long."""
    for path in folder.glob("rules/*.toml"):
        if path != folder / f"{file}.toml":
            path.write_text(EXAMPLES.sub(r"\1 = []", path.read_text("utf-8")), "utf-8")


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
