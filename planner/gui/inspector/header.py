"""The head of the inspector: which platform this is, and how well it suits the book."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core.catalog import Platform
from planner.core.fit import FitKind
from planner.core.fit_words import explain_fit
from planner.core.phrasing import counted
from planner.gui.commands import add_platforms
from planner.gui.inspector.subject import View
from planner.gui.menu_text import as_menu_text
from planner.gui.parts.labels import BadgeLabel, Words, heading
from planner.gui.parts.tile import Tile

FIT_TONES = {
    FitKind.STRONG: "available",
    FitKind.POSSIBLE: "neutral",
    FitKind.POOR: "blocker",
    FitKind.UNKNOWN: "unknown",
}
UNKNOWN_PLATFORM = "This catalog does not know the platform. It stays in the plan as it is."


class Header(QWidget):
    """Tile, names, phase, fit and its reasons; for a platform outside the plan a button to add it."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._view: View | None = None
        self._tile = Tile(38)
        self._name = heading("", large=True)
        self._others = Words("", "quiet", small=True)
        self._fit = BadgeLabel()
        self._reasons = Words("", "quiet", small=True)
        self._add = QPushButton()
        self._add.setObjectName("add_to_phase")
        self._add.setProperty("primary", "true")
        self._add.clicked.connect(self._add_platform)
        self._lay_out()

    def show_view(self, view: View, *, reasons: bool) -> None:
        """Show the names and the fit of a subject, with or without the reasons for the fit."""
        self._view = view
        platform = view.platform
        several = len(view.subject.channels) > 1
        self._tile.setVisible(not several)
        self._tile.show_platform(platform)
        if several:
            self._name.say(f"{counted(len(view.subject.channels), 'channel')} selected")
        else:
            self._name.say(platform.full_name if platform else view.subject.platform)
        self._show_others(view, several=several)
        self._show_fit(view, several=several)
        self._show_button(view)
        self._reasons.setVisible(reasons and bool(self._reasons.text()))

    def _show_fit(self, view: View, *, several: bool) -> None:
        platform = view.platform
        if platform is None or several:
            self._fit.say("", "neutral")
            self._reasons.say("" if several else UNKNOWN_PLATFORM)
            return
        words = explain_fit(view.session.catalog, platform, view.session.plan)
        self._fit.say(f"{words.mark} {words.label}", FIT_TONES[words.kind])
        self._reasons.say(platform.fit.summary)
        self._fit.setAccessibleDescription(words.why)

    def _show_others(self, view: View, *, several: bool) -> None:
        names = ", ".join(other_names(view.platform)) if view.platform else ""
        phase = f"In {view.phase.name}" if view.phase and view.phase.name else ""
        self._others.say("" if several else " · ".join(filter(None, (phase, names))))

    def _show_button(self, view: View) -> None:
        phase = view.session.current_phase
        offered = view.platform is not None and not view.subject.channels
        self._add.setVisible(offered)
        self._add.setEnabled(phase is not None and not view.session.read_only)
        self._add.setText(as_menu_text(f"Add to {phase.name or 'phase'}") if phase else "Add to phase")

    def _add_platform(self) -> None:
        if self._view:
            add_platforms(self._view.session, [self._view.subject.platform])

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._others)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._fit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._reasons)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)


def other_names(platform: Platform) -> list[str]:
    """What else a platform is called, each name once however it is capitalised."""
    names = {name.casefold(): name for name in reversed(platform.other_names)}
    shown = {platform.name.casefold(), platform.native_name.casefold()}
    return [name for key, name in reversed(names.items()) if key not in shown]
