"""The sample plan's export, as the window and the command line do it."""

from datetime import date

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.export.outline import outline
from planner.export.pdf.writer import write_pdf
from planner.storage.rule_files import load_rules

DAY = date(2027, 3, 1)


def export(plan: Plan, catalog: Catalog) -> bytes:
    """A plan's document, from the rules to its last byte."""
    return write_pdf(outline(plan, catalog, load_rules(), DAY))
