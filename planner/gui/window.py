"""The main window: the frame that the panels are plugged into."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from planner import __version__
from planner.gui.folding import Folding
from planner.gui.frame import Views, fill, slot, splitter
from planner.gui.memory import Memory
from planner.gui.theme import Scheme, Theme

if TYPE_CHECKING:
    from planner.gui.actions import Actions
    from planner.gui.ask import Ask
    from planner.gui.checks.panel import ChecksPanel
    from planner.gui.commands import Commands
    from planner.gui.filing import Templates
    from planner.gui.session import Session

VIEWS = ("brief", "board", "preview")
SHAPE = "window"
ENOUGH_TO_READ = 8000
CHECKS_HEIGHT = 148
PAINTS = (QEvent.Type.Paint, QEvent.Type.UpdateRequest)
FIRST_SIZE = QSize(1280, 800)
FRAME = QSize(2, 32)
SIDES = {"platforms": 252, "inspector": 316}

Make = Callable[["Session", Theme], QWidget]


@dataclass(frozen=True, slots=True)
class Panels:
    """What makes each panel, called when it is first shown; ``export`` makes the export dialog."""

    platforms: Callable[["Session", Theme, "Actions", "Commands"], QWidget]
    board: Callable[["Session", Theme, "Actions", "Commands"], QWidget]
    preview: Callable[["Session", Theme, "Actions", "Commands"], QWidget]
    brief: Make
    inspector: Make
    checks: Callable[["Session", Theme], "ChecksPanel"]
    export: Callable[["Session", Theme, QWidget], QDialog]


class Window(QMainWindow):
    """A frame that is painted empty, then furnished: top bar, platforms, views, inspector and checks.

    ``framed`` comes once, after the first paint: the time to furnish. ``painted`` comes once, when there is
    a board to open a plan on. ``finished`` comes once, when every panel stands, and ``closed`` at the end.
    """

    framed = Signal()
    painted = Signal()
    finished = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, memory: Memory) -> None:
        """Build the empty frame."""
        super().__init__()
        self.setObjectName("window")
        self._theme = theme
        self._memory = memory
        self._furnished = False
        self._after_paint: Callable[[], None] | None = self._framed
        self._platforms: QWidget | None = None
        self._build()
        self._restore()

    def furnish(
        self, session: "Session", panels: Panels, templates: "Templates", ask: "Ask | None" = None
    ) -> None:
        """Put all around a session into the frame, but for the panels: they come when it is painted."""
        from planner.gui.actions import Actions
        from planner.gui.ask import Dialogs
        from planner.gui.commands import Commands
        from planner.gui.filing import Filing
        from planner.gui.notices import NoticeBar
        from planner.gui.own_undo import OwnUndo
        from planner.gui.top_bar import TopBar

        self.session = session
        self._panels = panels
        self._templates = templates
        self._ask = ask or Dialogs(self)
        self.filing = Filing(session, self._ask, self._memory, templates)
        self.commands = Commands(session, self._ask)
        self.actions_table = Actions(self, session, (self.filing, self.commands, self), self._fills())
        self.actions_table.fill_bar(self.menuBar())
        self._top = TopBar(session, self.actions_table, VIEWS)
        self._notices = NoticeBar(session)
        self._column.insertWidget(0, self._top)
        self._column.insertWidget(1, self._notices)
        OwnUndo(session, self)
        self._connect()
        self.show_board()
        self.setAcceptDrops(True)
        self._furnished = True

    def _fills(self) -> dict[str, Callable[[QMenu], None]]:
        return {
            "@new": self.filing.fill_new,
            "@recent": self.filing.fill_recent,
            "@move_to": self.commands.fill_move_to,
            "@add_to": self.fill_add_to,
            "@theme": self.fill_theme,
        }

    def _build(self) -> None:
        self._views = Views()
        self._slots = {name: slot(name) for name in ("platforms", *VIEWS, "inspector", "checks")}
        for view in VIEWS:
            self._views.addWidget(self._slots[view])
        self._across = splitter(
            Qt.Orientation.Horizontal,
            "across",
            1,
            self._slots["platforms"],
            self._views,
            self._slots["inspector"],
        )
        self._down = splitter(Qt.Orientation.Vertical, "down", 0, self._across, self._slots["checks"])
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._down, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        session = self.session
        self._notices.dismissed.connect(self._begin_in_view)
        session.told.connect(self.say)
        session.refused.connect(self.say)
        session.failed.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        session.reveal.connect(self._reveal)
        session.opened.connect(self.refresh_title)
        session.opened.connect(self.statusBar().clearMessage)
        session.opened.connect(self._begin_in_view, Qt.ConnectionType.QueuedConnection)
        session.plan_changed.connect(self.refresh_title)
        session.path_changed.connect(self.refresh_title)
        session.modified_changed.connect(self.setWindowModified)
        self.refresh_title()

    def _restore(self) -> None:
        room = self.screen().availableSize() - FRAME
        self.resize(room.boundedTo(FIRST_SIZE))
        self.restoreGeometry(self._memory.shape(SHAPE))
        width, height = self.width(), self.height()
        sides = list(SIDES.values())
        self._across.setSizes([sides[0], width - sum(sides), sides[1]])
        self._down.setSizes([height - CHECKS_HEIGHT, CHECKS_HEIGHT])
        for part in (self._across, self._down):
            part.restoreState(self._memory.shape(part.objectName()))

    def _framed(self) -> None:
        self.framed.emit()
        if self._furnished:
            self._finish()

    def _finish(self) -> None:
        """Make the board, let the plan be opened, and make the other panels once it is on the board."""
        fill(self._slots["board"], self._panels.board(*self._plugged()))
        self.painted.emit()
        self._after_paint = self._make_the_rest

    def _make_the_rest(self) -> None:
        self._platforms = self._panels.platforms(*self._plugged())
        fill(self._slots["platforms"], self._platforms)
        self._make("inspector", self._panels.inspector)
        checks = self._panels.checks(self.session, self._theme)
        fill(self._slots["checks"], checks)
        Folding(self._down, self._slots["checks"], checks.fold, self._memory)
        focus = QApplication.focusWidget()
        if focus is None or self._top.isAncestorOf(focus):  # where Qt puts it while nothing else is there
            self._begin_in_view()
        self.finished.emit()

    def _plugged(self) -> tuple["Session", Theme, "Actions", "Commands"]:
        return self.session, self._theme, self.actions_table, self.commands

    def event(self, event: QEvent) -> bool:
        """Go on with what waits until the window is painted."""
        done = super().event(event)
        if event.type() in PAINTS and self._after_paint:
            QTimer.singleShot(0, self, self._after_paint)
            self._after_paint = None
        return done

    def _make(self, name: str, make: Make) -> None:
        if self._slots[name].layout() is None:
            fill(self._slots[name], make(self.session, self._theme))

    def say(self, text: str) -> None:
        """Show a sentence in the status line, and have a screen reader say it."""
        from planner.gui.parts.aloud import announce

        announce(self, text)
        self.statusBar().showMessage(text, ENOUGH_TO_READ)

    def _tell(self, text: str) -> None:
        """Show a sentence that has to be read, such as that nothing was saved."""
        self._ask.tell("Frontlist", text)

    def refresh_title(self) -> None:
        """Put the plan's name and state into the title."""
        from planner.gui.top_bar import kind_text

        plan = self.session.plan
        name = f"{plan.name} ({kind_text(plan)})" if plan.extract else plan.name
        self.setWindowTitle(f"{name.replace('[*]', '[*][*]')}[*] – Frontlist")
        self.setWindowModified(self.session.modified)
        self.setWindowFilePath("")

    def show_brief(self) -> None:
        """Show the brief."""
        self._make("brief", self._panels.brief)
        self._show("brief")

    def show_board(self) -> None:
        """Show the board."""
        self._show("board")

    def show_preview(self) -> None:
        """Show the preview."""
        if self._slots["preview"].layout() is None:
            fill(self._slots["preview"], self._panels.preview(*self._plugged()))
        self._show("preview")

    def _show(self, view: str) -> None:
        focus = QApplication.focusWidget()
        goes = focus is not None and self._views.isAncestorOf(focus)
        self._views.setCurrentWidget(self._slots[view])
        self._top.show_view(view)
        if goes and QApplication.focusWidget() is not focus:
            self._begin_in_view()

    def _reveal(self, record_id: str, place: str) -> None:
        """Show a record of the brief in the brief, any other on the board and in the inspector."""
        tree = self.session.document.tree
        if not tree.has(record_id):
            return
        if place == "suggest":
            self.suggest()
        elif place == "brief" or record_id == self.session.plan.id:
            self.show_brief()
        else:
            self.show_board()

    def search(self) -> None:
        """Go to the search: that of the pages where they are shown, else that of the platforms."""
        in_pages = self._views.currentWidget() is self._slots["preview"]
        search = self.findChild(QWidget, "preview_word" if in_pages else "platform_search")
        if search:
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_panel(self) -> None:
        """Put the focus into the next part of the window."""
        from planner.gui.tab_order import READ, first_stop

        parts, listing = self._parts(), (self._views, self._slots["checks"])
        focus = QApplication.focusWidget()
        here = next((i for i, part in enumerate(parts) if focus and part.isAncestorOf(focus)), -1)
        for part in parts[here + 1 :] + parts[: here + 1]:
            if first := first_stop(part, *(READ if part in listing else ())):
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with the Tab key from left to right, and to the checks last."""
        if not self._furnished:
            return super().focusNextPrevChild(forward)
        from planner.gui.tab_order import go_on

        return go_on(self._parts(), forward=forward)

    def _parts(self) -> list[QWidget]:
        platforms, inspector, checks = (self._slots[name] for name in ("platforms", "inspector", "checks"))
        return [self._top, self._notices, platforms, self._views, inspector, checks]

    def _begin_in_view(self) -> None:
        """Put the focus into the view that is shown."""
        from planner.gui.tab_order import READ, first_stop

        if first := first_stop(self._views, *READ):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_plan(self) -> None:
        """Ask what a new plan begins with, once the present one may be left."""
        from planner.gui.dialogs.new_plan import NewPlanDialog

        if self.filing.may_leave():
            dialog = NewPlanDialog(self._theme, self._templates(), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.made.connect(self.session.new)
            dialog.open()

    def suggest(self) -> None:
        """Preview a first set of channels for each phase."""
        from planner.gui.dialogs.suggest import SuggestDialog

        session = self.session
        dialog = SuggestDialog(self._theme, session.catalog, session.plan, session.old, session.today, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self.commands.add_suggested)
        dialog.finished.connect(self._begin_in_view, Qt.ConnectionType.QueuedConnection)
        dialog.open()

    def export(self) -> None:
        """Open the export dialog."""
        dialog = self._panels.export(self.session, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def about(self) -> None:
        """Say what this program is."""
        self._ask.tell(
            "About Frontlist",
            f"Frontlist {__version__}\n\nMarketing plans for books, honest about what can be tracked.",
        )

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def fill_add_to(self, menu: QMenu) -> None:
        """List the phases that the chosen platforms can be added to."""
        from planner.core.plan_words import phase_label
        from planner.gui.menu_text import as_menu_text

        chosen = getattr(self._platforms, "chosen", list)
        for phase in self.session.plan.phases:
            add = partial(self.commands.add_platforms, chosen(), phase.id)
            menu.addAction(as_menu_text(phase_label(phase)), add)

    def fill_theme(self, menu: QMenu) -> None:
        """List the schemes, with a mark at the one that is chosen."""
        for scheme in Scheme:
            action = menu.addAction(scheme.value, partial(self._choose_scheme, scheme))
            action.setCheckable(True)
            action.setChecked(scheme is self._theme.scheme)

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._memory.scheme = scheme
        self._theme.choose(scheme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        if path := dropped_file(event):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.filing.open_path(path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost, and remember the window's shape."""
        if self._furnished and not self.filing.may_leave():
            event.ignore()
            return
        self._memory.keep_shape(SHAPE, self.saveGeometry())
        for part in (self._across, self._down):
            self._memory.keep_shape(part.objectName(), part.saveState())
        event.accept()
        self.closed.emit()


def dropped_file(event: QDropEvent) -> Path | None:
    """The one local file that is being dropped, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
