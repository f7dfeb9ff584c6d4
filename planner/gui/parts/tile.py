"""The coloured tile that stands for a platform."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.core.catalog import Platform
from planner.gui.paint import UNKNOWN_COLOUR, paint_tile


class Tile(QWidget):
    """A platform's mark on its colour; it says nothing that the name beside it does not."""

    def __init__(self, size: int = 36) -> None:
        """Make an empty tile of a size in pixels."""
        super().__init__()
        self.setFixedSize(size, size)
        self._platform: Platform | None = None

    def show_platform(self, platform: Platform | None) -> None:
        """Stand for a platform; None for one that the catalog does not know."""
        self._platform = platform
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark on its colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark, colour = (
            (self._platform.mark, self._platform.colour) if self._platform else ("?", UNKNOWN_COLOUR)
        )
        paint_tile(painter, self.rect(), mark, colour, self.font())
        painter.end()
