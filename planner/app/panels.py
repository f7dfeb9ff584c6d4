"""What makes each panel of the window; each is imported when it is first made."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from planner.gui.actions import Actions
from planner.gui.commands import Commands
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.gui.window import Panels

if TYPE_CHECKING:
    from planner.gui.export.job import Request
    from planner.press.press import Press


class LatePress:
    """A window's press, made when it is first needed."""

    def __init__(self) -> None:
        """Begin without one."""
        self._press: Press | None = None

    def get(self) -> "Press":
        """The press."""
        if self._press is None:
            from planner.press.press import Press, worker_command

            self._press = Press(worker_command())
        return self._press

    def end(self) -> None:
        """End the press with its window."""
        if self._press:
            self._press.end()
            self._press = None


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


def export(press: LatePress, session: Session, theme: Theme, parent: QWidget) -> QDialog:
    """The export dialog; the press gets ready while it is filled in."""
    from planner.export.presets import PRESETS
    from planner.gui.export.dialog import ExportDialog

    press.get().warm()
    presets: dict[object, str] = {id: preset.name for id, preset in PRESETS.items()}
    return ExportDialog(session, theme, partial(make_pdf, press), presets, parent)


def make_pdf(
    press: LatePress, request: "Request", progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> str:
    """Have a plan's PDF written, whole or not at all; returns what should be told of it."""
    from planner.press.orders import Order

    order = Order(request.plan, request.choices, date.today(), request.path)
    return press.get().make(order, progress, cancelled).said


def panels(press: LatePress) -> Panels:
    """What makes the panels of a window whose documents come from a press."""
    return Panels(
        platforms=platforms,
        board=board,
        brief=brief,
        inspector=inspector,
        checks=checks,
        export=partial(export, press),
    )
