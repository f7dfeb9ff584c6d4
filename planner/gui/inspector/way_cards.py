"""Cards that lead on to other platforms."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.gui.inspector.options import WayCard, way_cards, ways_title
from planner.gui.inspector.subject import View
from planner.gui.parts.labels import Words, boxed, heading
from planner.gui.parts.scroll import empty
from planner.gui.parts.tile import Tile


class WayCards(QWidget):
    """Lists the ways on; ``taken`` comes with the platform of the pressed button."""

    taken = Signal(str)

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 8, 0, 4)
        self._rows.setSpacing(8)

    def show_view(self, view: View) -> None:
        """Show where a subject's platform sends on to."""
        cards = way_cards(view)
        replacing = view.channel is not None
        if self._shown == (cards, replacing):
            return
        self._shown = (cards, replacing)
        empty(self._rows)
        self.setVisible(bool(cards))
        if cards:
            self._rows.addWidget(heading(ways_title(view)))
        for card in cards:
            self._rows.addWidget(self._card(view, card, replacing=replacing))

    def _card(self, view: View, card: WayCard, *, replacing: bool) -> QWidget:
        platform = view.session.catalog.platforms[card.platform]
        tile = Tile(30)
        tile.show_platform(platform)
        button = QPushButton("Replace" if replacing else "Add")
        button.setObjectName(f"way_{platform.id}")
        button.setAccessibleName(
            f"Replace {view.name} with {platform.name}" if replacing else f"Add {platform.name}"
        )
        button.setAccessibleDescription(card.text)
        button.clicked.connect(lambda: self.taken.emit(platform.id))
        frame = boxed("card")
        column = frame.layout()
        assert isinstance(column, QVBoxLayout)
        column.setContentsMargins(10, 9, 10, 10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tile)
        row.addWidget(Words(platform.full_name, bold=True), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(Words(card.text, "quiet", small=True))
        column.addWidget(Words(card.source, "faint", small=True))
        return frame
