"""A text with marks: each underlined and told, to the mouse that rests on it and to the caret in it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from planner.core.findings import Span
from planner.gui.palette import Tone
from planner.gui.parts.plain_text import PlainText
from planner.gui.parts.utf16 import utf16_places

# A painter goes through all marks for each line that it paints.
MOST = 500


class Mark(NamedTuple):
    """A place in the text, why it is marked, and in which colours."""

    span: Span
    reason: str
    tone: Tone


class MarkedText(PlainText):
    """Shows marks as waves under the words; ``reason_changed`` says why the words at the caret are marked."""

    reason_changed = Signal(str)

    def __init__(self) -> None:
        """Begin without marks."""
        super().__init__()
        self._marked: list[tuple[QTextCursor, str]] = []
        self._reason = ""
        self.cursorPositionChanged.connect(self._tell)

    def mark(self, marks: Sequence[Mark]) -> None:
        """Mark these places and no others; marks move with the text until the next time."""
        marks = marks[:MOST]
        text = self.toPlainText()
        there = utf16_places(text, (place for mark in marks for place in mark.span))
        self._marked = [(self._cursor(*map(there.__getitem__, mark.span)), mark.reason) for mark in marks]
        self.setExtraSelections(
            [_selection(cursor, mark.tone) for (cursor, _), mark in zip(self._marked, marks, strict=True)]
        )
        self._tell()

    def select_span(self, span: Span) -> None:
        """Select a place of the text, and bring it into view."""
        there = utf16_places(self.toPlainText(), span)
        self.setTextCursor(self._cursor(*map(there.__getitem__, span)))
        self.ensureCursorVisible()

    def reason_at(self, place: int) -> str:
        """Why the text is marked at a place, as Qt counts, or ""."""
        return " ".join(dict.fromkeys(self._marked[mark][1] for mark in self.marks_at(place)))

    def marks_at(self, place: int) -> list[int]:
        """Which marks, as they were counted when they were given, hold a place."""
        return [
            mark
            for mark, (cursor, _) in enumerate(self._marked)
            if cursor.hasSelection() and cursor.selectionStart() <= place <= cursor.selectionEnd()
        ]

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the reason under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            reason = self.reason_at(self.cursorForPosition(event.pos()).position())
            from html import escape

            # Markup of our own around escaped text keeps Qt from guessing whether the text is markup.
            QToolTip.showText(event.globalPos(), f"<p>{escape(reason)}</p>" if reason else "", self)
            return True
        return super().viewportEvent(event)

    def _tell(self) -> None:
        reason = self.reason_at(self.textCursor().position())
        if reason != self._reason:
            self._reason = reason
            self.reason_changed.emit(reason)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        last = max(0, self.document().characterCount() - 1)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _selection(cursor: QTextCursor, tone: Tone) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(tone.words))
    look.setBackground(QColor(tone.ground))
    look.setForeground(QColor(tone.words))
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look
    return made
