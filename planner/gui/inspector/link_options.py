"""Which tracking options a link carries, with the verdict at its placement."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.core.catalog_lists import TrackingOption
from planner.core.plan import Link
from planner.core.verdict_words import explain
from planner.core.verdicts import judge
from planner.gui.inspector.subject import View
from planner.gui.parts.aloud import announce
from planner.gui.parts.labels import Words
from planner.gui.parts.soft_check import SoftCheckBox


class LinkOptions(QWidget):
    """A check box for each option that rides on a link; ``wanted`` comes with the new options."""

    wanted = Signal(tuple)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._boxes: dict[str, SoftCheckBox] = {}
        self._link: Link | None = None
        self._why = Words("", "error", small=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)

    def show_link(self, view: View, link: Link | None) -> None:
        """Show what a link carries, and what it cannot where it stands."""
        self._link = link
        self.setVisible(link is not None)
        self._why.say("")
        if link is None or view.platform is None:
            return
        if not self._boxes:
            self._make([option for option in view.session.catalog.options.values() if on_links(option)])
        catalog = view.session.catalog
        for id, box in self._boxes.items():
            verdict = judge(catalog, view.platform, id, view.situation, link.placement)
            words = explain(catalog, view.platform, verdict, view.situation)
            name = catalog.options[id].short
            box.setText(f"{name}  {words.mark} {words.label}")
            box.setAccessibleName(f"{name} on this link ({words.label})")
            box.setAccessibleDescription(words.text)
            box.setToolTip(words.reason)
            box.show_state(id in link.options, "" if verdict.usable else words.reason)

    def _make(self, options: Sequence[TrackingOption]) -> None:
        for place, option in enumerate(options):
            box = SoftCheckBox()
            box.setObjectName(f"link_option_{option.id}")
            box.wanted.connect(lambda on, id=option.id: self._switch(id, on))
            box.refused.connect(lambda box=box: self._say_why(box))
            box.step.connect(lambda step, place=place: self._step(place + step))
            self._grid.addWidget(box, place, 0)
            self._boxes[option.id] = box
        self._grid.addWidget(self._why, len(options), 0)

    def _say_why(self, box: SoftCheckBox) -> None:
        self._why.say(box.reason)
        announce(box, box.reason)

    def _switch(self, id: str, on: bool) -> None:
        if self._link:
            rest = tuple(option for option in self._link.options if option != id)
            self.wanted.emit((*rest, id) if on else rest)

    def _step(self, place: int) -> None:
        boxes = list(self._boxes.values())
        if 0 <= place < len(boxes):
            boxes[place].setFocus()


def on_links(option: TrackingOption) -> bool:
    """Whether an option rides on a link of the author's."""
    return not (option.provider_built or option.needs_own_page or option.inside_only)
