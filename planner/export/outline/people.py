"""The people: who helps, with what, and how to reach them."""

from planner.export.blocks import Column, Section, Table
from planner.export.outline.context import NOTHING, Context, row

COLUMNS = (Column("Name", 1.5), Column("Role", 3), Column("Contact", 2))


def people(context: Context) -> Section | None:
    """A row per collaborator."""
    if not context.plan.people:
        return None
    rows = (row(p.name or NOTHING, p.role or NOTHING, p.contact or NOTHING) for p in context.plan.people)
    return Section("People", (Table(COLUMNS, tuple(rows)),), eyebrow="Work")
