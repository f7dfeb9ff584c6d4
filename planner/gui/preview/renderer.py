"""The pictures of a document's pages, drawn in a thread of Qt's own."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

KEPT_AROUND = 3


class Renderer(QObject):
    """Draws the pages that are asked for; until one is drawn, the picture from before stands in for it.

    ``drawn`` comes for each page that is there.
    """

    drawn = Signal(int)

    def __init__(self, parent: QObject) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self._pictures: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._asked: dict[int, int] = {}
        self._size = QSize()
        self._nothing = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)

    def begin(self, document: QPdfDocument) -> None:
        """Go on with another document; the pictures of the one before stand in for its own."""
        self._renderer.setDocument(document)
        self._begin_anew()

    def end(self) -> None:
        """Let the document and all pictures go."""
        self._renderer.setDocument(self._nothing)
        self._begin_anew()
        self._pictures.clear()

    def resize(self, size: QSize) -> None:
        """Draw pages of another size from now on, in pixels of the screen."""
        if size != self._size:
            self._size = size
            self._begin_anew()

    def picture(self, page: int) -> QImage | None:
        """The newest picture of a page that there is."""
        return self._pictures.get(page)

    def is_fresh(self, page: int) -> bool:
        """Whether the picture of a page is one of this document in this size."""
        return page in self._fresh

    def want(self, pages: Iterable[int]) -> None:
        """Draw these pages, unless they are there, and forget those far from them."""
        wanted = list(pages)
        waited_for = set(self._asked.values())
        for page in wanted:
            if page not in self._fresh and page not in waited_for:
                self._asked[self._renderer.requestPage(page, self._size, QPdfDocumentRenderOptions())] = page
        if wanted:
            self._forget(min(wanted) - KEPT_AROUND, max(wanted) + KEPT_AROUND)

    def _forget(self, first: int, last: int) -> None:
        for page in [each for each in self._pictures if not first <= each <= last]:
            del self._pictures[page]
            self._fresh.discard(page)

    def _begin_anew(self) -> None:
        self._fresh.clear()
        self._asked.clear()

    def _take(
        self, page: int, size: QSize, picture: QImage, options: QPdfDocumentRenderOptions, request: int
    ) -> None:
        if self._asked.pop(request, None) == page and size == self._size:
            self._pictures[page] = picture
            self._fresh.add(page)
            self.drawn.emit(page)
