"""Opens and saves plan files."""

import json
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from planner.core.plan import Plan
from planner.storage import format as plan_format
from planner.storage.atomic import write_atomically
from planner.storage.errors import NO_ORDINARY_FILE, PlanFileError, reason, shown
from planner.storage.format import NOTHING_BESIDE, OLDER, Beside, Opened
from planner.storage.plan_in_pdf import ASK_AGAIN, PDF_SUFFIX, is_pdf, may_be_plan, plan_in_pdf

LARGEST = 100 * 1024 * 1024
CHOOSE = "choose another file"
OF_OURS = "choose a plan, or a PDF that Frontlist made"
# What begins so is no plan that could be mended in a text editor.
OTHER_KINDS = {
    b"PK\x03\x04": "it is a Word document or another packed file",
    b"<": "it is a web page or the like",
    b"\x89PNG": "it is a picture",
    b"\xff\xd8\xff": "it is a picture",
}
FROM_A_PDF = "This plan was taken out of a PDF. Saving it asks for a name, and leaves the PDF as it is."
OTHER_PLANS = "The PDF carries other plans too ({}). A program that shows its attached files can save them."
AN_EXTRACT = "This is an extract, made for {}: the rest of the plan is not in it, and the checks miss it."


class Saved(NamedTuple):
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
    """The plan in a plan file, or inside a PDF; raises PlanFileError."""
    data = read_bytes(path)
    for beginning, kind in OTHER_KINDS.items():
        if data.startswith(beginning):
            raise PlanFileError(path.name, kind, way_out=OF_OURS)
    if path.suffix.lower() == PDF_SUFFIX and not is_pdf(data) and not may_be_plan(data):
        raise PlanFileError(path.name, "it is no PDF, though it is called one", way_out=ASK_AGAIN)
    opened = _open_inside(data, path.name) if is_pdf(data) else plan_format.read(data, path.name)
    return opened._replace(notices=(*_origin(opened), *opened.notices), stamp=_stamp_of(data))


def _open_inside(data: bytes, name: str) -> Opened:
    inside = plan_in_pdf(data, name)
    try:
        opened = plan_format.read(inside.data, name)
    except PlanFileError as error:
        place = f"at {error.place}, " if error.place else ""
        problem = f"the plan in it cannot be used: {place}{error.problem}"
        raise PlanFileError(name, problem, way_out=ASK_AGAIN) from None
    beside = (OTHER_PLANS.format(shown("; ".join(inside.others))),) if inside.others else ()
    return opened._replace(loose=True, notices=(*beside, *opened.notices))


def _origin(opened: Opened) -> Iterator[str]:
    """Where a plan comes from, where that has to be said."""
    if opened.loose:
        yield FROM_A_PDF
    for_us = opened.read_only and opened.plan.extract == OLDER
    if opened.plan.extract and not for_us:
        yield AN_EXTRACT.format(shown(opened.plan.extract))


def save_plan(
    path: Path, plan: Plan, rests_on: Mapping[str, str] | None = None, beside: Beside = NOTHING_BESIDE
) -> Saved:
    """Save a plan whole or not at all; raises PlanFileError, with the old file as it was.

    ``rests_on`` is the kind of verdict that each "platform.option" has now;
    ``beside`` is what a newer version wrote into the file that the plan was read from.
    """
    if plan.extract and _holds_the_whole(path, plan.id):
        problem = "it holds the whole plan, of which this is an extract"
        raise PlanFileError(path.name, problem, way_out="save it under another name", doing="saved")
    data = plan_format.write(plan, rests_on, beside)
    try:
        return Saved(path, write_atomically(path, data))
    except (OSError, ValueError) as error:
        way_out = "save it under another name or in another folder"
        raise PlanFileError(path.name, reason(error), way_out=way_out, doing="saved") from None


def _holds_the_whole(path: Path, id: str) -> bool:
    """Whether there is a file with a plan of that id that is no extract."""
    try:
        plan = json.loads(path.read_bytes())["plan"]
        return bool(plan["id"] == id and not plan.get("extract"))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False


def stamp(path: Path) -> str | None:
    """What tells a file's contents from any others, "" where they cannot be read; None where no file is."""
    try:
        return _stamp_of(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError):
        return ""


def _stamp_of(data: bytes) -> str:
    """Good for one run of the program, in which the same bytes have the same hash."""
    return f"{len(data)} {hash(data)}"


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
        raise PlanFileError(name, NO_ORDINARY_FILE, way_out=CHOOSE)
    if found.st_size > LARGEST:
        raise PlanFileError(name, "it is larger than 100 MB, so it cannot be a plan", way_out=CHOOSE)
