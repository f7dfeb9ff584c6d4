"""The dialog that previews a first set of channels: what is suggested, why, and what was left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.catalog import Catalog
from planner.core.phrasing import counted
from planner.core.plan import Plan
from planner.core.shelf import Outdated
from planner.core.suggest import Candidate, ForPhase, channel_of, suggest
from planner.core.suggest_words import (
    ASSUMED,
    NO_PHASES,
    NOTHING,
    ORDER,
    asks_text,
    basis_text,
    left_out_text,
    left_text,
    money_total,
    phase_total,
    reasons,
)
from planner.gui.menu_text import as_menu_text
from planner.gui.parts.labels import Words, heading, rule
from planner.gui.parts.look import Dress
from planner.gui.parts.scroll import Column
from planner.gui.parts.tick import TickBox
from planner.gui.theme import Theme

SIZE = (620, 680)
APART = 6  # pixels more between two phases


class SuggestDialog(QDialog):
    """Lists what is suggested with a box each; ``taken`` brings new channels with their phases."""

    taken = Signal(list)

    def __init__(
        self, theme: Theme, catalog: Catalog, plan: Plan, old: Outdated, parent: QWidget | None = None
    ) -> None:
        """Suggest channels for a plan; of the reasons, what is ``old`` is marked so."""
        super().__init__(parent)
        self.setObjectName("suggest_dialog")
        self.setWindowTitle("Suggest channels")
        self.resize(*SIZE)
        self._catalog, self._plan, self._old = catalog, plan, old
        self._boxes: list[tuple[ForPhase, Candidate, TickBox]] = []
        self._totals: list[tuple[ForPhase, Words]] = []
        self._list = Column(margin=0, spacing=4)
        self._list.setObjectName("suggestions")
        self._money = Words("", "quiet")
        self._add = QPushButton()
        self._fill(suggest(catalog, plan))
        self._lay_out()
        Dress(self, theme)
        self._refresh()

    def add(self) -> None:
        """Hand over what is ticked, and close."""
        self.accept()
        self.taken.emit([(for_phase.phase.id, channel_of(each)) for for_phase, each in self._ticked()])

    def _ticked(self) -> list[tuple[ForPhase, Candidate]]:
        return [(for_phase, each) for for_phase, each, box in self._boxes if box.isChecked()]

    def _fill(self, made: tuple[ForPhase, ...]) -> None:
        if not made:
            self._list.add(Words(NO_PHASES, "quiet"))
        for place, each in enumerate(made):
            if place:
                self._list.rows.addSpacing(APART)
                self._list.add(rule())
                self._list.rows.addSpacing(APART)
            total = Words("", "quiet", small=True)
            self._totals.append((each, total))
            self._list.add(heading(each.phase.name or "Phase"), total)
            for candidate in each.chosen:
                self._add_candidate(each, candidate)
            if not each.chosen:
                self._list.add(Words(NOTHING, "quiet", small=True))
            self._add_left_out(each)
        self._list.rows.addStretch(1)

    def _add_candidate(self, for_phase: ForPhase, candidate: Candidate) -> None:
        name, asks = candidate.platform.full_name, asks_text(candidate)
        told = [*reasons(self._catalog, self._plan, candidate, self._old)]
        box = TickBox(as_menu_text(f"{name} · {asks}"))
        box.setObjectName(f"suggest_{for_phase.phase.id}_{candidate.platform.id}")
        box.setChecked(True)
        box.setAccessibleName(f"{for_phase.phase.name}: {name}, {asks}")
        box.setAccessibleDescription(" ".join(text for text, _ in told))
        box.toggled.connect(lambda _on: self._refresh())
        self._boxes.append((for_phase, candidate, box))
        words = [Words(" ".join(text for text, _ in told), "quiet", small=True)]
        words += [Words(source, "faint", small=True) for _, source in told if source]
        for each in words:
            each.setContentsMargins(box.words_left, 0, 0, 0)
        self._list.add(box, *words)

    def _add_left_out(self, for_phase: ForPhase) -> None:
        if not for_phase.left_out:
            return
        self._list.add(Words("Left out", small=True, bold=True))
        for left_out in for_phase.left_out:
            self._list.add(Words(left_out_text(left_out, self._plan), "quiet", small=True))

    def _refresh(self) -> None:
        """Count anew what is ticked."""
        ticked = self._ticked()
        for for_phase, label in self._totals:
            chosen = [candidate for phase, candidate in ticked if phase is for_phase]
            label.say(phase_total(self._plan, for_phase, chosen))
        self._money.say(f"In all {money_total(self._plan, (candidate for _, candidate in ticked))}.")
        self._add.setText(f"Add {counted(len(ticked), 'channel')}")
        self._add.setEnabled(bool(ticked))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(6)
        column.addWidget(heading("Suggest channels", large=True))
        for text in (f"{basis_text(self._catalog, self._plan)} {left_text(self._plan)}", ASSUMED, ORDER):
            column.addWidget(Words(text, "quiet", small=True))
        column.addWidget(self._list, 1)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        self._add.setObjectName("add_suggested")
        self._add.setProperty("primary", "true")
        self._add.setDefault(True)
        self._add.clicked.connect(self.add)
        row = QHBoxLayout()
        row.addWidget(self._money, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(cancel)
        row.addWidget(self._add)
        column.addLayout(row)
