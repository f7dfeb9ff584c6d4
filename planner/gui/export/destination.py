"""Where an export goes: the folder that was last used for the plan, and a name that says what it is."""

import os
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.core.plan import Plan
from planner.export.formats import FORMATS, Format
from planner.export.presets import PRESETS
from planner.gui.export.options import Options
from planner.gui.filing import file_name
from planner.gui.folders import usual_folder
from planner.gui.memory import Memory
from planner.gui.session import Session

ENDINGS = frozenset(format.ending for format in FORMATS.values())
NO_NAMES = ("", ".", "..", "~")
"""How a path ends that names a folder and no file."""


def proposal(session: Session, memory: Memory, options: Options) -> Path:
    """Where the same was exported to last; else a name of its own where anything of the plan went last."""
    plan = session.plan
    last = memory.export_path(export_key(plan, options.document))
    if last and last.parent.is_dir():
        return last
    extract = " (extract)" if plan.extract else ""
    name = file_name(plan, f"{extract}{_mark(options.called)}{options.format.ending}")
    return _folder(session, memory) / name


def remember(plan: Plan, memory: Memory, options: Options, path: Path) -> None:
    """Keep where something was exported to, for the same and for all else of the plan."""
    memory.keep_export_path(export_key(plan), path)
    memory.keep_export_path(export_key(plan, options.document), path)


def export_key(plan: Plan, document: str = "") -> str:
    """What a plan's exports are remembered by: those of an extract apart, which has the whole plan's id."""
    key = f"{plan.id} for {plan.extract}" if plan.extract else plan.id
    return f"{key} as {document}" if document else key


def files(path: Path, options: Options) -> list[Path]:
    """The files to write: the one that was named, or one for each reader, named after it."""
    if not options.everyone:
        return [path]
    called = (PRESETS[choices.preset].called for choices in options.wanted)
    return [path.with_name(f"{path.stem}{_mark(each)}{path.suffix}") for each in called]


def _mark(called: str) -> str:
    return f" - {called}" if called else ""


def _folder(session: Session, memory: Memory) -> Path:
    """Where the plan was exported to last, else where its own files are."""
    last = memory.export_path(export_key(session.plan))
    return last.parent if last and last.parent.is_dir() else usual_folder(session, memory)


def with_ending(path: Path, format: Format) -> Path:
    """The file with the ending of its kind, in the place of another kind's."""
    if path.suffix.lower() == format.ending:
        return path
    stem = path.stem if path.suffix.lower() in ENDINGS else path.name
    return path.with_name(f"{stem}{format.ending}")


def typed_path(text: str, format: Format, folder: Path) -> Path | None:
    """The file to write, with its ending; None where nothing was typed, or a folder.

    A name alone stands for a file in the folder that was proposed, "~" for the user's own.
    """
    typed = text.strip()
    path = folder / os.path.expanduser(typed)  # noqa: PTH111  # the path's own raises where there is no home
    # A path drops the slash and the dot at its end, and its own is_dir can raise.
    is_folder = os.path.basename(typed) in NO_NAMES or os.path.isdir(path)  # noqa: PTH112, PTH119
    return None if is_folder else with_ending(path, format)


def ask_for_file(parent: QWidget, now: Path, format: Format) -> Path | None:
    """Ask for a file through the system's dialog."""
    kinds = f"{format.name} (*{format.ending})"
    name, _ = QFileDialog.getSaveFileName(parent, f"Export {format.name}", str(now), kinds)
    return Path(name) if name else None


def open_file(path: Path) -> bool:
    """Open a file or folder in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
