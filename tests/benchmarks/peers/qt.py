"""Qt's own text document, printed by its PDF writer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from planner.export.blocks import Document
from tests.benchmarks.peers.fonts import face
from tests.benchmarks.peers.html import page

_kept: list[QGuiApplication] = []


def write(document: Document) -> bytes:
    """The document as a PDF."""
    if not _kept:
        _kept.append(QGuiApplication(["bench"]))
        for name in ("Inter-Regular", "Inter-SemiBold"):
            QFontDatabase.addApplicationFont(str(face(name)))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(54, 58, 54, 66)
        )
    )
    text = QTextDocument()
    text.setDefaultFont(QFont("Inter", 9))
    text.setHtml(page(document))
    text.print_(writer)
    buffer.close()
    return bytes(held.data())
