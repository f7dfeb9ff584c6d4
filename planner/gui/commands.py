"""What the Edit and Phase menus do to the selected channels and the current phase."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from planner.core import edits
from planner.core.changes import Edit, Insert
from planner.core.plan import Channel
from planner.core.plan_words import phase_label
from planner.gui.ask import Ask
from planner.gui.drags import CHANNELS, pack, unpack
from planner.gui.menu_text import as_menu_text
from planner.gui.session import Session


class Commands(QObject):
    """Turns menu items and keys into edits."""

    def __init__(self, session: Session, ask: Ask) -> None:
        """Work for a session."""
        super().__init__(session)
        self._session = session
        self._ask = ask
        self._held: dict[str, Channel] = {}
        session.opened.connect(self._let_go)

    def undo(self) -> None:
        """Take the last edit back."""
        label = self._session.stack.undoText()
        self._session.stack.undo()
        self._session.told.emit(f"Undone: {label}.")

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        label = self._session.stack.redoText()
        self._session.stack.redo()
        self._session.told.emit(f"Done again: {label}.")

    def add_platforms(self, ids: Sequence[str], phase_id: str = "", index: int | None = None) -> None:
        """Use platforms in a phase, the current one unless named, and select the new channels."""
        add_platforms(self._session, ids, phase_id, index)

    def add_suggested(self, wanted: Sequence[tuple[str, Channel]]) -> None:
        """Add new channels to their phases in one edit, and select them."""
        tree = self._session.document.tree
        known = [(phase, channel) for phase, channel in wanted if tree.has(phase)]
        if known and self._do(edits.add_suggested(tree, known)):
            self._session.select([channel.id for _, channel in known])

    def move_channels(self, ids: Sequence[str], phase_id: str, index: int | None = None) -> None:
        """Move channels to a place of a phase."""
        tree = self._session.document.tree
        if self._do(edits.move_channels(tree, ids, phase_id, index, self.called(ids))):
            self._session.work_in(phase_id)

    def move_up(self) -> None:
        """Move the selected channels up in their phase."""
        self._shift(-1)

    def move_down(self) -> None:
        """Move the selected channels down in their phase."""
        self._shift(1)

    def move_earlier(self) -> None:
        """Move the selected channels to the phase before."""
        self._shift_phase(-1)

    def move_later(self) -> None:
        """Move the selected channels to the phase after."""
        self._shift_phase(1)

    def cut(self) -> None:
        """Take the selected channels out, to be pasted elsewhere."""
        self.copy()
        self.remove()

    def copy(self) -> None:
        """Hold the selected channels to be pasted, and give other programs their names."""
        tree = self._session.document.tree
        ids = edits.in_order(tree, self._session.selection)
        self._held = {id: tree.get(id, Channel) for id in ids}
        mime = pack(CHANNELS, ids)
        mime.setText("\n".join(self.called([id]) for id in ids))
        QGuiApplication.clipboard().setMimeData(mime)

    def _let_go(self) -> None:
        """Hold nothing of a plan that was left: who owns it stands there."""
        self._held = {}

    def paste(self) -> None:
        """Put copies of the channels that were copied last behind the selected one of the current phase."""
        ids = unpack(QGuiApplication.clipboard().mimeData(), CHANNELS)
        channels = [self._held[id] for id in ids if id in self._held]
        phase = self._session.current_phase
        if not channels or not phase:
            self._session.refused.emit("There is no channel to paste: copy one of this plan first.")
            return
        here = [channel.id for channel in phase.channels]
        index = max((here.index(id) + 1 for id in self._session.selection if id in here), default=len(here))
        name = self._platform_name(channels[0].platform) if len(channels) == 1 else ""
        self._do_and_select(edits.paste(self._session.document.tree, phase.id, index, channels, name))

    def duplicate(self) -> None:
        """Put a copy after each selected channel, and select the copies."""
        ids = self._session.selection
        self._do_and_select(edits.duplicate(self._session.document.tree, ids, self.called(ids)))

    def _do(self, edit: Edit) -> bool:
        return _do(self._session, edit)

    def _do_and_select(self, edit: Edit) -> None:
        if self._do(edit):
            _select_new(self._session, edit)

    def remove(self) -> None:
        """Take the selected channels out."""
        ids = self._session.selection
        self._do(edits.remove(self._session.document.tree, ids, self.called(ids)))

    def skip(self) -> None:
        """Turn down the platform of the first selected channel."""
        channel = self._session.document.tree.get(self._session.selection[0], Channel)
        platform = self._session.catalog.platforms.get(channel.platform)
        if platform is None:
            self._session.refused.emit("This platform is not in the catalog. Remove the channel instead.")
            return
        reason = self._ask.text(f"Skip {platform.name}", "Why is it not for this book?", "")
        if reason is not None:
            self._do(edits.skip_platform(self._session.document.tree, platform, reason))

    def inspect(self) -> None:
        """Show the first selected channel in the inspector."""
        if self._session.selection:
            self._session.reveal.emit(self._session.selection[0], "overview")

    def add_phase(self) -> None:
        """Ask for a name and add a phase."""
        name = self._ask.text("Add phase", "Name of the phase:", "")
        if name and self._do(edits.add_phase(self._session.document.tree, name)):
            self._session.work_in(self._session.plan.phases[-1].id)

    def rename_phase(self) -> None:
        """Ask for the current phase's new name."""
        phase = self._session.current_phase
        name = self._ask.text("Rename phase", "Name of the phase:", phase.name) if phase else None
        if phase and name:
            self._do(edits.rename_phase(self._session.document.tree, phase.id, name))

    def remove_phase(self) -> None:
        """Take the current phase out; its channels go along, and undo brings all back."""
        if phase := self._session.current_phase:
            self._do(edits.remove_phase(self._session.document.tree, phase.id))

    def phase_earlier(self) -> None:
        """Put the current phase before the one to its left."""
        self._shift_current(-1)

    def phase_later(self) -> None:
        """Put the current phase after the one to its right."""
        self._shift_current(1)

    def fill_move_to(self, menu: QMenu) -> None:
        """List the phases to move the selected channels to."""
        for phase in self._session.plan.phases:
            move = partial(self.move_channels, list(self._session.selection), phase.id)
            menu.addAction(as_menu_text(phase_label(phase)), move).setEnabled(bool(self._session.selection))

    def called(self, ids: Sequence[str]) -> str:
        """What a channel is called in labels; "" for several, which are counted instead."""
        if len(ids) != 1:
            return ""
        return self._platform_name(self._session.document.tree.get(ids[0], Channel).platform)

    def _platform_name(self, platform: str) -> str:
        known = self._session.catalog.platforms.get(platform)
        return known.name if known else platform

    def _shift(self, step: int) -> None:
        ids = self._session.selection
        self._do(edits.shift_channels(self._session.document.tree, ids, step, self.called(ids)))

    def _shift_phase(self, step: int) -> None:
        ids = self._session.selection
        tree = self._session.document.tree
        if self._do(edits.shift_phase_of(tree, ids, step, self.called(ids))):
            self._session.work_in(self._session.document.tree.parent(ids[0]))

    def _shift_current(self, step: int) -> None:
        if phase := self._session.current_phase:
            self._do(edits.move_phase(self._session.document.tree, phase.id, step))


def add_platforms(session: Session, ids: Sequence[str], phase_id: str = "", index: int | None = None) -> None:
    """Use platforms in a phase, the current one unless named, and select the new channels."""
    phase = phase_id or (session.current_phase.id if session.current_phase else "")
    known = [session.catalog.platforms[id] for id in ids if id in session.catalog.platforms]
    if not phase:
        session.refused.emit("Add a phase first: platforms are used in phases.")
    elif known:
        edit = edits.add_channels(session.document.tree, phase, index, known)
        if _do(session, edit):
            session.work_in(phase)
            _select_new(session, edit)


def _do(session: Session, edit: Edit) -> bool:
    """Make an edit, and tell of it: the board may be out of view, or not be seen at all."""
    done = session.do(edit)
    if done:
        session.told.emit(f"Done: {edit.label}.")
    return done


def _select_new(session: Session, edit: Edit) -> None:
    session.select([change.record.id for change in edit.changes if isinstance(change, Insert)])
