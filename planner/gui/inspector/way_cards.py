"""Cards that lead on to other platforms."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.catalog import Platform
from planner.gui.inspector.options import WayCard, way_cards, ways_title
from planner.gui.inspector.subject import View
from planner.gui.parts.labels import Words, boxed, heading
from planner.gui.parts.scroll import empty
from planner.gui.parts.tile import Tile


class WayCards(QWidget):
    """Lists the ways on; ``replacing`` and ``adding`` come with the platform of the pressed button."""

    replacing = Signal(str)
    adding = Signal(str)

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
        used = frozenset(channel.platform for channel in view.phase.channels) if view.phase else frozenset()
        shown = (cards, view.channel is not None, used)
        if self._shown == shown:
            return
        self._shown = shown
        empty(self._rows)
        self.setVisible(bool(cards))
        if cards:
            self._rows.addWidget(heading(ways_title(view)))
        for card in cards:
            self._rows.addWidget(self._card(view, card, used=card.platform in used))

    def _card(self, view: View, card: WayCard, *, used: bool) -> QWidget:
        platform = view.session.catalog.platforms[card.platform]
        tile = Tile(30)
        tile.show_platform(platform)
        frame = boxed("card")
        column = frame.layout()
        assert isinstance(column, QVBoxLayout)
        column.setContentsMargins(10, 9, 10, 10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(tile)
        row.addWidget(Words(platform.full_name, bold=True), 1)
        for button in self._buttons(view, card, platform, used=used):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(Words(card.text, "quiet", small=True))
        column.addWidget(Words(card.source, "faint", small=True))
        return frame

    def _buttons(self, view: View, card: WayCard, platform: Platform, *, used: bool) -> Iterator[QPushButton]:
        if view.channel is not None:
            tip = f"Replace {view.name} with {platform.name}"
            replace = _button("Replace", f"way_{platform.id}", tip, card.text)
            replace.clicked.connect(lambda: self.replacing.emit(platform.id))
            yield replace
        if not used:
            tip = f"Add {platform.name}" + (f" beside {view.name}" if view.channel else "")
            add = _button("Add", f"add_{platform.id}", tip, card.text)
            add.clicked.connect(lambda: self.adding.emit(platform.id))
            yield add


def _button(text: str, name: str, tip: str, description: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAccessibleDescription(description)
    return button
