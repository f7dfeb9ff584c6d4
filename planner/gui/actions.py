"""The table of all actions, from which menus, buttons and context menus are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from planner.core.plan import Channel
from planner.gui.menu_text import as_menu_text
from planner.gui.session import Session


@dataclass(frozen=True, slots=True)
class Row:
    """One action: ``slot`` is the method that does it, ``needs`` the state that it is enabled in.

    Of several shortcuts, with semicolons between them, menus show the first.
    """

    id: str
    text: str
    slot: str
    shortcut: str = ""
    tip: str = ""
    needs: str = ""


ACTIONS = (
    Row("new", "&New plan…", "new_plan", "Ctrl+N", "Begin with a template, a title and a launch day"),
    Row("open", "&Open…", "open", "Ctrl+O", "Open a plan, or a PDF that carries one"),
    Row("save", "&Save", "save", "Ctrl+S", "Save the plan to its file"),
    Row("save_as", "Save &as…", "save_as", "Ctrl+Shift+S", "Save the plan to another file"),
    Row("export", "&Export…", "export", "Ctrl+E", "Make a PDF or another file for a collaborator"),
    Row("close", "&Close plan", "close_plan", "Ctrl+W", "Close this plan and begin an empty one"),
    Row("quit", "&Quit", "quit", "Ctrl+Q"),
    Row("undo", "&Undo", "undo", "Ctrl+Z", needs="undo"),
    Row("redo", "&Redo", "redo", "Ctrl+Shift+Z; Ctrl+Y", needs="redo"),
    Row("up", "Move &up", "move_up", "Alt+Up", "Move the channels up in their phase", "channels"),
    Row("down", "Move &down", "move_down", "Alt+Down", "Move the channels down in their phase", "channels"),
    Row("earlier", "Move to phase &before", "move_earlier", "Alt+Left", needs="channels"),
    Row("later", "Move to phase a&fter", "move_later", "Alt+Right", needs="channels"),
    Row("cut", "Cu&t", "cut", "Ctrl+X", "Take the channels out, to be pasted elsewhere", "channels"),
    Row("copy", "&Copy", "copy", "Ctrl+C", "Copy the channels, to be pasted elsewhere", "channels"),
    Row("paste", "&Paste", "paste", "Ctrl+V", "Put what was copied into the phase", "phase"),
    Row("duplicate", "D&uplicate", "duplicate", "Ctrl+D", "Put a copy after each channel", "channels"),
    Row("remove", "&Remove", "remove", "Del", "Take the channels out of the plan", "channels"),
    Row("skip", "&Skip platform…", "skip", "", "Turn the platform down, and keep the reason", "channels"),
    Row("inspect", "Open in &inspector", "inspect", "", "Show the details", "channels"),
    Row("add_phase", "&Add phase…", "add_phase", "Ctrl+Shift+N", needs="writable"),
    Row(
        "suggest",
        "Su&ggest channels…",
        "suggest",
        "Ctrl+G",
        "A first set of channels for each phase, from book, goals, hours and money",
        "writable",
    ),
    Row("rename_phase", "Re&name phase…", "rename_phase", "F2", needs="phase"),
    Row("remove_phase", "Remove &phase", "remove_phase", needs="phase"),
    Row("phase_earlier", "Move phase &left", "phase_earlier", "Ctrl+Shift+Left", needs="phase"),
    Row("phase_later", "Move phase ri&ght", "phase_later", "Ctrl+Shift+Right", needs="phase"),
    Row("find", "&Find", "search", "Ctrl+F", "Search the platforms, or the pages of the preview"),
    Row("brief", "&Brief", "show_brief", "Ctrl+1", "Book, goals, budget, people and accounts"),
    Row("board", "B&oard", "show_board", "Ctrl+2", "Phases and their channels"),
    Row("preview", "&Preview", "show_preview", "Ctrl+3", "The PDF as it will be, page by page"),
    Row("next_panel", "&Next panel", "next_panel", "F6", "Go on to the next part of the window"),
    Row("about", "&About Frontlist", "about"),
)

# Their shortcuts count only on the board: elsewhere they are for what the keys are at, such as a text.
ON_BOARD = ("cut", "copy", "paste", "remove")
SEPARATOR = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&File", ("new", "@new", "open", "@recent", "", "save", "save_as", "export", "", "close", "quit")),
    (
        "&Edit",
        (
            *("undo", "redo", "", "cut", "copy", "paste", "duplicate", "remove", "skip", ""),
            *("@move_to", "up", "down", "earlier", "later"),
        ),
    ),
    (
        "&Phase",
        ("add_phase", "rename_phase", "phase_earlier", "phase_later", "remove_phase", "", "suggest"),
    ),
    ("&View", ("brief", "board", "preview", "", "find", "next_panel", "", "@theme")),
    ("&Help", ("about",)),
)
CHANNEL_MENU = (
    *("inspect", "", "@move_to", "up", "down", ""),
    *("cut", "copy", "paste", "duplicate", "remove", "skip"),
)
PHASE_MENU = ("paste", "", "rename_phase", "phase_earlier", "phase_later", "", "add_phase", "remove_phase")
PLATFORM_MENU = ("@add_to",)
SUBMENUS: Mapping[str, str] = {
    "@new": "New &from template",
    "@recent": "Open &recent",
    "@add_to": "&Add to phase",
    "@move_to": "&Move to phase",
    "@theme": "&Theme",
}


def has_channels(session: Session) -> bool:
    """Whether channels are selected that may be changed."""
    tree = session.document.tree
    found = bool(session.selection) and all(
        tree.has(id) and isinstance(tree.find(id), Channel) for id in session.selection
    )
    return found and not session.read_only


NEEDS: Mapping[str, Callable[[Session], bool]] = {
    "undo": lambda session: session.stack.canUndo(),
    "redo": lambda session: session.stack.canRedo(),
    "channels": has_channels,
    "writable": lambda session: not session.read_only,
    "phase": lambda session: session.current_phase is not None and not session.read_only,
}

Fill = Callable[[QMenu], None]


class Actions(QObject):
    """The table's rows as Qt actions, each enabled when what it needs is there.

    ``targets`` are searched for each row's slot, in order; ``fills`` fill the submenus when they open.
    """

    def __init__(
        self, window: QWidget, session: Session, targets: tuple[object, ...], fills: Mapping[str, Fill]
    ) -> None:
        """Make all actions, owned by the window."""
        super().__init__(window)
        self._session = session
        self._fills = fills
        self._made = {row.id: self._action(window, row, targets) for row in ACTIONS}
        session.selection_changed.connect(self.refresh)
        session.plan_changed.connect(self.refresh)
        session.opened.connect(self.refresh)
        session.history_changed.connect(self.refresh)
        session.worked_in.connect(self.refresh)
        self.refresh()

    def __getitem__(self, id: str) -> QAction:
        return self._made[id]

    def on_board(self) -> list[QAction]:
        """Those whose shortcuts the board has for itself."""
        return [self._made[id] for id in ON_BOARD]

    def refresh(self) -> None:
        """Enable what can be done now, and say what undo and redo would do, and which phase would go."""
        for row in ACTIONS:
            if row.needs:
                self._made[row.id].setEnabled(NEEDS[row.needs](self._session))
        stack = self._session.stack
        for id, word, label in (("undo", "Undo", stack.undoText()), ("redo", "Redo", stack.redoText())):
            shown = f"{word}: {label}" if label else word
            self._made[id].setText("&" + as_menu_text(shown))
            self._made[id].setToolTip(shown)
        phase = self._session.current_phase
        named = f": {phase.name}" if phase and phase.name else ""
        self._made["remove_phase"].setText(f"Remove &phase{as_menu_text(named)}")

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put all menus into a menu bar."""
        for title, ids in MENUS:
            self.fill(bar.addMenu(title), ids)

    def fill(self, menu: QMenu, ids: tuple[str, ...]) -> QMenu:
        """Put actions, separators and submenus into a menu."""
        for id in ids:
            if id == SEPARATOR:
                menu.addSeparator()
            elif id in SUBMENUS:
                self._submenu(menu, id)
            else:
                menu.addAction(self._made[id])
        menu.setToolTipsVisible(True)
        return menu

    def _submenu(self, menu: QMenu, id: str) -> None:
        submenu = menu.addMenu(SUBMENUS[id])
        fill = self._fills[id]

        def refill() -> None:
            submenu.clear()
            fill(submenu)
            if submenu.isEmpty():
                submenu.addAction("None yet").setEnabled(False)

        submenu.aboutToShow.connect(refill)

    @staticmethod
    def _action(window: QWidget, row: Row, targets: tuple[object, ...]) -> QAction:
        action = QAction(row.text, window)
        action.setObjectName(f"action_{row.id}")
        action.setShortcuts(QKeySequence.listFromString(row.shortcut))
        if row.tip:
            action.setToolTip(row.tip)
            action.setStatusTip(row.tip)
        slot = next(getattr(target, row.slot) for target in targets if hasattr(target, row.slot))
        action.triggered.connect(lambda _checked: slot())
        if row.id in ON_BOARD:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            window.addAction(action)
        return action
