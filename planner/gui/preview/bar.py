"""A row of tools that leaves out what it has no room for, and is never narrower than the rest."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

BESIDE = 14  # pixels at either end


class Bar(QWidget):
    """Asks its widgets how wide they are, so that larger letters have the room that they need."""

    def __init__(self, above: int) -> None:
        """Begin empty, with so many pixels above and below."""
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(BESIDE, above, BESIDE, above)

    def parts_to_spare(self) -> Iterable[tuple[Collection[QWidget], int]]:
        """What is seen where there is room for it, the most needed first; all else always stands.

        With each part, by how many pixels what always stands is to be wider than it has to be.
        """
        return ()

    def minimumSizeHint(self) -> QSize:
        """As narrow as what always stands can be."""
        return QSize(self._wide(self._least_widths()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self.share_room()

    def event(self, event: QEvent) -> bool:
        """Share the room anew where a widget has become wider."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.share_room()
        return super().event(event)

    def share_room(self) -> None:
        """Show what there is room for beside what always stands."""
        wide = self._least_widths()
        for part, more in self.parts_to_spare():
            wide += [each.sizeHint().width() for each in part]
            show(part, self._wide(wide) + more <= self.width())

    def _least_widths(self) -> list[int]:
        spared = {each for part, _ in self.parts_to_spare() for each in part}
        row = map(self._row.itemAt, range(self._row.count()))
        always = (each for each in row if each and not each.isEmpty() and each.widget() not in spared)
        return [each.minimumSize().width() for each in always]

    def _wide(self, widths: Sequence[int]) -> int:
        return sum(widths) + self._row.spacing() * (len(widths) - 1) + 2 * BESIDE


def show(widgets: Iterable[QWidget], there: bool) -> None:
    """Show some widgets, or hide them."""
    for widget in widgets:
        widget.setVisible(there)
