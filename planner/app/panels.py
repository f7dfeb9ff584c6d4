"""What makes each panel of the window; each is imported when it is first made."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from planner.app.documents import Documents
from planner.gui.actions import Actions
from planner.gui.commands import Commands
from planner.gui.memory import Memory
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.gui.window import Panels

if TYPE_CHECKING:
    from planner.gui.checks.panel import ChecksPanel


def platforms(session: Session, theme: Theme, actions: Actions, commands: Commands) -> QWidget:
    """The platforms."""
    from planner.gui.platforms.panel import PlatformPanel

    return PlatformPanel(session, theme, actions, commands)


def board(session: Session, theme: Theme, actions: Actions, commands: Commands) -> QWidget:
    """The board."""
    from planner.gui.board.view import BoardView

    return BoardView(session, theme, actions, commands)


def checks(session: Session, theme: Theme) -> "ChecksPanel":
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


def preview(
    documents: Documents, session: Session, theme: Theme, actions: Actions, _commands: Commands
) -> QWidget:
    """The preview; the press gets ready while it is put together."""
    documents.press.warm()
    from planner.gui.preview.view import PreviewView

    view = PreviewView(session, theme, actions, documents.make, lambda: documents.choices, documents.choose)
    documents.at_the_end(view.end)
    return view


def export(documents: Documents, memory: Memory, session: Session, theme: Theme, parent: QWidget) -> QDialog:
    """The export dialog, for the choices that were made last; the press gets ready while it is filled in."""
    from planner.gui.export.dialog import ExportDialog

    documents.press.warm()
    dialog = ExportDialog(session, theme, documents.make, memory, documents.choices, documents.choose, parent)
    documents.at_the_end(dialog.privacy.stop)
    return dialog


def panels(documents: Documents, memory: Memory) -> Panels:
    """What makes the panels of a window whose documents come from a print documents."""
    return Panels(
        platforms=platforms,
        board=board,
        preview=partial(preview, documents),
        brief=brief,
        inspector=inspector,
        checks=checks,
        export=partial(export, documents, memory),
    )
