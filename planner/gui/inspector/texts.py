"""The Copy and Notes tabs: plain texts, the first with what the checks found in it."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core import edits
from planner.core.checks.cleared import clearing, clears
from planner.core.finding_words import SEVERITY_MARKS
from planner.core.findings import Finding, Fix, Span
from planner.core.phrasing import counted
from planner.gui.inspector.subject import NOTHING, View
from planner.gui.inspector.tables import CLEARED
from planner.gui.parts.buttons import CalmButton
from planner.gui.parts.form import Form
from planner.gui.parts.labels import Words
from planner.gui.parts.marked_text import Mark, MarkedText
from planner.gui.parts.scroll import Footnotes
from planner.gui.parts.targets import RecordTarget
from planner.gui.session import Session
from planner.gui.theme import Theme

WIDE = 38  # letters of a button that stands alone


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
        self.text = MarkedText()
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
        self._here = Words("", small=True, bold=True)
        self._here.setObjectName("copy_here")
        self._marked: list[tuple[Finding, Span]] = []
        self._other = CalmButton(WIDE)
        self._other.setObjectName("copy_means_something_else")
        self._other.setProperty("part", "link")
        self._other.clicked.connect(self._clear_here)
        self._found = Words("", small=True)
        self._cleared = Form(session, (CLEARED,), lambda _: {})
        self._below = Footnotes()
        self._below.setAccessibleName("What was found in the copy")
        self._below.add(self._here, self._other, self._found, self._cleared)
        self.column.addWidget(self._below)
        self.text.reason_changed.connect(self._tell)
        session.checking.changed.connect(self.show_findings)
        session.pointed.connect(self.select)
        theme.changed.connect(self.show_findings)

    def show_view(self, view: View) -> None:
        """Show the text of a channel with what was found in it."""
        super().show_view(view)
        if view.subject.channel == self._cleared.target_key:
            self._cleared.refresh()
        else:
            self._cleared.bind(RecordTarget(view.subject.channel), view.name)
        self.show_findings()

    def show_findings(self) -> None:
        """Underline what the checks found, each at all its places, and say it in sentences."""
        found = [f for f in self._session.checking.findings if self._is_here(f)]
        text = self.text.toPlainText()
        self._marked = [(finding, span) for finding in found for span in finding.spans]
        self.text.mark(
            [Mark(span, said(f, text, span), self._theme.tone(f.severity)) for f, span in self._marked]
        )
        self._offer_to_clear()
        self._found.say("\n".join(f"{said(f)} {f.instead}{_places(f)}" for f in found))
        self._describe()

    def select(self, finding: Finding) -> None:
        """Select the first place of a finding in this text."""
        if self._is_here(finding) and finding.spans:
            self.text.select_span(finding.spans[0])
            self.text.setFocus()

    def _is_here(self, finding: Finding) -> bool:
        return finding.aspect == "copy" and finding.subject == self._view.subject.channel

    def _tell(self, reason: str) -> None:
        self._here.say(f"Here: {reason}" if reason else "")
        self._offer_to_clear()
        self._describe()

    def _offer_to_clear(self) -> None:
        fix = self._clearing_here()
        self._other.say(fix.label if fix else "")
        self._other.setVisible(fix is not None)

    def _clear_here(self) -> None:
        if fix := self._clearing_here():
            tree = self._session.document.tree
            self._session.do(fix.edit(tree, self._view.subject.channel))
            self.text.setFocus()

    def _clearing_here(self) -> Fix | None:
        """The fix that says of the words at the caret that they mean something else."""
        for mark in self.text.marks_at(self.text.textCursor().position()):
            finding, span = self._marked[mark]
            if any(map(clears, finding.fixes)):
                return clearing((self.text.toPlainText()[slice(*span)],))
        return None

    def _describe(self) -> None:
        """What a screen reader says of the text: first of the words at the caret, then of all."""
        self.text.setAccessibleDescription(" ".join(filter(None, (self._here.said, self._found.said))))


def said(finding: Finding, text: str = "", span: Span | None = None) -> str:
    """A finding's mark and first sentence; with a place of the text, of the words that stand there."""
    sentence = f"{SEVERITY_MARKS[finding.severity]} {finding.gist}"
    if span is None:
        return sentence
    first, here = (text[slice(*each)] for each in (finding.spans[0], span))
    return sentence.replace(f"“{first}”", f"“{here}”")


def _places(finding: Finding) -> str:
    return f" ({counted(len(finding.spans), 'place')})" if len(finding.spans) > 1 else ""
