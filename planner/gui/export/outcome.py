"""What came of an export: which files were written where, and the ways to open them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.core.phrasing import listed
from planner.gui.export.destination import open_file
from planner.storage.errors import LONGEST_FOLDER, shown

WRITTEN = "{} is written to the folder “{}”."
ALL_WRITTEN = "{} files are written to the folder “{}”: {}."
NOT_OPENED = "“{}” could not be opened: this computer names no program for it."


def written(paths: list[Path]) -> str:
    """Names all files that were written, and their folder."""
    folder = shown(str(paths[0].parent), LONGEST_FOLDER)
    names = listed(f"“{shown(path.name, LONGEST_FOLDER)}”" for path in paths)
    return WRITTEN.format(names, folder) if len(paths) == 1 else ALL_WRITTEN.format(len(paths), folder, names)


class Ways(QWidget):
    """Buttons that open what was written, hidden until there is something; ``fail`` is told what fails."""

    def __init__(self, fail: Callable[[str], None]) -> None:
        """Begin with nothing."""
        super().__init__()
        self.show_file: Callable[[Path], bool] = open_file
        self._fail = fail
        self._paths: list[Path] = []
        self.file, self.folder = QPushButton("Open the file"), QPushButton("Open the folder")
        self.file.clicked.connect(lambda: self._open(self._paths[0]))
        self.folder.clicked.connect(lambda: self._open(self._paths[0].parent))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.file, self.folder):
            row.addWidget(button)
        self.offer([])

    def offer(self, paths: list[Path]) -> None:
        """Offer the ways to some files, or to none."""
        self._paths = paths
        self.file.setVisible(len(paths) == 1)
        self.setVisible(bool(paths))

    def open_at_once(self) -> None:
        """Open the one file, or the folder of several."""
        self._open(self._paths[0] if len(self._paths) == 1 else self._paths[0].parent)

    def _open(self, path: Path) -> None:
        if not self.show_file(path):
            self._fail(NOT_OPENED.format(shown(path.name or str(path))))
