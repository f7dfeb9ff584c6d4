"""What the chosen document leaves out, said before it is made."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.core.plan import Plan
from planner.export.left_out import left_out_text
from planner.export.presets import PRESETS
from planner.gui.export.job import Exporter
from planner.gui.export.options import Options
from planner.gui.parts.labels import Words
from planner.gui.preview.refresher import Refresher
from planner.press.orders import Made, Order
from planner.press.writers import SHORTENED

EACH_THEIR_OWN = "Each reader's file leaves out what is not for them."
INSIDE_TOO = "Each reader's file leaves out what is not for them, and so does the plan inside it."


class Privacy(QObject):
    """Says in words what is left out for a reader; the press finds out what has to be shortened for them."""

    def __init__(self, plan: Plan, make: Exporter[Order, Made], parent: QWidget) -> None:
        """Look at a plan for a dialog; what is still being found out when that closes outlives it."""
        super().__init__(parent)
        self._plan = plan
        self._about = Refresher(make, parent.parentWidget() or parent)
        self._about.made.connect(self._found)
        self.shortened = ""
        self._left_out = ""
        self.words = Words("", "quiet", small=True)
        self.words.setContentsMargins(0, 4, 0, 4)

    def look_at(self, options: Options) -> None:
        """Say what these choices leave out."""
        self.stop()
        self.shortened = ""
        choices, format = options.wanted[0], options.format
        if not format.sections:
            self._left_out = ""
        elif options.everyone:
            self._left_out = INSIDE_TOO if format.pages else EACH_THEIR_OWN
        else:
            self._left_out = left_out_text(self._plan, choices, inside=format.pages)
            if PRESETS[choices.preset].pages and choices.sections:
                self._about.ask(Order(self._plan, choices, date.today(), None, SHORTENED))
        self._say()

    def stop(self) -> None:
        """Find out nothing more."""
        self._about.stop()

    def _found(self, made: Made) -> None:
        self.shortened = made.said
        self._say()

    def _say(self) -> None:
        self.words.say("\n".join(filter(None, (self._left_out, self.shortened))))
