"""The sample plan's export, as the window and the command line do it."""

from datetime import date

from planner.core.plan import Plan
from planner.export.outline import outline
from planner.export.pdf.writer import write_pdf
from planner.storage.catalog_files import load_catalog
from planner.storage.plan_file import open_plan
from planner.storage.rule_files import load_rules
from planner.storage.templates import SAMPLE, template_path

DAY = date(2027, 3, 1)


def sample() -> Plan:
    """The sample plan."""
    return open_plan(template_path(SAMPLE)).plan


def export_sample() -> bytes:
    """The sample plan's document, from its file to its last byte."""
    return write_pdf(outline(sample(), load_catalog(), load_rules(), DAY))
