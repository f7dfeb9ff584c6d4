"""A document opened in the thread that has it made: a window would stand still where it has many pages."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QThread
from PySide6.QtPdf import QPdfDocument

from planner.gui.export.job import Exporter
from planner.press.orders import Made, Order


class Opened(NamedTuple):
    """A document, none if what was made is no PDF, and what is said of it."""

    document: QPdfDocument | None
    said: str


def opener(make: Exporter[Order, Made], home: QThread) -> Exporter[Order, Opened]:
    """Has documents made and opens each, for the thread that is to be its ``home``."""

    def make_and_open(
        order: Order, progress: Callable[[float], None], cancelled: Callable[[], bool], /
    ) -> Opened:
        made = make(order, progress, cancelled)
        return Opened(open_document(made.data, home), made.said)

    return make_and_open


def open_document(data: bytes, home: QThread) -> QPdfDocument | None:
    """The document of a file, none if that is no PDF."""
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        return None
    document.moveToThread(home)
    return document
