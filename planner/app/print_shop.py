"""What a window needs for its documents: the press, and the choices that were made last."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from planner.export.choices import Choices

if TYPE_CHECKING:
    from planner.press.orders import Made, Order
    from planner.press.press import Press


class PrintShop:
    """Lends the preview and the export dialog one press, which is made when it is first needed."""

    def __init__(self) -> None:
        """Begin with the usual choices."""
        self.choices = Choices()
        self._at_the_end: list[Callable[[], None]] = []

    @cached_property
    def press(self) -> "Press":
        """The press."""
        from planner.press.press import Press, worker_command

        press = Press(worker_command())
        self._at_the_end.insert(0, press.end)
        return press

    def make(
        self, order: "Order", progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> "Made":
        """Have a document made; raises Stopped or ExportRefused."""
        return self.press.make(order, progress, cancelled)

    def choose(self, choices: Choices) -> None:
        """Keep choices for the next time."""
        self.choices = choices

    def at_the_end(self, do: Callable[[], None]) -> None:
        """Do something once the window is closed."""
        self._at_the_end.append(do)

    def end(self) -> None:
        """End the press with its window."""
        for do in self._at_the_end:
            do()
