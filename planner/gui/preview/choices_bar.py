"""What the preview shows: for whom, on which paper, in which size of text, and which sections."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QToolButton, QWidget

from planner.export.choices import Choices
from planner.export.presets import PAPER_NAMES, PRESET_NAMES, PRESETS, TEXT_SIZE_NAMES
from planner.gui.parts.choice import Choice
from planner.gui.parts.labels import labelled
from planner.gui.preview.bar import Bar
from planner.gui.preview.sections_menu import SectionsMenu

LETTERS = 10  # of the reader's name, at least


class ChoicesBar(Bar):
    """Chooses; ``changed`` comes when other choices were made."""

    changed = Signal()

    def __init__(self, choices: Choices) -> None:
        """Begin with choices that were made before."""
        super().__init__(above=7)
        self._without = choices.without
        self._names: list[QLabel] = []
        self._added: list[QWidget] = []
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

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end, to be seen where there is room."""
        self._row.addWidget(widget)
        self._added.append(widget)

    def parts_to_spare(self) -> Iterator[tuple[Collection[QWidget], int]]:
        """What was added, and the names of the choices where the reader's name is whole beside them."""
        yield self._added, 0
        yield self._names, self.preset.sizeHint().width() - self.preset.minimumSizeHint().width()

    def _chosen(self) -> None:
        self._fill_sections()
        self.changed.emit()

    def _fill_sections(self) -> None:
        self.sections.offer(PRESETS[str(self.preset.value())].sections, self._without)

    def _sections_ticked(self) -> None:
        self._without = (self._without - self.sections.offered) | self.sections.left_out
        self.changed.emit()

    def _lay_out(self) -> None:
        for name, choice in (("For", self.preset), ("Paper", self.paper), ("Text", self.text_size)):
            self._names.append(labelled(name, choice))
            self._row.addWidget(self._names[-1])
            self._row.addWidget(choice, int(choice is self.preset))
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.preset.currentTextChanged.connect(self.preset.setToolTip)
        self.preset.setMinimumContentsLength(LETTERS)
        self.preset.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self._button)
