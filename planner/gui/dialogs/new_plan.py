"""The dialog for a new plan: from which template, for which book, launched when."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.gui.filing import Template
from planner.gui.parts.day_text import DayText
from planner.gui.parts.labels import Words, heading, labelled
from planner.gui.parts.look import Dress, restyle
from planner.gui.parts.values import Kind, Setting, read, shown
from planner.gui.theme import Theme

MOST_ROWS = 8
FRAME = 4


class NewPlanDialog(QDialog):
    """Makes a plan from a template, with the title and the launch day that were given; ``made`` brings it."""

    made = Signal(object)

    def __init__(self, theme: Theme, templates: Sequence[Template], parent: QWidget | None = None) -> None:
        """Offer templates."""
        super().__init__(parent)
        self.setObjectName("new_plan_dialog")
        self.setWindowTitle("New plan")
        self.setMinimumWidth(440)
        self._templates = templates
        self.list = QListWidget()
        self.list.setProperty("part", "boxed")
        self.list.addItems([template.name for template in templates])
        self.list.setAccessibleName("Begin with")
        self.about = Words("", "quiet", small=True)
        self.list.currentRowChanged.connect(self._say_about)
        self.list.itemDoubleClicked.connect(self.make)
        self.title, self.launch = QLineEdit(), DayText(self._day)
        self.title.setPlaceholderText("The Salt Road")
        self.launch.setPlaceholderText("2027-05-04, or empty while it is open")
        self.launch.picked.connect(lambda day: self.launch.setText(shown(Kind.DATE, day, Setting())))
        self.launch.textChanged.connect(lambda _text: self._say_wrong(""))
        self.message = Words("", "error")
        self._lay_out()
        Dress(self, theme)
        self.list.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the rows again, now that they have their style, and be as high as that asks for."""
        super().showEvent(event)
        self.list.scheduleDelayedItemsLayout()
        rows = min(MOST_ROWS, self.list.count())
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * FRAME)
        self.list.setMinimumWidth(self.list.sizeHintForColumn(0) + 2 * FRAME)
        self.adjustSize()

    def _say_about(self, row: int) -> None:
        about = self._templates[row].about if row >= 0 else ""
        self.about.say(about)
        self.list.setAccessibleDescription(about)

    def make(self) -> None:
        """Make the plan and close, or say what is wrong with the launch day."""
        try:
            day = self._launch()
        except ValueError as error:
            self._say_wrong(str(error))
            self.launch.setFocus()
            return
        plan = self._templates[max(0, self.list.currentRow())].make()
        self.accept()
        self.made.emit(plan.begun_for(self.title.text().strip(), day))

    def _say_wrong(self, sentence: str) -> None:
        self.message.say(sentence)
        restyle(self.launch, "wrong", bool(sentence))
        self.launch.setAccessibleDescription(sentence)

    def _launch(self) -> date | None:
        """The launch day that was given; raises ValueError, whose text is a plain sentence."""
        launch = read(Kind.DATE, self.launch.text(), Setting())
        return launch if isinstance(launch, date) else None

    def _day(self) -> date:
        """Where the calendar begins."""
        with suppress(ValueError):
            return self._launch() or date.today()
        return date.today()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(heading("New plan", large=True))
        for text, editor in (
            ("Begin with", self.list),
            ("Title of the book", self.title),
            ("Launch day", self.launch),
        ):
            label = labelled(text, editor)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(label)
            column.addWidget(editor)
            if editor is self.list:
                column.addWidget(self.about)
        column.addWidget(self.message)
        column.addStretch(1)
        make, cancel = QPushButton("Make plan"), QPushButton("Cancel")
        make.setObjectName("make_plan")
        make.setProperty("primary", "true")
        make.setDefault(True)
        make.clicked.connect(self.make)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(make)
        column.addSpacing(8)
        column.addLayout(row)
