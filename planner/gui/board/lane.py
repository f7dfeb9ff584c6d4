"""One lane's cards: a list view of a phase's channels that can be dragged from and dropped on."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from planner.core.plan import Phase
from planner.gui import drags
from planner.gui.board.cards import Card
from planner.gui.board.delegate import GAP, CardDelegate
from planner.gui.board.model import CARD_ROLE, BoardModel, Index
from planner.gui.paint import frame_pen, lines_of, write
from planner.gui.theme import Theme

EMPTY = "Drop a platform here, or press Enter on one"
HINT_HEIGHT = 64
NEAR_EDGE = 28
STEP = 14
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LaneView(QListView):
    """The cards of one phase; ``reached`` comes when it gets the focus, ``wanted`` with Enter on a card.

    ``aside`` comes with -1 or 1 for the arrow keys to the left and to the right.
    """

    reached = Signal(str)
    aside = Signal(int)
    wanted = Signal()

    def __init__(self, model: BoardModel, phase: QModelIndex, theme: Theme, delegate: CardDelegate) -> None:
        """Show the channels below a phase."""
        super().__init__()
        self._board = model
        self._theme = theme
        self._phase = QPersistentModelIndex(phase)
        self._drop_row = -1
        self.setObjectName("lane_cards")
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)
        # Last: every setting above would lay out the cards once more, and at a width that is not theirs yet.
        self.setModel(model)
        self.setRootIndex(phase)

    @property
    def phase(self) -> Phase | None:
        """The phase whose channels are shown, None when it is gone."""
        node = self._board.node(self._phase)
        return node if isinstance(node, Phase) else None

    def rows(self) -> int:
        """How many cards there are."""
        return self._board.rowCount(self._phase)

    def row_at(self, y: int) -> int:
        """Before which card a drop at a height of the viewport falls."""
        rects = (self.visualRect(self._board.index(row, 0, self._phase)) for row in range(self.rows()))
        return sum(1 for rect in rects if y > rect.center().y())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Lay out again only when a card of this lane has changed."""
        if first.parent() == self.rootIndex():
            super().dataChanged(first, last, list(roles))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag all selected cards of the board, under a small label."""
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda i: (i.parent().row(), i.row()))
        card = chosen[0].data(CARD_ROLE) if chosen else None
        if isinstance(card, Card):
            label = card.name if len(chosen) == 1 else f"{len(chosen)} channels"
            mime = self._board.mimeData(chosen)
            look = (card.mark, card.colour)
            drags.start(self, mime, label, look, self._theme.palette, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be dropped here."""
        self._offer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where a drop would fall, and scroll near the edges."""
        y = event.position().toPoint().y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(bar.value() + (-STEP if y < NEAR_EDGE else STEP if y > height - NEAR_EDGE else 0))
        self._offer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self._mark(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the model do what the drop means."""
        row = self.row_at(event.position().toPoint().y())
        self._mark(-1)
        if self._board.dropMimeData(event.mimeData(), event.proposedAction(), row, 0, self._phase):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _offer(self, event: QDragMoveEvent) -> None:
        row = self.row_at(event.position().toPoint().y())
        if self._board.canDropMimeData(event.mimeData(), event.proposedAction(), row, 0, self._phase):
            event.acceptProposedAction()
            self._mark(row)
        else:
            event.ignore()
            self._mark(-1)

    def _mark(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the inspector with Enter, and go to the lanes beside with the arrow keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectedIndexes():
            self.wanted.emit()
        elif event.key() in SIDEWAYS and event.modifiers() in BARE:
            self.aside.emit(SIDEWAYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the phase the current one, and a card of this lane the current card."""
        if self.currentIndex().parent() != self.rootIndex() and self.rows():
            first, bar = self._board.index(0, 0, self._phase), self.verticalScrollBar()
            seen = bar.value()
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            if event.reason() is Qt.FocusReason.MouseFocusReason:
                bar.setValue(seen)  # the press that follows means the card that was seen there
        super().focusInEvent(event)
        if phase := self.phase:
            self.reached.emit(phase.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the cards' lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        """Break the cards' lines anew: a lane that is hidden has no scroll bar, and so more room for them."""
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, the hint of an empty lane, and the mark of a drop."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.rows():
            self._paint_hint(painter)
        elif self._drop_row >= 0:
            self._paint_mark(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        colours = self._theme.palette
        landing = self._drop_row >= 0
        marked = landing or self.hasFocus()
        rect = QRect(1, 1, self.viewport().width() - 2, HINT_HEIGHT)
        painter.setPen(
            frame_pen(
                colours.accent if marked else colours.frame, 2.0 if marked else 1.2, Qt.PenStyle.DashLine
            )
        )
        painter.setBrush(QColor(colours.accent_soft) if landing else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 8, 8)
        lines = lines_of(EMPTY, self.font(), rect.width() - 20, 3)
        height = self.fontMetrics().height()
        line = QRect(rect.left(), rect.center().y() - len(lines) * height // 2, rect.width(), height)
        for text in lines:
            colour = colours.accent_text if landing else colours.faint
            write(painter, line, text, self.font(), colour, Qt.AlignmentFlag.AlignCenter)
            line.translate(0, height)

    def _paint_mark(self, painter: QPainter) -> None:
        last = self._drop_row >= self.rows()
        row = self.rows() - 1 if last else self._drop_row
        rect = self.visualRect(self._board.index(row, 0, self._phase))
        y = rect.bottom() - GAP // 2 + 1 if last else max(1, rect.top() - GAP // 2 + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.accent))
        painter.drawRoundedRect(QRect(rect.left() + 1, y - 1, rect.width() - 2, 3), 1.5, 1.5)
