"""The line above the views that says what the file's opening found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from planner.gui.parts.aloud import announce
from planner.gui.session import READ_ONLY, Session


class NoticeBar(QFrame):
    """Shows the session's notices until they are ``dismissed``."""

    dismissed = Signal()

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self.setObjectName("notice")
        self._session = session
        self._text = QLabel()
        self._text.setObjectName("notice_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        close = QPushButton("Dismiss")
        close.setObjectName("notice_dismiss")
        close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._text, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        session.notices_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to say, or nothing."""
        notices = self._session.notices
        if self._session.read_only and notices:
            notices = (*notices, READ_ONLY)
        said = "\n".join(notices)
        if said not in ("", self._text.text()):
            announce(self, said)
        self._text.setText(said)
        self.setVisible(bool(notices))

    def _dismiss(self) -> None:
        self._session.dismiss_notices()
        self.dismissed.emit()
