"""The dialog that previews a first set of channels: what is suggested, why, and what was left out."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.catalog import Catalog
from planner.core.freshness import Outdated
from planner.core.phrasing import counted
from planner.core.plan import Plan
from planner.core.plan_words import phase_label
from planner.core.suggest import Candidate, ForPhase, channel_of, suggest
from planner.core.suggest_words import (
    ASSUMED,
    NO_PHASES,
    ORDER,
    asks_text,
    basis_text,
    left_out_text,
    left_text,
    money_total,
    nothing_text,
    phase_totals,
    reasons,
)
from planner.gui.menu_text import as_menu_text
from planner.gui.parts.fitting_dialog import FRAME
from planner.gui.parts.labels import Words, heading, rule
from planner.gui.parts.look import Dress
from planner.gui.parts.scroll import Column
from planner.gui.parts.tick import TickBox
from planner.gui.theme import Theme

WIDE, HIGH = 80, 42  # in average letters and lines, where the screen has room for them
TOLD_ONCE = "What speaks for a platform is told where it first comes up."
MARGIN = 8
APART = 6  # pixels more between two phases


class SuggestDialog(QDialog):
    """Lists what is suggested with a box each; ``taken`` brings new channels with their phases."""

    taken = Signal(list)

    def __init__(
        self,
        theme: Theme,
        catalog: Catalog,
        plan: Plan,
        old: Outdated,
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Suggest channels for what is not over of a plan; of the reasons, what is ``old`` is marked so."""
        super().__init__(parent)
        self.setObjectName("suggest_dialog")
        self.setWindowTitle("Suggest channels")
        self._catalog, self._plan, self._old = catalog, plan, old
        self._boxes: list[tuple[ForPhase, Candidate, TickBox]] = []
        self._totals: list[tuple[ForPhase, Words]] = []
        self._told: set[tuple[str, str]] = set()
        self._list = Column(margin=MARGIN, spacing=4)
        self._list.setObjectName("suggestions")
        self._list.setAccessibleName("Suggestions")
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._money = Words("", "quiet")
        self._add = QPushButton()
        self._fill(suggest(catalog, plan, today))
        self._lay_out()
        Dress(self, theme)
        self._refresh()
        self._fit()

    def add(self) -> None:
        """Hand over what is ticked, and close."""
        self.accept()
        self.taken.emit([(for_phase.phase.id, channel_of(each)) for for_phase, each in self._ticked()])

    def _ticked(self) -> list[tuple[ForPhase, Candidate]]:
        return [(for_phase, each) for for_phase, each, box in self._boxes if box.isChecked()]

    def _fit(self) -> None:
        """Be as large as the words ask for and the screen has room for, and begin at the top."""
        metrics = self.fontMetrics()
        wanted = QSize(WIDE * metrics.averageCharWidth(), HIGH * metrics.lineSpacing())
        self.resize(wanted.boundedTo(self.screen().availableSize() - QSize(FRAME, FRAME)))
        self._list.setFocus()

    def _fill(self, made: tuple[ForPhase, ...]) -> None:
        intro = [basis_text(self._catalog, self._plan), left_text(self._plan), ASSUMED]
        platforms = [candidate.platform.id for each in made for candidate in each.chosen]
        intro += [TOLD_ONCE] * (len(set(platforms)) < len(platforms))
        self._list.add(Words(" ".join(intro), "quiet", small=True))
        if not made:
            self._list.add(Words(NO_PHASES, "quiet"))
        for each in made:
            self._add_rule()
            total = Words("", "quiet", small=True)
            self._totals.append((each, total))
            self._list.add(heading(phase_label(each.phase)), total)
            for candidate in each.chosen:
                self._add_candidate(each, candidate)
            if each.chosen:
                self._add_left_out(each)
            else:
                self._list.add(Words(nothing_text(each, self._plan), "quiet", small=True))
        if made:
            self._add_rule()
            self._list.add(Words(ORDER, "quiet", small=True))
        self._list.rows.addStretch(1)

    def _add_rule(self) -> None:
        self._list.rows.addSpacing(APART)
        self._list.add(rule())
        self._list.rows.addSpacing(APART)

    def _add_candidate(self, for_phase: ForPhase, candidate: Candidate) -> None:
        name, asks = candidate.platform.full_name, asks_text(candidate)
        told = [*reasons(self._catalog, self._plan, candidate, self._old)]
        box = TickBox(as_menu_text(f"{name} · {asks}"))
        box.setObjectName(f"suggest_{for_phase.phase.id}_{candidate.platform.id}")
        box.setChecked(True)
        box.setAccessibleName(f"{phase_label(for_phase.phase)}: {name}, {asks}")
        box.setAccessibleDescription(" ".join(text for text, _ in told))
        box.toggled.connect(lambda _on: self._refresh())
        self._boxes.append((for_phase, candidate, box))
        anew = [each for each in told if (candidate.platform.id, each[0]) not in self._told]
        self._told.update((candidate.platform.id, text) for text, _ in told)
        words = [Words(" ".join(text for text, _ in anew), "quiet", small=True)]
        words += [Words(source, "faint", small=True) for _, source in anew if source]
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
        chosen = [[each for phase, each in ticked if phase is for_phase] for for_phase, _ in self._totals]
        for (_, label), text in zip(self._totals, phase_totals(self._plan, chosen), strict=True):
            label.say(text)
        self._money.say(f"In all {money_total(self._plan, (candidate for _, candidate in ticked))}.")
        self._add.setText(f"Add {counted(len(ticked), 'channel')}" if ticked else "Add channels")
        self._add.setEnabled(bool(ticked))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 18, 14, 14)
        column.setSpacing(6)
        title = heading("Suggest channels", large=True)
        title.setContentsMargins(MARGIN, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self._list, 1)
        cancel = QPushButton("Cancel" if self._boxes else "Close")
        cancel.clicked.connect(self.reject)
        self._add.setObjectName("add_suggested")
        self._add.setProperty("primary", "true")
        self._add.setDefault(True)
        self._add.clicked.connect(self.add)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, 0, 0)
        row.addWidget(self._money, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(cancel)
        if self._boxes:
            row.addWidget(self._add)
        column.addLayout(row)
