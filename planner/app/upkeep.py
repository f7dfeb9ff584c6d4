"""When Python looks for garbage, and in what it need not look."""

import gc
from functools import partial

from PySide6.QtCore import Qt

from planner.gui.session import Session

MANY = 10_000


def look_for_garbage(session: Session) -> None:
    """Have garbage looked for from now on, but not in the plan, its first findings or the window itself."""
    gc.enable()
    set_aside()
    session.opened.connect(set_aside)
    session.opened.connect(partial(_once_judged, session))


def _once_judged(session: Session) -> None:
    session.checking.changed.connect(set_aside, Qt.ConnectionType.SingleShotConnection)


def set_aside() -> None:
    """Have garbage looked for only in what is made from now on, and not before that is much.

    Going through all of a large plan, time and again, would hold the window up for a twentieth of a second,
    and looking after every few hundred objects would take an eighth of the time of large edits.
    """
    gc.set_threshold(MANY)
    gc.unfreeze()
    gc.collect()
    gc.freeze()
