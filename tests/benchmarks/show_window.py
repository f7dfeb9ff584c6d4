"""Watched by the benchmarks of the window: shows one, and says when it stands.

Its argument is ``bare`` (one tree view and one list view), ``rows`` (the same with some text in both),
``empty`` (Frontlist before its plan is opened), ``sample`` (with the sample plan on its board) or ``export``
(with the sample exported once as well); with ``resting`` behind it, half a second later, when all that was
put off has come.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTreeView

from tests.benchmarks.measure import say_ready, window_memory

if TYPE_CHECKING:
    from planner.press.press import Press

REST = 500
Then = Callable[[], None]


class Paint(QObject):
    """Says once when a window is next painted, with all that has been waiting to be painted in it."""

    def __init__(self, window: QMainWindow, then: Then) -> None:
        super().__init__(window)
        self._then: Then | None = then
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._then and event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
            QTimer.singleShot(0, self._then)
            self._then = None
        return False


def bare(rows: int = 0) -> QMainWindow:
    """A window with one tree view and one list view."""
    window, middle = QMainWindow(), QSplitter()
    for view in (QTreeView(), QListView()):
        if rows:
            view.setModel(model(rows, view))
        middle.addWidget(view)
    window.setCentralWidget(middle)
    return window


def model(rows: int, parent: QObject) -> QAbstractItemModel:
    """Some rows of text."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel

    made = QStandardItemModel(parent)
    for number in range(rows):
        made.appendRow(QStandardItem(f"Row {number}"))
    return made


BARE: dict[str, Callable[[], QMainWindow]] = {"bare": bare, "rows": partial(bare, 20)}


def frontlist(app: QApplication, file: Path, opened: Then | None) -> QMainWindow:
    """Frontlist's window, put together as the program does it.

    ``opened`` comes when the sample plan has been painted on the board, and is None where none is opened.
    """
    from planner.app import make_theme, make_window
    from planner.gui.memory import Memory

    memory = Memory(file)
    window = make_window(make_theme(app, memory), memory)
    if opened:
        window.painted.connect(lambda: begin(window, opened))
    return window


def made_app() -> QApplication:
    """The program, as it makes itself."""
    from planner.app import make_app

    return make_app()


def begin(window: QMainWindow, opened: Then) -> None:
    """Open the sample plan, as the program does it."""
    from planner.app.window_setup import begin as begin_with
    from planner.gui.window import Window

    assert isinstance(window, Window)
    window.session.opened.connect(lambda: Paint(window, opened))
    begin_with(window.session, None)


def export(window: QMainWindow) -> "Press":
    """Have the press make the document of the plan that the window shows, as the window does it."""
    from planner.export.choices import Choices
    from planner.gui.window import Window
    from planner.press.orders import Order
    from planner.press.press import Press, worker_command

    assert isinstance(window, Window)
    press = Press(worker_command())
    press.make(Order(window.session.plan, Choices(), date.today()), lambda _share: None, lambda: False)
    return press


def main(what: str, *when: str) -> None:
    """Show a window, and end when the watcher has seen it."""
    app = QApplication(sys.argv[:1]) if what in BARE else made_app()

    def stands() -> None:
        QTimer.singleShot(REST, ready) if "resting" in when else ready()

    def ready() -> None:
        press = export(window) if what == "export" else None
        say_ready()
        if press:
            press.end()
        app.quit()

    with window_memory() as file, suppress(RuntimeError):
        filled = what in ("sample", "export")
        window = BARE[what]() if what in BARE else frontlist(app, file, stands if filled else None)
        if not filled:
            Paint(window, stands)
        window.show()
        app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
