"""What is said to those who cannot see it appear."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say what a part of the window has come to show."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
