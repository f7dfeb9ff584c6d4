"""A dialog that fits the screen: its middle scrolls where there is no room, so that its buttons are seen."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog

from planner.gui.parts.scroll import Column

FRAME = 40  # pixels that the title and the borders of a window may take


class DialogBody(Column):
    """The middle of a dialog: a column that asks for the height of all that is in it."""

    def __init__(self) -> None:
        """Make it empty; the dialog has margins of its own."""
        super().__init__(margin=0, spacing=6)
        self.rows.setContentsMargins(0, 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Measured at the present width, as texts are wrapped."""
        return QSize(self.inside.sizeHint().width(), self.rows.totalHeightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it, which is never moved sideways."""
        width = self.inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for another height when what is inside has one."""
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done


class FittingDialog(QDialog):
    """As high as all that is in it, where the screen has room; it grows with that, and never shrinks."""

    _wanted = 0

    def event(self, event: QEvent) -> bool:
        """Grow when there is more to show."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        layout, before = self.layout(), self._wanted
        self._wanted = layout.totalHeightForWidth(self.width()) if layout else 0
        if self._wanted > before:
            self._grow(self._wanted)

    def _grow(self, wanted: int) -> None:
        screen = self.screen().availableGeometry()
        self.resize(self.width(), max(self.height(), min(wanted, screen.height() - FRAME)))
        below = self.frameGeometry().bottom() - screen.bottom()
        if self.isVisible() and below > 0:
            self.move(self.x(), max(screen.top(), self.y() - below))
