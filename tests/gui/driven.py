"""Runs the real window on a plan, and answers each line on standard input with what is where, as JSON."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSocketNotifier
from PySide6.QtWidgets import QAbstractItemView, QWidget

from planner.app import make_app, make_theme, make_window
from planner.app.window_setup import begin
from planner.core.plan import Channel
from planner.gui.board.lane import LaneView
from planner.gui.memory import Memory
from planner.gui.platforms.panel import PlatformList
from planner.gui.theme import Scheme
from planner.gui.window import Window


def main(plan: str, folder: str) -> int:
    """Open the window, and leave when standard input ends."""
    app = make_app()
    memory = Memory(Path(folder) / "window.ini")
    theme = make_theme(app, memory)
    theme.choose(Scheme.LIGHT)
    window = make_window(theme, memory)
    window.painted.connect(lambda: begin(window.session, Path(plan)))
    listener = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def answer() -> None:
        if sys.stdin.readline():
            print(json.dumps(state(window)), flush=True)
        else:
            app.quit()

    listener.activated.connect(answer)
    listener.setEnabled(False)
    window.finished.connect(lambda: listener.setEnabled(True))
    window.show()
    return app.exec()


def state(window: Window) -> dict[str, object]:
    """Where platforms, lanes and cards are on the screen, and what the plan holds."""
    session = window.session
    platforms = window.findChild(PlatformList)
    lanes = window.findChildren(LaneView)
    return {
        "ready": window.isActiveWindow() and bool(lanes) and session.path is not None,
        "platforms": _centres(platforms) if platforms else {},
        "lanes": {lane.phase.name: _centre(lane.viewport()) for lane in lanes if lane.phase},
        "cards": {id: at for lane in lanes for id, at in _centres(lane).items()},
        "plan": {phase.name: [c.platform for c in phase.channels] for phase in session.plan.phases},
        "undo": session.stack.undoText(),
        "modified": session.modified,
        "selection": session.selection,
    }


def _centre(widget: QWidget) -> tuple[int, int]:
    point = widget.mapToGlobal(widget.rect().center())
    return point.x(), point.y()


def _centres(view: QAbstractItemView) -> dict[str, tuple[int, int]]:
    """The centre of every row that is in view, by the id of what it shows."""
    found: dict[str, tuple[int, int]] = {}
    model, root = view.model(), view.rootIndex()
    for row in range(model.rowCount(root)):
        index = model.index(row, 0, root)
        point = QPoint(view.visualRect(index).left() + 40, view.visualRect(index).top() + 20)
        id = _id(view, index)
        if id and view.viewport().rect().contains(point):
            at = view.viewport().mapToGlobal(point)
            found[id] = (at.x(), at.y())
    return found


def _id(view: QAbstractItemView, index: QModelIndex) -> str:
    if isinstance(view, LaneView):
        node = view._board.node(index)
        return node.id if isinstance(node, Channel) else ""
    platform = view.model().platform(index)  # type: ignore[attr-defined]
    return platform.id if platform else ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
