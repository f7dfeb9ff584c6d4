"""Makes what was ordered, in this process."""

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from planner.core.catalog import Catalog
from planner.core.platforms import FaultyCatalogError
from planner.core.rules import RuleBook
from planner.export.presets import PRESETS
from planner.press.orders import PAGES, Cancelled, ExportRefused, Made, Order, Progress, Stopped
from planner.press.writers import OF_BLOCKS, OF_ROWS
from planner.storage.atomic import write_atomically
from planner.storage.errors import not_written

if TYPE_CHECKING:
    from planner.export.blocks import Document
    from planner.export.pdf.archive import Attachment

NO_MEMORY = (
    "This computer has too little memory free for the document. Nothing was written; close other programs, or"
    " leave sections out."
)
ANY_PAGES = "Word sets this in its own way, and may take a page more than the PDF does."


def _may_grow(order: Order) -> bool:
    """Whether another program makes the pages of a document that has only so many."""
    return order.format == "word" and PRESETS[order.choices.preset].pages is not None


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
        with suppress(OSError, ValueError, FaultyCatalogError):
            from planner.export.pdf import writer  # noqa: F401 - what it brings in is slow
            from planner.export.pdf.fonts import font_book

            font_book()
            _ = self.catalog, self.rules

    def make(self, order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        """Make a document, and write it whole or not at all where it has a path.

        Raises Stopped once ``cancelled`` says so, ExportRefused where there is nothing to write, the memory
        does not suffice or the file cannot be written, and FaultyCatalogError.
        """
        try:
            made = self._made(order, progress, cancelled)
        except MemoryError:
            raise ExportRefused(NO_MEMORY) from None
        if order.path is None:
            return made
        try:
            write_atomically(order.path, made.data, in_place=False)
        except (OSError, ValueError) as error:
            raise ExportRefused(not_written(order.path, error)) from None
        return Made(said=made.said)

    def _made(self, order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        if order.format in OF_ROWS:
            return self._rows(order)
        from planner.export.fitting import fitted

        document = fitted(order.plan, self.catalog, self.rules, order.day, order.choices)
        if order.format in OF_BLOCKS:
            said = (*document.told, ANY_PAGES) if _may_grow(order) else document.told
            return Made(OF_BLOCKS[order.format](document), " ".join(said))
        return self._pdf(order, document, progress, cancelled)

    def _rows(self, order: Order) -> Made:
        from planner.export.blanks import without_blanks
        from planner.export.outline.context import Context

        return OF_ROWS[order.format](Context(without_blanks(order.plan), self.catalog, (), order.day))

    def _pdf(self, order: Order, document: "Document", progress: Progress, cancelled: Cancelled) -> Made:
        from planner.export.pdf.writer import ExportCancelled, write_pdf
        from planner.export.unprintable import unprintable_text

        boxes: list[str] = []
        try:
            data = write_pdf(
                document,
                paper=order.choices.paper,
                text_size=order.choices.text_size,
                progress=progress,
                cancelled=cancelled,
                unprintable=boxes.append,
                attachments=(self._plan_inside(order),) if order.path else (),
                tagged=order.format != PAGES,
            )
        except ExportCancelled:
            raise Stopped from None
        return Made(data, " ".join((*document.told, *map(unprintable_text, boxes))))

    def _plan_inside(self, order: Order) -> "Attachment":
        """The plan as a file within its document, reduced to what the document shows."""
        from planner.core.verdict_changes import rests_on
        from planner.export.pdf.archive import Attachment
        from planner.export.shown import shown_plan
        from planner.storage import plan_in_pdf as inside
        from planner.storage.format import NOTHING_BESIDE, write

        plan = shown_plan(order.plan, order.choices, self.catalog, order.day)
        beside = order.beside if order.choices.whole else NOTHING_BESIDE
        data = write(plan, rests_on(plan, self.catalog), beside)
        return Attachment(inside.NAME, inside.MEDIA_TYPE, data, inside.ABOUT)
