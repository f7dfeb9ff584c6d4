"""One way of tracking in the inspector: check box, name, verdict, reason, condition and way on."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from planner.core.citations import NOBODY_SAYS, in_short, with_ways
from planner.core.freshness import AGAIN, Outdated, is_old
from planner.gui.inspector.options import OptionRow
from planner.gui.parts.labels import BadgeLabel, Words
from planner.gui.parts.look import restyle
from planner.gui.parts.soft_check import SoftCheckBox


class OptionWidget(QFrame):
    """Shows a row; ``wanted`` comes with the option's id and the state that the user asks for."""

    wanted = Signal(str, bool)
    refused = Signal(str)

    def __init__(self) -> None:
        """Make an empty row."""
        super().__init__()
        self.setProperty("part", "row")
        self.option = ""
        self.box = SoftCheckBox()
        self._name = Words("", bold=False)
        self._badge = BadgeLabel()
        self._lines = {
            name: Words("", role, small=True)
            for name, role in (
                ("note", "error"),
                ("reason", "grey"),
                ("condition", ""),
                ("way_on", "quiet"),
            )
        }
        self._source = Words("", "faint", small=True)
        self._lay_out()
        self.box.wanted.connect(lambda on: self.wanted.emit(self.option, on))
        self.box.refused.connect(lambda: self.refused.emit(self.option))

    def show_row(
        self,
        row: OptionRow,
        old: Outdated,
        *,
        said: Collection[str],
        source: bool,
        in_full: bool,
        editable: bool,
    ) -> None:
        """Show a row's words, without the ways on (``said``) and the source that stand elsewhere already.

        Sources are told in short, or ``in_full``.
        """
        self.option = row.id
        self.box.setObjectName(f"option_{row.id}")
        words = row.words
        self.box.show_state(row.on, "" if row.usable else words.reason)
        self.box.setVisible(editable)
        self.box.setAccessibleName(row.spoken_name)
        self.box.setAccessibleDescription(" ".join(filter(None, (row.note, words.text))))
        self._name.say(row.name)
        restyle(self._name, "role", "" if row.usable else "grey")
        self._badge.say(f"{words.mark} {words.label}", words.label)
        self._lines["note"].say(f"⚠ {row.note}" if row.note else "")
        self._lines["reason"].say(words.reason)
        self._lines["condition"].say(words.condition)
        ways = [way for way in words.ways if way.text not in said]
        self._lines["way_on"].say("\n".join(f"→ {way.text}" for way in ways))
        cited = with_ways(words.source if source else NOBODY_SAYS, (way.source for way in ways))
        told = str(cited) if in_full else in_short(cited)
        self._source.say(f"{AGAIN} {told}" if is_old(cited, old) else told)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the row for one on its check box."""
        if event.button() == Qt.MouseButton.LeftButton and self.box.isVisible():
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)

    def _lay_out(self) -> None:
        self.box.setFixedSize(QSize(20, 20))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 9, 0, 10)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(self._badge, 0, 2, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for line in self._lines.values():
            lines.addWidget(line)
        lines.addWidget(self._source)
        grid.addLayout(lines, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
