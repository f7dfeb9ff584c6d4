"""The open plan as the window sees it: one document, its undo stack, its file, and who is told what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from planner.core.catalog import Catalog
from planner.core.changes import ChangeError, Edit
from planner.core.days import day_now
from planner.core.document import Document
from planner.core.freshness import Outdated
from planner.core.phrasing import upper_first
from planner.core.plan import Channel, Phase, Plan
from planner.gui.checking import Age, Check, Checking, nothing_found, nothing_old
from planner.gui.undo import EditCommand
from planner.storage.format import NOTHING_BESIDE, Beside, Opened, as_new
from planner.storage.paths import same_file

READ_ONLY = "This plan is open for reading only. Save it under another name to change it."


@dataclass(frozen=True, slots=True)
class Files:
    """How plans are read and written; both raise ``refusal``, whose text is a plain sentence.

    ``write`` returns what should be told; ``stamp`` tells a file's contents from others, and is None where
    no file is.
    """

    read: Callable[[Path], Opened]
    write: Callable[[Plan, Path, Beside], str]
    refusal: type[Exception]
    stamp: Callable[[Path], str | None]


class Since(Enum):
    """What has become of a plan's file since it was last read or written."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Session(QObject):
    """Holds the document and is its only writer.

    ``path`` is the file to save to; ``came_from`` the one that the plan was read from, which may be a PDF;
    ``beside`` what a newer version wrote there beside the plan.
    ``plan_changed`` comes once after each edit, undo and redo, ``history_changed`` when other edits can be
    undone or redone, ``run_ended`` when what is typed next will be undone by itself; ``opened`` when the
    document is another one, so that its watchers have to be placed anew;
    ``reveal`` asks the window to show a record, and a place of it such as "tracking" or "copy";
    ``pointed`` follows with the finding that sent it there. ``worked_in`` names the phase that has become
    the current one.
    ``told`` says what was done, where that may not be in view; ``refused`` says in a sentence why an edit was
    not made, ``failed`` why a file was not read or written.
    """

    opened = Signal()
    plan_changed = Signal()
    history_changed = Signal()
    run_ended = Signal()
    path_changed = Signal()
    modified_changed = Signal(bool)
    selection_changed = Signal(list)
    reveal = Signal(str, str)
    pointed = Signal(object)
    worked_in = Signal(str)
    told = Signal(str)
    refused = Signal(str)
    failed = Signal(str)
    notices_changed = Signal()

    def __init__(
        self,
        plan: Plan,
        catalog: Catalog,
        files: Files,
        check: Check = nothing_found,
        age: Age = nothing_old,
    ) -> None:
        """Start with a plan that has no file yet; ``age`` tells what of all that is known is old for it."""
        super().__init__()
        self.catalog = catalog
        self.document = Document(plan)
        self.stack = QUndoStack(self)
        self.path: Path | None = None
        self.came_from: Path | None = None
        self.saved_at: datetime | None = None
        self.read_only = False
        self.notices: tuple[str, ...] = ()
        self.selection: list[str] = []
        self.looked_at = ""
        self._files = files
        self._age = age
        self.beside = NOTHING_BESIDE
        self.refusal = ""
        """Why an edit was not made the last time that one was not."""
        self._stamp: str | None = ""
        self._phase = ""
        self._run = 0
        self.checking = Checking(check, lambda: self.document.tree, self)
        self.plan_changed.connect(self.checking.plan_changed)
        self.opened.connect(self.checking.plan_changed)
        # To methods of ours only: the stack still emits while it is destroyed, when a lambda would be called.
        self.stack.cleanChanged.connect(self._clean_changed)
        self.stack.indexChanged.connect(self._index_changed)

    @property
    def old(self) -> Outdated:
        """What of all that is known is old, but for what the plan notes as looked up."""
        return self._age(self.plan)

    @property
    def today(self) -> date:
        """The day that it is for the author."""
        return day_now(self.plan.author.time_zone)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.document.plan

    @property
    def modified(self) -> bool:
        """Whether there are changes that no file holds."""
        return not self.stack.isClean()

    @property
    def since(self) -> Since:
        """What has become of the plan's file; one that cannot be read just now counts as the same."""
        if self.path is None or not self._stamp:
            return Since.SAME
        now = self._files.stamp(self.path)
        if now is None:
            return Since.GONE
        return Since.CHANGED if now and now != self._stamp else Since.SAME

    def do(self, edit: Edit, merge_key: str = "") -> bool:
        """Make an edit and remember how to undo it; says through ``refused`` when it cannot be."""
        if not edit:
            return False
        if self.read_only:
            self._refuse(READ_ONLY)
            return False
        try:
            back = self.document.apply(edit)
        except ChangeError as error:
            self._refuse(as_sentence(str(error)))
            return False
        key = f"{merge_key} {self._run}" if merge_key else ""
        self.stack.push(EditCommand(self._replay, edit, back, key))
        self._tell()
        return True

    def _refuse(self, sentence: str) -> None:
        self.refusal = sentence
        self.refused.emit(sentence)

    def _clean_changed(self, clean: bool) -> None:
        self.modified_changed.emit(not clean)

    def _index_changed(self, _index: int) -> None:
        self.history_changed.emit()

    def end_run(self) -> None:
        """Let the next edit be undone by itself, even when its merge key is the one before's."""
        self._run += 1
        self.run_ended.emit()

    def _replay(self, edit: Edit) -> None:
        self.document.apply(edit)
        self._tell()

    def _tell(self) -> None:
        left = [id for id in self.selection if self.document.tree.has(id)]
        if left != self.selection:
            self.select(left)
        self.plan_changed.emit()

    def select(self, ids: Sequence[str]) -> None:
        """Make these records the selected ones, and the phase of a channel among them the current one."""
        if list(ids) == self.selection and not (ids and self.looked_at):
            return
        tree = self.document.tree
        channels = [id for id in ids if tree.has(id) and isinstance(tree.find(id), Channel)]
        if channels:
            self.work_in(tree.parent(channels[-1]))
        self.selection = list(ids)
        self.looked_at = "" if ids else self.looked_at
        self.selection_changed.emit(self.selection)

    def look_at(self, platform_id: str) -> None:
        """Read up on a platform of the catalog, with nothing of the plan selected."""
        self.selection, self.looked_at = [], platform_id
        self.selection_changed.emit([])

    @property
    def current_phase(self) -> Phase | None:
        """The phase that new channels go to: the one last worked in, or else the first."""
        phases = self.plan.phases
        return next((phase for phase in phases if phase.id == self._phase), phases[0] if phases else None)

    def work_in(self, phase_id: str) -> None:
        """Make a phase the current one."""
        if phase_id != self._phase:
            self._phase = phase_id
            self.worked_in.emit(phase_id)

    def new(self, plan: Plan) -> None:
        """Go on with another plan that has no file yet."""
        self._start(as_new(plan), None)

    def open(self, path: Path) -> bool:
        """Go on with the plan in a file; says through ``failed`` when it cannot be read."""
        try:
            opened = self._files.read(path)
            self._start(opened, path)
        except (self._files.refusal, ChangeError) as error:
            self.failed.emit(as_sentence(str(error)))
            return False
        return True

    def save(self) -> bool:
        """Write the plan to its file; a plan without one, or one for reading only, is refused."""
        if self.read_only or self.path is None:
            self.failed.emit(READ_ONLY if self.read_only else "This plan has no file yet. Use Save as.")
            return False
        return self._write(self.path)

    def save_as(self, path: Path) -> bool:
        """Write the plan to another file and go on with that one."""
        if self.read_only and self.path and same_file(path, self.path):
            self.failed.emit(READ_ONLY)
            return False
        if not self._write(path):
            return False
        self.path, self.came_from, self.read_only = path, path, False
        self.path_changed.emit()
        return True

    def dismiss_notices(self) -> None:
        """Forget what the file's opening had to say."""
        self.notices = ()
        self.notices_changed.emit()

    def _write(self, path: Path) -> bool:
        try:
            notice = self._files.write(self.plan, path, self.beside)
        except self._files.refusal as error:
            self.failed.emit(as_sentence(str(error)))
            return False
        self.saved_at = datetime.now(UTC)
        self._stamp = self._files.stamp(path)
        self.end_run()
        self.stack.setClean()
        if notice:
            self.notices = (notice,)
            self.notices_changed.emit()
        self.path_changed.emit()
        return True

    def _start(self, opened: Opened, came_from: Path | None) -> None:
        self.document = Document(opened.plan)
        self.stack.clear()
        self.path, self.came_from = None if opened.loose else came_from, came_from
        self.saved_at = None
        self._stamp = opened.stamp
        self.read_only, self.notices = opened.read_only, opened.notices
        self.beside = opened.beside
        self._phase = ""
        self.selection = []
        self.opened.emit()
        self.selection_changed.emit([])
        self.path_changed.emit()
        self.notices_changed.emit()


def as_sentence(text: str) -> str:
    """A text with a capital in front and a full stop behind."""
    text = text.strip()
    return f"{upper_first(text)}{'' if text.endswith(('.', '?', '!')) else '.'}"
