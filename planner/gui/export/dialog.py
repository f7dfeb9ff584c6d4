"""The export dialog: what for whom and where to, what is left out; then progress, and how it ended."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.phrasing import listed
from planner.export.choices import NO_SECTION, Choices
from planner.export.cut import cut
from planner.export.formats import Format
from planner.gui.ask import Dialogs
from planner.gui.export.batch import Batch
from planner.gui.export.destination import (
    ask_for_file,
    files,
    proposal,
    remember,
    typed_path,
    with_ending,
)
from planner.gui.export.job import Exporter
from planner.gui.export.options import Options
from planner.gui.export.outcome import Ways, written
from planner.gui.export.privacy import Privacy
from planner.gui.memory import Memory
from planner.gui.parts.aloud import announce
from planner.gui.parts.fitting_dialog import DialogBody, FittingDialog
from planner.gui.parts.labels import Words, heading, keep_room, labelled
from planner.gui.parts.look import Dress, restyle
from planner.gui.parts.tick import TickBox
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.orders import Made, Order
from planner.storage.paths import same_file

IS_THERE = "A file of this name is there already. You are asked before it is replaced."
SOME_ARE_THERE = "Files of these names are there already. You are asked before they are replaced."
FILES = "Files: {}."
NO_FILE = "Say where the file should go."
A_FOLDER = "This is a folder. Add a name for the file."
PLAN_ITSELF = "This file is the plan itself. Choose another name."
STOPPED = "Stopped. The file that was being made is not written."
MAKING = "Making the file…"
LOOKING = "Finding out what has to be shortened…"
READ_FIRST = "Nothing is written yet: above is said what has to be shortened. Press Export to have it so."
WIDTH = 740
LONGEST_NAME = 60

Choose = Callable[[QWidget, Path, Format], Path | None]


class ExportDialog(FittingDialog):
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
        self.resize(WIDTH, 0)
        self._session, self._make, self._memory, self._keep = session, make, memory, keep
        self.choose: Choose = ask_for_file
        self.may_replace: Callable[..., bool] = Dialogs(self).may_replace
        self.batch: Batch | None = None
        self._waits = False
        self._agreed: Path | None = None
        self.options = Options(choices)
        self.privacy = Privacy(session, make, self)
        self.privacy.settled.connect(self._go_on)
        self.proposed = proposal(session, memory, self.options)
        self.path = QLineEdit(str(self.proposed))
        self.path.setObjectName("export_path")
        self.open_after = TickBox("Open it when it is done")
        self.open_after.setChecked(memory.opens_exports)
        self.names = Words("", "quiet", small=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the export")
        self.bar.setTextVisible(False)
        self.message = Words("", "quiet")
        self._start, self._cancel = QPushButton("Export"), QPushButton("Close")
        self.elsewhere = QPushButton("Save under another name…")
        self.ways = Ways(self._not_opened)
        self.body = DialogBody()
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
        paths = files(path, self.options) if path else []
        mistake = self._mistake(paths)
        if path is None or mistake:
            self._say(mistake, "error")
            return
        if self.privacy.finding_out:
            self._wait(waits=True)
            self._say(LOOKING, "quiet")
            return
        if not self._agree(paths):
            self.path.setFocus()
            return
        plan, day, format = self._session.plan, self._session.today, self.options.format_id
        orders = [
            Order(plan, choices, day, each, format, self._session.beside)
            for choices, each in zip(self.options.wanted, paths, strict=True)
        ]
        self._keep(self.options.kept)
        self._memory.opens_exports = self.open_after.isChecked()
        remember(self._session.plan, self._memory, self.options, path)
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
        return typed_path(self.path.text(), self.options.format, self.proposed.parent)

    def _agree(self, paths: list[Path]) -> bool:
        """Ask before files are replaced, but not again about one that was chosen in the system's dialog."""
        agreed, self._agreed = self._agreed, None
        asked = [each for each in _there(paths) if each != agreed]
        return not asked or self.may_replace(*asked)

    def _mistake(self, paths: list[Path]) -> str:
        """Why the export cannot begin, or nothing."""
        if not paths:
            return A_FOLDER if self.path.text().strip() else NO_FILE
        if not all(choices.sections for choices in self.options.wanted):
            return NO_SECTION
        plan = self._session.came_from
        return PLAN_ITSELF if plan and any(same_file(path, plan) for path in paths) else ""

    def _done(self, paths: list[Path], said: str) -> None:
        told = said == self.privacy.shortened
        self._say(written(paths) if told else f"{written(paths)} {said}".strip(), "")
        self.ways.offer(paths)
        if self.open_after.isChecked():
            self.ways.open_at_once()

    def _not_opened(self, sentence: str) -> None:
        """Say so below what was written and where."""
        if sentence not in self.message.said:
            self._say(f"{self.message.said}\n{sentence}", "")

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
        if not self.ways.isHidden():
            self._cancel.setFocus()
        elif not self.elsewhere.isHidden():
            self.elsewhere.setFocus()

    def _show_busy(self, *, busy: bool) -> None:
        for part in (self.options, self.path, self.open_after, self._start, self._browse):
            part.setEnabled(not busy)
        if busy:
            self._forget_outcome()
        self.bar.setVisible(busy)
        self.bar.setValue(0)
        self._cancel.setText("Stop" if busy else "Close")

    def _chosen(self) -> None:
        """Follow what is chosen: the file's name, what is left out, what is there already."""
        self._propose()
        self.privacy.look_at(self.options)
        self._look_at_path()

    def _propose(self) -> None:
        """Propose a file for what is chosen now; a folder or a name that was typed stays."""
        before, self.proposed = self.proposed, proposal(self._session, self._memory, self.options)
        typed = Path(self.path.text())
        if typed == before:
            self.path.setText(str(self.proposed))
        elif typed.name == before.name:
            self.path.setText(str(typed.with_name(self.proposed.name)))
        elif path := self._typed():
            self.path.setText(str(path))

    def _look_at_path(self) -> None:
        path = self._typed()
        paths = files(path, self.options) if path else []
        several = len(paths) > 1
        self.names.say(FILES.format(listed(each.name for each in paths)) if several else "")
        self._forget_outcome()
        self._say((SOME_ARE_THERE if several else IS_THERE) if _there(paths) else "", "quiet")

    def _forget_outcome(self) -> None:
        self.ways.offer([])
        self.elsewhere.hide()

    def _say(self, sentence: str, role: str) -> None:
        restyle(self.message, "role", role)
        if sentence and sentence != self.message.said:
            announce(self, sentence)
        self.message.say(sentence)

    def _ask_path(self) -> bool:
        chosen = self.choose(self, Path(self.path.text()), self.options.format)
        if chosen:
            self.path.setText(str(with_ending(chosen, self.options.format)))
            self._agreed = chosen
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
        self.body.add(self.options, self.privacy.words, labelled("File", self.path))
        self.body.rows.addLayout(row)
        self.body.add(self.names, self.open_after)
        self.body.rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(heading(f"Export “{cut(self._session.plan.name, LONGEST_NAME)}”", large=True))
        column.addSpacing(4)
        column.addWidget(self.body, 1)
        column.addWidget(self.message)
        column.addSpacing(4)
        column.addLayout(self._buttons())
        for part in (self.bar, self.message):
            keep_room(part)
        self.message.setMinimumHeight(self.message.fontMetrics().height())
        self.bar.hide()
        self.elsewhere.hide()

    def _buttons(self) -> QHBoxLayout:
        self._start.setObjectName("export_start")
        self._start.setProperty("primary", "true")
        self._start.setDefault(True)
        self._start.clicked.connect(self.export)
        self._cancel.setObjectName("export_cancel")
        self._cancel.clicked.connect(self.reject)
        self.elsewhere.clicked.connect(self._save_elsewhere)
        row = QHBoxLayout()
        row.addWidget(self.ways)
        row.addWidget(self.elsewhere)
        row.addWidget(self.bar, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._start)
        return row


def _there(paths: list[Path]) -> list[Path]:
    """Those that are files already; the path's own question can raise."""
    return [each for each in paths if os.path.isfile(each)]  # noqa: PTH113
