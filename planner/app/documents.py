"""What a window needs for its documents: the press, and the choices that were made last."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.export.choices import Choices
    from planner.press.orders import Made, Order
    from planner.press.press import Press


class Documents:
    """One press and one set of choices for the preview and the export dialog, made when they are needed."""

    def __init__(self) -> None:
        """Begin with nothing, so that the window's start is not held up."""
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
        """The choices that were made last; the usual ones at first."""
        from planner.export.choices import Choices

        return Choices()

    def choose(self, choices: "Choices") -> None:
        """Keep choices for the next time."""
        self.choices = choices

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
