"""What the preview shows: for whom, on which paper, in which size of text, and which sections."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.export.choices import Choices
from planner.export.presets import PAPER_NAMES, PRESET_NAMES, PRESETS, TEXT_SIZE_NAMES
from planner.gui.parts.choice import Choice
from planner.gui.parts.labels import labelled
from planner.gui.preview.sections_menu import SectionsMenu

ROOM_FOR_EXPORT, ROOM_FOR_NAMES = 640, 860


class ChoicesBar(QWidget):
    """Chooses; ``changed`` comes when other choices were made."""

    changed = Signal()

    def __init__(self, choices: Choices) -> None:
        """Begin with choices that were made before."""
        super().__init__()
        self._without = choices.without
        self._need: dict[QWidget, int] = {}
        self.preset, self.paper = Choice(PRESET_NAMES), Choice(PAPER_NAMES)
        self.text_size = Choice(TEXT_SIZE_NAMES)
        self.sections = SectionsMenu(self)
        self.sections.changed.connect(self._sections_ticked)
        self._button = QToolButton()
        self._button.setText("Sections ▾")
        self._button.setAccessibleName("Sections")
        self._button.setToolTip("Which sections the PDF has")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setMenu(self.sections)
        self._lay_out()
        self.show_choices(choices)
        for choice in (self.preset, self.paper, self.text_size):
            choice.activated.connect(self._chosen)

    @property
    def choices(self) -> Choices:
        """What is chosen; only sections that the reader would get can be left out."""
        preset = str(self.preset.value())
        without = self._without & frozenset(PRESETS[preset].sections)
        return Choices(preset, str(self.paper.value()), without, str(self.text_size.value()))

    def show_choices(self, choices: Choices) -> None:
        """Show choices that were made elsewhere."""
        self._without = choices.without
        self.preset.choose(choices.preset)
        self.paper.choose(choices.paper)
        self.text_size.choose(choices.text_size)
        self._fill_sections()

    def add(self, widget: QWidget, room: int = ROOM_FOR_EXPORT) -> None:
        """Put a widget at the end, to be seen where the bar is that wide."""
        self._row.addWidget(widget)
        self._need[widget] = room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what would push the choices out."""
        super().resizeEvent(event)
        for widget, room in self._need.items():
            widget.setVisible(self.width() >= room)

    def _chosen(self) -> None:
        self._fill_sections()
        self.changed.emit()

    def _fill_sections(self) -> None:
        self.sections.offer(PRESETS[str(self.preset.value())].sections, self._without)

    def _sections_ticked(self) -> None:
        self._without = (self._without - self.sections.offered) | self.sections.left_out
        self.changed.emit()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 14, 7)
        for name, choice in (("For", self.preset), ("Paper", self.paper), ("Text", self.text_size)):
            self.add(labelled(name, choice), ROOM_FOR_NAMES)
            self._row.addWidget(choice, int(choice is self.preset))
        self.preset.currentTextChanged.connect(self.preset.setToolTip)
        self.preset.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for choice in (self.paper, self.text_size):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._row.addWidget(self._button)
