"""How well the platform suits the book: what speaks for and against it, who says so, what would change it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.fit_words import FitExplanation, explain_fit
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
        self._shown: FitExplanation | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def show_view(self, view: View) -> None:
        """Show the fit of a subject's platform."""
        words = explain_fit(view.session.catalog, view.platform, view.session.plan) if view.platform else None
        if words == self._shown:
            return
        self._shown = words
        empty(self._rows)
        if words:
            self._fill(words)

    def _fill(self, words: FitExplanation) -> None:
        self._rows.addWidget(heading(TITLE))
        for title, reasons in words.parts:
            above = Words(title, small=True, bold=True)
            above.setContentsMargins(0, 6, 0, 0)
            self._rows.addWidget(above)
            for reason in reasons:
                self._rows.addWidget(Words(reason.text, small=True))
                if reason.source:
                    self._rows.addWidget(Words(reason.source, "quiet", small=True))
