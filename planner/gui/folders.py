"""Where a dialog begins that asks for a file."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from planner.gui.memory import Memory
from planner.gui.session import Session


def usual_folder(session: Session, memory: Memory) -> Path:
    """Beside the file that the plan came from, else the last plan, else among the user's documents."""
    known = [path.parent for path in (session.came_from, memory.last_plan) if path]
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    # A path's own is_dir can raise.
    return next((each for each in (*known, documents) if os.path.isdir(each)), Path.home())  # noqa: PTH112
