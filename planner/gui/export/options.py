"""What can be chosen for an export: the kind of file, its reader, paper and size of text, its sections."""

from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.export.choices import Choices
from planner.export.formats import EVERY_READER, FORMATS, Format
from planner.export.presets import PAPER_NAMES, PRESET_NAMES, PRESETS, SECTION_NAMES, TEXT_SIZE_NAMES
from planner.gui.parts.choice import Choice
from planner.gui.parts.labels import labelled
from planner.gui.parts.tick import TickBox

EVERYONE = "All of these at once, a file each"
COLUMNS, GAP = 3, 14
BESIDES = 80  # pixels that the edges of the dialog may take


class Options(QWidget):
    """Chooses; ``changed`` comes when anything else was chosen."""

    changed = Signal()

    def __init__(self, choices: Choices) -> None:
        """Begin with choices that were made before."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._single, self._without = choices.preset, set(choices.without)
        self.kind = Choice({id: format.name for id, format in FORMATS.items()})
        self.reader = Choice({**PRESET_NAMES, EVERY_READER: EVERYONE})
        self.paper, self.text_size = Choice(PAPER_NAMES), Choice(TEXT_SIZE_NAMES)
        self.kind.choose("pdf")
        self.reader.choose(choices.preset)
        self.paper.choose(choices.paper)
        self.text_size.choose(choices.text_size)
        self.boxes: dict[str, TickBox] = {}
        self._lay_out()
        for choice in (self.kind, self.reader):
            choice.currentIndexChanged.connect(self._refresh)
        for choice in (self.paper, self.text_size):
            choice.currentIndexChanged.connect(self.changed)
        self._refresh()

    @property
    def format_id(self) -> str:
        """The kind of file that is chosen, by its id."""
        return str(self.kind.value())

    @property
    def format(self) -> Format:
        """The kind of file that is chosen."""
        return FORMATS[self.format_id]

    @property
    def document(self) -> str:
        """What is chosen by the ids of its kind and, where that has one, its reader."""
        return f"{self.format_id} for {self.reader.value()}" if self.format.sections else self.format_id

    @property
    def called(self) -> str:
        """What its own name says of it; nothing where each reader's file has a name of its own."""
        if not self.format.sections:
            return self.format.called
        return "" if self.everyone else PRESETS[self._preset()].called

    @property
    def everyone(self) -> bool:
        """Whether every reader gets a document."""
        return self.format.sections and self.reader.value() == EVERY_READER

    @property
    def wanted(self) -> tuple[Choices, ...]:
        """What is chosen, for each reader who gets a document."""
        readers = tuple(PRESETS) if self.everyone else (self._preset(),)
        return tuple(self._choices(reader, self._without & {*PRESETS[reader].sections}) for reader in readers)

    @property
    def kept(self) -> Choices:
        """What to begin with the next time: for the last single reader, without all that was taken out."""
        return self._choices(self._single, self._without)

    def _preset(self) -> str:
        chosen = str(self.reader.value())
        return chosen if self.format.sections and chosen in PRESETS else Choices().preset

    def _choices(self, preset: str, without: set[str]) -> Choices:
        return Choices(preset, str(self.paper.value()), frozenset(without), str(self.text_size.value()))

    def _refresh(self) -> None:
        """Offer what can be chosen for this kind of file and reader."""
        format, reader = self.format, str(self.reader.value())
        self._single = reader if reader in PRESETS else self._single
        self.reader.setEnabled(format.sections)
        for choice in (self.paper, self.text_size):
            choice.setEnabled(format.pages)
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        shown = chain.from_iterable(PRESETS[each.preset].sections for each in self.wanted)
        sections = tuple(dict.fromkeys(shown)) if self.format.sections else ()
        self._part.setVisible(len(sections) > 1)
        if list(self.boxes) == list(sections):
            return
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.deleteLater()
        self.boxes = {id: self._box(id) for id in sections}
        rows = self._rows()
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place % rows, place // rows)
        for above, below in zip(list(self.boxes.values()), list(self.boxes.values())[1:], strict=False):
            QWidget.setTabOrder(above, below)

    def _rows(self) -> int:
        """How many sections stand below each other, so that the columns have room on this screen."""
        widths = [box.sizeHint().width() + GAP for box in self.boxes.values()]
        room = self.screen().availableGeometry().width() - BESIDES
        for columns in range(COLUMNS, 1, -1):
            rows = max(1, -(-len(widths) // columns))
            if sum(max(widths[at : at + rows]) for at in range(0, len(widths), rows)) <= room:
                return rows
        return max(1, len(widths))

    def _box(self, id: str) -> TickBox:
        box = TickBox(SECTION_NAMES[id])
        box.setChecked(id not in self._without)
        box.toggled.connect(lambda on: self._tick(id, on))
        return box

    def _tick(self, id: str, on: bool) -> None:
        (self._without.discard if on else self._without.add)(id)
        self.changed.emit()

    def _lay_out(self) -> None:
        pairs = QGridLayout()
        pairs.setHorizontalSpacing(GAP)
        pairs.setVerticalSpacing(4)
        named = (
            ("Kind of file", self.kind, 0, 0),
            ("For", self.reader, 0, 1),
            ("Paper", self.paper, 2, 0),
            ("Size of text", self.text_size, 2, 1),
        )
        for text, choice, row, column in named:
            pairs.addWidget(labelled(text, choice), row, column)
            pairs.addWidget(choice, row + 1, column)
            pairs.setColumnStretch(column, 2 + column)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(1)
        sections = QWidget()
        sections.setLayout(self._grid)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._part = QWidget()
        part = QVBoxLayout(self._part)
        part.setContentsMargins(0, 4, 0, 0)
        part.setSpacing(2)
        part.addWidget(labelled("Sections", sections))
        part.addWidget(sections)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(pairs)
        whole.addWidget(self._part)
