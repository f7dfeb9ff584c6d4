"""What the chosen document leaves out, said before it is made."""

from collections.abc import Iterable
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.core.phrasing import listed
from planner.export.choices import Choices
from planner.export.left_out import left_out_text
from planner.export.presets import PRESETS, SECTION_NAMES, said_of
from planner.gui.export.job import Exporter
from planner.gui.export.options import Options
from planner.gui.parts.labels import Words
from planner.gui.preview.refresher import Refresher
from planner.gui.session import Session
from planner.press.orders import SHORTENED, Made, Order

EACH_THEIR_OWN = "Each reader's file leaves out what is not for them."
INSIDE_TOO = "Each reader's file leaves out what is not for them, and so does the plan inside it."
FOR_YOURSELF = "The one for yourself has your accounts and all notes, so hand on the others."


class Privacy(QObject):
    """Says in words what is left out for a reader; the press finds out what has to be shortened for them.

    ``settled`` comes once that is all found out.
    """

    settled = Signal()

    def __init__(self, session: Session, make: Exporter[Order, Made], parent: QWidget) -> None:
        """Look at a plan for a dialog; what is still being found out when that closes outlives it."""
        super().__init__(parent)
        self._session, self._plan = session, session.plan
        self._about = Refresher(make, parent.parentWidget() or parent)
        self._about.made.connect(self._found)
        self._about.failed.connect(self._not_found)
        self.shortened = ""
        self._unasked: list[Choices] = []
        self._several = False
        self._left_out = ""
        self.words = Words("", "quiet", small=True)
        self.words.setContentsMargins(0, 4, 0, 4)

    def look_at(self, options: Options) -> None:
        """Say what these choices leave out."""
        self.stop()
        self.shortened = ""
        format, self._several = options.format, options.everyone
        if not format.sections:
            self._left_out = format.holds
        elif self._several:
            own = INSIDE_TOO if format.pages else EACH_THEIR_OWN
            last = _taken_out(options.wanted) or ("" if self._plan.extract else FOR_YOURSELF)
            self._left_out = " ".join(filter(None, (own, last)))
        else:
            catalog, day = self._session.catalog, self._session.today
            self._left_out = left_out_text(self._plan, options.wanted[0], catalog, day, inside=format.pages)
        limited = (each for each in options.wanted if PRESETS[each.preset].pages and each.sections)
        self._unasked = [*limited] if format.sections else []
        self._ask_next()
        self._say()

    @property
    def finding_out(self) -> bool:
        """Whether more may have to be shortened than is said by now."""
        return bool(self._unasked)

    def _ask_next(self) -> None:
        """Find out what the next of those has to shorten that have only so many pages."""
        if self._unasked:
            self._about.ask(Order(self._plan, self._unasked[0], self._session.today, None, SHORTENED))
        else:
            self.settled.emit()

    def stop(self) -> None:
        """Find out nothing more."""
        self._about.stop()

    def _found(self, made: Made) -> None:
        preset = self._unasked.pop(0).preset
        said = said_of(preset, made.said) if self._several else made.said
        self.shortened = "\n".join(filter(None, (self.shortened, said)))
        self._say()
        self._ask_next()

    def _not_found(self, _sentence: str) -> None:
        """Leave it at that: why it cannot be made is told when it is to be written."""
        self._found(Made())

    def _say(self) -> None:
        self.words.say("\n".join(filter(None, (self._left_out, self.shortened))))


def _taken_out(wanted: Iterable[Choices]) -> str:
    """Which sections are in no file, of those that were taken out."""
    taken = dict.fromkeys(chain.from_iterable(each.without for each in wanted))
    names = [name for id, name in SECTION_NAMES.items() if id in taken]
    return f"Taken out of all: {listed(names)}." if names else ""
