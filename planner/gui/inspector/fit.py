"""How well the platform suits the book: what speaks for and against it, who says so, what would change it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.fit_words import FitExplanation, explain_fit
from planner.core.freshness import NOTHING_OLD, Outdated, with_age
from planner.gui.inspector.subject import View
from planner.gui.parts.labels import Words, heading
from planner.gui.parts.scroll import empty

TITLE = "Does it suit this book?"


class FitPart(QWidget):
    """The facts behind the fit, list by list."""

    def __init__(self) -> None:
        """Begin empty; ``show_view`` fills it."""
        super().__init__()
        self.setObjectName("fit_part")
        self._shown: tuple[FitExplanation | None, Outdated] = (None, NOTHING_OLD)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def show_view(self, view: View) -> None:
        """Show the fit of a subject's platform."""
        words = explain_fit(view.session.catalog, view.platform, view.session.plan) if view.platform else None
        old = view.old if words else NOTHING_OLD
        if (words, old) == self._shown:
            return
        self._shown = words, old
        empty(self._rows)
        if words:
            self._fill(words, old)

    def _fill(self, words: FitExplanation, old: Outdated) -> None:
        self._rows.addWidget(heading(TITLE))
        for title, reasons in words.parts:
            above = Words(title, small=True, bold=True)
            above.setContentsMargins(0, 6, 0, 0)
            self._rows.addWidget(above)
            for reason in reasons:
                self._rows.addWidget(Words(reason.text, small=True))
                if reason.source:
                    self._rows.addWidget(Words(with_age(reason.source, old), "quiet", small=True))
