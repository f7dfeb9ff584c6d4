"""The way through the pages: page by page, section by section, by a word, nearer and farther."""

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfBookmarkModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from planner.gui.parts.buttons import flat_button
from planner.gui.parts.choice import Choice
from planner.gui.parts.labels import labelled, plain_label
from planner.gui.preview.pages import Pages

TITLE, PAGE = QPdfBookmarkModel.Role.Title.value, QPdfBookmarkModel.Role.Page.value
ROOM_FOR_ALL = 560
REFRESHING = "Refreshing…"


class Guide(QWidget):
    """Leads through the pages, and says where one is."""

    def __init__(self, pages: Pages) -> None:
        """Lead through these pages."""
        super().__init__()
        self._pages = pages
        self._starts: list[int] = []
        self._gone_to = -1
        self._found = -1
        self._busy = False
        self._bookmarks = QPdfBookmarkModel(self)
        self.where = plain_label("preview_where")
        self.zoom = plain_label("preview_size")
        self.contents = Choice()
        self.contents.setPlaceholderText("None")
        self._section = labelled("Section", self.contents)
        self.contents.activated.connect(self._go_to_section)
        self.word = QLineEdit()
        self.word.setPlaceholderText("Find in the pages")
        self.word.setAccessibleName("Find in the pages")
        self.word.setClearButtonEnabled(True)
        self.word.textChanged.connect(self._look_for)
        self.word.returnPressed.connect(self.find_next)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.contents.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lay_out()
        pages.turned.connect(self.refresh)
        pages.zoomed.connect(self.refresh)
        pages.shown.connect(self._read_contents)
        self.refresh()

    def refresh(self) -> None:
        """Say where one is."""
        count, page = self._pages.count, self._pages.page
        here = f"Page {page + 1} of {count}" if count else ""
        self.where.setText(REFRESHING if self._busy else here)
        self.zoom.setText(f"{self._pages.percent} %" if count else "")
        before = [at for at, start in enumerate(self._starts) if start <= page]
        gone_to = [at for at in before if at == self._gone_to and self._starts[at] == page]
        self.contents.setCurrentIndex((gone_to or before or [-1])[-1])

    def show_busy(self, *, busy: bool) -> None:
        """Say that newer pages are being made, in the place where nothing moves because of it."""
        self._busy = busy
        self.refresh()

    def find_next(self) -> None:
        """Show the next place where the word stands."""
        search = self._pages.search
        count = search.rowCount(QModelIndex())
        if count:
            self._found = (self._found + 1) % count
            self._pages.show_link(search.resultAtIndex(self._found))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        for widget in (self._section, self.contents):
            widget.setVisible(self.width() >= ROOM_FOR_ALL)

    def _look_for(self, text: str) -> None:
        self._found = -1
        self._pages.search.setSearchString(text)

    def _read_contents(self) -> None:
        model, top = self._bookmarks, QModelIndex()
        if self._pages.document is None or model.document() is self._pages.document:
            return
        model.setDocument(self._pages.document)
        rows = [model.index(row, 0, top) for row in range(model.rowCount(top))]
        self._starts, self._gone_to = [int(row.data(PAGE)) for row in rows], -1
        self.contents.offer({at: str(row.data(TITLE)) for at, row in enumerate(rows)})
        self.refresh()

    def _go_to_section(self, index: int) -> None:
        self._gone_to = index
        self._pages.go_to(self._starts[index])
        self.refresh()

    def _lay_out(self) -> None:
        pages = self._pages
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(flat_button("‹", "Page before", lambda: pages.go_to(pages.page - 1)))
        row.addWidget(self.where)
        row.addWidget(flat_button("›", "Next page", lambda: pages.go_to(pages.page + 1)))
        row.addWidget(self._section)
        row.addWidget(self.contents, 2)
        row.addWidget(self.word, 2)
        row.addWidget(flat_button("−", "Smaller pages", pages.zoom_out))
        row.addWidget(self.zoom)
        row.addWidget(flat_button("+", "Larger pages", pages.zoom_in))
        row.addWidget(flat_button("↔", "Fit width", lambda: pages.zoom_to(None)))
