"""The places of the window's panels, and the movable borders between them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget


def slot(name: str) -> QFrame:
    """An empty place for a panel."""
    frame = QFrame()
    frame.setObjectName(f"{name}_frame")
    return frame


def fill(frame: QFrame, panel: QWidget) -> None:
    """Put a panel into its place."""
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)


def splitter(orientation: Qt.Orientation, name: str, grows: int, *parts: QWidget) -> QSplitter:
    """Parts side by side with movable borders, of which one takes the room that is gained."""
    made = QSplitter(orientation)
    made.setObjectName(name)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    made.setStretchFactor(grows, 1)
    return made


class Views(QStackedWidget):
    """Places of which one is shown, and only that one takes room from the panels beside it."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """As small as what is shown can be."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()
