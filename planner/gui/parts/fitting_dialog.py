"""A dialog that fits the screen: its middle scrolls where there is no room, so that its buttons are seen."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog

from planner.gui.parts.scroll import SnugColumn

FRAME = 40  # pixels that the title and the borders of a window may take


class DialogBody(SnugColumn):
    """The middle of a dialog."""

    def __init__(self) -> None:
        """Make it empty; the dialog has margins of its own."""
        super().__init__(spacing=6)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it, which is never moved sideways."""
        width = self.inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())


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
