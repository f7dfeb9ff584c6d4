"""Small buttons that the panels share."""

from collections.abc import Callable

from PySide6.QtWidgets import QToolButton


def flat_button(sign: str, name: str, slot: Callable[[], None]) -> QToolButton:
    """A button that shows a sign, and says its name to the eye that rests on it and to the ear."""
    button = QToolButton()
    button.setText(sign)
    button.setProperty("flat", "true")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(slot)
    return button
