"""Pages below each other, painted from pictures, so that a new document comes without a blink."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QSizeF,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfLink, QPdfLinkModel, QPdfSearchModel
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.gui.preview.places import Place, Places, places, scale_to_fit
from planner.gui.preview.renderer import Renderer
from planner.gui.theme import Theme

POINTS_AN_INCH = 72.0
STEP = 1.2
LEAST, MOST = 0.25, 4.0
LINE = 40
NO_PLACES = Places(())
CONTROL = Qt.KeyboardModifier.ControlModifier


class Pages(QAbstractScrollArea):
    """Shows a document.

    ``turned`` comes when another page is the current one, ``zoomed`` when the pages have another size,
    ``shown`` when all in view is painted from the newest document; ``followed`` brings a link's address.
    """

    turned = Signal()
    zoomed = Signal()
    shown = Signal()
    followed = Signal(QUrl)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin without a document."""
        super().__init__(parent)
        self.setObjectName("preview_pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._theme = theme
        self._places = NO_PLACES
        self._zoom: float | None = None
        self._page = 0
        self._told = False
        self._found: QPdfLink | None = None
        self._note = ""
        self.document: QPdfDocument | None = None
        self._nothing = QPdfDocument(self)
        self._done_with: list[QPdfDocument] = []
        self.search = QPdfSearchModel(self)
        self.search.countChanged.connect(self.viewport().update)
        self._links = QPdfLinkModel(self)
        self._renderer = Renderer(self)
        self._renderer.drawn.connect(self.viewport().update)
        self.verticalScrollBar().setSingleStep(LINE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._places.rects)

    @property
    def page(self) -> int:
        """The current page, counted from 0: the one in the upper part of what is in view."""
        return self._page

    @property
    def percent(self) -> int:
        """The size of the pages, where 100 is that of the paper."""
        return round(100 * self._scale() * POINTS_AN_INCH / self.logicalDpiX())

    @property
    def place(self) -> Place:
        """What is at the upper edge."""
        return self._places.place_at(self.verticalScrollBar().value())

    def show_document(self, document: QPdfDocument) -> None:
        """Show a document at the place where the one before was left."""
        document.setParent(self)
        self._take(document)

    def clear(self, note: str = "") -> None:
        """Show no document but a note."""
        self._note = note
        self._take(None)

    def return_to(self, place: Place) -> None:
        """Put a place at the upper edge."""
        self.verticalScrollBar().setValue(self._places.height_of(place))

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        if self.count:
            page = max(0, min(page, self.count - 1))
            self.verticalScrollBar().setValue(self._places.rects[page].top() - 8)

    def scroll_on(self) -> None:
        """Show what is below."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() - LINE)

    def show_link(self, link: QPdfLink) -> None:
        """Show the place in the document that a link leads to."""
        self.show_spot(link.page(), link.location().y())

    def show_found(self, link: QPdfLink | None) -> None:
        """Show a place that was found, and mark it as the current one; none is one no more."""
        self._found = link
        if link:
            self.show_link(link)
        self.viewport().update()

    def show_spot(self, page: int, down: float) -> None:
        """Show a spot so many points below the top of a page."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(self._height_of(page, down) - LINE)

    def is_passed(self, page: int, down: float) -> bool:
        """Whether a spot is at the upper edge of what is in view, or before it."""
        return (
            page < self.count and self._height_of(page, down) <= self.verticalScrollBar().value() + 2 * LINE
        )

    def _height_of(self, page: int, down: float) -> int:
        return self._places.rects[page].top() + round(max(0.0, down) * self._scale())

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self.zoom_to(self.percent / 100 * STEP)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self.zoom_to(self.percent / 100 / STEP)

    def zoom_to(self, factor: float | None) -> None:
        """Show the pages in a size, where 1 is that of the paper and None as wide as there is room."""
        self._zoom = None if factor is None else max(LEAST, min(factor, MOST))
        self._lay_out()

    def _take(self, document: QPdfDocument | None) -> None:
        before, place = self.document, self.place
        self.document = document
        self._told = False
        for part in (self._links, self.search):
            part.setDocument(document or self._nothing)
        if document:
            self._renderer.begin(document)
        else:
            self._renderer.end()
        self._lay_out(place)
        if before:
            self._done_with.append(before)
        self.viewport().update()

    def _settle(self) -> None:
        """Let old documents go, now that no page is being drawn: Qt would wait for it."""
        while self._done_with:
            self._done_with.pop().deleteLater()
        self.shown.emit()
        self.viewport().update()

    def _paper(self) -> QSizeF:
        """The size of the pages in points: a document has one paper, and to ask each page takes long."""
        return self.document.pagePointSize(0) if self.document else QSizeF()

    def _scale(self) -> float:
        if self._zoom is None:
            return scale_to_fit(self._paper(), self.viewport().width())
        return self._zoom * self.logicalDpiX() / POINTS_AN_INCH

    def _lay_out(self, place: Place | None = None) -> None:
        place = place or self.place
        room = self.viewport().size()
        count = self.document.pageCount() if self.document else 0
        self._places = places(self._paper(), count, self._scale(), room.width())
        if count:
            self._renderer.resize(self._places.rects[0].size() * self.devicePixelRatioF())
        for bar, needed, there in (
            (self.verticalScrollBar(), self._places.height, room.height()),
            (self.horizontalScrollBar(), self._places.width, room.width()),
        ):
            bar.setRange(0, max(0, needed - there))
            bar.setPageStep(there)
        self.return_to(place)
        self._scrolled()
        self.zoomed.emit()

    def _scrolled(self) -> None:
        page = self._places.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)
        if page != self._page:
            self._page = page
            self.turned.emit()
        self.viewport().update()

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self._places.between(top, top + self.viewport().height())

    def _rect(self, page: int) -> QRect:
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._places.rects[page].translated(-offset)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in view, and have drawn what is not there yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.palette.board))
        pages = self._in_view()
        for page in pages:
            self._paint_page(painter, page)
        if not pages:
            painter.setPen(QColor(self._theme.palette.muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._note)
        painter.end()
        if self._told:
            pages = range(pages.start, min(pages.stop + 1, self.count))
        elif pages and all(map(self._renderer.is_fresh, pages)):
            self._told = True
            QTimer.singleShot(0, self, self._settle)
        self._renderer.want(pages)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._rect(page)
        painter.fillRect(rect, Qt.GlobalColor.white)
        if picture := self._renderer.picture(page):
            painter.setRenderHint(
                QPainter.RenderHint.SmoothPixmapTransform, not self._renderer.is_fresh(page)
            )
            painter.drawImage(rect, picture)
        # Asked in vain, Qt would still wait for the page that is being drawn.
        if self.search.searchString():
            self._mark_found(painter, page)
        painter.setPen(QColor(self._theme.palette.frame))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _mark_found(self, painter: QPainter, page: int) -> None:
        mark = QColor(self._theme.palette.accent)
        ground = QColor(mark)
        ground.setAlphaF(0.3)
        painter.setPen(QPen(mark, 2))
        for found in self.search.resultsOnPage(page):
            current = self._is_current(found)
            for box in found.rectangles():
                rect = self._on_screen(page, box.topLeft(), box.size())
                painter.fillRect(rect, ground)
                if current:
                    painter.drawRect(rect.adjusted(-2, -2, 1, 1))

    def _is_current(self, link: QPdfLink) -> bool:
        now = self._found
        return bool(now and (now.page(), now.location()) == (link.page(), link.location()))

    def _on_screen(self, page: int, corner: QPointF, size: QSizeF) -> QRect:
        scale = self._scale()
        at = self._rect(page).topLeft() + (corner * scale).toPoint()
        return QRect(at, (size * scale).toSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the room, and the place at the upper edge."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Draw for the screen that the window has moved to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by keys; the scroll bars take the others."""
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Right: lambda: self.go_to(self.page + 1),
            Qt.Key.Key_Left: lambda: self.go_to(self.page - 1),
            Qt.Key.Key_Home: lambda: self.go_to(0),
            Qt.Key.Key_End: lambda: self.go_to(self.count - 1),
            Qt.Key.Key_Space: self.scroll_on,
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.zoom_to(1),
        }
        do = keys.get(event.key())
        if do:
            do()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & CONTROL:
            zoom = self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out
            zoom()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a link, and where it leads."""
        link = self._link_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self.viewport().setToolTip(link.url().toString() if link else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link: to its page, or by telling its address."""
        link = self._link_at(event.position().toPoint())
        if link is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if link.url().isEmpty():
            self.show_link(link)
        else:
            self.followed.emit(link.url())

    def _link_at(self, at: QPoint) -> QPdfLink | None:
        page = next((each for each in self._in_view() if self._rect(each).contains(at)), None)
        if page is None:
            return None
        self._links.setPage(page)
        link = self._links.linkAt(QPointF(at - self._rect(page).topLeft()) / self._scale())
        return link if link.isValid() else None
