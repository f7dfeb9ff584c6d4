"""The export dialog: for whom, on which paper and where to; then progress, and how it ended."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.export.choices import Choices
from planner.export.presets import PAPER_NAMES
from planner.gui.export.job import Exporter, Job, Request
from planner.gui.filing import file_name
from planner.gui.parts.field import Choice
from planner.gui.parts.labels import Words, heading, labelled
from planner.gui.parts.look import Dress
from planner.gui.parts.tick import TickBox
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.storage.paths import same_file

ENDING = ".pdf"
WILL_REPLACE = "A file of this name is there already. It will be replaced."
NO_FILE = "Say where the PDF should go."
PLAN_ITSELF = "This file is the plan itself. Choose another name for the PDF."
STOPPED = "Stopped. Nothing was written."

Choose = Callable[[QWidget, Path], Path | None]


class ExportDialog(QDialog):
    """Exports the plan as it is when the button is pressed; the window stays alive meanwhile."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        exporter: Exporter[Request, str],
        presets: Mapping[object, str],
        parent: QWidget | None = None,
    ) -> None:
        """Offer presets, by id."""
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle("Export PDF")
        self.setMinimumWidth(480)
        self._session = session
        self._exporter = exporter
        self.choose: Choose = ask_for_file
        self.show_file: Callable[[Path], object] = open_file
        self.job: Job | None = None
        self._leaving = False
        self.preset, self.paper = Choice(), Choice()
        papers: Mapping[object, str] = dict(PAPER_NAMES.items())
        for choice, offered in ((self.preset, presets), (self.paper, papers)):
            choice.offer(offered)
            choice.setCurrentIndex(0)
        self.path = QLineEdit(str(proposal(session)))
        self.path.setObjectName("export_path")
        self.path.textChanged.connect(self._look_at_path)
        self.open_after = TickBox("Open the PDF when it is done")
        self.open_after.setChecked(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the export")
        self.bar.setTextVisible(False)
        self.message = Words("", "quiet")
        self._start = QPushButton("Export")
        self._cancel = QPushButton("Cancel")
        self._lay_out()
        Dress(self, theme)
        self._look_at_path()

    def export(self) -> None:
        """Begin, with the plan as it is now."""
        path = self._target()
        if path is None or self.job:
            self._say(NO_FILE, "error")
            return
        if self._session.path and same_file(path, self._session.path):
            self._say(PLAN_ITSELF, "error")
            return
        choices = Choices(str(self.preset.value()), str(self.paper.value()))
        self.job = Job(self._exporter, Request(self._session.plan, path, choices), self)
        self.job.advanced.connect(self.bar.setValue)
        self.job.done.connect(lambda said: self._done(path, said))
        self.job.failed.connect(lambda sentence: self._say(sentence, "error"))
        self.job.stopped.connect(lambda: self._say(STOPPED, "quiet"))
        self.job.finished.connect(self._finished)
        self._busy(busy=True)
        self._say("Making the PDF…", "quiet")
        self.job.start()

    def reject(self) -> None:
        """Stop a running export first; close when none is running."""
        if self.job:
            self._leaving = True
            self.job.stop()
        else:
            super().reject()

    def _done(self, path: Path, said: str) -> None:
        self._say(f"{path.name} is ready. {said}".strip(), "quiet")
        self._cancel.setText("Close")
        if self.open_after.isChecked():
            self.show_file(path)
        if not said:
            self._leaving = True

    def _finished(self) -> None:
        if self.job:
            self.job.wait()
            self.job.deleteLater()
        self.job = None
        self._busy(busy=False)
        if self._leaving:
            super().reject()

    def _busy(self, *, busy: bool) -> None:
        for part in (self.preset, self.paper, self.path, self.open_after, self._start, self._browse):
            part.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.bar.setValue(0)
        self._cancel.setText("Stop" if busy else "Close")

    def _look_at_path(self) -> None:
        path = self._target()
        there = path is not None and os.path.isfile(path)  # noqa: PTH113  # the path's own can raise
        self._say(WILL_REPLACE if there else "", "quiet")

    def _target(self) -> Path | None:
        """The file to write, with its ending; None where nothing that can be a file's name was typed."""
        path = Path(self.path.text().strip())
        if not path.name or path.name == "..":
            return None
        return path if path.suffix.lower() == ENDING else path.with_name(f"{path.name}{ENDING}")

    def _say(self, sentence: str, role: str) -> None:
        self.message.setProperty("role", role)
        self.message.style().polish(self.message)
        self.message.say(sentence)

    def _ask_path(self) -> None:
        chosen = self.choose(self, Path(self.path.text()))
        if chosen:
            self.path.setText(str(chosen))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(heading(f"Export “{self._session.plan.name[:60]}”", large=True))
        self._browse = QPushButton("Choose…")
        self._browse.setAccessibleName("Choose the file")
        self._browse.clicked.connect(self._ask_path)
        for text, editor in (("For", self.preset), ("Paper", self.paper)):
            column.addWidget(labelled(text, editor))
            column.addWidget(editor)
        column.addWidget(labelled("File", self.path))
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self._browse)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self.open_after)
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self.bar.hide()

    def _buttons(self) -> QHBoxLayout:
        self._start.setObjectName("export_start")
        self._start.setDefault(True)
        self._start.clicked.connect(self.export)
        self._cancel.setObjectName("export_cancel")
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self._start)
        return row


def proposal(session: Session) -> Path:
    """A file beside the plan, or among the user's documents, named after the plan."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = session.path.parent if session.path else Path(documents or Path.home())
    return folder / file_name(session.plan, ENDING)


def ask_for_file(parent: QWidget, now: Path) -> Path | None:
    """Ask for a file through the system's dialog."""
    name, _ = QFileDialog.getSaveFileName(parent, "Export PDF", str(now), "PDF (*.pdf)")
    return Path(name) if name else None


def open_file(path: Path) -> bool:
    """Open a file in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
