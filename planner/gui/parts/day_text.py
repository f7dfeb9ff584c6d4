"""An editor of one line for a day, which a calendar can be opened at."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.gui.parts.keys import opens
from planner.gui.parts.short_text import ShortText

OPENS = "Alt+Down opens a calendar."
LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
GRID = 16
FINE = 4  # points of the picture for one of the grid, so that it is sharp on fine screens


class DayText(ShortText):
    """Text for a day; ``picked`` brings a date from the calendar, which begins at ``day()``."""

    picked = Signal(object)

    def __init__(self, day: Callable[[], date]) -> None:
        """Begin empty, with a button for the calendar at the end."""
        super().__init__()
        self._day = day
        self._open = QAction("Pick a day", self)
        self._open.setToolTip("Pick a day from a calendar (Alt+Down)")
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._draw()

    def open_calendar(self) -> None:
        """Show the calendar at this text."""
        from planner.gui.parts.day_calendar import DayCalendar

        calendar = DayCalendar(self, self._day())
        calendar.picked.connect(self.picked)
        calendar.open()

    def event(self, event: QEvent) -> bool:
        """Take the key that opens the calendar before the window's menus do, and follow the theme."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and opens(event):
            event.accept()
            return True
        if event.type() in LOOKS:
            self._draw()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by its key."""
        if opens(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self._open.setIcon(QIcon(_picture()))


def _picture() -> QPixmap:
    """A page of a calendar, in the colour of hints."""
    picture = QPixmap(GRID * FINE, GRID * FINE)
    picture.fill(Qt.GlobalColor.transparent)
    colour = QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(FINE, FINE)
    painter.setPen(colour)
    painter.drawRoundedRect(QRectF(2.5, 3.5, 11, 10), 2, 2)
    painter.drawLine(5, 2, 5, 4)
    painter.drawLine(11, 2, 11, 4)
    painter.fillRect(QRectF(3, 6, 10, 1.5), colour)
    painter.end()
    return picture
