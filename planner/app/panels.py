"""What makes each panel of the window; each is imported when it is first made."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from planner.core.catalog import Catalog
from planner.gui.actions import Actions
from planner.gui.commands import Commands
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.gui.window import Panels

if TYPE_CHECKING:
    from planner.gui.export.job import Request


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
    from planner.export.text import unprintable_text
    from planner.gui.export.job import ExportRefused, Stopped
    from planner.storage.atomic import write_atomically
    from planner.storage.errors import not_written
    from planner.storage.rule_files import load_rules

    choices = request.choices
    document = outline(request.plan, catalog, load_rules(), date.today(), choices.preset, choices.without)
    boxes: list[str] = []
    try:
        made = write_pdf(
            document, paper=choices.paper, progress=progress, cancelled=cancelled, unprintable=boxes.append
        )
        write_atomically(request.path, made)
    except ExportCancelled:
        raise Stopped from None
    except (OSError, ValueError) as error:
        raise ExportRefused(not_written(request.path, error)) from None
    return unprintable_text(boxes[0]) if boxes else ""


PANELS = Panels(
    platforms=platforms, board=board, brief=brief, inspector=inspector, checks=checks, export=export
)
