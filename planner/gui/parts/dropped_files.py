"""Files that are dropped on a text are for the window, which opens them."""

from PySide6.QtCore import QMimeData


def holds_files(data: QMimeData) -> bool:
    """Whether files of this machine are dropped or pasted, whose paths have no place in a plan."""
    return any(url.isLocalFile() for url in data.urls())
