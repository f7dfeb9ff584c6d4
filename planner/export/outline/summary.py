"""The summary: the whole plan on one page."""

from planner.export.blocks import Block, Heading, Section
from planner.export.outline.context import Context
from planner.export.outline.opening import cover_block, figures_block, phases_table, risks
from planner.export.outline.timeline import phases_chart


def summary(context: Context) -> Section:
    """The head, the numbers to remember, the phases as chart and table, and what could go wrong."""
    blocks: list[Block] = [cover_block(context), *figures_block(context)]
    chart = phases_chart(context)
    if chart:
        blocks += [Heading("Timeline"), chart]
    if context.plan.phases:
        blocks += [Heading("Phases"), *phases_table(context)]
    return Section("", (*blocks, *risks(context, quoting=False)))
