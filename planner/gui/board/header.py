"""A lane's head: the phase's name, its days, and what it asks for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from planner.core.days import stretch_text
from planner.core.hours import exact_hours
from planner.core.phrasing import counted
from planner.core.plan import Phase, Plan
from planner.core.plan_words import phase_label
from planner.core.totals import hours_a_week, phase_budget
from planner.gui.parts.labels import plain_label


class LaneHeader(QWidget):
    """Says which phase a lane is; its button and its right click open the phase's menu."""

    def __init__(self, open_menu: Callable[[QWidget], None], rename: Callable[[], None]) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("lane_header")
        self._open_menu = open_menu
        self._rename = rename
        self._full_name = self._full_sums = ""
        self._told_days = ["", ""]
        self._name = plain_label("lane_name", role="")
        self._days = plain_label("lane_days")
        self._sums = plain_label("lane_sums")
        self._button = QToolButton()
        self._button.setObjectName("lane_menu")
        self._button.setText("⋯")
        self._button.setProperty("flat", "true")
        self._button.clicked.connect(lambda: open_menu(self._button))
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 6, 4)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._button, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._days, 1, 0, 1, 2)
        grid.addWidget(self._sums, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        for label in (self._name, self._days, self._sums):
            label.setMinimumWidth(10)

    def show_phase(self, phase: Phase, plan: Plan) -> None:
        """Say all there is to say of a phase."""
        self._full_name = phase_label(phase)
        self._told_days = [days_text(phase, plan.launch, narrow=narrow) for narrow in (False, True)]
        self._full_sums = sums_text(phase, plan.currency)
        self._button.setAccessibleName(f"Menu of {self._full_name}")
        self._button.setToolTip(f"Rename, move or remove {self._full_name}")
        told = (self._full_name, self._told_days[0], self._full_sums, phase.purpose)
        self.setToolTip("\n".join(filter(None, told)))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name anew."""
        super().resizeEvent(event)
        self._elide()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the phase's menu."""
        self._open_menu(self._button)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the phase."""
        self._rename()

    def _elide(self) -> None:
        elide(self._name, self._full_name, self.width() - 58)
        room = self.width() - 22
        whole, narrow = self._told_days
        fits = self._days.fontMetrics().horizontalAdvance(whole) <= room
        elide(self._days, whole if fits else narrow, room)
        elide(self._sums, self._full_sums, room)


def elide(label: QLabel, text: str, width: int) -> None:
    """Put a text into a label, cut to a width."""
    label.ensurePolished()  # or a new label would be measured in letters that are not its own
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(20, width)))


def days_text(phase: Phase, launch: date | None, *, narrow: bool = False) -> str:
    """When a phase is: calendar days where the launch has a date, days from launch otherwise."""
    return stretch_text(phase.starts, phase.ends, launch, narrow=narrow) or "no days yet"


def sums_text(phase: Phase, currency: str) -> str:
    """What a phase's channels cost, or else how many there are."""
    hours, money = hours_a_week(phase), phase_budget(phase, currency)
    parts = []
    if hours:
        parts.append(f"{exact_hours(hours)} h a week")
    if money.amount:
        parts.append(money.text)
    return " · ".join(parts) or counted(len(phase.channels), "channel")
