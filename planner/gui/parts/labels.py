"""Labels that show text as text: wrapped, breakable, and never taken for markup."""

import re

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.core.addresses import parse
from planner.gui.parts.look import restyle

LONGEST_WORD = 24
LONGEST_TEXT = 20_000
LONGEST_TITLE = 90
BREAK = "\u200b\u2060"
"""Where a line may end: a zero width space, told by the joiner behind it from one of the author's."""


def breakable(text: str) -> str:
    """A text whose long words may be broken, and which ends where nobody would read on."""
    if len(text) > LONGEST_TEXT:
        text = f"{text[:LONGEST_TEXT]}…"
    return re.sub(rf"[!-~]{{{LONGEST_WORD}}}(?=[!-~])", lambda m: m.group() + BREAK, text)


def unbroken(text: str) -> str:
    """A text, or a part that was marked of it, without the places where its words may be broken."""
    return re.sub(r"\u200b?\u2060|\u200b\Z", "", text) if "\u2060" in text else text


def shortened(text: str) -> str:
    """A text as a list shows it: one line that ends where nobody would read on."""
    text = " ".join(text[: 2 * LONGEST_TITLE].split())
    return f"{text[:LONGEST_TITLE]}…" if len(text) > LONGEST_TITLE else text


def show_in_place(widget: QWidget, shown: bool) -> None:
    """Show a widget or hide it; one that stands nowhere yet is shown with its parent, and is no window."""
    if shown and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.setVisible(shown)


class Words(QLabel):
    """A wrapped text that is as high as its width makes it; ``role`` gives its colour.

    ``said`` is the text as it was given.
    """

    def __init__(self, text: str = "", role: str = "", *, small: bool = False, bold: bool = False) -> None:
        """Show a text, which can be marked and copied with the mouse."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)
        self.setProperty("small", small)
        self.setProperty("bold", bold)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text; an empty one takes no room."""
        self.said = text
        self.setText(breakable(text))
        self.setAccessibleName(text)
        show_in_place(self, bool(text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the keys copy what was marked."""
        super().mouseReleaseEvent(event)
        if self.hasSelectedText():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Never push a panel wider."""
        return QSize(40, super().minimumSizeHint().height() if not self.wordWrap() else 0)


class WebLink(QLabel):
    """A text that opens a web address in the browser, by mouse or Enter; any other address is no link."""

    def __init__(self, text: str, address: str) -> None:
        """Show a text in small letters."""
        from html import escape

        super().__init__()
        self.setWordWrap(True)
        self.setProperty("role", "quiet")
        self.setProperty("small", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text)
        self.setAccessibleDescription(address)
        self.setToolTip(breakable(address))
        self.setTextFormat(Qt.TextFormat.RichText)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.TextSelectableByMouse)
        self.linkActivated.connect(open_address)
        self._address = address if parse(address) else ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._address else Qt.FocusPolicy.NoFocus)
        # Markup of our own around escaped text.
        shown = escape(breakable(text))
        self.setText(f'<a href="{escape(address)}">{shown}</a>' if self._address else shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the address with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._address:
            self.linkActivated.emit(self._address)
        else:
            super().keyPressEvent(event)


def open_address(address: str) -> None:
    """Have the system show a web address."""
    QDesktopServices.openUrl(QUrl(address))


def keep_room(widget: QWidget) -> None:
    """Let a widget keep its room while it is hidden, so that nothing moves when it is shown."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class BadgeLabel(QLabel):
    """A mark and a word on a coloured ground; ``tone`` names the colours."""

    def __init__(self, text: str = "", tone: str = "neutral") -> None:
        """Show a word in a tone."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("small", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: str) -> None:
        """Show another word in another tone; an empty one takes no room."""
        self.setText(text)
        restyle(self, "tone", tone)
        show_in_place(self, bool(text))


def heading(text: str, *, large: bool = False) -> Words:
    """The title of a part of a panel."""
    label = Words(text, bold=True)
    label.setProperty("large", large)
    return label


def rule() -> QFrame:
    """A thin line between two parts."""
    frame = QFrame()
    frame.setProperty("part", "rule")
    return frame


def boxed(part: str, *children: QWidget) -> QFrame:
    """Children below each other in a frame of a kind that the style sheet knows."""
    frame = QFrame()
    frame.setProperty("part", part)
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 10, 12, 11)
    column.setSpacing(3)
    for child in children:
        column.addWidget(child)
    return frame


def plain_label(name: str, role: str = "quiet") -> QLabel:
    """A label that takes its text as plain text; ``role`` gives its colour."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def labelled(text: str, editor: QWidget) -> QLabel:
    """A label that names an editor."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    label.setBuddy(editor)
    editor.setAccessibleName(text)
    return label
