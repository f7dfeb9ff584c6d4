"""What a drag carries: ids as JSON, under a type of our own."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from planner.gui.paint import paint_tile, write
from planner.gui.palette import Palette

PLATFORMS = "application/x-frontlist-platforms+json"
CHANNELS = "application/x-frontlist-channels+json"


def pack(kind: str, ids: Sequence[str]) -> QMimeData:
    """Ids as a drag carries them."""
    mime = QMimeData()
    mime.setData(kind, json.dumps(list(ids)).encode())
    return mime


def unpack(mime: QMimeData, kind: str) -> list[str]:
    """The ids of a kind that a drag carries; none where they cannot be read."""
    try:
        ids = json.loads(bytes(mime.data(kind).data())) if mime.hasFormat(kind) else []
    except ValueError:
        return []
    return ids if isinstance(ids, list) and all(isinstance(each, str) for each in ids) else []


def start(
    source: QWidget,
    mime: QMimeData,
    label: str,
    tile: tuple[str, str],
    palette: Palette,
    action: Qt.DropAction,
) -> None:
    """Run a drag that shows a label and a tile (mark and colour) under the pointer."""
    drag = QDrag(source)
    drag.setMimeData(mime)
    drag.setPixmap(picture(label, tile, palette, source.font(), source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(-10, -6))
    drag.exec(action)


def picture(label: str, tile: tuple[str, str], palette: Palette, font: QFont, ratio: float) -> QPixmap:
    """A small card with a tile and a label."""
    text = QFontMetrics(font).elidedText(label, Qt.TextElideMode.ElideRight, 180)
    width, height = QFontMetrics(font).horizontalAdvance(text) + 50, 34
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(palette.accent))
    painter.setBrush(QColor(palette.card))
    painter.drawRoundedRect(1, 1, width - 2, height - 2, 7, 7)
    paint_tile(painter, QRect(8, 6, 22, 22), *tile, font)
    write(painter, QRect(38, 0, width - 44, height), text, font, palette.text)
    painter.end()
    return pixmap
