"""What stands where a panel is not there yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from planner.gui.session import Session


def placeholder(text: str) -> QWidget:
    """A quiet line in the middle of nothing."""
    label = QLabel(text)
    label.setProperty("quiet", "true")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def placeholder_dialog(session: Session, parent: QWidget) -> QDialog:
    """A dialog that says what it will be."""
    dialog = QDialog(parent)
    QVBoxLayout(dialog).addWidget(placeholder(f"Export {session.plan.name}"))
    return dialog
