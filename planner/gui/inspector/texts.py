"""The Copy and Notes tabs: plain texts, the first with what the checks found in it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from planner.core import edits
from planner.core.findings import Finding, Span
from planner.core.words import SEVERITY_MARKS
from planner.gui.checks.severities import first_sentence
from planner.gui.inspector.subject import NOTHING, View
from planner.gui.parts.labels import Words
from planner.gui.parts.plain_text import PlainText
from planner.gui.session import Session
from planner.gui.theme import Theme


class TextTab(QWidget):
    """Edits one text of the channel."""

    def __init__(self, session: Session, field: str, name: str, hint: str) -> None:
        """Begin empty; ``show_view`` fills it."""
        super().__init__()
        self.setObjectName(f"{field}_tab")
        self._session = session
        self._field = field
        self._view = View(session, NOTHING)
        self._shown = ("", "")
        self.text = PlainText()
        self.text.setObjectName(f"{field}_text")
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(hint)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(session.end_run)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(8)
        self.column.addWidget(self.text, 1)

    def show_view(self, view: View) -> None:
        """Show the text of a channel."""
        self._view = view
        channel = view.channel
        text = str(getattr(channel, self._field)) if channel else ""
        now = (view.subject.channel, text)
        self.text.setReadOnly(channel is None or self._session.read_only)
        if now != self._shown:
            self._shown = now
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)

    def _typed(self) -> None:
        channel, text = self._view.subject.channel, self.text.toPlainText()
        if channel and (channel, text) != self._shown:
            self._shown = (channel, text)
            label = f"Change {self._field} of {self._view.name}"
            edit = edits.set_field(self._session.document.tree, channel, self._field, text, label)
            self._session.do(edit, f"{channel}.{self._field}")


class CopyTab(TextTab):
    """The channel's copy; what the platform removes is underlined, and said below."""

    def __init__(self, session: Session, theme: Theme) -> None:
        """Follow the session's checking."""
        super().__init__(session, "copy", "Copy", "The words to post, send or say on this platform")
        self._theme = theme
        self._found = Words("", small=True)
        self.column.addWidget(self._found)
        session.checking.changed.connect(self.show_findings)
        theme.changed.connect(self.show_findings)

    def show_view(self, view: View) -> None:
        """Show the text of a channel with what was found in it."""
        super().show_view(view)
        self.show_findings()

    def show_findings(self) -> None:
        """Underline what the checks found, and say it in sentences."""
        found = [f for f in self._session.checking.findings if self._is_here(f)]
        self.text.setExtraSelections([self._underlined(f, span) for f in found for span in f.spans])
        said = (f"{SEVERITY_MARKS[f.severity]} {first_sentence(f.text)} {f.instead}" for f in found)
        self._found.say("\n".join(said))
        self.text.setAccessibleDescription(" ".join(f.text for f in found))

    def _is_here(self, finding: Finding) -> bool:
        return finding.aspect == "copy" and finding.subject == self._view.subject.channel

    def _underlined(self, finding: Finding, span: Span) -> QTextEdit.ExtraSelection:
        text = self.text.toPlainText()
        start, end = (utf16_length(text[:place]) for place in span)
        cursor = QTextCursor(self.text.document())
        last = max(0, self.text.document().characterCount() - 1)
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        tone = self._theme.tone(finding.severity)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(tone.words))
        look.setBackground(QColor(tone.ground))
        look.setForeground(QColor(tone.words))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, look
        return made


def utf16_length(text: str) -> int:
    """How long a text is as Qt counts: characters beyond the first plane are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
