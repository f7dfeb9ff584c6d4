"""The export dialog: what for whom and where to, what is left out; then progress, and how it ended."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.export.choices import NO_SECTION, Choices
from planner.export.formats import Format, path_for
from planner.gui.export.batch import Batch
from planner.gui.export.destination import (
    ask_for_file,
    export_key,
    open_file,
    proposal,
    typed_path,
    with_ending,
)
from planner.gui.export.job import Exporter
from planner.gui.export.options import Options
from planner.gui.export.privacy import Privacy
from planner.gui.memory import Memory
from planner.gui.parts.labels import Words, heading, keep_room, labelled
from planner.gui.parts.look import Dress, restyle
from planner.gui.parts.tick import TickBox
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.orders import Made, Order
from planner.storage.paths import same_file

WILL_REPLACE = "A file of this name is there already. It will be replaced."
WILL_REPLACE_SOME = "Files of these names are there already. They will be replaced."
NO_FILE = "Say where the file should go."
A_FOLDER = "This is a folder. Add a name for the file."
PLAN_ITSELF = "This file is the plan itself. Choose another name."
STOPPED = "Stopped. The file that was being made is not written."
MAKING = "Making the file…"
LOOKING = "Finding out what has to be shortened…"
READ_FIRST = "Nothing is written yet: above is said what has to be shortened. Press Export to have it so."

Choose = Callable[[QWidget, Path, Format], Path | None]


class ExportDialog(QDialog):
    """Exports the plan as it is when the button is pressed; the window stays alive meanwhile."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        make: Exporter[Order, Made],
        memory: Memory,
        choices: Choices,
        keep: Callable[[Choices], None],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with choices; ``make`` makes the files, ``keep`` is told of the choices that were made."""
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle("Export")
        self.setMinimumWidth(620)
        self._session, self._make, self._memory, self._keep = session, make, memory, keep
        self.choose: Choose = ask_for_file
        self.show_file: Callable[[Path], object] = open_file
        self.batch: Batch | None = None
        self._waits = self._leaving = False
        self.options = Options(choices)
        self.privacy = Privacy(session, make, self)
        self.privacy.settled.connect(self._go_on)
        proposed = proposal(session, memory, self.options.format)
        self._folder = proposed.parent
        self.path = QLineEdit(str(proposed))
        self.path.setObjectName("export_path")
        self.open_after = TickBox("Open it when it is done")
        self.open_after.setChecked(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the export")
        self.bar.setTextVisible(False)
        self.message = Words("", "quiet")
        self._start, self._cancel = QPushButton("Export"), QPushButton("Close")
        self.elsewhere = QPushButton("Save under another name…")
        self._lay_out()
        self.options.changed.connect(self._chosen)
        self.path.textChanged.connect(self._look_at_path)
        Dress(self, theme)
        self._chosen()

    def export(self) -> None:
        """Begin, with the plan as it is now, once all that has to be shortened is said."""
        if self.busy:
            return
        path = self._typed()
        paths = self._paths(path) if path else []
        mistake = self._mistake(paths)
        if path is None or mistake:
            self._say(mistake, "error")
            return
        if self.privacy.finding_out:
            self._wait(waits=True)
            self._say(LOOKING, "quiet")
            return
        plan, day, format = self._session.plan, self._session.today, self.options.format_id
        orders = [
            Order(plan, choices, day, each, format, self._session.beside)
            for choices, each in zip(self.options.wanted, paths, strict=True)
        ]
        self._keep(self.options.kept)
        self._memory.keep_export_path(export_key(self._session.plan), path)
        batch = self.batch = Batch(self._make, orders, self)
        batch.advanced.connect(self.bar.setValue)
        batch.done.connect(lambda said: self._done(paths, said))
        batch.failed.connect(self._failed)
        batch.stopped.connect(lambda: self._say(STOPPED + self._made_before(), "quiet"))
        batch.finished.connect(self._finished)
        self._show_busy(busy=True)
        self._say(MAKING, "quiet")
        batch.start()

    def reject(self) -> None:
        """Stop a running export, and say so; close when none is running."""
        if self.batch:
            self.batch.stop()
        elif self._waits:
            self._wait(waits=False)
            self._say(STOPPED, "quiet")
        else:
            self.privacy.stop()
            super().reject()

    @property
    def busy(self) -> bool:
        """Whether an export goes on, or waits for what has to be said before it."""
        return self._waits or self.batch is not None

    def _wait(self, *, waits: bool) -> None:
        self._waits = waits
        self._show_busy(busy=waits)

    def _go_on(self) -> None:
        """Export after all, unless something is said only now that has to be read before."""
        if not self._waits:
            return
        self._wait(waits=False)
        if self.privacy.shortened:
            self._say(READ_FIRST, "quiet")
        else:
            self.export()

    def _typed(self) -> Path | None:
        return typed_path(self.path.text(), self.options.format, self._folder)

    def _paths(self, path: Path) -> list[Path]:
        if not self.options.everyone:
            return [path]
        return [Path(path_for(str(path), choices.preset)) for choices in self.options.wanted]

    def _mistake(self, paths: list[Path]) -> str:
        """Why the export cannot begin, or nothing."""
        if not paths:
            return A_FOLDER if self.path.text().strip() else NO_FILE
        if not all(choices.sections for choices in self.options.wanted):
            return NO_SECTION
        plan = self._session.came_from
        return PLAN_ITSELF if plan and any(same_file(path, plan) for path in paths) else ""

    def _done(self, paths: list[Path], said: str) -> None:
        ready = f"{paths[0].name} is ready." if len(paths) == 1 else f"{len(paths)} files are ready."
        told = said == self.privacy.shortened
        self._say(ready if told else f"{ready} {said}".strip(), "quiet")
        if self.open_after.isChecked():
            self.show_file(paths[0] if len(paths) == 1 else paths[0].parent)
        self._leaving = told or not said

    def _failed(self, sentence: str) -> None:
        self._say(sentence + self._made_before(), "error")
        self.elsewhere.show()

    def _made_before(self) -> str:
        made = self.batch.made if self.batch else 0
        return f" Written before that: {made} of {len(self.options.wanted)}." if made else ""

    def _finished(self) -> None:
        if self.batch:
            self.batch.deleteLater()
        self.batch = None
        self._show_busy(busy=False)
        if self._leaving:
            self.reject()

    def _show_busy(self, *, busy: bool) -> None:
        for part in (self.options, self.path, self.open_after, self._start, self._browse):
            part.setEnabled(not busy)
        if busy:
            self.elsewhere.hide()
        self.bar.setVisible(busy)
        self.bar.setValue(0)
        self._cancel.setText("Stop" if busy else "Close")

    def _chosen(self) -> None:
        """Follow what is chosen: the ending, what is left out, what is there already."""
        path = self._typed()
        if path and self.path.text().strip():
            self.path.setText(str(path))
        self.privacy.look_at(self.options)
        self._look_at_path()

    def _look_at_path(self) -> None:
        path = self._typed()
        paths = self._paths(path) if path else []
        # The path's own is_file can raise.
        there = [each for each in paths if os.path.isfile(each)]  # noqa: PTH113
        self._say((WILL_REPLACE if len(paths) == 1 else WILL_REPLACE_SOME) if there else "", "quiet")

    def _say(self, sentence: str, role: str) -> None:
        restyle(self.message, "role", role)
        self.message.say(sentence)

    def _ask_path(self) -> bool:
        chosen = self.choose(self, Path(self.path.text()), self.options.format)
        if chosen:
            self.path.setText(str(with_ending(chosen, self.options.format)))
        return bool(chosen)

    def _save_elsewhere(self) -> None:
        if self._ask_path():
            self.export()

    def _lay_out(self) -> None:
        self._browse = QPushButton("Choose…")
        self._browse.setAccessibleName("Choose the file")
        self._browse.clicked.connect(self._ask_path)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self._browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(heading(f"Export “{self._session.plan.name[:60]}”", large=True))
        column.addSpacing(4)
        column.addWidget(self.options)
        column.addWidget(self.privacy.words)
        column.addWidget(labelled("File", self.path))
        column.addLayout(row)
        column.addSpacing(6)
        for part in (self.open_after, self.bar, self.message):
            column.addWidget(part)
        column.addSpacing(8)
        column.addStretch(1)
        column.addLayout(self._buttons())
        for part in (self.bar, self.message):
            keep_room(part)
        self.bar.hide()
        self.elsewhere.hide()

    def _buttons(self) -> QHBoxLayout:
        self._start.setObjectName("export_start")
        self._start.setDefault(True)
        self._start.clicked.connect(self.export)
        self._cancel.setObjectName("export_cancel")
        self._cancel.clicked.connect(self.reject)
        self.elsewhere.clicked.connect(self._save_elsewhere)
        row = QHBoxLayout()
        row.addWidget(self.elsewhere)
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self._start)
        return row
