"""A column that scrolls up and down, never sideways."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

APART = 8


class _Inside(QWidget):
    """What scrolls: as high as its width makes it, and not as its texts would be in the least width."""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout and layout.hasHeightForWidth() else least


class Column(QScrollArea):
    """Widgets below each other, as wide as the panel."""

    def __init__(self, margin: int = 16, spacing: int = 8) -> None:
        """Make an empty column."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = _Inside()
        self.rows = QVBoxLayout(self.inside)
        self.rows.setContentsMargins(margin, 12, margin, 16)
        self.rows.setSpacing(spacing)
        self.setWidget(self.inside)
        self.viewport().setAutoFillBackground(False)
        self.inside.setAutoFillBackground(False)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below the others."""
        for widget in widgets:
            self.rows.addWidget(widget)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring all of what the keys have come to into view: Qt takes care of a text's caret alone."""
        done = super().focusNextPrevChild(forward)
        focus: QWidget | None = self.focusWidget()
        if done and focus is not None and self.inside.isAncestorOf(focus):
            self.show_whole(focus)
        return done

    def show_whole(self, part: QWidget) -> None:
        """Bring all of a part into view, from its top where there is no room for all."""
        place = QRect(part.mapTo(self.inside, QPoint()), part.size()).adjusted(0, -APART, 0, APART)
        for y in (place.bottom(), place.top()):
            self.ensureVisible(place.left(), y, 0, 0)

    @contextmanager
    def filled_at_once(self) -> Iterator[None]:
        """Lay out and paint what is inside once, when all of it is there, and not after each part of it.

        Where the keys are inside, it stays as it is: they would be lost.
        """
        focus = QApplication.focusWidget()
        hides = self.inside.isVisible() and not (focus and self.inside.isAncestorOf(focus))
        if hides:
            self.inside.hide()
        try:
            yield
        finally:
            if hides:
                self.inside.show()


class SnugColumn(Column):
    """A column without margins that asks for the height of all that is in it, as its width makes it."""

    def __init__(self, spacing: int) -> None:
        """Make an empty column."""
        super().__init__(0, spacing)
        self.rows.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Measured at the present width, as texts are wrapped."""
        return QSize(self.inside.sizeHint().width(), self.rows.totalHeightForWidth(self.viewport().width()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for another height when what is inside has one."""
        done = super().viewportEvent(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done


class Footnotes(SnugColumn):
    """A column below something that matters more: it takes half of the room for both at most.

    Where it has to scroll, it can be reached and scrolled by the keys.
    """

    def __init__(self, spacing: int = 8) -> None:
        """Make an empty column, which takes no room."""
        super().__init__(spacing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(self._be_reached)

    def _be_reached(self, _least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """All that is in it, or half of the room."""
        whole, around = super().sizeHint(), self.parentWidget()
        return whole.boundedTo(QSize(whole.width(), around.height() // 2)) if around else whole

    def minimumSizeHint(self) -> QSize:
        """None: it scrolls."""
        return QSize(0, 0)


def empty(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
