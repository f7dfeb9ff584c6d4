"""What is said to those who cannot see it appear."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say what a part of the window has come to show."""
    # All that Qt knows of accessibility comes with it: a fiftieth of a start, in which nothing is said.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
