"""The window's composition root: what is put together, and in which order it wakes up.

The window is painted as an empty frame first. Only then is the rest of the program imported.
"""

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.core.resources import resource
from planner.gui.memory import Memory
from planner.gui.theme import Theme, use_fallback_fonts, use_fonts
from planner.gui.window import Window
from planner.storage.paths import config_folder, data_folder

MEMORY = "window.ini"
LOG = "errors.log"
SHARE_OF_A_THREAD = 0.001  # seconds


def run(arguments: Sequence[str]) -> int:
    """Open the window on the plan that is named, or else on the sample, and stay until it is closed."""
    app = make_app()
    memory = Memory(config_folder() / MEMORY)
    window = make_window(make_theme(app, memory), memory)
    window.framed.connect(partial(_report_mishaps, window))
    window.painted.connect(partial(_begin, window, memory, Path(arguments[0]) if arguments else None))
    window.show()
    return app.exec()


def make_app() -> QApplication:
    """The program, as the system knows it."""
    # Next to nothing that is made at the start is garbage, and looking for some takes a fifth of the start.
    gc.disable()
    # A thread that has much to say to the worker gives way so soon: at Python's own 5 ms, the window jerks.
    sys.setswitchinterval(SHARE_OF_A_THREAD)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("frontlist")
    app.setApplicationDisplayName("Frontlist")
    app.setDesktopFileName("frontlist")
    return app


def make_theme(app: QApplication, memory: Memory) -> Theme:
    """The program's look, as it was chosen last."""
    use_fonts(app, resource("fonts"))
    return Theme(app, memory.scheme)


def make_window(theme: Theme, memory: Memory) -> Window:
    """The window as an empty frame, which furnishes itself with an empty plan once it has been painted."""
    window = Window(theme, memory)
    window.framed.connect(partial(_furnish, window, memory))
    window.finished.connect(lambda: use_fallback_fonts(resource("fonts")))
    window.finished.connect(partial(_tidy, window))
    window.finished.connect(partial(_keep_clipboard_clean, window))
    return window


def _furnish(window: Window, memory: Memory) -> None:
    from planner.app.window_setup import furnish

    furnish(window, memory)


def _begin(window: Window, memory: Memory, named: Path | None) -> None:
    from planner.app.window_setup import begin

    begin(window.session, named, memory.last_plan)
    if window.session.came_from:
        memory.used(window.session.came_from)


def _tidy(window: Window) -> None:
    from planner.app.garbage_collection import look_for_garbage

    look_for_garbage(window.session)


def _keep_clipboard_clean(window: Window) -> None:
    from planner.gui.clipboard import CleanClipboard

    CleanClipboard(QApplication.clipboard(), window)


def _report_mishaps(window: Window) -> None:
    from planner.gui.ask import Dialogs
    from planner.gui.mishaps import Mishaps

    Mishaps(data_folder() / LOG, partial(Dialogs(window).tell, "Frontlist")).install()
