"""Opens and saves plan files."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.core.plan import Plan
from planner.storage import format as plan_format
from planner.storage.atomic import write_atomically
from planner.storage.errors import PlanFileError, reason
from planner.storage.format import Opened

LARGEST = 100 * 1024 * 1024
CHOOSE = "choose another file"


@dataclass(frozen=True, slots=True)
class Saved:
    """A plan that was saved; ``backup`` is the copy of the old file where it had to be written in place."""

    path: Path
    backup: Path | None = None

    @property
    def notice(self) -> str:
        """What the user should be told, or nothing."""
        if self.backup is None:
            return ""
        return (
            f"“{self.path.name}” is saved, but another program held it, so it had to be written over."
            f" The old contents are in “{self.backup.name}”."
        )


def open_plan(path: Path) -> Opened:
    """The plan in a file; raises PlanFileError."""
    return plan_format.read(read_bytes(path), path.name)


def save_plan(
    path: Path, plan: Plan, rests_on: Mapping[str, str] | None = None, opened: Opened | None = None
) -> Saved:
    """Save a plan whole or not at all; raises PlanFileError, with the old file as it was.

    ``rests_on`` is the kind of verdict that each "platform.option" has now;
    ``opened`` is what the plan was read from, so that what a newer version wrote is kept.
    """
    data = plan_format.write(plan, rests_on, opened)
    try:
        return Saved(path, write_atomically(path, data))
    except (OSError, ValueError) as error:
        way_out = "save it under another name or in another folder"
        raise PlanFileError(path.name, reason(error), way_out=way_out, doing="saved") from None


def read_bytes(path: Path) -> bytes:
    """A file's bytes, as long as it can be a plan at all; raises PlanFileError."""
    name = path.name or str(path)
    try:
        _refuse_unfit(path.stat(), name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise PlanFileError(name, reason(error), way_out=CHOOSE) from None


def _refuse_unfit(found: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise PlanFileError(name, "it is a folder, not a plan", way_out="choose a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise PlanFileError(name, "it is no ordinary file", way_out=CHOOSE)
    if found.st_size > LARGEST:
        raise PlanFileError(name, "it is larger than 100 MB, so it cannot be a plan", way_out=CHOOSE)
