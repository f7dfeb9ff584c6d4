"""The way through the pages: page by page, section by section, by a word, nearer and farther."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfBookmarkModel
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.gui.parts.aloud import announce
from planner.gui.parts.buttons import flat_button
from planner.gui.parts.choice import Choice
from planner.gui.parts.labels import labelled, plain_label
from planner.gui.preview.bar import Bar, show
from planner.gui.preview.finder import LOOKING, Finder
from planner.gui.preview.pages import Pages

Role = QPdfBookmarkModel.Role
LETTERS_OF_WORD, LETTERS_OF_SECTION = 6, 12  # at least
REFRESHING = "Refreshing…"


class WordField(QLineEdit):
    """Return asks for the next place (``wanted`` brings 1), with Shift for the one before (-1).

    Escape empties it; from an empty one it goes to the pages, as the arrow down does from any (``leave``).
    """

    wanted = Signal(int)
    leave = Signal()

    def minimumSizeHint(self) -> QSize:
        """Have room for some letters."""
        return super().minimumSizeHint() + QSize(LETTERS_OF_WORD * self.fontMetrics().averageCharWidth(), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a place, or for none any more, or go to the pages."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.leave.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)


class Guide(Bar):
    """Leads through the pages, and says where one is."""

    def __init__(self, pages: Pages) -> None:
        """Lead through these pages."""
        super().__init__(above=6)
        self._pages = pages
        self._starts: list[tuple[int, float]] = []
        self._gone_to = self._gone_at = -1
        self._busy = False
        self._bookmarks = QPdfBookmarkModel(self)
        self.finder = Finder(pages)
        self.where = plain_label("preview_where")
        self.zoom = plain_label("preview_size")
        self.found = plain_label("preview_found")
        self.contents = Choice()
        self.contents.setPlaceholderText("Go to…")
        self.contents.setMinimumContentsLength(LETTERS_OF_SECTION)
        self._section = labelled("Section", self.contents)
        self.contents.activated.connect(self._go_to_section)
        self.word = WordField()
        self.word.setObjectName("preview_word")
        self.word.setPlaceholderText("Find in the pages")
        self.word.setAccessibleName("Find in the pages")
        self.word.setClearButtonEnabled(True)
        self.word.textChanged.connect(self.finder.look_for)
        self.word.wanted.connect(self.finder.go)
        self.word.leave.connect(pages.setFocus)
        self._lay_out()
        for signal in (pages.zoomed, pages.turned, pages.verticalScrollBar().valueChanged):
            signal.connect(self.refresh)
        pages.shown.connect(self._read_contents)
        self.finder.changed.connect(self._say_found)
        self.refresh()
        self._say_found()

    def refresh(self) -> None:
        """Say where one is."""
        count, page = self._pages.count, self._pages.page
        here = f"Page {page + 1} of {count}" if count else ""
        self.where.setText(REFRESHING if self._busy else here)
        self.zoom.setText(f"{self._pages.percent} %" if count else "")
        self.contents.setCurrentIndex(self._section_in_view())

    def show_busy(self, *, busy: bool) -> None:
        """Say that newer pages are being made, in the place where nothing moves because of it."""
        self._busy = busy
        self.refresh()

    def parts_to_spare(self) -> Iterator[tuple[tuple[QWidget, ...], int]]:
        """The size of the pages, then the sections."""
        yield self._size, 0
        yield (self._section, self.contents), 0

    def _say_found(self) -> None:
        said = self.finder.said
        if said not in ("", LOOKING, self.found.text()):
            announce(self, said)
        self.found.setText(said)
        show(self._finding, bool(self.word.text()))
        self.share_room()

    def _section_in_view(self) -> int:
        """The section at the upper edge or none before the first; until one scrolls, the one gone to."""
        if self._gone_at == self._pages.verticalScrollBar().value():
            return self._gone_to
        return sum(self._pages.is_passed(*start) for start in self._starts) - 1

    def _read_contents(self) -> None:
        model, top = self._bookmarks, QModelIndex()
        if self._pages.document is None or model.document() is self._pages.document:
            return
        model.setDocument(self._pages.document)
        rows = [model.index(row, 0, top) for row in range(model.rowCount(top))]
        self._starts = [(row.data(Role.Page.value), row.data(Role.Location.value).y()) for row in rows]
        self._gone_at = -1
        self.contents.offer({at: str(row.data(Role.Title.value)) for at, row in enumerate(rows)})
        self.refresh()

    def _go_to_section(self, index: int) -> None:
        self._pages.show_spot(*self._starts[index])
        self._gone_to, self._gone_at = index, self._pages.verticalScrollBar().value()
        self.refresh()

    def _lay_out(self) -> None:
        pages, find = self._pages, self.finder.go
        before, after = (
            flat_button("▴", "Found before", lambda: find(-1)),
            flat_button("▾", "Found next", lambda: find(1)),
        )
        self._finding = (before, after, self.found)
        self._size = (
            flat_button("−", "Smaller pages", pages.zoom_out),
            self.zoom,
            flat_button("+", "Larger pages", pages.zoom_in),
            flat_button("↔", "Fit width", lambda: pages.zoom_to(None)),
        )
        row = self._row
        row.addWidget(flat_button("‹", "Page before", lambda: pages.go_to(pages.page - 1)))
        row.addWidget(self.where)
        row.addWidget(flat_button("›", "Next page", lambda: pages.go_to(pages.page + 1)))
        row.addWidget(self._section)
        row.addWidget(self.contents, 2)
        row.addWidget(self.word, 2)
        for widget in (*self._finding, *self._size):
            row.addWidget(widget)
