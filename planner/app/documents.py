"""What a window needs for its documents: the press, and the choices that were made last."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from planner.gui.memory import Memory

if TYPE_CHECKING:
    from planner.export.choices import Choices
    from planner.press.orders import Made, Order
    from planner.press.press import Press


class Documents:
    """One press and one set of choices for the preview and the export dialog, made when they are needed."""

    def __init__(self, memory: Memory) -> None:
        """Begin with nothing, so that the window's start is not held up."""
        self._memory = memory
        self._at_the_end: list[Callable[[], None]] = []

    @cached_property
    def press(self) -> "Press":
        """The press."""
        from planner.press.press import Press, worker_command

        press = Press(worker_command())
        self._at_the_end.insert(0, press.end)
        return press

    @cached_property
    def choices(self) -> "Choices":
        """The choices that were made last; at first the usual ones, on the paper of the last time."""
        from planner.export.choices import Choices
        from planner.export.presets import PAPER_NAMES, TEXT_SIZE_NAMES

        usual, (paper, size) = Choices(), self._memory.pages
        paper = paper if paper in PAPER_NAMES else usual.paper
        return replace(usual, paper=paper, text_size=size if size in TEXT_SIZE_NAMES else usual.text_size)

    def choose(self, choices: "Choices") -> None:
        """Keep choices for the next time, and what is the same for any plan for the next start."""
        self.choices = choices
        self._memory.pages = (choices.paper, choices.text_size)

    def make(
        self, order: "Order", progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> "Made":
        """Have a document made; raises Stopped or ExportRefused."""
        return self.press.make(order, progress, cancelled)

    def at_the_end(self, do: Callable[[], None]) -> None:
        """Do something once the window is closed."""
        self._at_the_end.append(do)

    def end(self) -> None:
        """End the press with its window."""
        for do in self._at_the_end:
            do()
