"""When Python looks for garbage, and in what it need not look."""

import gc

from planner.gui.session import Session


def look_for_garbage(session: Session) -> None:
    """Have garbage looked for from now on, but not in the plan nor in what the window is made of.

    Going through all of a large plan, time and again, would hold the window up for a twentieth of a second.
    """
    gc.enable()
    _set_aside()
    session.opened.connect(_set_aside)


def _set_aside() -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()
