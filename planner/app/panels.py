"""What makes each panel of the window; each is imported when it is first made."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from planner.app.print_shop import PrintShop
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


def preview(
    shop: PrintShop, session: Session, theme: Theme, actions: Actions, _commands: Commands
) -> QWidget:
    """The preview; the press gets ready while it is put together."""
    shop.press.warm()
    from planner.gui.preview.view import PreviewView

    view = PreviewView(session, theme, actions, shop.make, shop.choices, shop.choose)
    shop.at_the_end(view.end)
    return view


def export(shop: PrintShop, session: Session, theme: Theme, parent: QWidget) -> QDialog:
    """The export dialog, for the choices that were made last; the press gets ready while it is filled in."""
    from planner.export.presets import PRESETS
    from planner.gui.export.dialog import ExportDialog

    shop.press.warm()
    presets: dict[object, str] = {id: preset.name for id, preset in PRESETS.items()}
    dialog = ExportDialog(session, theme, partial(make_file, shop), presets, parent)
    dialog.preset.choose(shop.choices.preset)
    dialog.paper.choose(shop.choices.paper)
    return dialog


def make_file(
    shop: PrintShop, request: "Request", progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> str:
    """Have a plan's PDF written, whole or not at all; returns what should be told of it."""
    from planner.press.orders import Order

    shop.choose(request.choices)
    order = Order(request.plan, request.choices, date.today(), request.path)
    return shop.make(order, progress, cancelled).said


def panels(shop: PrintShop) -> Panels:
    """What makes the panels of a window whose documents come from a print shop."""
    return Panels(
        platforms=platforms,
        board=board,
        preview=partial(preview, shop),
        brief=brief,
        inspector=inspector,
        checks=checks,
        export=partial(export, shop),
    )
