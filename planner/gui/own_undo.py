"""Undo and redo by key in a text of the plan: first what was just typed there, then the plan's own edits."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from planner.gui.parts.plain_text import PlainText
from planner.gui.parts.short_text import ShortText
from planner.gui.session import Session

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class OwnUndo(QObject):
    """Leaves the keys to the window where the text that has the focus has no use for them.

    What a text takes back by itself is what was typed in it since a run of edits began: the rest is for the
    one stream of edits.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        """Follow the focus from text to text."""
        super().__init__(window)
        self._session = session
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow)
        session.run_ended.connect(self._forget)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, PlainText | ShortText):
            now.forget_typing()
            now.installEventFilter(self)

    def _forget(self) -> None:
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, text: QObject, event: QEvent) -> bool:
        """Keep a key from a text that has nothing to undo or redo by itself, for the window to go on with."""
        if not isinstance(text, PlainText | ShortText):  # one that is just being destroyed
            return False
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave(text, event.reason())
        if event.type() not in KEYS or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(UNDO) and not text.can_undo()
        redo = event.matches(REDO) and (self._session.stack.canRedo() or not text.can_redo())
        if undo and text.can_redo() and self._session.stack.canUndo():
            self._hand_over(text)
        if undo or redo:
            event.ignore()
        return undo or redo

    def _leave(self, text: PlainText | ShortText, reason: Qt.FocusReason) -> None:
        """Keep what a text has taken back for the plan's redo, unless there is something newer to redo."""
        for_a_menu = reason == Qt.FocusReason.PopupFocusReason
        if text.can_redo() and not self._session.stack.canRedo() and not for_a_menu:
            self._session.end_run()
            self._hand_over(text)

    def _hand_over(self, text: PlainText | ShortText) -> None:
        """Leave what a text has taken back to the plan's edits, as undoing more of them sets texts anew.

        All is typed anew, and taken back as the one edit that comes of it; where it went into the last edit,
        that one is about to be undone. Where no edit comes of it, the text keeps it.
        """
        stack, plan = self._session.stack, self._session.plan
        edits_before = stack.index()
        while text.can_redo():
            text.redo()
        if stack.index() < edits_before or self._session.plan == plan:
            while text.can_undo():
                text.undo()
            return
        text.forget_typing()
        if stack.index() > edits_before:
            stack.undo()
