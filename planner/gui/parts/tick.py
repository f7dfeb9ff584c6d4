"""A check box whose frame can be seen on light and on dark grounds, as the system's cannot."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStylePainter

RADIUS = 3
HALO = 2  # pixels around the box, in which the ring of the focus is drawn
TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))


class TickBox(QCheckBox):
    """Painted in the theme's colours: filled when it is on, grey when ``grey`` says so."""

    @property
    def grey(self) -> bool:
        """Whether the box looks as if it could not be switched on."""
        return not self.isEnabled()

    @property
    def words_left(self) -> int:
        """How far from its left edge its words begin."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self._part(QStyle.SubElement.SE_CheckBoxContents, option).left()

    def sizeHint(self) -> QSize:
        """Have room for the ring on the left too, where Qt leaves none."""
        return super().sizeHint() + QSize(HALO, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and its words."""
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self._part(QStyle.SubElement.SE_CheckBoxIndicator, option)
        self._paint_box(painter, QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        option.rect = self._part(QStyle.SubElement.SE_CheckBoxContents, option)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        painter.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option)
        painter.end()

    def _part(self, part: QStyle.SubElement, option: QStyleOptionButton) -> QRect:
        return self.style().subElementRect(part, option, self).translated(HALO, 0)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        roles, on = QPalette.ColorRole, self.isChecked()
        colours = self.palette()
        frame = roles.Highlight if on and not self.grey else roles.Mid if self.grey else roles.PlaceholderText
        fill = roles.Mid if on and self.grey else roles.Highlight if on else roles.Base
        painter.setPen(QPen(colours.color(frame), 1))
        painter.setBrush(colours.color(fill))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if on:
            sign = roles.Text if self.grey else roles.HighlightedText
            pen = QPen(colours.color(sign), 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in TICK]
            painter.drawPolyline(QPolygonF(corners))
        if self.hasFocus():
            painter.setPen(QPen(colours.color(roles.Highlight), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-HALO, -HALO, HALO, HALO), RADIUS + HALO, RADIUS + HALO)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another theme."""
        super().changeEvent(event)
        self.update()
