"""The summary: the whole plan on one page."""

from planner.export.blocks import Section
from planner.export.outline.context import Context
from planner.export.outline.opening import cover_block, figures_block, phases_blocks, risks


def summary(context: Context) -> Section:
    """The head, the numbers to remember, the phases as chart and table, and what could go wrong."""
    blocks = (*figures_block(context), *phases_blocks(context), *risks(context, quoting=False))
    return Section("", (cover_block(context), *blocks))
