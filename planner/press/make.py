"""Makes what was ordered, in this process."""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from planner.press.orders import ExportRefused, Made, Order, Stopped
from planner.storage.atomic import write_atomically
from planner.storage.errors import not_written

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


class Maker:
    """Keeps what every document needs: the catalog and the rules."""

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog that ships with the program."""
        from planner.storage.catalog_files import load_catalog

        return load_catalog()

    @cached_property
    def rules(self) -> RuleBook:
        """The rules that ship with the program."""
        from planner.storage.rule_files import load_rules

        return load_rules()

    def get_ready(self) -> None:
        """Learn what the first order would have to wait for; what cannot be had is told to that order."""
        with suppress(OSError, ValueError):
            from planner.export.pdf import writer  # noqa: F401 - what it brings in is slow
            from planner.export.pdf.fonts import font_book

            font_book()
            _ = self.catalog, self.rules

    def make(self, order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        """Make a document, and write it whole or not at all where it has a path.

        Raises Stopped once ``cancelled`` says so, and ExportRefused where the file cannot be written.
        """
        made = self._pdf(order, progress, cancelled)
        if order.path is None:
            return made
        try:
            write_atomically(order.path, made.data)
        except (OSError, ValueError) as error:
            raise ExportRefused(not_written(order.path, error)) from None
        return Made(said=made.said)

    def _pdf(self, order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        from planner.export.fitting import fitted
        from planner.export.pdf.writer import ExportCancelled, write_pdf
        from planner.export.text import unprintable_text

        choices = order.choices
        boxes: list[str] = []
        document = fitted(order.plan, self.catalog, self.rules, order.day, choices)
        try:
            data = write_pdf(
                document,
                paper=choices.paper,
                progress=progress,
                cancelled=cancelled,
                unprintable=boxes.append,
            )
        except ExportCancelled:
            raise Stopped from None
        return Made(data, " ".join((*document.shortened, *map(unprintable_text, boxes))))
