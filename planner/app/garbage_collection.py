"""When Python looks for garbage, and in what it need not look."""

import gc
from functools import partial

from PySide6.QtCore import Qt, QTimer

from planner.gui.session import Session

MANY = 100_000
IDLE = 50  # milliseconds after findings, when they have been painted


def look_for_garbage(session: Session) -> None:
    """Have garbage looked for from now on, but not in the plan, its first findings or the window itself."""
    gc.enable()
    set_aside()
    session.opened.connect(set_aside)
    session.opened.connect(partial(_once_judged, session))
    session.checking.changed.connect(partial(QTimer.singleShot, IDLE, look_at_what_is_new))


def _once_judged(session: Session) -> None:
    session.checking.changed.connect(set_aside, Qt.ConnectionType.SingleShotConnection)


def look_at_what_is_new() -> None:
    """Look for garbage in what edits have made, while nobody waits: in one it takes milliseconds."""
    gc.collect(1)


def set_aside() -> None:
    """Have garbage looked for only in what is made from now on, and not before that is much.

    Going through all of a large plan, time and again, would hold the window up for a twentieth of a second,
    and looking after every few hundred objects would take an eighth of the time of large edits.
    """
    gc.set_threshold(MANY)
    gc.unfreeze()
    gc.collect()
    gc.freeze()
