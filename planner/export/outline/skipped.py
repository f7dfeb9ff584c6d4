"""Platforms that were considered and turned down, and what the plan assumes."""

from planner.export.blocks import Block, Column, Heading, Section, Table
from planner.export.outline.context import NOTHING, Context, paragraphs, row


def skipped(context: Context) -> Section | None:
    """A row per skipped platform, then the assumptions and notes."""
    plan = context.plan
    blocks: list[Block] = []
    if plan.skipped:
        columns = (Column("Platform", 1.2), Column("Why not", 4))
        rows = tuple(row(context.platform_name(s.platform), s.reason or NOTHING) for s in plan.skipped)
        blocks.append(Table(columns, rows))
    for title, text in (("Assumptions", plan.assumptions), ("Notes", plan.notes)):
        if text:
            blocks += [Heading(title), *paragraphs(text)]
    return Section("Skipped platforms and assumptions", tuple(blocks), eyebrow="Choices") if blocks else None
