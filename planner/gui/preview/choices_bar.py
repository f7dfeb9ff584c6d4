"""What the preview shows: for whom, on which paper, in which size of text, and which sections."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from planner.export.choices import Choices
from planner.export.presets import PAPER_NAMES, PRESET_NAMES, PRESETS, SECTION_NAMES, TEXT_SIZE_NAMES
from planner.gui.parts.choice import Choice
from planner.gui.parts.labels import labelled

ROOM_FOR_ALL = 640


class ChoicesBar(QWidget):
    """Chooses; ``changed`` comes when other choices were made."""

    changed = Signal()

    def __init__(self, choices: Choices) -> None:
        """Begin with choices that were made before."""
        super().__init__()
        self._without = choices.without
        self._first_to_go: list[QWidget] = []
        self.preset, self.paper = Choice(PRESET_NAMES), Choice(PAPER_NAMES)
        self.text_size = Choice(TEXT_SIZE_NAMES)
        self.sections = QMenu(self)
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

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end, for as long as there is room."""
        self._row.addWidget(widget)
        self._first_to_go.append(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what would push the choices out."""
        super().resizeEvent(event)
        for widget in self._first_to_go:
            widget.setVisible(self.width() >= ROOM_FOR_ALL)

    def _chosen(self) -> None:
        self._fill_sections()
        self.changed.emit()

    def _fill_sections(self) -> None:
        self.sections.clear()
        for id in PRESETS[str(self.preset.value())].sections:
            action = self.sections.addAction(SECTION_NAMES[id])
            action.setCheckable(True)
            action.setChecked(id not in self._without)
            action.setData(id)
            action.toggled.connect(self._sections_toggled)

    def _sections_toggled(self) -> None:
        left_out = {action.data() for action in self.sections.actions() if not action.isChecked()}
        others = self._without - frozenset(action.data() for action in self.sections.actions())
        self._without = others | left_out
        self.changed.emit()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 14, 7)
        named = (("For", self.preset, 2), ("Paper", self.paper, 1), ("Text", self.text_size, 1))
        for name, choice, share in named:
            choice.setToolTip(name)
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.add(labelled(name, choice))
            self._row.addWidget(choice, share)
        self._row.addWidget(self._button)
