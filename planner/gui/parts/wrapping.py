"""Wraps the lines of text editors, but not where that would take Qt minutes."""

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

LONGEST_WORD = 5000


def wrap_for(editor: QPlainTextEdit | QTextEdit, text: str) -> None:
    """Wrap an editor's lines, unless it is about to hold a word that is longer than several pages.

    Qt's time to wrap a single word grows with the square of its length.
    """
    longest = max(map(len, text.split()), default=0)
    modes = QTextOption.WrapMode
    editor.setWordWrapMode(
        modes.NoWrap if longest > LONGEST_WORD else modes.WrapAtWordBoundaryOrAnywhere,
    )
