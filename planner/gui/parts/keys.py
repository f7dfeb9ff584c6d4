"""Keys that mean the same in several parts of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def opens(event: QKeyEvent) -> bool:
    """Whether a key opens what an editor has to choose from, as Alt and the arrow down do everywhere."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
