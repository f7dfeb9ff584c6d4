"""The window's composition root: what is put together, and in which order it wakes up."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.core.catalog import Catalog
from planner.core.findings import Finding
from planner.core.ids import new_id
from planner.core.plan import Author, Book, Plan
from planner.core.resources import resource
from planner.gui.actions import Actions
from planner.gui.ask import Ask, Dialogs
from planner.gui.commands import Commands
from planner.gui.filing import Template
from planner.gui.memory import Memory
from planner.gui.mishaps import Mishaps
from planner.gui.session import Files, Opened, Session
from planner.gui.theme import Theme, use_fallback_fonts, use_fonts
from planner.gui.window import Panels, Window
from planner.storage.catalog_files import load_catalog
from planner.storage.errors import PlanFileError
from planner.storage.paths import config_folder, data_folder

if TYPE_CHECKING:
    from planner.core.checks.checker import Checker
    from planner.gui.export.job import Request

MEMORY = "window.ini"
LOG = "errors.log"


def run(arguments: Sequence[str]) -> int:
    """Open the window on the plan that is named, or else on the sample, and stay until it is closed."""
    app = make_app()
    memory = Memory(config_folder() / MEMORY)
    theme = make_theme(app, memory)
    window = make_window(theme, memory, load_catalog())
    Mishaps(data_folder() / LOG, partial(Dialogs(window).tell, "Frontlist")).install()
    named = Path(arguments[0]) if arguments else None
    window.painted.connect(lambda: begin(window.session, named))
    window.painted.connect(lambda: use_fallback_fonts(resource("fonts")))
    window.show()
    return app.exec()


def make_app() -> QApplication:
    """The program, as the system knows it."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("frontlist")
    app.setApplicationDisplayName("Frontlist")
    app.setDesktopFileName("frontlist")
    return app


def make_theme(app: QApplication, memory: Memory) -> Theme:
    """The program's look, as it was chosen last."""
    use_fonts(app, resource("fonts"))
    return Theme(app, memory.scheme)


def make_window(theme: Theme, memory: Memory, catalog: Catalog, ask: Ask | None = None) -> Window:
    """The window over an empty plan; nothing slow is imported for it."""
    files = Files(partial(read, catalog), partial(write, catalog), PlanFileError)
    session = Session(empty_plan(), catalog, files, LateCheck(catalog).findings)
    return Window(session, theme, memory, PANELS, templates(), ask)


def begin(session: Session, named: Path | None) -> None:
    """Open the named plan, or the sample."""
    if named:
        session.open(named)
    else:
        from planner.storage.templates import SAMPLE, new_plan

        session.new(new_plan(SAMPLE))


def read(catalog: Catalog, path: Path) -> Opened:
    """The plan in a file, and what has changed under it since; raises PlanFileError."""
    from planner.core.rested import changes_since
    from planner.storage.plan_file import open_plan

    opened = open_plan(path)
    changed = changes_since(opened.rests_on, opened.plan, catalog)
    notices = tuple(filter(None, (*opened.notices, changed)))
    return Opened(opened.plan, notices, opened.read_only, opened)


def write(catalog: Catalog, plan: Plan, path: Path, source: object) -> str:
    """Save a plan with the verdicts it rests on, and return what should be told; raises PlanFileError."""
    from planner.core.rested import rests_on
    from planner.storage.format import Opened as Read
    from planner.storage.plan_file import save_plan

    opened = source if isinstance(source, Read) else None
    return save_plan(path, plan, rests_on(plan, catalog), opened).notice


@dataclass
class LateCheck:
    """Holds plans against the rules, which are loaded when they are first needed."""

    catalog: Catalog
    checker: "Checker | None" = None

    def findings(self, plan: Plan) -> Sequence[Finding]:
        """All findings of a plan."""
        if self.checker is None:
            from planner.core.checks.checker import Checker
            from planner.storage.rule_files import load_rules

            self.checker = Checker(self.catalog, load_rules(), date.today())
        return self.checker.findings(plan)


def empty_plan() -> Plan:
    """A plan with nothing in it."""
    return Plan(id=new_id(), book=Book(id=new_id()), author=Author(id=new_id()))


def templates() -> tuple[Template, ...]:
    """What a new plan can begin with: the empty one first, then what ships with the program."""
    from planner.storage.templates import BLANK, SAMPLE, list_templates, new_plan

    between = (each for each in list_templates() if each.id not in (BLANK, SAMPLE))
    shipped = (Template(each.name, partial(new_plan, each.id)) for each in between)
    ends = (
        Template("Empty plan", partial(new_plan, BLANK)),
        Template("Sample plan", partial(new_plan, SAMPLE)),
    )
    return (ends[0], *shipped, ends[1])


def platforms(session: Session, theme: Theme, actions: Actions, commands: Commands) -> QWidget:
    """The platforms."""
    from planner.gui.platforms.panel import PlatformPanel

    return PlatformPanel(session, theme, actions, commands)


def board(session: Session, theme: Theme, actions: Actions, commands: Commands) -> QWidget:
    """The board."""
    from planner.gui.board.view import BoardView

    return BoardView(session, theme, actions, commands)


def checks(session: Session, theme: Theme) -> QWidget:
    """The checks."""
    from planner.gui.checks.panel import ChecksPanel

    return ChecksPanel(session, theme)


def inspector(session: Session, theme: Theme) -> QWidget:
    """The inspector."""
    from planner.gui.inspector.panel import Inspector

    return Inspector(session, theme)


def brief(session: Session, theme: Theme) -> QWidget:
    """The brief."""
    from planner.gui.brief.view import BriefView

    return BriefView(session, theme)


def export(session: Session, theme: Theme, parent: QWidget) -> QDialog:
    """The export dialog."""
    from planner.export.presets import PRESETS
    from planner.gui.export.dialog import ExportDialog

    presets: dict[object, str] = {id: preset.name for id, preset in PRESETS.items()}
    return ExportDialog(session, theme, partial(make_pdf, session.catalog), presets, parent)


def make_pdf(
    catalog: Catalog, request: "Request", progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> str:
    """Write a plan's PDF, whole or not at all; returns what should be told of it."""
    from planner.export.outline import outline
    from planner.export.pdf.writer import ExportCancelled, write_pdf
    from planner.gui.export.job import ExportRefused, Stopped
    from planner.storage.atomic import write_atomically
    from planner.storage.errors import reason
    from planner.storage.rule_files import load_rules

    document = outline(request.plan, catalog, load_rules(), date.today(), request.preset)
    boxes: list[str] = []
    try:
        made = write_pdf(
            document, paper=request.paper, progress=progress, cancelled=cancelled, unprintable=boxes.append
        )
        write_atomically(request.path, made)
    except ExportCancelled:
        raise Stopped from None
    except (OSError, ValueError) as error:
        sentence = f"“{request.path.name}” cannot be written: {reason(error)}; choose another place."
        raise ExportRefused(sentence) from None
    return f"No font has these characters, so they are boxes: {boxes[0][:40]}" if boxes else ""


PANELS = Panels(
    platforms=platforms, board=board, brief=brief, inspector=inspector, checks=checks, export=export
)
