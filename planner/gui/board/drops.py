"""What a drop on a phase means: the one function that both "can drop" and "drop" ask."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData

from planner.core.plan import Node, Phase
from planner.gui.commands import Commands
from planner.gui.drags import CHANNELS, PLATFORMS, unpack
from planner.gui.session import Session


def landing(
    mime: QMimeData, target: Node | None, row: int, session: Session, commands: Commands
) -> Callable[[], None] | None:
    """What to do when this is dropped on a row of a phase (-1 is the end), None when it cannot be dropped."""
    if not isinstance(target, Phase) or session.read_only:
        return None
    place = row if row >= 0 else None
    tree = session.document.tree
    if (ids := unpack(mime, CHANNELS)) and all(map(tree.has, ids)):
        return partial(commands.move_channels, ids, target.id, place)
    platforms = [each for each in unpack(mime, PLATFORMS) if each in session.catalog.platforms]
    return partial(commands.add_platforms, platforms, target.id, place) if platforms else None
