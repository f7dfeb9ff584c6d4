"""The cover in the brief: the picture as it will be printed, with buttons to choose and to remove it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.core import edits
from planner.export.picture import BROKEN, PictureError, picture, picture_lines
from planner.gui.parts.labels import Words
from planner.gui.session import Session

SHOWN = QSize(92, 138)
ROOMY = 50  # in average letters: what picture, words and buttons need beside each other
NONE = "No picture yet"
KINDS = "Pictures (*.png *.jpg *.jpeg *.webp)"
HINT = "A PNG, JPEG or WebP file. A small copy is kept in the plan; the file itself is not needed again."

Choose = Callable[[QWidget], Path | None]


class CoverBox(QWidget):
    """Follows the cover of the plan's book."""

    def __init__(self, session: Session) -> None:
        """Begin empty; ``refresh`` fills it."""
        super().__init__()
        self.setObjectName("cover_box")
        self._session = session
        self._shown: tuple[str, ...] | None = None
        self.choose: Choose = ask_for_picture
        self.image = QLabel()
        self.image.setTextFormat(Qt.TextFormat.PlainText)
        self.image.setFixedSize(SHOWN)
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image.setWordWrap(True)
        self.image.setProperty("role", "quiet")
        self.choose_button = QPushButton("Choose a picture…")
        self.choose_button.setObjectName("choose_cover")
        self.choose_button.clicked.connect(self.ask)
        self.remove_button = QPushButton("Remove")
        self.remove_button.setAccessibleName("Remove the cover picture")
        self.remove_button.setObjectName("remove_cover")
        self.remove_button.clicked.connect(self.remove)
        self.message = Words("", "error")
        self._lay_out()

    def refresh(self) -> None:
        """Show the cover as it is now."""
        book = self._session.plan.book
        self.choose_button.setEnabled(not self._session.read_only)
        self.remove_button.setEnabled(bool(book.cover) and not self._session.read_only)
        alt = f"Cover of {book.title or 'the book'}"
        self.image.setAccessibleName(alt if book.cover else NONE)
        if book.cover != self._shown:
            self._shown = book.cover
            self._show(book.cover, alt)

    def ask(self) -> None:
        """Let the author choose a file, and take its picture into the plan; say why where that cannot be."""
        path = self.choose(self)
        if path is None:
            return
        try:
            self._set(picture_lines(path), "Choose the cover")
        except PictureError as error:
            self.message.say(str(error))

    def remove(self) -> None:
        """Take the picture out of the plan."""
        self._set((), "Remove the cover")
        self.choose_button.setFocus()

    def _set(self, lines: tuple[str, ...], label: str) -> None:
        tree = self._session.document.tree
        self._session.do(edits.set_field(tree, tree.plan.book.id, "cover", lines, label))
        self.message.say("")
        self.refresh()

    def _show(self, lines: tuple[str, ...], alt: str) -> None:
        found = picture(lines, alt)
        self.message.say(BROKEN if lines and not found else "")
        if found is None:
            self.image.setPixmap(QPixmap())
            self.image.setText(NONE)
            return
        pixmap = QPixmap()
        pixmap.loadFromData(found.jpeg, "JPEG")
        ratio = self.devicePixelRatioF()
        pixmap = pixmap.scaled(
            SHOWN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap.setDevicePixelRatio(ratio)
        self.image.setPixmap(pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what has no room beside something below it."""
        super().resizeEvent(event)
        beside = self.width() >= ROOMY * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        for row in (self._row, self._buttons):
            row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.choose_button)
        self._buttons.addWidget(self.remove_button)
        self._buttons.addStretch()
        words = QVBoxLayout()
        words.addWidget(Words(HINT, "quiet"))
        words.addLayout(self._buttons)
        words.addWidget(self.message)
        words.addStretch()
        self._row = QHBoxLayout(frame)
        self._row.setContentsMargins(12, 12, 12, 12)
        self._row.setSpacing(14)
        self._row.addWidget(self.image)
        self._row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)


def ask_for_picture(parent: QWidget) -> Path | None:
    """Ask for a picture through the system's dialog."""
    name, _ = QFileDialog.getOpenFileName(parent, "Choose the cover", "", KINDS)
    return Path(name) if name else None
