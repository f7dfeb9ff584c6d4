"""Platforms that were considered and turned down, and what the plan assumes."""

from planner.core.plan import Skipped
from planner.core.plan_words import recheck_text
from planner.export.blocks import Block, Column, Heading, Section, Table
from planner.export.outline.context import NOTHING, Context, paragraphs, row


def skipped(context: Context) -> Section | None:
    """A row per skipped platform, then the assumptions and notes."""
    plan = context.plan
    blocks: list[Block] = []
    if plan.skipped:
        columns = (Column("Platform", 1.2), Column("Why not", 4))
        rows = tuple(row(context.platform_name(s.platform), _why(context, s)) for s in plan.skipped)
        blocks.append(Table(columns, rows))
    for title, text in (("Assumptions", plan.assumptions), ("Notes", plan.notes)):
        if text:
            blocks += [Heading(title), *paragraphs(text)]
    return Section("Skipped platforms and assumptions", tuple(blocks), eyebrow="Choices") if blocks else None


def _why(context: Context, skipped: Skipped) -> str:
    """Why a platform was turned down, and what the author has looked up there."""
    rechecks = context.plan.rechecks
    looked_up = (recheck_text(recheck) for recheck in rechecks if recheck.platform == skipped.platform)
    return " ".join(filter(None, (skipped.reason, *looked_up))) or NOTHING
