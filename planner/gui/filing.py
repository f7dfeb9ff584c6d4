"""What the File menu does: new, open, recent, save, and the question before changes are lost."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from planner.core.plan import Plan
from planner.export.text import clean
from planner.gui.ask import Answer, Ask, Meanwhile
from planner.gui.folders import usual_folder
from planner.gui.memory import Memory
from planner.gui.menu_text import as_menu_text
from planner.gui.session import Session, Since
from planner.storage.paths import SUFFIX

# In bytes, of the 255 that most systems allow: what saves a file puts marks of its own around the name.
LONGEST_NAME = 200
# Names that Windows keeps for its devices, whatever stands behind a dot.
RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class Template:
    """A plan to begin with: its name in the menu, what makes it, and whom it is for."""

    name: str
    make: Callable[[], Plan]
    about: str = ""


Templates = Callable[[], Sequence[Template]]


class Filing(QObject):
    """Moves plans between the session and files, and asks where needed.

    ``templates`` tells what a new plan can begin with, the empty plan first.
    """

    def __init__(self, session: Session, ask: Ask, memory: Memory, templates: Templates) -> None:
        """Work for a session."""
        super().__init__(session)
        self._session = session
        self._ask = ask
        self._memory = memory
        self._templates = templates

    def open(self) -> None:
        """Let the user choose a plan and open it."""
        if self.may_leave():
            path = self._ask.open_path(usual_folder(self._session, self._memory))
            if path:
                self._open(path)

    def open_path(self, path: Path) -> None:
        """Open this plan, once the present one may be left."""
        if self.may_leave():
            self._open(path)

    def _open(self, path: Path) -> None:
        if self._session.open(path):
            self._memory.used(path)

    def save(self) -> bool:
        """Save to the plan's file, or ask for one when there is none to write to."""
        if self._session.path is None or self._session.read_only:
            return self.save_as()
        path, since = self._session.path, self._session.since
        if since is Since.SAME:
            return self._save(path)
        gone = since is Since.GONE
        answer = self._ask.gone(path.name) if gone else self._ask.changed_meanwhile(path.name)
        if answer is Meanwhile.ELSEWHERE:
            return self.save_as("" if gone else " (2)")
        return answer is Meanwhile.HERE and self._save(path)

    def _save(self, path: Path) -> bool:
        saved = self._session.save()
        if saved:
            self._memory.used(path)
        return saved

    def save_as(self, mark: str = "") -> bool:
        """Ask for a file and save to it; ``mark`` stands behind the name that is proposed."""
        path = self._ask.save_path(self._proposal(mark))
        if path is None or not self._session.save_as(path):
            return False
        self._memory.used(path)
        return True

    def close_plan(self) -> None:
        """Leave the plan and begin an empty one."""
        if self.may_leave():
            self._session.new(self._templates()[0].make())

    def may_leave(self) -> bool:
        """Whether the present plan may be left: it is saved, or the user gives its changes up."""
        if not self._session.modified:
            return True
        answer = self._ask.save_changes(self._session.plan.name)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def fill_new(self, menu: QMenu) -> None:
        """List the templates."""
        for template in self._templates():
            menu.addAction(as_menu_text(template.name), partial(self._begin, template.make))

    def fill_recent(self, menu: QMenu) -> None:
        """List the files used last; those of one name with their folders."""
        recent = self._memory.recent
        names = Counter(path.name for path in recent)
        for path in recent:
            shown = path.name if names[path.name] == 1 else f"{path.name} – {path.parent}"
            menu.addAction(as_menu_text(shown), partial(self.open_path, path)).setToolTip(str(path))

    def _begin(self, make: Callable[[], Plan]) -> None:
        if self.may_leave():
            self._session.new(make())

    def _proposal(self, mark: str) -> Path:
        plan = self._session.plan
        mark = " (extract)" if plan.extract and self._session.path is None else mark
        return usual_folder(self._session, self._memory) / file_name(plan, f"{mark}{SUFFIX}")


def file_name(plan: Plan, ending: str) -> str:
    """A name for a plan's file that every system takes."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f\s]+', " ", clean(plan.name)).strip(" .")
    if name.partition(".")[0].strip().upper() in RESERVED:
        name = f"Plan {name}"
    short = name[:80].encode("utf-8", "replace")[:LONGEST_NAME].decode("utf-8", "ignore")
    return f"{short.strip(' .') or 'Plan'}{ending}"
